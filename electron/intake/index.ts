import { docReader } from './doc/index.ts';
import { docxReader } from './docx/index.ts';
import { recogniseFields } from './fields.ts';
import { htmlReader } from './html/index.ts';
import { assertSize, baseName, type ReadLimits, USUAL_LIMITS } from './limits.ts';
import { mailReader } from './mail/index.ts';
import { mhtReader } from './mail/mht.ts';
import { pdfReader } from './pdf/index.ts';
import { type Intake, IntakeError, type NamedBytes, type Reader, type Reading } from './reader.ts';
import { rtfReader } from './rtf/index.ts';
import { txtReader } from './text/index.ts';
import { wordXmlReader } from './wordXml/index.ts';
import { zipReader } from './zip/index.ts';

export { assertSize, MAX_FILE_BYTES } from './limits.ts';
export type { Attachment, Intake, IntakeErrorCode, IntakeFields, NamedBytes, Reader } from './reader.ts';
export { IntakeError } from './reader.ts';

/** Asked in this order; plain text is what is left, and comes last. */
const READERS: readonly Reader[] = [
  docReader,
  rtfReader,
  zipReader,
  wordXmlReader,
  htmlReader,
  mhtReader,
  docxReader,
  pdfReader,
  mailReader,
  txtReader,
];

/** Mails and archives that lie in one another. */
const MAX_NESTING = 8;

/**
 * The text of a file of any known format, read in this process: the program itself reads by `createFileReader`.
 * @param file its bytes, and its name as the user knows it; folders are left out of sentences
 * @param limits what a person allowed beyond the usual
 * @throws IntakeError with a sentence: empty, too large, unknown type, damaged, unsafe, encrypted, without text
 */
export async function readFile({ name, bytes }: NamedBytes, limits: ReadLimits = USUAL_LIMITS): Promise<Intake> {
  const file = baseName(name);
  const { fields, ...reading } = await readAt({ name: file, bytes }, limits, 0).catch((error: unknown) => {
    throw error instanceof IntakeError ? namedWithin(error, file) : error;
  });
  return { ...reading, fields: { ...recogniseFields(reading.text), ...fields } };
}

/** What is wrong with a file in another one is said of both: the outer one is what the user knows. */
function namedWithin(error: IntakeError, outer: string): IntakeError {
  const { file: inner } = error.params;
  if (inner === outer) return error;
  return new IntakeError(error.code, { ...error.params, file: `${outer}”中的“${inner}` }, { cause: error });
}

/** Loads what the reader of a file needs, without looking further than its first bytes. */
export async function prepareFor({ name, bytes }: NamedBytes): Promise<void> {
  await READERS.find((one) => one.accepts(bytes, name))?.prepare?.();
}

async function readAt({ name: file, bytes }: NamedBytes, limits: ReadLimits, depth: number): Promise<Reading> {
  if (depth > MAX_NESTING)
    throw new IntakeError('file-unsafe', { file, detail: `套在 ${MAX_NESTING} 层以上的邮件或压缩包里` });
  if (bytes.length === 0) throw new IntakeError('file-empty', { file });
  assertSize(bytes.length, file);
  const reader = READERS.find((one) => one.accepts(bytes, file));
  if (reader === undefined) throw new IntakeError('file-unknown-type', { file });
  const reading = await reader.read(bytes, file, (inner) => readAt(inner, limits, depth + 1), limits);
  if (!/[\p{L}\p{N}]/u.test(reading.text)) throw new IntakeError('file-no-text', { file });
  return reading;
}
