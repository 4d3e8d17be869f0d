import { type ErrorCode, type ErrorData, type ErrorParams, errorSentence } from './errors.ts';

/**
 * A failure a user can meet: a code of `errorWords` and what fills its sentence. The message is the Chinese sentence, so
 * that a log line can be read as it is. Each side of the import rule names its own kind.
 */
export abstract class CodedError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly params: ErrorParams;

  constructor(code: Code, params: ErrorParams = {}, options?: ErrorOptions) {
    super(errorSentence({ code, params }), options);
    this.code = code;
    this.params = params;
  }

  /** As it crosses the boundary. */
  get data(): ErrorData {
    return { code: this.code, params: this.params };
  }
}
