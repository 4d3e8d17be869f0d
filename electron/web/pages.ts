import { randomBytes } from 'node:crypto';
import { CoreError } from '../core/errors.ts';
import type { Assets } from './assets.ts';
import { contentSecurityPolicy } from './headers.ts';

/** Stands in the built page (Vite's `html.cspNonce`) wherever the nonce of each answer goes. */
const NONCE_PLACE = '__CSP_NONCE__';

/**
 * `GET` of anything else: a file of the built page, or the page itself for an address inside it (`/items/…`).
 * Throws `not-found`.
 */
export async function servePage(request: Request, assets: Assets): Promise<Response> {
  const wanted = pathOf(request);
  const asset = wanted === 'index.html' ? null : await assets(wanted);
  if (asset) {
    return new Response(asset.bytes, {
      headers: {
        'content-type': asset.type,
        // Vite names these by their content.
        'cache-control': wanted.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    });
  }
  const index = acceptsPage(request) ? await assets('index.html') : null;
  if (index === null) throw new CoreError('not-found', { what: '这个页面' });
  return page(200, new TextDecoder().decode(index.bytes));
}

/** What a window without a session sees. */
export const noSessionPage = () =>
  page(
    401,
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>信息编刊工作站</title>
<style nonce="${NONCE_PLACE}">body{font:16px/1.8 sans-serif;margin:20vh auto;max-width:32em;padding:0 1em}</style>
<h1>这个窗口没有打开工作站的凭证</h1>
<p>请重新启动程序，或使用启动时显示的地址（每个地址只能用一次）。已保存的内容都还在。</p></html>`,
  );

/** Browsers ask for a page by `text/html`; scripts, styles and `fetch` do not. */
export const acceptsPage = (request: Request) =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  (request.headers.get('accept') ?? '').includes('text/html');

function page(status: number, html: string): Response {
  const nonce = randomBytes(16).toString('base64url');
  return new Response(html.replaceAll(NONCE_PLACE, nonce), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy({ nonce }),
    },
  });
}

function pathOf(request: Request): string {
  const { pathname } = new URL(request.url);
  try {
    return decodeURIComponent(pathname).slice(1);
  } catch {
    return pathname.slice(1);
  }
}
