import type { WebContents } from 'electron';
import { isOwn } from './origin.ts';

/** A window shows our pages and nothing else, whatever a link, a script or a dropped file asks. */
export function keepToOwnPages(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url) && !(event.url.startsWith('blob:app://desk/') && !event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
}
