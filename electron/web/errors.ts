import { errorStatus } from '../../shared/contract/errors.ts';
import type { ErrorBody } from '../../shared/contract/views.ts';
import type { Log } from '../core/db/open.ts';
import { CoreError } from '../core/errors.ts';

/**
 * Any failure as the page gets it: code and parameters. What is no CoreError is a programmer's error: the log gets all of
 * it, the page only learns that there was one. Refusals are logged, ordinary mistakes are not.
 */
export function errorResponse(error: unknown, request: Request, log: Log): Response {
  const { data } = error instanceof CoreError ? error : new CoreError('internal');
  const status = errorStatus(data.code);
  // Never the query: it may hold a one-time code.
  const where = { method: request.method, path: new URL(request.url).pathname, code: data.code };
  if (status >= 500) log.error('failed', { ...where, error });
  else if (status === 401 || status === 403) log.warn('refused', where);
  return Response.json({ error: data } satisfies ErrorBody, { status });
}
