import { BrowserWindow, type Session } from 'electron';
import { ORIGIN } from './origin.ts';
import { askAboutUnsaved } from './unsaved.ts';
import { SAFE_PREFERENCES } from './webPreferences.ts';
import { readWindowState, rememberWindow, SMALLEST } from './windowState.ts';

/** The one window, where it was left; shown only when there is something to see. */
export function openMainWindow({
  preload,
  state,
  session,
}: {
  preload: string;
  state: string;
  session: Session;
}): BrowserWindow {
  const { maximized, ...bounds } = readWindowState(state);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: '信息编刊工作站',
    backgroundColor: '#f4f5f7',
    webPreferences: { ...SAFE_PREFERENCES, preload, session },
  });
  rememberWindow(window, state);
  askAboutUnsaved(window);
  window.once('ready-to-show', () => {
    if (maximized === true) window.maximize();
    window.show();
  });
  // A page that crashed lost nothing that was saved; it is loaded again.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

/** Brings a window to the front. */
export function focusWindow(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
