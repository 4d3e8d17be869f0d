import { CoreError } from '../core/errors.ts';

/**
 * Reads a body of at most `limit` bytes. A larger one is never held: the rest is thrown away for a moment, since most
 * browsers only look at the answer once they have sent everything, and `tooLarge` is thrown with the size in bytes that
 * was announced (`null`: none was). Throws `invalid-request` where the sender breaks off.
 */
export async function readBody(
  request: Request,
  limit: number,
  tooLarge: (announced: number | null) => CoreError,
): Promise<Uint8Array<ArrayBuffer>> {
  const announced = announcedLength(request);
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  try {
    if (announced !== null && announced > DRAIN_LIMIT) throw tooLarge(announced);
    const parts: Uint8Array[] = [];
    let size = 0;
    while (size <= limit) {
      const { done, value } = await next(reader);
      if (done) return joined(parts, size);
      size += value.byteLength;
      parts.push(value);
    }
    parts.length = 0;
    await drain(reader, announced === null ? DRAIN_ENDLESS : DRAIN_ANNOUNCED);
    throw tooLarge(announced);
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** `5 MB`, rounded up so that what is over a limit never reads like the limit. */
export const inMegabytes = (bytes: number) => `${Math.ceil(bytes / MEGABYTE)} MB`;

export const MEGABYTE = 1024 * 1024;

/** Beyond this the connection is cut, bytes. */
const DRAIN_LIMIT = 1024 * MEGABYTE;
/** How long the rest is taken, ms: a file on its way from a slow disk, or what may never end. */
const DRAIN_ANNOUNCED = 10_000;
const DRAIN_ENDLESS = 1_000;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function next(reader: Reader) {
  try {
    return await reader.read();
  } catch (error) {
    throw new CoreError('invalid-request', {}, { cause: error });
  }
}

async function drain(reader: Reader, time: number): Promise<void> {
  const timer = setTimeout(() => reader.cancel().catch(() => {}), time);
  try {
    for (let size = 0; size < DRAIN_LIMIT; ) {
      const { done, value } = await next(reader);
      if (done) return;
      size += value.byteLength;
    }
  } finally {
    clearTimeout(timer);
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

function announcedLength(request: Request): number | null {
  const header = request.headers.get('content-length');
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
