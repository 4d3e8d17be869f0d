import { docReader } from './doc/index.ts';
import { docxReader } from './docx/index.ts';
import { recogniseFields } from './fields.ts';
import { mailReader } from './mail/index.ts';
import { pdfReader } from './pdf/index.ts';
import { type Intake, IntakeError, type NamedBytes, type Reader, type Reading } from './reader.ts';
import { txtReader } from './text/index.ts';
import { zipReader } from './zip/index.ts';

export type { Attachment, Intake, IntakeErrorCode, IntakeFields, NamedBytes, Reader } from './reader.ts';
export { IntakeError } from './reader.ts';

/** Largest file taken, in bytes. */
export const MAX_FILE_BYTES: number = 20 * 1024 * 1024;

/** Asked in this order; plain text is what is left, and comes last. */
const READERS: readonly Reader[] = [docReader, zipReader, docxReader, pdfReader, mailReader, txtReader];

/** Mails and archives that lie in one another. */
const MAX_NESTING = 8;

/** Name endings a file dialog offers. */
export const READABLE_ENDINGS: readonly string[] = ['.docx', '.doc', '.wps', '.pdf', '.txt', '.eml', '.zip'];

/**
 * The text of a file of any known format.
 * @param file its bytes, and its name as the user knows it; folders are left out of sentences
 * @throws IntakeError with a sentence: empty, too large, unknown type, damaged, unsafe, encrypted, without text
 */
export async function readFile({ name, bytes }: NamedBytes): Promise<Intake> {
  const { fields, ...reading } = await readAt({ name: baseName(name), bytes }, 0);
  return { ...reading, fields: { ...recogniseFields(reading.text), ...fields } };
}

async function readAt({ name: file, bytes }: NamedBytes, depth: number): Promise<Reading> {
  if (depth > MAX_NESTING)
    throw new IntakeError('file-unsafe', { file, detail: `套在 ${MAX_NESTING} 层以上的邮件或压缩包里` });
  if (bytes.length === 0) throw new IntakeError('file-empty', { file });
  assertSize(bytes.length, file);
  const reader = READERS.find((one) => one.accepts(bytes, file));
  if (reader === undefined) throw new IntakeError('file-unknown-type', { file });
  const reading = await reader.read(bytes, file, (inner) => readAt(inner, depth + 1));
  if (!/[\p{L}\p{N}]/u.test(reading.text)) throw new IntakeError('file-no-text', { file });
  return reading;
}

/**
 * Refuses a file by its size alone, before its bytes are fetched.
 * @param size in bytes
 */
export function assertSize(size: number, fileName: string): void {
  if (size <= MAX_FILE_BYTES) return;
  const params = { file: baseName(fileName), size: megabytes(size), limit: megabytes(MAX_FILE_BYTES) };
  throw new IntakeError('file-too-large', params);
}

function megabytes(size: number): string {
  return `${Math.ceil(size / (1024 * 1024))} MB`;
}

function baseName(fileName: string): string {
  return fileName.split(/[\\/]/).at(-1) ?? fileName;
}
