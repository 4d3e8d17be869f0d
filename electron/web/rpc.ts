import { MEGABYTE } from './body.ts';
import type { Caller } from './caller.ts';
import { readJson } from './json.ts';

/** Two million Chinese characters, the longest paste the contract allows, with room for the rest. */
const LIMIT = 8 * MEGABYTE;

/**
 * `POST /rpc/:name`: JSON in, JSON out (`null` where a method answers nothing). Name, role and input are the core's to
 * judge. Throws CoreError.
 */
export async function answerRpc(name: string, request: Request, { core, actor, session }: Caller): Promise<Response> {
  const result = await core.call(name, await readJson(request, LIMIT), actor, session);
  return Response.json(result ?? null);
}
