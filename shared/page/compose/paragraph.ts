import type { HouseStyle } from '../../domain/houseStyle.ts';
import { type Atom, type AtomOptions, atomsOf, type Face, isMark, type Origin, type Run } from './atoms.ts';
import { isClosing } from './characters.ts';
import { type BrokenLine, breakLines } from './lines.ts';

/**
 * What a line is set from, left to right: blank (cells, negative where a mark is squeezed; 0 only keeps the engine
 * from squeezing on its own), text, or text in a box of a fixed width.
 */
export type Segment =
  | { space: number }
  | { text: string; face: Face; latin: boolean }
  | { text: string; face: Face; boxCells: number };

/** Printed range of one part of an entry, UTF-16 offsets into its text. */
export interface Span {
  part: Origin['part'];
  block: number;
  from: number;
  to: number;
}

export interface ComposedLine {
  segments: Segment[];
  spans: Span[];
  /** Spread to the right edge; false for the last line of a paragraph. */
  full: boolean;
  /** The printed characters. */
  text: string;
  /** Width before it is spread, cells, indent included. */
  cells: number;
}

export interface ComposeOptions extends Omit<AtomOptions, 'lineCells'> {
  cells: number;
  indent: number;
  mode: HouseStyle['lineBreak'];
  avoidRunt: boolean;
}

/**
 * Composes one paragraph into lines. A last line of a single character (单字不成行) is drawn up where the marks of
 * an earlier line can be squeezed for it.
 */
export function composeParagraph(runs: readonly Run[], options: ComposeOptions): ComposedLine[] {
  const atoms = atomsOf(runs, { ...options, lineCells: options.cells });
  const lines = breakLines(atoms, options);
  return (options.avoidRunt ? withoutRunt(atoms, lines, options) : lines).map((line) =>
    compose(atoms, line, options.cells),
  );
}

function withoutRunt(atoms: readonly Atom[], lines: BrokenLine[], options: ComposeOptions): BrokenLine[] {
  const last = lines.at(-1);
  if (!last || lines.length < 2) return lines;
  let characters = 0;
  for (const { text } of atoms.slice(last.start, last.end)) for (const char of text) if (!isClosing(char)) characters++;
  if (characters > 1) return lines;
  for (let pull = lines.length - 2; pull >= 0; pull--) {
    const tighter = breakLines(atoms, { ...options, pull: new Set([pull]) });
    if (tighter.length < lines.length) return tighter;
  }
  return lines;
}

/**
 * The same paragraph in one line fewer, its marks squeezed in as few lines as will do; `null` where they do not give
 * enough.
 */
export function composeTighter(runs: readonly Run[], options: ComposeOptions): ComposedLine[] | null {
  const atoms = atomsOf(runs, { ...options, lineCells: options.cells });
  const wanted = breakLines(atoms, options).length - 1;
  const pull = new Set<number>();
  for (let line = wanted - 1; line >= 0; line--) {
    pull.add(line);
    const tighter = breakLines(atoms, { ...options, pull });
    if (tighter.length <= wanted) return tighter.map((each) => compose(atoms, each, options.cells));
  }
  return null;
}

function compose(atoms: readonly Atom[], line: BrokenLine, room: number): ComposedLine {
  const gap = gapBetween(atoms, line, room);
  const segments: Segment[] = line.indent > 0 ? [{ space: line.indent }] : [];
  const spans: Span[] = [];
  let cells = line.indent;
  for (let i = line.start; i < line.end; i++) {
    const atom = atoms[i] as Atom;
    const taken = i === line.hung ? atom.width : (line.squeeze.get(i) ?? 0);
    const afterMark = i > line.start && isMark(atoms[i - 1]);
    // The engine squeezes neighbouring marks and marks at the edges on its own; any blank between stops it.
    if (atom.kind === 'open' && (taken > 0 || i === line.start || afterMark)) segments.push({ space: -taken });
    else if (isMark(atom) && afterMark && !line.squeeze.has(i - 1)) segments.push({ space: 0 });
    if (gap > 0 && i > line.start) segments.push({ space: gap });
    pushAtom(segments, atom);
    if (atom.kind === 'close' && (taken > 0 || i === line.end - 1)) segments.push({ space: -taken });
    pushSpan(spans, atom);
    cells += atom.width - taken;
  }
  const text = atoms
    .slice(line.start, line.end)
    .map((atom) => atom.text)
    .join('');
  return { segments, spans, full: !line.last, text, cells };
}

/**
 * Blank between the parts of a line that has next to no Chinese characters, cells: the engine spreads a line after those
 * only, and would leave a line of a web address short.
 */
function gapBetween(atoms: readonly Atom[], line: BrokenLine, room: number): number {
  if (line.last || line.squeeze.size > 0 || line.hung >= 0) return 0;
  const set = atoms.slice(line.start, line.end);
  const slack = room - line.indent - set.reduce((sum, { width }) => sum + width, 0);
  const places = set.slice(0, -1).filter(({ kind }) => kind === 'wide' || kind === 'open' || kind === 'close').length;
  return slack > places * MOST_SPREAD && set.length > 1 ? slack / (set.length - 1) : 0;
}

/** Widest blank after a Chinese character of a spread line that still looks like a line, cells. */
const MOST_SPREAD = 0.5;

function pushAtom(segments: Segment[], atom: Atom): void {
  const previous = segments.at(-1);
  if (!atom.run || atom.text === '\u3000') segments.push({ space: atom.width });
  else if (atom.kind === 'boxed' || atom.kind === 'dash')
    segments.push({ text: atom.text, face: atom.run.face, boxCells: atom.width });
  else {
    const latin = atom.kind === 'latin' || atom.kind === 'space';
    if (previous && 'latin' in previous && previous.latin === latin && previous.face === atom.run.face)
      previous.text += atom.text;
    else segments.push({ text: atom.text, face: atom.run.face, latin });
  }
}

function pushSpan(spans: Span[], atom: Atom): void {
  if (!atom.run) return;
  const { part, block } = atom.run.origin;
  const previous = spans.at(-1);
  if (previous && previous.part === part && previous.block === block) previous.to = atom.to;
  else spans.push({ part, block, from: atom.from, to: atom.to });
}
