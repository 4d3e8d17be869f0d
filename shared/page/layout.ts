import type { Bulletin } from '../domain/bulletin.ts';
import { type LatinMetrics, timesMetrics } from './compose/latin.ts';
import type { ComposeOptions } from './compose/paragraph.ts';
import { pagesByEntry } from './contents.ts';
import { Flow, headSlots, type Page, type ShortPage } from './flow.ts';
import { type ImprintLayout, layImprint } from './imprint.ts';
import { layMasthead, layTheme, type MastheadLayout, type ThemeLayout } from './masthead.ts';
import { type Measures, measuresOf } from './measures.ts';
import { composeOptions, oneLineLonger, oneLineShorter, type Unit, unitsOf } from './units.ts';

export interface Layout {
  measures: Measures;
  masthead: MastheadLayout;
  theme: ThemeLayout | null;
  imprint: ImprintLayout | null;
  pages: Page[];
  /** Slots each entry takes, headings and the blank above them included. */
  linesByEntry: ReadonlyMap<string, number>;
  /** Page each entry begins on, as printed on it: what the contents list says. */
  pageByEntry: ReadonlyMap<string, number>;
  /** The last page with text, from 1; the imprint may stand on a later one. */
  lastTextPage: number;
  /** Lines of text on that page (in its last column). */
  linesOnLastPage: number;
  /** Lines that can be added before the document becomes a page longer. */
  freeLines: number;
}

/**
 * Lays a bulletin out into lines and pages without the engine. Pure: the same bulletin and metrics give the same layout.
 * The engine prints exactly this, so page count and breaks shown while editing are those of the print.
 */
export function layOut(bulletin: Bulletin, metrics: LatinMetrics = timesMetrics): Layout {
  const measures = measuresOf(bulletin.style);
  return layOutUnits(bulletin, unitsOf(bulletin, measures, metrics), metrics);
}

/** Lays out units already composed: for asking what some change would do to the pages without composing again. */
export function layOutUnits(bulletin: Bulletin, units: readonly Unit[], metrics: LatinMetrics): Layout {
  const measures = measuresOf(bulletin.style);
  const theme = layTheme(bulletin, measures);
  const imprint = layImprint(bulletin, measures, metrics);
  const head = measures.masthead.slots + (theme?.slots ?? 0);
  const imprintSlots = imprint ? Math.ceil((imprint.heightPt + measures.imprint.gapPt) / measures.pitchPt) : 0;
  const flow = fill(closeGaps(units, composeOptions(bulletin, measures, metrics), measures, head), measures, head);
  const { pages, used } = flow;
  const lastTextPage = pages.length;
  const freeLines = endPages(bulletin, measures, imprintSlots, pages, used);
  return {
    measures,
    masthead: layMasthead(bulletin, measures),
    theme,
    imprint,
    pages,
    linesByEntry: flow.linesByEntry,
    pageByEntry: pagesByEntry(pages),
    lastTextPage,
    linesOnLastPage: lastTextPage === 1 ? Math.max(0, used - head) : used,
    freeLines,
  };
}

/**
 * Where a title that fills the last line of a page goes over to its text, the page is a line short. A paragraph before
 * it makes up for it: a line longer with its marks pushed out, or a line shorter with them squeezed, so that the first
 * words of the text join their title. If none can, the page stays short (5.2.2 allows it).
 */
function closeGaps(units: readonly Unit[], options: ComposeOptions, measures: Measures, head: number): readonly Unit[] {
  if (measures.columns > 1) return units;
  let set = units;
  let done = 0;
  for (;;) {
    const flow = flowOf(set, measures, head, null);
    const gap = flow.gaps.find(({ page }) => page > done);
    if (!gap) return set;
    set = withoutGap(set, flow, gap.page, options, measures, head) ?? set;
    done = gap.page;
  }
}

/** Pages before the gap whose paragraphs may be changed for it. */
const REACH = 2;

/** `units` with one paragraph changed so that no page up to `page` is short; the nearest that can be is taken. */
function withoutGap(
  units: readonly Unit[],
  flow: Flow,
  page: number,
  options: ComposeOptions,
  measures: Measures,
  head: number,
): readonly Unit[] | null {
  const near = new Set(
    flow.pages.slice(Math.max(0, page - 1 - REACH), page).flatMap(({ pieces }) => pieces.map(({ unit }) => unit)),
  );
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i];
    if (unit?.kind !== 'paragraph' || !near.has(unit)) continue;
    for (const change of [oneLineLonger, oneLineShorter]) {
      const changed = change(unit, options);
      const set = changed ? units.with(i, changed) : null;
      if (set && flowOf(set, measures, head, null).gaps.every((gap) => gap.page > page)) return set;
    }
  }
  return null;
}

function flowOf(units: readonly Unit[], measures: Measures, head: number, short: ShortPage | null): Flow {
  const flow = new Flow(measures, head, short);
  units.forEach((unit, i) => {
    flow.place(unit, headSlots(units, i));
  });
  return flow;
}

/**
 * Fills pages. Columns of the last one end at the same height, as high as its text allows, so that the imprint finds room
 * below them where there is any.
 */
function fill(units: readonly Unit[], measures: Measures, head: number): Flow {
  const flow = flowOf(units, measures, head, null);
  const page = flow.pages.length;
  if (measures.columns === 1) return flow;
  const top = page === 1 ? head : 0;
  for (let rows = top + 1; rows < measures.rows; rows++) {
    const level = flowOf(units, measures, head, { page, rows });
    if (level.pages.length === page) return level;
  }
  return flow;
}

/** Adds the pages the imprint needs and numbers all pages; returns the lines still free before the imprint. */
function endPages(
  bulletin: Bulletin,
  { rows, columns }: Measures,
  imprintSlots: number,
  pages: Page[],
  used: number,
): number {
  const textPages = pages.length;
  const fits = used + imprintSlots <= rows;
  const blankPage = () => pages.push({ n: pages.length + 1, number: null, pieces: [], imprint: false });
  if (!fits) blankPage();
  let unnumbered = 0;
  if (imprintSlots > 0 && bulletin.style.imprintOnEvenPage && pages.length % 2 === 1) {
    blankPage();
    // 7.5: a blank page before the imprint's page, and that page, carry no number.
    unnumbered = pages.length - textPages === 2 ? 2 : 0;
  }
  const numbered = bulletin.style.pageNumber === 'none' ? 0 : pages.length - unnumbered;
  for (const page of pages) page.number = page.n <= numbered ? page.n : null;
  const last = pages.at(-1);
  if (last) last.imprint = imprintSlots > 0;
  // Where the imprint stands alone, the text may still fill its own last page.
  return Math.max(0, (rows - used - (fits ? imprintSlots : 0)) * columns);
}
