import { CodedError } from '../../shared/contract/codedError.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { SubmissionFields } from '../../shared/domain/submission.ts';
import type { ReadLimits } from './limits.ts';

/** What a file holds for us. */
export interface Intake {
  /** Name of the reader that made it: `txt`, `docx`. */
  readonly reader: string;
  /** Paragraphs and table rows, one a line, ended with `\n`; no invisible characters, plain spaces. */
  readonly text: string;
  /** Sentences for the editor about what was left out, guessed or changed. */
  readonly warnings: string[];
  readonly attachments: Attachment[];
  /** Who wrote, signed and sent it, as far as the file says so; the lines stay in the text. */
  readonly fields: IntakeFields;
}

export type IntakeFields = Partial<SubmissionFields & MailFields>;

/** What the head of a mail says. */
export interface MailFields {
  /** Name and address, as written. */
  readonly sender: string;
  readonly subject: string;
  /** ISO 8601. */
  readonly sentAt: string;
}

/** A picture or another part that is no text. */
export interface Attachment {
  /** As in the file, without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reader makes of a file; fields are recognised from the text of any format alike. */
export interface Reading extends Omit<Intake, 'fields'> {
  readonly fields?: Partial<MailFields>;
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a file that lies in another one. @throws IntakeError, also where they lie too deep in one another */
export type ReadInner = (file: NamedBytes) => Promise<Reading>;

/**
 * One format. Readers are pure: bytes in, text out, no disk, no clock, no network, so that one can run in a
 * process that is ended from outside.
 */
export interface Reader {
  readonly name: string;
  /** Judged by the first bytes; the name decides only where they leave it open, as with plain text. */
  accepts(bytes: Uint8Array, fileName: string): boolean;
  /** @throws IntakeError naming what is wrong with the file */
  read(bytes: Uint8Array, fileName: string, readInner: ReadInner, limits: ReadLimits): Promise<Reading>;
  /** Loads a large library; the time of that is not the file's. */
  prepare?(): Promise<unknown>;
}

export type IntakeErrorCode = Extract<ErrorCode, `file-${string}`>;

/** A file that cannot be read, and why. */
export class IntakeError extends CodedError<IntakeErrorCode> {
  override readonly name = 'IntakeError';
}
