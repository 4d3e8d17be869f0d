import type { SharedPassage } from './compare.ts';

/** A sentence of one text, with the stretches of it (from its own beginning) that stand in the other text too. */
export interface AlignedSentence {
  text: string;
  shared: [start: number, end: number][];
}

/** What stands side by side: a sentence on each side, or on one side alone. */
export interface AlignedRow {
  here: AlignedSentence | null;
  there: AlignedSentence | null;
}

/** Beyond this many sentences nobody reads row by row, and comparing all pairs would take long. */
const MOST = 600;

/**
 * Two texts sentence by sentence, those that tell the same side by side, in the order of both; every character of both
 * stands in one row. A sentence that was moved stays in its place, with what it shares marked.
 */
export function alignTexts(here: string, there: string, passages: readonly SharedPassage[]): AlignedRow[] {
  const a = sentencesOf(here);
  const b = sentencesOf(there);
  const left = a.map((sentence) =>
    withShared(
      here,
      sentence,
      passages.map((passage) => passage.here),
    ),
  );
  const right = b.map((sentence) =>
    withShared(
      there,
      sentence,
      passages.map((passage) => passage.there),
    ),
  );
  const pairs = a.length > MOST || b.length > MOST ? [] : matched(weights(a, b, passages));
  const rows: AlignedRow[] = [];
  let [i, j] = [0, 0];
  const alone = (toI: number, toJ: number) => {
    // What has no counterpart on either side shares a row: half as long to read.
    while (i < toI || j < toJ)
      rows.push({ here: i < toI ? (left[i++] ?? null) : null, there: j < toJ ? (right[j++] ?? null) : null });
  };
  for (const [pairI, pairJ] of pairs) {
    alone(pairI, pairJ);
    rows.push({ here: left[i++] ?? null, there: right[j++] ?? null });
  }
  alone(left.length, right.length);
  return rows;
}

type Range = readonly [start: number, end: number];

/** Half-open ranges that cover the text; marks that end a sentence, and line ends, go with it. */
function sentencesOf(text: string): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const match of text.matchAll(/[。！？；][”’）】]*\n*|\n+/gu)) {
    const end = match.index + match[0].length;
    ranges.push([from, end]);
    from = end;
  }
  if (from < text.length) ranges.push([from, text.length]);
  return ranges;
}

function withShared(text: string, [start, end]: Range, shared: readonly Range[]): AlignedSentence {
  const inside = shared
    .map(([from, to]): [number, number] => [Math.max(from, start) - start, Math.min(to, end) - start])
    .filter(([from, to]) => to > from)
    .sort((one, other) => one[0] - other[0]);
  const merged: [number, number][] = [];
  for (const range of inside) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push(range);
  }
  return { text: text.slice(start, end), shared: merged };
}

/** How many characters each sentence of one text shares with each of the other. */
function weights(a: readonly Range[], b: readonly Range[], passages: readonly SharedPassage[]): number[][] {
  const table = a.map(() => new Array<number>(b.length).fill(0));
  for (const { here, there } of passages)
    a.forEach((sentence, i) => {
      const part = overlap(sentence, here);
      if (part === 0) return;
      // A passage over several sentences: the same share of it on the other side.
      const scale = (there[1] - there[0]) / (here[1] - here[0]);
      const from = there[0] + (Math.max(sentence[0], here[0]) - here[0]) * scale;
      const mirrored: Range = [from, from + part * scale];
      b.forEach((other, j) => {
        const row = table[i];
        if (row) row[j] = (row[j] ?? 0) + overlap(other, mirrored);
      });
    });
  return table;
}

const overlap = ([a, b]: Range, [c, d]: Range): number => Math.max(0, Math.min(b, d) - Math.max(a, c));

/** Pairs in the order of both texts that share most, taken together. */
function matched(table: readonly (readonly number[])[]): [number, number][] {
  const [n, m] = [table.length, table[0]?.length ?? 0];
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const weight = table[i]?.[j] ?? 0;
      const paired = weight > 0 ? weight + at(i + 1, j + 1) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  const pairs: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < n && j < m; ) {
    const weight = table[i]?.[j] ?? 0;
    if (weight > 0 && at(i, j) === weight + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}
