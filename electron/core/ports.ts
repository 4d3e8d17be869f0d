import type { FontRoleReport, Preview } from '../../shared/contract/views.ts';
import type { Bulletin } from '../../shared/domain/bulletin.ts';
import type { DistributionSheet } from '../../shared/domain/distributionSheet.ts';

/** What the core asks of the press. Errors are `CoreError`s `press-failed` and `press-refused`. */
export interface CorePress {
  /** The real pages; those whose hash is `known` without their drawing. */
  preview(bulletin: Bulletin, known: readonly string[]): Promise<Preview>;
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
  /** Sentences for the report: substituted fonts, missing characters, the checker's findings. */
  remarks: string[];
}
