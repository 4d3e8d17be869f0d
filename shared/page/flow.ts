import type { ContentsUnit } from './contents.ts';
import type { Measures } from './measures.ts';
import type { ParagraphUnit, TableUnit, Unit } from './units.ts';

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
    | { kind: 'contents'; unit: ContentsUnit; from: number; to: number }
  );

export interface Page {
  /** 1-based place in the document. */
  n: number;
  /** Printed number; `null` prints none. */
  number: number | null;
  pieces: Piece[];
  imprint: boolean;
}

/** A page with fewer rows than the others, so that the imprint has room below its columns. */
export interface ShortPage {
  page: number;
  rows: number;
}

/** Slots needed where the unit at `i` begins: what stays together at its head, and what it stays together with. */
export function headSlots(units: readonly Unit[], i: number): number {
  const unit = units[i];
  if (!unit) return 0;
  switch (unit.kind) {
    case 'paragraph':
      return Math.min(unit.together, unit.lines.length) + (unit.keepWithNext ? headSlots(units, i + 1) : 0);
    case 'heading':
      return unit.slotsAbove + unit.slots + headSlots(units, i + 1);
    case 'table':
      return (unit.caption ? 1 : 0) + (unit.rows[0]?.slots ?? 0) + (unit.rows[1]?.slots ?? 0);
    case 'picture':
      return unit.slots;
    case 'contents':
      return unit.rows[0]?.lines.length ?? 0;
    default:
      return unit satisfies never;
  }
}

/** Slots left blank at the foot of a page before a paragraph that would have had only its title there. */
export interface Gap {
  page: number;
  slots: number;
}

/** Puts units onto pages, column by column. */
export class Flow {
  readonly linesByEntry = new Map<string, number>();
  /** Pages left short because what came next had to stay with its text. */
  readonly gaps: Gap[] = [];
  readonly #measures: Measures;
  readonly #head: number;
  readonly #short: ShortPage | null;
  readonly #pages: Page[] = [];
  #column = 0;
  #slot = 0;
  /** Lowest slot used on the page so far, over its columns. */
  #deepest = 0;

  /** @param head slots masthead and theme take on the first page */
  constructor(measures: Measures, head: number, short: ShortPage | null = null) {
    this.#measures = measures;
    this.#head = Math.min(head, measures.rows);
    this.#short = short;
    this.#newPage();
  }

  /** @param head slots needed where it begins, of `headSlots` */
  place(unit: Unit, head: number): void {
    switch (unit.kind) {
      case 'paragraph':
        this.#keep(head);
        this.#lines(unit);
        return;
      case 'heading': {
        // Below the masthead the blank stays: a heading must not touch the rule.
        const above = () => (this.#atTop() && this.#pages.length > 1 ? 0 : unit.slotsAbove);
        this.#reserve(head - unit.slotsAbove + above());
        this.#put({ kind: 'whole', unit }, unit.slots, above());
        return;
      }
      case 'table':
        this.#reserve(head);
        this.#rows(unit);
        return;
      case 'picture':
        this.#reserve(unit.slots);
        this.#put({ kind: 'whole', unit }, unit.slots, 0);
        return;
      case 'contents':
        this.#contents(unit);
        return;
      default:
        unit satisfies never;
    }
  }

  get pages(): Page[] {
    return this.#pages;
  }

  /** Slots used on the last page, in its longest column, masthead included. */
  get used(): number {
    return this.#deepest;
  }

  #lines(unit: ParagraphUnit): void {
    for (let from = 0; from < unit.lines.length; ) {
      if (this.#left() === 0) this.#next();
      const to = Math.min(unit.lines.length, from + this.#left());
      this.#put({ kind: 'lines', unit, from, to }, to - from, 0);
      from = to;
    }
  }

  #contents(unit: ContentsUnit): void {
    let from = 0;
    while (from < unit.rows.length) {
      let slots = 0;
      let to = from;
      for (; to < unit.rows.length; to++) {
        const height = unit.rows[to]?.lines.length ?? 0;
        if (slots + height > this.#left()) break;
        slots += height;
      }
      if (to === from) {
        this.#next();
        continue;
      }
      this.#put({ kind: 'contents', unit, from, to }, slots, 0);
      from = to;
    }
    if (unit.ownPage) this.#newPage();
    else if (this.#left() > 0) this.#slot++;
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
      | Omit<Extract<Piece, { kind: 'rows' }>, keyof Place>
      | Omit<Extract<Piece, { kind: 'contents' }>, keyof Place>,
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
    const left = this.#left();
    if (slots <= left || (this.#atTop() && left > 0)) return false;
    this.#next();
    return true;
  }

  /** As `#reserve`, noting what it leaves blank. */
  #keep(slots: number): void {
    const gap = { page: this.#pages.length, slots: this.#left() };
    if (this.#reserve(slots) && gap.slots > 0) this.gaps.push(gap);
  }

  #left = () => Math.max(0, this.#capacity() - this.#slot);
  #capacity = () => (this.#short?.page === this.#pages.length ? this.#short.rows : this.#measures.rows);
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
