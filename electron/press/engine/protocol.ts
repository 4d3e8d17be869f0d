import type { FontRoleReport } from '../../../shared/contract/views.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import type { LineBox, PageMeter } from '../../../shared/page/index.ts';
import type { PressErrorCode } from '../errors.ts';

/** Bytes of pictures by hash. */
export type Pictures = Record<string, Uint8Array>;

/** What the parent asks of the engine's process, and what it gets: one entry each. */
export interface EngineCalls {
  start: { ask: { fontDirs: string[]; templates: string | null }; answer: null };
  fonts: { ask: null; answer: FontRoleReport[] };
  pdf: { ask: { bulletin: Bulletin; pictures: Pictures }; answer: PressedPdf };
  preview: {
    ask: { bulletin: Bulletin; pictures: Pictures; known: readonly string[]; only?: readonly number[] };
    answer: PressPreview;
  };
  distributionPdf: { ask: { sheet: DistributionSheet }; answer: Uint8Array };
}

export interface PressedPdf {
  bytes: Uint8Array;
  pages: number;
  /** Characters the wanted face lacks and another one sets, by role: 喆 in 仿宋. */
  strayGlyphs: StrayGlyphs[];
}

export interface StrayGlyphs {
  role: string;
  family: string;
  characters: string[];
}

export interface PreviewPage {
  n: number;
  hash: string;
  /** The page as SVG; left out where the caller already has it or did not ask for this page. */
  svg?: string;
}

export interface PressPreview {
  /** Page size, mm. */
  width: number;
  height: number;
  pages: PreviewPage[];
  lines: LineBox[];
  meter: PageMeter;
}

export type EngineMethod = keyof EngineCalls;
export type EngineRequest = {
  [M in EngineMethod]: { id: number; method: M; ask: EngineCalls[M]['ask'] };
}[EngineMethod];
export type EngineResponse = { id: number; memory: number } & (
  | { ok: true; answer: EngineCalls[EngineMethod]['answer'] }
  | { ok: false; code: PressErrorCode; sentence: string; detail: string }
);
