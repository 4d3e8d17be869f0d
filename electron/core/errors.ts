import { type ErrorCode, type ErrorData, type ErrorParams, errorSentence } from '../../shared/contract/errors.ts';

/**
 * A failure a user can meet: a code of `errorWords` and what fills its sentence. Everything else that is thrown is a
 * programmer's error and stays loud. The message is the Chinese sentence, so that a log line can be read as it is.
 */
export class CoreError extends Error {
  override readonly name = 'CoreError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(errorSentence({ code, params }), options);
    this.code = code;
    this.params = params;
  }

  /** As it crosses the boundary. */
  get data(): ErrorData {
    return { code: this.code, params: this.params };
  }
}
