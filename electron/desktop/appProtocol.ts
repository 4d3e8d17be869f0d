import { protocol } from 'electron';
import { SCHEME } from './origin.ts';

type Handle = (request: Request) => Promise<Response>;

/** Makes `app://` a scheme pages can live on. Electron takes this before it is ready, and once. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/**
 * Answers every request of our pages with `handle`. A page without a content security policy is a fault and is not
 * shown: whatever made it must not run.
 */
export function serveApp(handle: Handle): void {
  protocol.handle(SCHEME, async (request) => {
    const response = await handle(request);
    const isPage = response.headers.get('content-type')?.includes('html') === true;
    if (isPage && !response.headers.has('content-security-policy')) {
      await response.body?.cancel();
      return new Response('页面缺少安全策略，没有显示。', {
        status: 500,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
    }
    return response;
  });
}
