import type { Bulletin } from '../domain/bulletin.ts';
import type { LatinMetrics } from './compose/latin.ts';
import { type Layout, layOut } from './layout.ts';

export interface PageWarning {
  code: 'shortLastPage' | 'imprintAlone' | 'emptyEntry';
  text: string;
  /** The entry it is about, where it is about one. */
  entry?: string;
}

/** What the editor sees beside the text: pages, room, and lines of each entry. */
export interface PageMeter {
  pages: number;
  /** Lines free on the last page before the imprint. */
  freeLines: number;
  /** Lines of text on the last page. */
  linesOnLastPage: number;
  linesByEntry: Record<string, number>;
  warnings: PageWarning[];
}

/** Measures a bulletin's pages without the engine; a few milliseconds for four pages. */
export function pageMeter(bulletin: Bulletin, metrics?: LatinMetrics): PageMeter {
  return meterOf(bulletin, layOut(bulletin, metrics));
}

/** The meter of a layout already made. */
export function meterOf(bulletin: Bulletin, layout: Layout): PageMeter {
  return {
    pages: layout.pages.length,
    freeLines: layout.freeLines,
    linesOnLastPage: layout.linesOnLastPage,
    linesByEntry: Object.fromEntries(layout.linesByEntry),
    warnings: warningsOf(bulletin, layout),
  };
}

function warningsOf(bulletin: Bulletin, layout: Layout): PageWarning[] {
  const warnings: PageWarning[] = [];
  const { lastTextPage, linesOnLastPage, measures, pages } = layout;
  if (lastTextPage > 1 && linesOnLastPage < measures.fewestLinesOnLastPage)
    warnings.push({ code: 'shortLastPage', text: `第${lastTextPage}页只有${linesOnLastPage}行正文` });
  if (layout.imprint && lastTextPage < pages.length)
    warnings.push({ code: 'imprintAlone', text: `版记单独在第${pages.length}页` });
  for (const entry of bulletin.entries)
    if (!layout.linesByEntry.get(entry.id))
      warnings.push({ code: 'emptyEntry', text: '有一条稿件没有文字', entry: entry.id });
  return warnings;
}
