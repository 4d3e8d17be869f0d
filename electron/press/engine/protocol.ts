import type { FontRoleReport, Preview } from '../../../shared/contract/views.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import type { CodeSlips } from '../../../shared/domain/codeSlips.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import type { LabelWish } from '../../../shared/page/labels.ts';
import type { Measures } from '../../../shared/page/measures.ts';
import type { SheetKind } from '../../../shared/page/sheetMeasures.ts';
import type { CheckResult, MixedColumn } from '../check/index.ts';
import type { PressErrorCode } from '../errors.ts';

/** Bytes of pictures by hash. */
export type Pictures = Record<string, Uint8Array>;

/** What the parent asks of the engine's process, and what it gets: one entry each. */
export interface EngineCalls {
  start: { ask: { fontDirs: string[]; templates: string | null }; answer: null };
  fonts: { ask: null; answer: FontRoleReport[] };
  /** `proof`: printed above every page of what has not been signed. */
  pdf: { ask: { bulletin: Bulletin; pictures: Pictures; proof: string | null }; answer: EnginePdf };
  /** Copies one after another, each with its number and each beginning on a front side. */
  copiesPdf: {
    ask: { bulletin: Bulletin; pictures: Pictures; from: number; to: number; proof: string | null };
    answer: Uint8Array;
  };
  glyphs: { ask: { bulletin: Bulletin }; answer: GlyphReport };
  preview: {
    ask: { bulletin: Bulletin; pictures: Pictures } & PreviewRequest;
    answer: PressPreview;
  };
  check: { ask: { pdf: Uint8Array; measures: Measures; mixed: MixedColumn[] }; answer: CheckResult };
  sheetPdf: { ask: { sheet: DistributionSheet; kind: SheetKind }; answer: Uint8Array };
  slipsPdf: { ask: { slips: CodeSlips; square: boolean[][] | null }; answer: Uint8Array };
  labelsPdf: { ask: { sheet: DistributionSheet; wish: LabelWish }; answer: Uint8Array };
}

export interface EnginePdf {
  bytes: Uint8Array;
  pages: number;
  measures: Measures;
  /** Columns that hold more than lines of text, or fewer than they could. */
  mixed: MixedColumn[];
}

/** Characters of a bulletin that its faces lack. */
export interface GlyphReport {
  /** Set by another face, by role: 喆 in 仿宋. */
  stray: StrayGlyphs[];
  /** In no installed font: the bulletin cannot be printed with them. */
  nowhere: string[];
}

export interface StrayGlyphs {
  role: string;
  family: string;
  characters: string[];
}

export interface PreviewRequest {
  /** Hashes of pages the caller still has, with their outlines and pictures; they come without their drawing. */
  known: readonly string[];
  /** Draw only these pages (1-based); `null` draws all. */
  only: readonly number[] | null;
}

/** Outlines and pictures come once: those that no known page has. */
export type PressPreview = Preview;

export type EngineMethod = keyof EngineCalls;
export type EngineRequest = {
  [M in EngineMethod]: { id: number; method: M; ask: EngineCalls[M]['ask'] };
}[EngineMethod];
export type EngineResponse = { id: number; memory: number } & (
  | { ok: true; answer: EngineCalls[EngineMethod]['answer'] }
  | { ok: false; code: PressErrorCode; sentence: string; detail: string }
);
