import {
  type ErrorCode,
  type ErrorData,
  type ErrorParams,
  errorSentence,
  errorWords,
} from '../../shared/contract/errors.ts';

/** A failure the core reported: code and parameters, never words of its own. */
export class DeskError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(data: ErrorData) {
    super(data.code);
    this.name = 'DeskError';
    this.code = data.code;
    this.params = data.params;
  }
}

/** The core did not answer at all: it was closed, or the line to it is cut. Nothing is known of what was asked. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection lost', { cause });
    this.name = 'ConnectionLost';
  }
}

/** The sentence to show for anything thrown, and what to do about it. */
export function sentenceOf(error: unknown): string {
  if (error instanceof DeskError) return errorSentence(error);
  if (error instanceof ConnectionLost) return '与程序的连接断了，这一步没有完成。请确认程序还在运行，然后重试。';
  return errorSentence({ code: 'internal', params: {} });
}

export const hasCode = (error: unknown, code: ErrorCode): error is DeskError =>
  error instanceof DeskError && error.code === code;

/** The error an answer's body carries; anything unreadable counts as an internal one. */
export function errorFromBody(body: unknown): DeskError {
  const error = isRecord(body) ? body['error'] : undefined;
  if (isRecord(error) && typeof error['code'] === 'string' && Object.hasOwn(errorWords, error['code'])) {
    return new DeskError({ code: error['code'] as ErrorCode, params: paramsOf(error['params']) });
  }
  return new DeskError({ code: 'internal', params: {} });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const paramsOf = (value: unknown): ErrorParams =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
        ),
      )
    : {};
