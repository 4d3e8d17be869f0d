import { strToU8, type ZipOptions, type Zippable, zipSync } from 'fflate';
import { expect } from 'vitest';
import { IntakeError, type IntakeErrorCode, readFile } from '../../../electron/intake/index.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const EXTRA = 'xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:v="urn:v" xmlns:m="urn:m"';

/** Parts of a Word document as Word lays them out; `body` is what stands inside `w:body`. */
export function docxParts(
  body: string,
  more: Record<string, string | Uint8Array> = {},
): Record<string, string | Uint8Array> {
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="x"><Relationship Id="r1" Type="${main}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${EXTRA}><w:body>${body}</w:body></w:document>`,
    ...more,
  };
}

/** A real archive of these parts. */
export function zip(parts: Record<string, string | Uint8Array>, options: ZipOptions = {}): Uint8Array {
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
  );
  return zipSync(files, options);
}

export const docx = (body: string, more: Record<string, string | Uint8Array> = {}): Uint8Array =>
  zip(docxParts(body, more));

/** A paragraph with one run of text. */
export const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** Asserts that a file is refused with this code, and answers the sentence. */
export async function refusal(bytes: Uint8Array, name: string, code: IntakeErrorCode): Promise<string> {
  const error: unknown = await readFile({ name, bytes }).then(
    ({ text }) => `read as: ${text.slice(0, 100)}`,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(IntakeError);
  if (!(error instanceof IntakeError)) throw error;
  expect(error.code).toBe(code);
  return error.message;
}
