import { boxCells, kindOf, mayEndLine, mayStartLine } from './characters.ts';
import { type LatinMetrics, latinEm, latinPieces } from './latin.ts';

/** Face of a stretch of text: 仿宋, 仿宋加粗, the title's, 楷体, 黑体. */
export type Face = 'body' | 'bold' | 'title' | 'kai' | 'hei';

/** Where printed text comes from: the title, a block of the body, or words the press adds (mark, source). */
export interface Origin {
  part: 'title' | 'body' | 'source' | 'mark';
  /** Index into the entry's body; -1 for the title. */
  block: number;
  /** Offset of the run's first character in the text of that part, UTF-16 units. */
  offset: number;
}

/** A stretch of text of one face. */
export interface TextRun {
  text: string;
  face: Face;
  origin: Origin;
}

/** Blank of so many cells between two runs. */
export interface GapRun {
  gap: number;
}

export type Run = TextRun | GapRun;

/** The least a line is made of: a character, a dash, a number, a word, a space. Widths are in cells. */
export interface Atom {
  kind: 'wide' | 'open' | 'close' | 'dash' | 'boxed' | 'latin' | 'space' | 'gap';
  text: string;
  width: number;
  run: TextRun | null;
  /** Range in the text of the run's part; empty for a gap. */
  from: number;
  to: number;
}

export interface AtomOptions {
  metrics: LatinMetrics;
  /** Cells of an empty line: no atom is wider. */
  lineCells: number;
  /** Body size in cells: below 1 where the cell is wider than the character. */
  emCells: number;
  /** Size of the title's face in parts of the body's. */
  titleScale: number;
  authorSpaceCells: number;
}

export function atomsOf(runs: readonly Run[], options: AtomOptions): Atom[] {
  const atoms: Atom[] = [];
  for (const run of runs) {
    if ('gap' in run) atoms.push({ kind: 'gap', text: '', width: run.gap, run: null, from: 0, to: 0 });
    else pushText(atoms, run, options);
  }
  return withSpaceWidths(atoms, options);
}

/** Whether a line may end after `left` and the next begin with `right`. */
export function mayBreak(left: Atom, right: Atom): boolean {
  if (isBlank(right) || right.kind === 'dash') return false;
  if (!mayStartLine(firstChar(right.text))) return false;
  return isBlank(left) || mayEndLine(lastChar(left.text));
}

export const isBlank = (atom: Atom) => atom.kind === 'space' || atom.kind === 'gap';
export const isMark = (atom: Atom | undefined) => atom?.kind === 'open' || atom?.kind === 'close';

const firstChar = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 0);
const lastChar = (text: string) => text.at(-1) ?? '';

const COMBINING = /\p{M}/u;

/** Bold faces of the Latin role; titles are bold there too, to stand beside 黑体. */
const BOLD_LATIN: ReadonlySet<Face> = new Set(['title', 'bold', 'hei']);

function pushText(atoms: Atom[], run: TextRun, options: AtomOptions): void {
  const text = run.text.toWellFormed();
  const weight = BOLD_LATIN.has(run.face) ? options.metrics.bold : options.metrics.regular;
  const scale = scaleOf(run, options);
  const latinCells = (piece: string) => latinEm(piece, weight) * scale * options.emCells;
  const push = (kind: Atom['kind'], part: string, width: number, at: number) =>
    atoms.push({
      kind,
      text: part,
      width,
      run,
      from: run.origin.offset + at,
      to: run.origin.offset + at + part.length,
    });
  for (let i = 0; i < text.length; ) {
    const char = firstChar(text.slice(i, i + 2));
    const kind = kindOf(char);
    let length = char.length;
    const before = atoms.at(-1);
    if (COMBINING.test(char)) {
      // A combining mark or variation selector belongs to the character before it.
      if (before?.run === run && !isBlank(before)) {
        before.text += char;
        before.to += length;
      }
      i += length;
      continue;
    }
    if (kind === 'latin') {
      while (i + length < text.length && kindOf(text.charAt(i + length)) === 'latin') length++;
      let at = i;
      for (const piece of latinPieces(text.slice(i, i + length), (part) => latinCells(part) <= options.lineCells)) {
        push('latin', piece, latinCells(piece), at);
        at += piece.length;
      }
    } else if (kind === 'dash' && text.charAt(i + 1) === char) {
      length = 2;
      push('dash', char + char, 2 * scale, i);
    } else if (kind === 'dash') push('boxed', char, scale, i);
    else if (kind === 'boxed') push('boxed', char, boxCells(char) * scale, i);
    else if (kind === 'space') push('space', char, 0, i);
    else if (kind !== 'nothing') push(kind, char, scale, i);
    i += length;
  }
}

const scaleOf = (run: TextRun, options: AtomOptions) => (run.face === 'title' ? options.titleScale : 1);

/** A space is a quarter em between words of Latin letters, a full cell where it was typed as one, else half a cell. */
function withSpaceWidths(atoms: Atom[], options: AtomOptions): Atom[] {
  return atoms.flatMap((atom, i): Atom[] => {
    if (atom.kind !== 'space') return [atom];
    // Inside brackets and before marks a blank would let a line begin or end with the mark.
    if (atoms[i - 1]?.kind === 'open' || atoms[i + 1]?.kind === 'close') return [];
    const scale = atom.run ? scaleOf(atom.run, options) : 1;
    if (atom.text === '\u3000') return [{ ...atom, width: scale }];
    const natural = latinEm(' ', options.metrics.regular) * options.emCells * scale;
    const space = { ...atom, text: ' ', width: natural };
    if (atoms[i - 1]?.kind === 'latin' && atoms[i + 1]?.kind === 'latin') return [space];
    const rest = Math.max(0, options.authorSpaceCells * scale - natural);
    return [space, { kind: 'gap', text: '', width: rest, run: null, from: 0, to: 0 }];
  });
}
