import { CoreError } from '../core/errors.ts';
import { inMegabytes, readBody } from './body.ts';

/** The JSON a page sent, of at most `limit` bytes. Throws `invalid-request`, `too-large`. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(?:;|$)/i.test(type)) throw new CoreError('invalid-request');
  const tooLarge = () => new CoreError('too-large', { what: '提交的内容', limit: inMegabytes(limit) });
  return parseJson(await readBody(request, limit, tooLarge));
}

/** Deeper than any input of ours; without a limit a page could run later steps out of stack. */
const DEEPEST = 64;

/** JSON from bytes that must be whole UTF-8. Throws `invalid-request`. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (depth(text) <= DEEPEST) return JSON.parse(text);
  } catch (error) {
    throw new CoreError('invalid-request', {}, { cause: error });
  }
  throw new CoreError('invalid-request');
}

/** How deep brackets nest outside of strings; of text that is no JSON, any number. */
function depth(text: string): number {
  let deepest = 0;
  let level = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (quoted && sign === '\\') i += 1;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++level);
    else if (sign === ']' || sign === '}') level -= 1;
  }
  return deepest;
}
