import type { Bulletin } from '../domain/bulletin.ts';
import { adjustedStyle, adjustWords, type PageAdjust } from '../domain/pageAdjust.ts';
import { Composer } from './composer.ts';
import { widthOf } from './heading.ts';
import type { Layout } from './layout.ts';
import { movedEntry, movesWithin, withoutEntry } from './order.ts';
import type { ParagraphUnit } from './units.ts';

/** What the editor is told about the pages, in words: 满4页还余7行. */
export interface PageAdvice {
  summary: string;
  pages: number;
  freeLines: number;
  /** Lines to cut so that the document is a page shorter; `null` for a document of one page. */
  linesToShorten: number | null;
  /** The cheapest cuts that save so many lines, each a line; empty where too many would be needed. */
  cuts: Cut[];
  entries: EntryAdvice[];
  fits: FitProposal[];
}

/** Characters to cut from a paragraph so that it takes a line less. */
export interface Cut {
  entry: string;
  /** Index of the block in the entry's body. */
  block: number;
  characters: number;
}

export interface EntryAdvice {
  entry: string;
  lines: number;
  /** The fewest characters to cut from one of its paragraphs to save a line; `null` where it has no second line. */
  charactersToSaveLine: number | null;
  /** Characters its last paragraph can be longer without another line. */
  charactersFree: number;
  /** Pages of the document without the entry, and lines then free. */
  pagesWithout: number;
  freeLinesWithout: number;
}

/** A change that makes the pages come out; shown before it is taken. */
export interface FitProposal {
  label: string;
  /** What is set otherwise; empty where only the order is. */
  adjust: PageAdjust;
  /** The entries by their ids in another order; `null` leaves it. */
  order: string[] | null;
  pages: number;
  freeLines: number;
  linesOnLastPage: number;
}

/** Fewest slots a masthead and a theme are shrunk to, and most lines a page is given (5.2.3 特定情况可以作适当调整). */
const LEAST_MASTHEAD = 8;
const MOST_MASTHEAD = 16;
const LEAST_THEME = 3;
const MOST_MORE_ROWS = 2;
/** More lines than that are not found by trimming last lines. */
const MOST_CUTS = 6;
/** Orders tried; each costs a layout. */
const MOST_ORDERS = 60;

