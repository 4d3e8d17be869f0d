import type { Session } from 'electron';

/** What a page may load from; `devtools:` and Chromium's PDF view, an extension of its own, are the browser's parts. */
const ALLOWED: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:', 'chrome-extension:', 'chrome:']);

/** Nothing calls out: requests to any other scheme, `http:` and `file:` among them, are cancelled and named. */
export function refuseOutsideRequests(session: Session, report: (address: string) => void): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = URL.parse(details.url)?.protocol ?? '';
    const refused = !ALLOWED.has(scheme);
    if (refused) report(details.url);
    answer({ cancel: refused });
  });
}
