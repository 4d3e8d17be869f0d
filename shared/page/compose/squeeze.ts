import { type Atom, isMark } from './atoms.ts';

/** Cells taken out of each mark, by index into the atoms. */
export type Squeeze = ReadonlyMap<number, number>;

/** At most half of a mark is blank that may go (GB/T 15834-2011 5.1.10, 5.1.11). */
const HALF = 0.5;
const EPSILON = 1e-6;

interface Candidate {
  index: number;
  /** 0 and 1 give first and fully; the others share evenly. */
  rank: 0 | 1 | 2;
  cap: number;
}

/** Cells the marks of a line `[start, end)` can give. */
export function squeezable(atoms: readonly Atom[], start: number, end: number): number {
  return candidates(atoms, start, end).reduce((sum, { cap }) => sum + cap, 0);
}

/**
 * Takes `need` cells out of a line's marks: the mark at the line's end first, then the blank inside pairs like ”，
 * and an opening mark at its start, then evenly over the rest.
 */
export function squeezeLine(atoms: readonly Atom[], start: number, end: number, need: number): Squeeze {
  const taken = new Map<number, number>();
  const all = candidates(atoms, start, end);
  let left = need;
  for (const { index, cap } of all.filter(({ rank }) => rank === 0).concat(all.filter(({ rank }) => rank === 1))) {
    const amount = Math.min(cap, left);
    if (amount > EPSILON) taken.set(index, amount);
    left -= amount;
  }
  const rest = all.filter(({ rank }) => rank === 2).sort((a, b) => a.cap - b.cap);
  rest.forEach(({ index, cap }, i) => {
    const amount = Math.min(cap, left / (rest.length - i));
    if (amount > EPSILON) taken.set(index, amount);
    left -= amount;
  });
  return taken;
}

function candidates(atoms: readonly Atom[], start: number, end: number): Candidate[] {
  const found: Candidate[] = [];
  for (let index = start; index < end; index++) {
    const atom = atoms[index];
    if (!atom || !isMark(atom)) continue;
    found.push({ index, rank: rankOf(atoms, index, start, end), cap: HALF * atom.width });
  }
  return found;
}

function rankOf(atoms: readonly Atom[], index: number, start: number, end: number): Candidate['rank'] {
  const closes = atoms[index]?.kind === 'close';
  if (index === end - 1 && closes) return 0;
  if (index === start && !closes) return 1;
  if (closes && isMark(atoms[index + 1])) return 1;
  if (!closes && atoms[index - 1]?.kind === 'open') return 1;
  return 2;
}
