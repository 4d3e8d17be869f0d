import { isClosing, kindOf, mayEndLine, mayStartLine } from '../../../shared/page/compose/characters.ts';
import { WHOLE } from '../../../shared/page/compose/latin.ts';
import type { PrintedLine } from './pageLines.ts';

/** What the full lines of a text show about its grid. */
export interface FullLines {
  /** Characters of full lines of Chinese characters alone → how many such lines. */
  histogram: Record<number, number>;
  /** Lines of exactly the grid's cells, and how many of them stand on the cells. */
  exact: number;
  onGrid: number;
  /** Farthest a glyph of such a line is from its cell, pt. */
  worstCellPt: number;
  /** Lines that are not full and have no rule of punctuation for a reason. */
  unexplained: PrintedLine[];
  /** Farthest a spread line is from the right edge, pt. */
  worstRightPt: number;
}

interface Grid {
  left: number;
  right: number;
  cellPt: number;
  cells: number;
  bodyPt: number;
  edgePt: number;
  cellTolerancePt: number;
}

const isMark = (char: string) => kindOf(char) === 'close' || kindOf(char) === 'open';
const isAscii = (char: string) => char >= '!' && char <= '~';

/** Counts the characters of every full line and asks each that differs from the grid for its reason. */
export function fullLines(lines: readonly PrintedLine[], grid: Grid): FullLines {
  const found: FullLines = { histogram: {}, exact: 0, onGrid: 0, worstCellPt: 0, unexplained: [], worstRightPt: 0 };
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const continued = isContinued(lines, i, grid);
    const reaches = line.x1 > grid.right - grid.edgePt;
    if (!continued && !reaches) return;
    if (isDividedAddress(line, next) || line.glyphs.every(({ char }) => isAscii(char))) return;
    const over = line.x1 - grid.right;
    const last = line.glyphs.at(-1)?.char ?? '';
    if (over < 0.3 * grid.cellPt && continued) {
      found.worstRightPt = Math.max(found.worstRightPt, Math.abs(over));
      if (Math.abs(over) > grid.edgePt && !isMark(last)) found.unexplained.push(line);
    }
    if (!isPure(line, grid.bodyPt)) return;
    const { count, worst } = countCells(line, grid);
    found.histogram[count] = (found.histogram[count] ?? 0) + 1;
    if (count === grid.cells) {
      found.exact++;
      if (worst <= grid.cellTolerancePt) found.onGrid++;
      found.worstCellPt = Math.max(found.worstCellPt, worst);
    } else if (!hasReason(line, next, count, grid)) found.unexplained.push(line);
  });
  return found;
}

/** Whether the paragraph of a line goes on in the next: that begins at the left edge and is no heading of its own. */
export function isContinued(
  lines: readonly PrintedLine[],
  i: number,
  { left, right, cellPt }: Pick<Grid, 'left' | 'right' | 'cellPt'>,
): boolean {
  const [line, next, after] = lines.slice(i, i + 3);
  const atLeft = (each: PrintedLine | undefined) => each !== undefined && each.x0 - left < 0.6 * cellPt;
  if (!line || !next || !atLeft(next)) return false;
  const otherFace = line.glyphs.at(-1)?.font !== next.glyphs[0]?.font;
  return !(otherFace && next.x1 < right - cellPt && !atLeft(after));
}

/** A web address that is too long for a line leaves what it does not fill, and a line of nothing else cannot be spread. */
function isDividedAddress(line: PrintedLine, next: PrintedLine | undefined): boolean {
  const head = line.glyphs.findLastIndex(({ char }) => !isAscii(char)) + 1;
  const tail = next?.glyphs.findIndex(({ char }) => !isAscii(char)) ?? 0;
  const before = line.glyphs.length - head;
  const after = tail < 0 ? (next?.glyphs.length ?? 0) : tail;
  return before > 0 && after > 0 && before + after > WHOLE;
}

/** Chinese characters and marks of the body's size only, without the half blank of a space somebody typed. */
function isPure({ glyphs }: PrintedLine, bodyPt: number): boolean {
  return glyphs.every(({ char, em, width, x }, i) => {
    const before = glyphs[i - 1];
    const blank = before ? (x - before.x - before.width) / em : 0;
    const plain = Math.abs(em - bodyPt) < 0.35 && !isAscii(char) && width > 0.45 * em && kindOf(char) !== 'boxed';
    return plain && !(blank > TYPED_SPACE_EM[0] && blank < TYPED_SPACE_EM[1]);
  });
}

/** Wider than what spreads a line, narrower than a whole blank character. */
const TYPED_SPACE_EM = [0.25, 0.75] as const;

/** Cells a line fills, its indent and inner blanks included, and how far its glyphs are from them. */
function countCells(line: PrintedLine, { left, cellPt }: Grid): { count: number; worst: number } {
  let at = Math.max(0, Math.round((line.x0 - left) / cellPt));
  let worst = 0;
  line.glyphs.forEach((glyph, i) => {
    const before = line.glyphs[i - 1];
    if (before) at += 1 + Math.max(0, Math.round((glyph.x - before.x) / cellPt - 1));
    worst = Math.max(worst, Math.abs(glyph.x - (left + at * cellPt)));
  });
  return { count: at + 1, worst };
}

function hasReason(line: PrintedLine, next: PrintedLine | undefined, count: number, grid: Grid): boolean {
  const marks = line.glyphs.filter(({ char }) => isMark(char)).length;
  // 推入 or 悬挂: every cell too many is paid by two half marks, or one mark stands outside.
  if (count > grid.cells)
    return marks >= 2 * (count - grid.cells) || (count === grid.cells + 1 && isClosing(line.glyphs.at(-1)?.char ?? ''));
  // 推出: what must stay together at the head of the next line, marks with their characters, a number whole, had no room.
  if (togetherCells(next, grid.cellPt) > grid.cells - count + 0.01) return true;
  // The gap after a run-in title falls at the edge.
  return next !== undefined && line.glyphs.at(-1)?.font !== next.glyphs[0]?.font;
}

/** Width of what cannot be divided at the head of a line (GB/T 15834 5.1), cells. */
function togetherCells(line: PrintedLine | undefined, cellPt: number): number {
  let width = 0;
  for (const [i, glyph] of (line?.glyphs ?? []).entries()) {
    const before = line?.glyphs[i - 1];
    if (before && mayPart(before.char, glyph.char)) break;
    width += glyph.width / cellPt;
  }
  return width;
}

function mayPart(left: string, right: string): boolean {
  if (isAscii(left) && isAscii(right)) return false;
  return mayEndLine(left) && mayStartLine(right) && !(left === right && '—…'.includes(left));
}
