/** What the start command was asked for. */
export interface StartOptions {
  readonly browser: boolean;
  /** `null` takes the usual port or the next free one. */
  readonly port: number | null;
  readonly dataDir: string;
  /** Folder below the data folder for exports; `null` takes the user's documents. */
  readonly exportFolder: string | null;
  readonly sample: boolean;
  readonly open: boolean;
  readonly timing: boolean;
}
