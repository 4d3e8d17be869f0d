import { CoreError } from '../../core/errors.ts';

/**
 * Against DNS rebinding: a foreign name that resolves to this machine still shows in `Host` (or in an absolute request
 * target). Compared exactly: browsers send names in lower case, and two `Host` lines arrive joined by a comma.
 * Throws `wrong-origin`.
 */
export function guardHost(request: Request, origins: readonly string[]): void {
  const { protocol, host } = new URL(request.url);
  const header = request.headers.get('host');
  const own = origins.includes(`${protocol}//${host}`) && (header === null || header === host);
  if (!own) throw new CoreError('wrong-origin');
}
