/** What a desktop's preload script offers a page; a browser offers none of it. `capabilities` say what may be asked. */
export interface HostBridge {
  /** Opens the folder in the system's file manager. */
  showInFolder(path: string): Promise<void>;
  /** The system's folder dialog; `null` where it was closed. */
  chooseFolder(): Promise<string | null>;
}

/** The bridge of this window, or `null` in a browser. */
export const hostBridge = (): HostBridge | null => (window as { desktop?: HostBridge }).desktop ?? null;
