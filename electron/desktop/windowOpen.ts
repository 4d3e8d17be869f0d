import type { WebContents } from 'electron';
import { isOwn } from './origin.ts';
import { SAFE_PREFERENCES } from './webPreferences.ts';

/**
 * New windows: a PDF of our press, to be looked at and printed, and nothing else. There are no links to elsewhere: the
 * program never hands an address to the system's browser.
 */
export function allowOnlyPdfWindows(contents: WebContents): void {
  // The dialog of the system, over the pages it is about; where it fails they stand there with a print button of their own.
  contents.on('did-create-window', ({ webContents: opened }, { url }) => {
    if (!new URL(url).searchParams.has('print')) return;
    opened.once('did-finish-load', () => opened.print({ silent: false, scaleFactor: 100 }));
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (!isPdfOfOurs(url)) return { action: 'deny' };
    return {
      action: 'allow',
      // Chromium's own PDF view is a plug-in.
      overrideBrowserWindowOptions: { autoHideMenuBar: true, webPreferences: { ...SAFE_PREFERENCES, plugins: true } },
    };
  });
}

function isPdfOfOurs(address: string): boolean {
  if (!isOwn(address)) return false;
  const { pathname, searchParams } = new URL(address);
  return pathname.startsWith('/files/') && pathname.endsWith('.pdf') && searchParams.has('show');
}
