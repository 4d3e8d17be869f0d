import type { HouseStyle } from '../../domain/houseStyle.ts';
import { type Atom, isBlank, mayBreak } from './atoms.ts';
import { type Squeeze, squeezable, squeezeLine } from './squeeze.ts';

/** One line as a range of atoms. */
export interface BrokenLine {
  start: number;
  /** Without the blanks at its end. */
  end: number;
  indent: number;
  squeeze: Squeeze;
  /** The mark that stands outside the edge, or -1. */
  hung: number;
  /** Last line of its paragraph: not spread to the edge. */
  last: boolean;
}

export interface BreakOptions {
  cells: number;
  indent: number;
  mode: HouseStyle['lineBreak'];
  /** Lines (by index) that take in one more atom if their marks allow: shortens the paragraph by a line. */
  pull?: ReadonlySet<number>;
}

const EPSILON = 1e-6;
/** A line that lacks less than a cell is spread; one that lacks more first tries to take in another character. */
const LOOSE = 0.999;
const NONE: Squeeze = new Map();
const HANGING = '，。、；：';

/** Breaks atoms into lines of so many cells, first fit, with the marks at the edge treated as `mode` says. */
export function breakLines(atoms: readonly Atom[], options: BreakOptions): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let start = skipBlanks(atoms, 0, lines);
  while (start < atoms.length) {
    const line = takeLine(atoms, start, lines.length, options);
    lines.push(line.broken);
    start = skipBlanks(atoms, line.next, lines);
  }
  return lines;
}

function skipBlanks(atoms: readonly Atom[], from: number, lines: readonly BrokenLine[]): number {
  let at = from;
  // A blank before the first character is the author's own indent, which the style already gives.
  while (at < atoms.length && isBlank(atoms[at] as Atom) && (lines.length > 0 || atoms[at]?.kind === 'space')) at++;
  return at;
}

function takeLine(atoms: readonly Atom[], start: number, index: number, options: BreakOptions) {
  const indent = index === 0 ? options.indent : 0;
  const room = options.cells - indent;
  const width = (end: number) => widthOf(atoms, start, end);
  const cut = (end: number, squeeze: Squeeze = NONE, hung = -1) => ({
    broken: { start, end: trimEnd(atoms, start, end), indent, squeeze, hung, last: end >= atoms.length },
    next: end,
  });

  let fit = start;
  for (let sum = 0; fit < atoms.length; fit++) {
    sum += (atoms[fit] as Atom).width;
    if (sum > room + EPSILON) break;
  }
  if (fit === start) fit++;
  while (fit < atoms.length && isBlank(atoms[fit] as Atom)) fit++;
  if (fit >= atoms.length) return cut(atoms.length);

  const out = breakBefore(atoms, start, fit);
  const into = breakAfter(atoms, fit);
  const slack = room - width(trimEnd(atoms, start, out));
  const pulled = options.pull?.has(index) ?? false;
  if (out === fit && slack < LOOSE && !pulled) return cut(fit);
  const mark = atoms[fit] as Atom;
  const edge = Math.abs(width(fit) - room) < 0.3;
  if (options.mode === 'hang' && out !== fit && into === fit + 1 && edge && HANGING.includes(mark.text))
    return cut(into, NONE, fit);
  const over = width(into) - room;
  // Taking in two characters is worth it only where leaving them out would tear a wide gap.
  const near = over <= 1 + EPSILON || (slack >= 1.5 && over <= 2 + EPSILON);
  if (options.mode !== 'pushOut' && near && squeezable(atoms, start, into) >= over - EPSILON)
    return cut(into, over > EPSILON ? squeezeLine(atoms, start, into, over) : NONE);
  return cut(out);
}

/** The last place before `fit` where the line may end; `fit` itself where there is none. */
function breakBefore(atoms: readonly Atom[], start: number, fit: number): number {
  for (let at = fit; at > start; at--) if (mayBreak(atoms[at - 1] as Atom, atoms[at] as Atom)) return at;
  return Math.max(fit, start + 1);
}

/** The first place after `fit` where the line may end. */
function breakAfter(atoms: readonly Atom[], fit: number): number {
  let at = fit + 1;
  while (at < atoms.length && !mayBreak(atoms[at - 1] as Atom, atoms[at] as Atom)) at++;
  return at;
}

function trimEnd(atoms: readonly Atom[], start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(atoms[at - 1] as Atom)) at--;
  return at;
}

function widthOf(atoms: readonly Atom[], start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += (atoms[i] as Atom).width;
  return sum;
}
