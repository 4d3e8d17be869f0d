/** What the desktop's preload script offers its page as `window.desktop`; a browser offers none of it. */
export interface DesktopBridge {
  /** Opens a folder that an export of this run has written, in the system's file manager. Others are refused. */
  showInFolder(path: string): Promise<void>;
  /** The system's folder dialog; `null` where it was closed. */
  chooseFolder(): Promise<string | null>;
}

/** Names under which the page's calls reach the main process. */
export const desktopChannels = {
  showInFolder: 'desk:showInFolder',
  chooseFolder: 'desk:chooseFolder',
} as const satisfies Record<keyof DesktopBridge, string>;
