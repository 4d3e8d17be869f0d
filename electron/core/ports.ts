import type { FontRoleReport, PageCheck, Preview } from '../../shared/contract/views.ts';
import type { Bulletin } from '../../shared/domain/bulletin.ts';
import type { DistributionSheet } from '../../shared/domain/distributionSheet.ts';

/** What the core asks of the press. Errors are `CoreError`s `press-failed` and `press-refused`. */
export interface CorePress {
  /**
   * The real pages; drawn are those of `only` (1-based; `null` is all) whose hash is not `known`. In one `lane` (a window
   * that shows an issue) a newer request takes the place of an older one that still waits.
   */
  preview(
    bulletin: Bulletin,
    view: { known: readonly string[]; only: readonly number[] | null; lane: string },
  ): Promise<Preview>;
  /** Every file of an issue, in the order they are made; `onFile` is called after each. */
  files(
    bulletin: Bulletin,
    sheet: DistributionSheet,
    onFile: (done: number, total: number) => void,
  ): Promise<PressFiles>;
  close(): Promise<void>;
}

export interface PressFiles {
  files: { name: string; bytes: Uint8Array }[];
  pages: number;
  fonts: FontRoleReport[];
  /** The checker's verdict on the pages of the PDF. */
  check: PageCheck;
  /** Sentences for the report: substituted fonts, missing characters. */
  remarks: string[];
}
