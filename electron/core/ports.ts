import type { FontRemarks, FontRoleReport, PageCheck, Preview } from '../../shared/contract/views.ts';
import type { Bulletin } from '../../shared/domain/bulletin.ts';
import type { WorkbookSheet } from '../../shared/domain/circular/workbook.ts';
import type { CodeSlips } from '../../shared/domain/codeSlips.ts';
import type { DistributionSheet } from '../../shared/domain/distributionSheet.ts';
import type { ExportWish } from '../../shared/domain/exportWish.ts';
import type { FormSheet } from '../../shared/domain/formSheet.ts';

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
  /** Told once where stored pictures are read; `null` where there is none of that hash. */
  readPicturesFrom(stored: (hash: string) => Uint8Array | null): void;
  /** Gets ready for a first page; what comes of it is seen when one is asked for. */
  warm(): void;
  /** What of an issue can be made, in the order it is made: nothing is until it is asked. */
  plan(order: PressOrder, wish: ExportWish): PlannedFile[];
  /** A circular or statement in all its forms: PDF, DOCX, XLSX. */
  document(bulletin: Bulletin, sheets: readonly WorkbookSheet[], name: string): PlannedFile[];
  /** Slips of units' codes as PDF. */
  slips(slips: CodeSlips): Promise<Uint8Array>;
  fonts(): Promise<FontRoleReport[]>;
  /** What the fonts of this machine lack for a bulletin, before anything is exported. */
  fontRemarks(bulletin: Bulletin): Promise<FontRemarks>;
  close(): Promise<void>;
}

/** An issue as it goes to the press. */
export interface PressOrder {
  bulletin: Bulletin;
  sheet: DistributionSheet;
  /** Printed above every page of what has not been signed (清样); `null` where it has. */
  proof: string | null;
  /** 核稿单; `null` for an issue signed before there was one. */
  review: FormSheet | null;
}

export interface PlannedFile {
  name: string;
  make(): Promise<PressedFile>;
}

export interface PressedFile {
  bytes: Uint8Array;
  /** Of the issue's own pages; `check` is null where they cannot be measured. */
  pages?: { count: number; check: PageCheck | null; remarks: string[] };
}
