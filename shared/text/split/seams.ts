import { NEWLINE_CLASS } from '../chars.ts';
import type { Piece } from './pieces.ts';
import type { Range } from './source.ts';

/** What the splitter did to the lines as printed, for the review screen to show and undo. */
export interface Seams {
  /** Line ends, with any page furniture between, over which one paragraph or title was joined. */
  joins: Range[];
  /** Places inside a line where one piece ends and another begins. */
  cuts: number[];
}

const LINE_END = new RegExp(`[${NEWLINE_CLASS}]`);

/** The seams of `pieces`, which are in the order of `original`. */
export function seamsOf(original: string, pieces: readonly Piece[]): Seams {
  const seams: Seams = { joins: [], cuts: [] };
  const lastOf = new Map<string, Piece>();
  let before: Piece | null = null;
  for (const piece of pieces) {
    if (piece.role === 'layout') continue;
    const key = `${piece.issueIndex} ${piece.itemIndex} ${piece.role} ${piece.part}`;
    const last = lastOf.get(key);
    if (last && LINE_END.test(original.slice(last.end, piece.start)))
      seams.joins.push({ start: last.end, end: piece.start });
    if (before && before !== last && !LINE_END.test(original.slice(before.end, piece.start)))
      seams.cuts.push(piece.start);
    lastOf.set(key, piece);
    before = piece;
  }
  return seams;
}
