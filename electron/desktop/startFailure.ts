import { CoreError } from '../core/errors.ts';

/** A way out of a start that failed, as a link on the page. */
export interface WayOut {
  readonly label: string;
  /** Path below the page's own address. */
  readonly href: string;
}

/** The sentence for a start that failed. Faults of the program are shown, too: nobody else is there to see them. */
export function startSentence(error: unknown): string {
  if (error instanceof CoreError) return error.message;
  return `程序没有启动成功：${error instanceof Error ? error.message : String(error)}`;
}

/**
 * The page shown instead of the program when it cannot start: what is wrong, and what can be done. It needs no script,
 * so that it works whatever is broken.
 */
export function startFailurePage(error: unknown, waysOut: readonly WayOut[]): Response {
  const links = waysOut.map(({ label, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`).join('');
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>信息编刊工作站</title><style>${STYLE}</style>
<main><h1>工作站没有打开</h1><p role="alert">${escapeHtml(startSentence(error))}</p><nav>${links}</nav></main></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

const STYLE = `
body { margin: 0; color: #1f2733; background: #f4f5f7; font: 16px/1.8 system-ui, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 36em; margin: 18vh auto 0; padding: 24px 32px; border: 1px solid #d5d9e0; background: #fff; }
h1 { margin: 0 0 8px; font-size: 20px; }
nav a { display: inline-block; margin-right: 16px; padding: 4px 16px; border: 1px solid #2b4a7e; color: #2b4a7e; text-decoration: none; }
nav a:hover, nav a:focus { background: #2b4a7e; color: #fff; }`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
