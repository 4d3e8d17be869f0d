import { composeDocument, type ItemFacts, type Piece } from '../pieces.ts';

/** A text's split as it is shown, corrected and kept: pieces in the order of the text, and what is known of each item. */
export interface Split {
  pieces: readonly Piece[];
  items: readonly ItemFacts[];
  /** 0–1 for each item; 1 once a person has looked at it. */
  confidence: readonly number[];
}

/**
 * What is wrong with a split of `text`, `null` for nothing: pieces in order, none overlapping, every character but
 * white space in one of them, and every item made of at least one.
 */
export function faultOf(text: string, { pieces, items, confidence }: Split): string | null {
  let end = 0;
  const used = new Set<number>();
  for (const { start, end: pieceEnd, itemIndex, issueIndex } of pieces) {
    if (start < end || pieceEnd <= start || pieceEnd > text.length) return `a piece lies at ${start}–${pieceEnd}`;
    if (/\S/u.test(text.slice(end, start))) return `no piece holds ${end}–${start}`;
    end = pieceEnd;
    if (itemIndex === null) continue;
    if (items[itemIndex]?.issueIndex !== issueIndex) return `a piece belongs to item ${itemIndex} of another issue`;
    used.add(itemIndex);
  }
  if (/\S/u.test(text.slice(end))) return `no piece holds what follows ${end}`;
  if (used.size !== items.length || confidence.length !== items.length) return 'an item has no text';
  return null;
}

/** Throws where `faultOf` finds something: a change to a split never loses or doubles a character. */
export function assertWhole(text: string, split: Split): void {
  const fault = faultOf(text, split);
  if (fault !== null) throw new Error(`split is not whole: ${fault}`);
}

/** The printed document a split stands for. */
export const documentOf = (text: string, { pieces, items }: Split): ReturnType<typeof composeDocument> =>
  composeDocument(text, pieces, items);

/** Whether two pieces are of one string: the same line of a title, the same paragraph. */
export const sameString = (a: Piece, b: Piece): boolean =>
  a.issueIndex === b.issueIndex && a.itemIndex === b.itemIndex && a.role === b.role && a.part === b.part;

/** The piece that holds or follows a position; −1 behind the last. */
export const pieceAt = (pieces: readonly Piece[], at: number): number => pieces.findIndex(({ end }) => end > at);
