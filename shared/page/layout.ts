import type { Bulletin } from '../domain/bulletin.ts';
import { type LatinMetrics, timesMetrics } from './compose/latin.ts';
import { type ImprintLayout, layImprint } from './imprint.ts';
import { layMasthead, layTheme, type MastheadLayout, type ThemeLayout } from './masthead.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type ParagraphUnit, type TableUnit, type Unit, unitsOf } from './units.ts';

/** Where a piece stands: column from the left, slot from the top of the type area, both from 0. */
export interface Place {
  column: number;
  slot: number;
  slots: number;
}

/** What stands on one page: whole units, or the part of a paragraph or table that falls on it. */
export type Piece = Place &
  (
    | { kind: 'whole'; unit: Unit }
    | { kind: 'lines'; unit: ParagraphUnit; from: number; to: number }
    | { kind: 'rows'; unit: TableUnit; from: number; to: number }
  );

export interface Page {
  /** 1-based place in the document. */
  n: number;
  /** Printed number; `null` prints none. */
  number: number | null;
  pieces: Piece[];
  imprint: boolean;
}

export interface Layout {
  measures: Measures;
  masthead: MastheadLayout;
  theme: ThemeLayout | null;
  imprint: ImprintLayout | null;
  pages: Page[];
  /** Slots each entry takes, headings and the blank above them included. */
  linesByEntry: ReadonlyMap<string, number>;
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
  const theme = layTheme(bulletin, measures);
  const imprint = layImprint(bulletin, measures, metrics);
  const head = measures.masthead.slots + (theme?.slots ?? 0);
  const flow = new Flow(measures, head);
  const units = unitsOf(bulletin, measures, metrics);
  units.forEach((unit, i) => {
    flow.place(unit, headSlots(units[i + 1]));
  });
  const { pages, used, lastTextPage } = flow.finish();
  const ending = endPages(bulletin, measures, imprint, pages, used);
  return {
    measures,
    masthead: layMasthead(bulletin, measures),
    theme,
    imprint,
    pages,
    linesByEntry: flow.linesByEntry,
    lastTextPage,
    linesOnLastPage: lastTextPage === 1 ? Math.max(0, used - head) : used,
    freeLines: ending.freeLines,
  };
}

/** Slots a unit needs where it begins: what must stay together at its head. */
function headSlots(unit: Unit | undefined): number {
  if (!unit) return 0;
  switch (unit.kind) {
    case 'paragraph':
      return Math.min(unit.together, unit.lines.length);
    case 'heading':
      return unit.slots + 1;
    case 'table':
      return (unit.caption ? 1 : 0) + (unit.rows[0]?.slots ?? 0) + (unit.rows[1]?.slots ?? 0);
    case 'picture':
      return unit.slots;
    default:
      return unit satisfies never;
  }
}

class Flow {
  readonly linesByEntry = new Map<string, number>();
  readonly #measures: Measures;
  readonly #head: number;
  readonly #pages: Page[] = [];
  #column = 0;
  #slot = 0;
  /** Lowest slot used on the page so far, over its columns. */
  #deepest = 0;

  constructor(measures: Measures, head: number) {
    this.#measures = measures;
    this.#head = Math.min(head, measures.rows);
    this.#newPage();
  }