/** Advises on the pages of a bulletin. */
export function adviseOn(bulletin: Bulletin, composer: Composer = new Composer()): PageAdvice {
  const steps = adviseInSteps(bulletin, composer);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same with a stop after each trial of a layout, for whoever must not hold up what is on the screen. */
export function* adviseInSteps(bulletin: Bulletin, composer: Composer): Generator<void, PageAdvice> {
  const layout = composer.layOut(bulletin);
  const { freeLines } = layout;
  const pages = layout.pages.length;
  const toShorten = pages > 1 ? linesToShorten(layout) : null;
  const paragraphs = composer.units(bulletin).filter((unit) => unit.kind === 'paragraph');
  yield;
  const fits = yield* proposeFits(bulletin, layout, composer);
  const entries: EntryAdvice[] = [];
  for (const { id } of bulletin.entries) {
    entries.push(adviseOnEntry(bulletin, layout, paragraphs, id, composer));
    yield;
  }
  return {
    summary: summaryOf(pages, freeLines),
    pages,
    freeLines,
    linesToShorten: toShorten,
    cuts: toShorten === null || toShorten > MOST_CUTS ? [] : cheapestCuts(paragraphs, toShorten),
    entries,
    fits,
  };
}

/** `满4页还余7行`, or `正好满4页`. */
export function summaryOf(pages: number, freeLines: number): string {
  return freeLines === 0 ? `正好满${pages}页` : `满${pages}页还余${freeLines}行`;
}

function adviseOnEntry(
  bulletin: Bulletin,
  layout: Layout,
  paragraphs: readonly ParagraphUnit[],
  id: string,
  composer: Composer,
): EntryAdvice {
  const own = paragraphs.filter(({ entry }) => entry === id);
  const without = composer.layOut({ ...bulletin, entries: withoutEntry(bulletin.entries, id) });
  const last = own.at(-1)?.lines.at(-1);
  return {
    entry: id,
    lines: layout.linesByEntry.get(id) ?? 0,
    charactersToSaveLine: cutsOf(own)[0]?.characters ?? null,
    charactersFree: last ? Math.max(0, Math.floor(layout.measures.cells - indentOf(own) - widthOf(last.text))) : 0,
    pagesWithout: without.pages.length,
    freeLinesWithout: without.freeLines,
  };

  function indentOf(units: readonly ParagraphUnit[]): number {
    return units.at(-1)?.lines.length === 1 ? layout.measures.indentCells : 0;
  }
}

/** What stands on the last page, and what the imprint displaces on the one before. */
function linesToShorten(layout: Layout): number {
  const { lastTextPage, linesOnLastPage, pages, measures, imprint } = layout;
  const imprintSlots = imprint ? Math.ceil((imprint.heightPt + measures.imprint.gapPt) / measures.pitchPt) : 0;
  if (lastTextPage < pages.length) return Math.max(1, imprintSlots - layout.freeLines);
  return linesOnLastPage + imprintSlots;
}

/** Paragraphs that take a line less when what stands on their last line is cut, the shortest first. */
function cutsOf(paragraphs: readonly ParagraphUnit[]): Cut[] {
  return paragraphs
    .flatMap(({ entry, block, lines }): Cut[] => {
      const last = lines.length > 1 ? lines.at(-1) : undefined;
      return last && entry !== '' ? [{ entry, block, characters: [...last.text].length }] : [];
    })
    .sort((a, b) => a.characters - b.characters);
}

function cheapestCuts(paragraphs: readonly ParagraphUnit[], lines: number): Cut[] {
  const cuts = cutsOf(paragraphs);
  return cuts.length < lines ? [] : cuts.slice(0, lines);
}

/**
 * Smaller mastheads and themes, then more lines a page, then another order, each only where it saves a page or rescues a
 * last page that looks forgotten. The smallest change of each kind comes first.
 */
function* proposeFits(bulletin: Bulletin, now: Layout, composer: Composer): Generator<void, FitProposal[]> {
  const proposals: FitProposal[] = [];
  const seen = new Set<string>();
  for (const { kind, label, adjust, order, changed } of changes(bulletin, now)) {
    if (seen.has(kind)) continue;
    const layout = composer.layOut(changed);
    yield;
    if (!isBetter(layout, now)) continue;
    seen.add(kind);
    const { freeLines, linesOnLastPage, pages } = layout;
    proposals.push({ label, adjust, order, pages: pages.length, freeLines, linesOnLastPage });
  }
  return proposals;
}

function isBetter(layout: Layout, now: Layout): boolean {
  const [pages, before] = [layout.pages.length, now.pages.length];
  return pages <= before && !looksForgotten(layout) && (pages < before || looksForgotten(now));
}

function looksForgotten({ lastTextPage, linesOnLastPage, measures, pages }: Layout): boolean {
  return (lastTextPage > 1 && linesOnLastPage < measures.fewestLinesOnLastPage) || lastTextPage < pages.length;
}

interface Trial extends Pick<FitProposal, 'label' | 'adjust' | 'order'> {
  kind: string;
  changed: Bulletin;
}

function* changes(bulletin: Bulletin, now: Layout): Generator<Trial> {
  const { style, entries } = bulletin;
  for (const adjust of adjusts(bulletin)) {
    const label = adjustWords(style, adjust).join('，');
    const kind = Object.keys(adjust).join();
    yield { kind, label, adjust, order: null, changed: { ...bulletin, style: adjustedStyle(style, adjust) } };
  }
  // Text fills every page; only where something was kept together is there blank that another order could fill.
  if (!hasBlankFoot(now)) return;
  for (const [from, to] of movesWithin(entries).slice(0, MOST_ORDERS)) {
    const changed = movedEntry(entries, from, to);
    const label = `第${from + 1}条移到第${to + 1}条的位置`;
    const order = changed.map(({ id }) => id);
    yield { kind: 'order', label, adjust: {}, order, changed: { ...bulletin, entries: changed } };
  }
}

function hasBlankFoot({ pages, lastTextPage, measures }: Layout): boolean {
  return pages.slice(0, lastTextPage - 1).some(({ pieces }) => {
    const foot = new Map<number, number>();
    for (const { column, slot, slots } of pieces) foot.set(column, Math.max(foot.get(column) ?? 0, slot + slots));
    return [...foot.values()].some((used) => used < measures.rows);
  });
}

function* adjusts({ style, theme }: Bulletin): Generator<PageAdjust> {
  for (let slots = style.mastheadSlots - 1; slots >= LEAST_MASTHEAD; slots--) yield { mastheadSlots: slots };
  if (theme.length > 0)
    for (let slots = style.themeSlots - 1; slots >= LEAST_THEME; slots--) yield { themeSlots: slots };
  for (let more = 1; more <= MOST_MORE_ROWS; more++) yield { rows: style.rows + more };
  for (let more = 1; more <= MOST_MORE_ROWS; more++)
    for (let slots = style.mastheadSlots - 1; slots >= LEAST_MASTHEAD; slots--)
      yield { mastheadSlots: slots, rows: style.rows + more };
  // A last page of a line or two is also rescued by giving the masthead more room.
  if (style.mastheadSlots < MOST_MASTHEAD) yield { mastheadSlots: style.mastheadSlots + 1 };
}
