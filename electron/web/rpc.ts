import { CoreError } from '../core/errors.ts';
import { inMegabytes, MEGABYTE, readBody } from './body.ts';
import type { Caller } from './caller.ts';
import { parseJson } from './json.ts';

/** Two million Chinese characters, the longest paste the contract allows, with room for the rest. */
const LIMIT = 8 * MEGABYTE;

/**
 * `POST /rpc/:name`: JSON in, JSON out (`null` where a method answers nothing). Name, role and input are the core's to
 * judge. Throws CoreError.
 */
export async function answerRpc(name: string, request: Request, { core, actor, session }: Caller): Promise<Response> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(?:;|$)/i.test(type)) throw new CoreError('invalid-request');
  const bytes = await readBody(
    request,
    LIMIT,
    () => new CoreError('too-large', { what: '提交的内容', limit: inMegabytes(LIMIT) }),
  );
  const result = await core.call(name, parseJson(bytes), actor, session);
  return Response.json(result ?? null);
}
