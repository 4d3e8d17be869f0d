/** `length` tokens from `a` in the one list are those from `b` in the other. */
export interface Match {
  a: number;
  b: number;
  length: number;
}

/**
 * The tokens two lists have in common, in order. Short differences are solved exactly (Myers, An O(ND) Difference
 * Algorithm, 1986); where the lists differ much, runs that stand once in each hold them together and only what lies
 * between is solved, so that the time stays near linear in the length.
 */
export function align(a: readonly number[], b: readonly number[]): Match[] {
  const matches: Match[] = [];
  alignPart({ a, b, matches }, 0, a.length, 0, b.length);
  return joined(matches);
}

interface Work {
  a: readonly number[];
  b: readonly number[];
  matches: Match[];
}

/** Steps after which exactness is given up for what lies between two anchors. */
const MOST_EDITS = 300;
/** Lengths of the runs that may serve as anchors, the surest first. */
const ANCHOR_LENGTHS = [6, 3, 2, 1];

function alignPart(work: Work, aFrom: number, aTo: number, bFrom: number, bTo: number): void {
  const { a, b, matches } = work;
  let [a0, a1, b0, b1] = [aFrom, aTo, bFrom, bTo];
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    a0++;
    b0++;
  }
  if (a0 > aFrom) matches.push({ a: aFrom, b: bFrom, length: a0 - aFrom });
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    a1--;
    b1--;
  }
  if (a0 < a1 && b0 < b1 && !shortest(work, a0, a1, b0, b1)) betweenAnchors(work, a0, a1, b0, b1);
  if (a1 < aTo) matches.push({ a: a1, b: b1, length: aTo - a1 });
}

function betweenAnchors(work: Work, a0: number, a1: number, b0: number, b1: number): void {
  for (const length of ANCHOR_LENGTHS) {
    const anchors = anchorsIn(work, a0, a1, b0, b1, length);
    if (anchors.length === 0) continue;
    let [aAt, bAt] = [a0, b0];
    for (const anchor of anchors) {
      // A run that overlaps the one before is part of it.
      if (anchor.a < aAt || anchor.b < bAt) continue;
      alignPart(work, aAt, anchor.a, bAt, anchor.b);
      work.matches.push({ ...anchor, length });
      [aAt, bAt] = [anchor.a + length, anchor.b + length];
    }
    alignPart(work, aAt, a1, bAt, b1);
    return;
  }
}

/** Runs of `length` tokens that stand once in each part, as many as keep their order in both. */
function anchorsIn({ a, b }: Work, a0: number, a1: number, b0: number, b1: number, length: number) {
  const once = (list: readonly number[], from: number, to: number) => {
    const places = new Map<string, number>();
    for (let at = from; at + length <= to; at++) {
      const run = list.slice(at, at + length).join(' ');
      places.set(run, places.has(run) ? -1 : at);
    }
    return places;
  };
  const inB = once(b, b0, b1);
  const pairs: { a: number; b: number }[] = [];
  for (const [run, at] of once(a, a0, a1)) {
    const other = inB.get(run);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push({ a: at, b: other });
  }
  return rising(pairs.sort((x, y) => x.a - y.a));
}

/** The longest part of `pairs`, sorted by `a`, in which `b` rises, too. */
function rising(pairs: readonly { a: number; b: number }[]) {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(({ b }, n) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before[n] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = n;
  });
  const chain: { a: number; b: number }[] = [];
  for (let n = ends.at(-1) ?? -1; n >= 0; n = before[n] ?? -1) {
    const pair = pairs[n];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

/** Adds the matches of a shortest edit; answers false, adding nothing, where it would take too many steps. */
function shortest({ a, b, matches }: Work, a0: number, a1: number, b0: number, b1: number): boolean {
  const [n, m] = [a1 - a0, b1 - b0];
  const most = Math.min(n + m, MOST_EDITS);
  const size = 2 * most + 3;
  const reach = new Int32Array(size);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (reach[middle + k - 1] ?? 0) < (reach[middle + k + 1] ?? 0));
      let x = down ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1;
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x++;
      reach[middle + k] = x;
      if (x >= n && x - k >= m) {
        matches.push(...walkBack(trace, edits, k, x).map((one) => ({ ...one, a: one.a + a0, b: one.b + b0 })));
        return true;
      }
    }
  }
  return false;
}

/** The way back from the end: `trace[edits]` holds how far each diagonal had come, around its own middle. */
function walkBack(trace: readonly Int32Array[], edits: number, diagonal: number, end: number): Match[] {
  const matches: Match[] = [];
  let [k, x] = [diagonal, end];
  for (let e = edits; e >= 0; e--) {
    const reach = trace[e] ?? new Int32Array();
    const at = (diagonalOf: number) => reach[diagonalOf + e + 1] ?? 0;
    const down = k === -e || (k !== e && at(k - 1) < at(k + 1));
    const start = e === 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
    if (x > start) matches.push({ a: start, b: start - k, length: x - start });
    if (e === 0) break;
    x = down ? start : start - 1;
    k = down ? k + 1 : k - 1;
  }
  return matches.reverse();
}

function joined(matches: readonly Match[]): Match[] {
  const whole: Match[] = [];
  for (const match of matches) {
    const last = whole.at(-1);
    if (last && last.a + last.length === match.a && last.b + last.length === match.b) last.length += match.length;
    else whole.push({ ...match });
  }
  return whole;
}
