import type { Bulletin } from '../domain/bulletin.ts';
import type { HouseStyle } from '../domain/houseStyle.ts';
import { type LatinMetrics, timesMetrics } from './compose/latin.ts';
import { type Layout, layOutUnits } from './layout.ts';
import { measuresOf } from './measures.ts';
import { type Unit, unitsOf } from './units.ts';

/** What the editor is told about the pages, in words: 满4页还余7行. */
export interface PageAdvice {
  summary: string;
  pages: number;
  freeLines: number;
  /** Lines to cut so that the document is a page shorter; `null` for a document of one page. */
  linesToShorten: number | null;
  entries: EntryAdvice[];
  fits: FitProposal[];
}

export interface EntryAdvice {
  entry: string;
  lines: number;
  /** Characters to cut from its last line to save a line. */
  charactersToSaveLine: number;
  /** Pages of the document without the entry. */
  pagesWithout: number;
}

/** A change of the house style that makes the pages come out; shown before it is taken. */
export interface FitProposal {
  label: string;
  change: Partial<Pick<HouseStyle, 'mastheadSlots' | 'themeSlots' | 'rows'>>;
  pages: number;
  freeLines: number;
  linesOnLastPage: number;
}

/** Fewest slots a masthead and a theme are shrunk to, and most lines a page is given (5.2.3 特定情况可以作适当调整). */
const LEAST_MASTHEAD = 8;
const LEAST_THEME = 3;
const MOST_MORE_ROWS = 2;

/** Advises on the pages of a bulletin. Its text is composed once, its pages made anew for each entry and proposal. */
export function adviseOn(bulletin: Bulletin, metrics: LatinMetrics = timesMetrics): PageAdvice {
  const units = unitsOf(bulletin, measuresOf(bulletin.style), metrics);
  const layout = layOutUnits(bulletin, units, metrics);
  const { freeLines, linesByEntry } = layout;
  const pages = layout.pages.length;
  const entries = bulletin.entries.map(({ id }): EntryAdvice => {
    const others = units.filter(({ entry }) => entry !== id);
    return {
      entry: id,
      lines: linesByEntry.get(id) ?? 0,
      charactersToSaveLine: lastLineCharacters(layout, id),
      pagesWithout: layOutUnits(bulletin, others, metrics).pages.length,
    };
  });
  return {
    summary: summaryOf(pages, freeLines),
    pages,
    freeLines,
    linesToShorten: pages > 1 ? linesToShorten(layout) : null,
    entries,
    fits: proposeFits(bulletin, units, layout, metrics),
  };
}

/** `满4页还余7行`, or `正好满4页`. */
export function summaryOf(pages: number, freeLines: number): string {
  return freeLines === 0 ? `正好满${pages}页` : `满${pages}页还余${freeLines}行`;
}

/** What stands on the last page, and what the imprint displaces on the one before. */
function linesToShorten(layout: Layout): number {
  const { lastTextPage, linesOnLastPage, pages, measures, imprint } = layout;
  const imprintSlots = imprint ? Math.ceil((imprint.heightPt + measures.imprint.gapPt) / measures.pitchPt) : 0;
  if (lastTextPage < pages.length) return Math.max(1, imprintSlots - layout.freeLines);
  return linesOnLastPage + imprintSlots;
}

function lastLineCharacters(layout: Layout, entry: string): number {
  const last = layout.pages
    .flatMap((page) => page.pieces)
    .filter((piece) => piece.kind === 'lines' && piece.unit.entry === entry)
    .at(-1);
  return last?.kind === 'lines' ? [...(last.unit.lines.at(-1)?.text ?? '')].length : 0;
}

/**
 * Smaller mastheads and themes, then more lines a page, each only where it saves a page or rescues a last page that
 * looks forgotten. The smallest change comes first.
 */
function proposeFits(bulletin: Bulletin, units: readonly Unit[], now: Layout, metrics: LatinMetrics): FitProposal[] {
  const { style } = bulletin;
  const proposals: FitProposal[] = [];
  const seen = new Set<string>();
  for (const change of changes(bulletin)) {
    const changed = { ...bulletin, style: { ...style, ...change } };
    // Only the height of a line changes what headings, tables and pictures take.
    const set = change.rows === undefined ? units : unitsOf(changed, measuresOf(changed.style), metrics);
    const layout = layOutUnits(changed, set, metrics);
    const { freeLines, linesOnLastPage } = layout;
    const pages = layout.pages.length;
    if (pages > now.pages.length || looksForgotten(layout) || !(pages < now.pages.length || looksForgotten(now)))
      continue;
    // One proposal for each kind of change: the smallest that does it.
    const kind = Object.keys(change).join();
    if (seen.has(kind)) continue;
    seen.add(kind);
    proposals.push({ label: labelOf(style, change), change, pages, freeLines, linesOnLastPage });
  }
  return proposals;
}

function looksForgotten({ lastTextPage, linesOnLastPage, measures, pages }: Layout): boolean {
  return (lastTextPage > 1 && linesOnLastPage < measures.fewestLinesOnLastPage) || lastTextPage < pages.length;
}

function* changes({ style, theme }: Bulletin): Generator<FitProposal['change']> {
  for (let slots = style.mastheadSlots - 1; slots >= LEAST_MASTHEAD; slots--) yield { mastheadSlots: slots };
  if (theme.length > 0)
    for (let slots = style.themeSlots - 1; slots >= LEAST_THEME; slots--) yield { themeSlots: slots };
  for (let more = 1; more <= MOST_MORE_ROWS; more++) yield { rows: style.rows + more };
  for (let more = 1; more <= MOST_MORE_ROWS; more++)
    for (let slots = style.mastheadSlots - 1; slots >= LEAST_MASTHEAD; slots--)
      yield { mastheadSlots: slots, rows: style.rows + more };
  // A last page of a line or two is also rescued by giving the masthead more room.
  yield { mastheadSlots: Math.min(16, style.mastheadSlots + 1) };
}

function labelOf(style: HouseStyle, change: FitProposal['change']): string {
  const parts: string[] = [];
  if (change.mastheadSlots !== undefined) parts.push(`报头由${style.mastheadSlots}行改为${change.mastheadSlots}行`);
  if (change.themeSlots !== undefined) parts.push(`主题由${style.themeSlots}行改为${change.themeSlots}行`);
  if (change.rows !== undefined) parts.push(`每页由${style.rows}行改为${change.rows}行`);
  return parts.join('，');
}
