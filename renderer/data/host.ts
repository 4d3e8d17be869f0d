import type { DesktopBridge } from '../../shared/contract/desktop.ts';

/** What the desktop offers this window, or `null` in a browser; `capabilities` say what may be asked. */
export const hostBridge = (): DesktopBridge | null => (window as { desktop?: DesktopBridge }).desktop ?? null;
