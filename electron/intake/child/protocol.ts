import type { ErrorParams } from '../../../shared/contract/errors.ts';
import type { Knowledge, SplitTrace } from '../../../shared/text/split/index.ts';
import type { ReadLimits } from '../limits.ts';
import type { Intake, IntakeErrorCode, NamedBytes } from '../reader.ts';

/** What the reading process is asked; one file at a time. */
export interface ReadRequest {
  readonly id: number;
  readonly file: NamedBytes;
  /** Resident bytes it may take on while it reads this file. */
  readonly memoryLimit: number;
  readonly limits: ReadLimits;
  /** Asks for the text to be split too, with this knowledge. */
  readonly split: Knowledge | null;
}

/** `ready` once, when the readers are loaded; then for each request `begun` and one answer. */
export type ReadResponse =
  | { readonly kind: 'ready' }
  /** What the file's reader needs is loaded; from here on the time is the file's. */
  | { readonly kind: 'begun'; readonly id: number }
  | {
      readonly kind: 'read';
      readonly id: number;
      readonly intake: Intake;
      readonly trace?: SplitTrace;
      readonly memory: number;
    }
  | {
      readonly kind: 'refused';
      readonly id: number;
      readonly code: IntakeErrorCode;
      readonly params: ErrorParams;
      readonly memory: number;
    }
  /** A fault of a reader, not a sentence of it. */
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string };
