import { docReader } from './doc/index.ts';
import { docxReader } from './docx/index.ts';
import { recogniseFields } from './fields.ts';
import { pdfReader } from './pdf/index.ts';
import { type Intake, IntakeError, type Reader } from './reader.ts';
import { txtReader } from './text/index.ts';

export type { Attachment, Intake, IntakeErrorCode, Reader } from './reader.ts';
export { IntakeError } from './reader.ts';

/** Largest file taken, in bytes. */
export const MAX_FILE_BYTES: number = 20 * 1024 * 1024;

/** Asked in this order; plain text is what is left, and comes last. */
const READERS: readonly Reader[] = [docReader, docxReader, pdfReader, txtReader];

/** Name endings a file dialog offers. */
export const READABLE_ENDINGS: readonly string[] = ['.docx', '.doc', '.wps', '.pdf', '.txt'];

/**
 * The text of a file of any known format.
 * @param file its bytes, and its name as the user knows it; folders are left out of sentences
 * @throws IntakeError with a sentence: empty, too large, unknown type, damaged, unsafe, encrypted, without text
 */
export async function readFile({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<Intake> {
  const file = baseName(name);
  if (bytes.length === 0) throw new IntakeError('file-empty', { file });
  assertSize(bytes.length, file);
  const reader = READERS.find((one) => one.accepts(bytes, file));
  if (reader === undefined) throw new IntakeError('file-unknown-type', { file });
  const reading = await reader.read(bytes, file);
  if (!/[\p{L}\p{N}]/u.test(reading.text)) throw new IntakeError('file-no-text', { file });
  return { ...reading, fields: recogniseFields(reading.text) };
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