  place(unit: Unit, nextHead: number): void {
    switch (unit.kind) {
      case 'paragraph':
        this.#reserve(headSlots(unit) + (unit.keepWithNext ? nextHead : 0));
        this.#lines(unit);
        return;
      case 'heading': {
        const above = this.#atTop() ? 0 : unit.slotsAbove;
        if (this.#reserve(above + unit.slots + nextHead)) this.#put({ kind: 'whole', unit }, unit.slots, 0);
        else this.#put({ kind: 'whole', unit }, unit.slots, above);
        return;
      }
      case 'table':
        this.#reserve(headSlots(unit));
        this.#rows(unit);
        return;
      case 'picture':
        this.#reserve(unit.slots);
        this.#put({ kind: 'whole', unit }, unit.slots, 0);
        return;
      default:
        unit satisfies never;
    }
  }

  finish(): { pages: Page[]; used: number; lastTextPage: number } {
    return { pages: this.#pages, used: this.#deepest, lastTextPage: this.#pages.length };
  }

  #lines(unit: ParagraphUnit): void {
    for (let from = 0; from < unit.lines.length; ) {
      if (this.#left() === 0) this.#next();
      const to = Math.min(unit.lines.length, from + this.#left());
      this.#put({ kind: 'lines', unit, from, to }, to - from, 0);
      from = to;
    }
  }

  /** A row taller than a page is cut off by no one: it stands alone and runs over the foot. */
  #rows(unit: TableUnit): void {
    const head = unit.rows[0]?.slots ?? 0;
    let from = 0;
    while (from < unit.rows.length) {
      let slots = from === 0 ? (unit.caption ? 1 : 0) : head;
      let to = from;
      while (to < unit.rows.length && slots + (unit.rows[to]?.slots ?? 0) <= this.#left())
        slots += unit.rows[to++]?.slots ?? 0;
      if (to === from && !this.#atTop()) {
        this.#next();
        continue;
      }
      if (to === from) slots += unit.rows[to++]?.slots ?? 0;
      this.#put({ kind: 'rows', unit, from, to }, slots, 0);
      from = to;
    }
  }

  #put(
    piece:
      | { kind: 'whole'; unit: Unit }
      | Omit<Extract<Piece, { kind: 'lines' }>, keyof Place>
      | Omit<Extract<Piece, { kind: 'rows' }>, keyof Place>,
    slots: number,
    above: number,
  ): void {
    this.#slot += above;
    this.#pages.at(-1)?.pieces.push({ ...piece, column: this.#column, slot: this.#slot, slots });
    this.#slot += slots;
    this.#deepest = Math.max(this.#deepest, this.#slot);
    const { entry } = piece.unit;
    this.linesByEntry.set(entry, (this.linesByEntry.get(entry) ?? 0) + slots + above);
  }

  /** Goes on to the next column where fewer than `slots` are left; says whether it did. Taller things than a column stay. */
  #reserve(slots: number): boolean {
    if (slots <= this.#left() || this.#atTop()) return false;
    this.#next();
    return true;
  }

  #left = () => Math.max(0, this.#measures.rows - this.#slot);
  #top = () => (this.#pages.length === 1 ? this.#head : 0);
  #atTop = () => this.#slot === this.#top();

  #next(): void {
    if (this.#column + 1 < this.#measures.columns) {
      this.#column++;
      this.#slot = this.#top();
    } else this.#newPage();
    // A masthead and theme that fill the first page leave no room for text there.
    if (this.#left() === 0) this.#newPage();
  }

  #newPage(): void {
    this.#pages.push({ n: this.#pages.length + 1, number: null, pieces: [], imprint: false });
    this.#column = 0;
    this.#slot = this.#top();
    this.#deepest = this.#slot;
  }
}

/** Adds the pages the imprint needs, numbers all pages, and counts the lines still free before it. */
function endPages(bulletin: Bulletin, measures: Measures, imprint: ImprintLayout | null, pages: Page[], used: number) {
  const { rows, pitchPt } = measures;
  const imprintSlots = imprint ? Math.ceil((imprint.heightPt + measures.imprint.gapPt) / pitchPt) : 0;
  const textPages = pages.length;
  const fits = used + imprintSlots <= rows || used === 0;
  const blankPage = () => pages.push({ n: pages.length + 1, number: null, pieces: [], imprint: false });
  if (!fits) blankPage();
  let blank = 0;
  if (imprint && bulletin.style.imprintOnEvenPage && pages.length % 2 === 1) {
    blankPage();
    // 7.5: a blank page before the imprint's page, and that page, carry no number.
    blank = pages.length - textPages === 2 ? 2 : 0;
  }
  for (const page of pages) {
    const unnumbered = bulletin.style.pageNumber === 'none' || page.n > pages.length - blank;
    page.number = unnumbered ? null : page.n;
  }
  const last = pages.at(-1);
  if (last) last.imprint = imprint !== null;
  // When the imprint stands alone, the text may still fill its own last page.
  const freeLines = fits ? Math.max(0, rows - imprintSlots - used) : Math.max(0, rows - used);
  return { freeLines };
}
