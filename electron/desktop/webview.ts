import type { WebContents } from 'electron';

/** The tag is off; should it ever be on, nothing may be put into it. */
export function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
