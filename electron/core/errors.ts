import { CodedError } from '../../shared/contract/codedError.ts';

/** What the core refuses or fails at, for a user to read. Everything else that is thrown is a programmer's error. */
export class CoreError extends CodedError {
  override readonly name = 'CoreError';
}
