import type { Block } from '../../domain/bulletin.ts';
import type { Comparison, Part } from './compare.ts';
import type { Format, Stream } from './stream.ts';

/** A stretch that is drawn alike: unchanged, put in, taken out, or only set otherwise. */
export interface Run {
  mark: 'same' | 'inserted' | 'deleted' | 'format';
  /** Index of its change; `null` where nothing changed. */
  change: number | null;
  text: string;
  bold: boolean;
  /** An end of a paragraph that was put in or taken out. */
  isBreak: boolean;
  object: Exclude<Block, { text: string }> | null;
}

/** One paragraph to be drawn. */
export interface Row {
  kind: 'title' | 'text' | 'subhead' | 'note' | 'object';
  runs: Run[];
}

/** Both texts in one: what was taken out stands before what was put in its place. */
export function mergedRows(comparison: Comparison): Row[] {
  return rowsOf(comparison, { deleted: true, inserted: true });
}

/** A paragraph of the one text beside what became of it; either side may have several, or none. */
export interface RowPair {
  before: Row[];
  after: Row[];
}

/** The two texts side by side. Rows begin where both have an end of a paragraph that did not change. */
export function pairedRows(comparison: Comparison): RowPair[] {
  const pairs: RowPair[] = [];
  const sides = [
    rowsOf(comparison, { deleted: true, inserted: false }),
    rowsOf(comparison, { deleted: false, inserted: true }),
  ] as const;
  let [beforeAt, afterAt] = [0, 0];
  const push = (beforeTo: number, afterTo: number) => {
    if (beforeTo > beforeAt || afterTo > afterAt)
      pairs.push({ before: sides[0].slice(beforeAt, beforeTo), after: sides[1].slice(afterAt, afterTo) });
    [beforeAt, afterAt] = [beforeTo, afterTo];
  };
  for (const [before, after] of sharedEnds(comparison)) push(before, after);
  push(sides[0].length, sides[1].length);
  return pairs;
}

/** After how many rows of either side an unchanged end of a paragraph, or an unchanged object, stands. */
function sharedEnds({ before, after, changes }: Comparison): [number, number][] {
  const ends: [number, number][] = [];
  let [beforeRows, afterRows] = [0, 0];
  for (const part of ['title', 'text'] as const) {
    let aAt = 0;
    const countIn = (stream: Stream, from: number, to: number) => {
      let rows = 0;
      for (let at = from; at < to; at++) if (endsRow(stream, at)) rows++;
      return rows;
    };
    const sameUpTo = (aTo: number) => {
      for (; aAt < aTo; aAt++) {
        if (!endsRow(before[part], aAt)) continue;
        ends.push([++beforeRows, ++afterRows]);
      }
    };
    for (const change of changes) {
      if (change.part !== part || change.kind === 'format') continue;
      sameUpTo(change.aFrom);
      beforeRows += countIn(before[part], change.aFrom, change.aTo);
      afterRows += countIn(after[part], change.bFrom, change.bTo);
      aAt = change.aTo;
    }
    sameUpTo(before[part].text.length);
  }
  return ends;
}

const endsRow = ({ formats }: Stream, at: number): boolean => {
  const format = formats[at];
  return format !== undefined && format !== 'plain' && format !== 'bold';
};

function rowsOf({ before, after, changes }: Comparison, shown: { deleted: boolean; inserted: boolean }): Row[] {
  const rows: Row[] = [];
  for (const part of ['title', 'text'] as const) {
    const drawer = new Drawer(part, shown.deleted && shown.inserted);
    let bAt = 0;
    changes.forEach((change, n) => {
      if (change.part !== part) return;
      drawer.draw(after[part], bAt, change.bFrom, 'same', null);
      if (change.kind === 'format') {
        const side = shown.inserted ? after[part] : before[part];
        const [from, to] = shown.inserted ? [change.bFrom, change.bTo] : [change.aFrom, change.aTo];
        drawer.draw(side, from, to, 'format', n);
      } else {
        if (shown.deleted) drawer.draw(before[part], change.aFrom, change.aTo, 'deleted', n);
        if (shown.inserted) drawer.draw(after[part], change.bFrom, change.bTo, 'inserted', n);
      }
      bAt = change.bTo;
    });
    drawer.draw(after[part], bAt, after[part].text.length, 'same', null);
    rows.push(...drawer.finish());
  }
  return rows;
}

class Drawer {
  readonly #rows: Row[] = [];
  readonly #part: Part;
  /** Both texts in one: an end of a paragraph that was taken out joins what follows, and is shown as a sign. */
  readonly #merged: boolean;
  #runs: Run[] = [];

  constructor(part: Part, merged: boolean) {
    this.#part = part;
    this.#merged = merged;
  }

  draw({ text, formats }: Stream, from: number, to: number, mark: Run['mark'], change: number | null): void {
    for (let at = from; at < to; at++) {
      const format: Format = formats[at] ?? 'plain';
      if (typeof format === 'object') {
        if (this.#runs.length > 0) this.#close('text');
        this.#push({ mark, change, text: '', bold: false, isBreak: false, object: format });
        this.#close('object');
      } else if (format === 'plain' || format === 'bold')
        this.#letter(text.charAt(at), format === 'bold', mark, change);
      else this.#end(format, mark, change);
    }
  }

  finish(): Row[] {
    if (this.#runs.length > 0) this.#close('text');
    return this.#rows;
  }

  #letter(letter: string, bold: boolean, mark: Run['mark'], change: number | null): void {
    const last = this.#runs.at(-1);
    if (last && !last.isBreak && last.mark === mark && last.change === change && last.bold === bold)
      last.text += letter;
    else this.#push({ mark, change, text: letter, bold, isBreak: false, object: null });
  }

  #end(kind: 'text' | 'subhead' | 'note', mark: Run['mark'], change: number | null): void {
    if (mark !== 'same') this.#push({ mark, change, text: '', bold: false, isBreak: true, object: null });
    const wholly = this.#runs.every((run) => run.mark === 'deleted');
    if (this.#merged && mark === 'deleted' && !wholly) return;
    this.#close(kind);
  }

  #push(run: Run): void {
    this.#runs.push(run);
  }

  #close(kind: Row['kind']): void {
    this.#rows.push({ kind: this.#part === 'title' ? 'title' : kind, runs: this.#runs });
    this.#runs = [];
  }
}
