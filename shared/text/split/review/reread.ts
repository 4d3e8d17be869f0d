import { splitWithTrace } from '../index.ts';
import type { ItemFacts, Piece } from '../pieces.ts';

interface Draft {
  pieces: Piece[];
  items: ItemFacts[];
  confidence: number[];
}

/**
 * Reads an item that was just cut out of another anew: where its title ends and who sent it. Kept as it is where the
 * splitter makes anything but one item of it.
 */
export function rereadItem(text: string, draft: Draft, item: number): Draft {
  const own = draft.pieces.filter((piece) => piece.itemIndex === item);
  const { words, places } = withoutHoles(text, own);
  const trace = splitWithTrace(words);
  const [facts] = trace.items;
  const strange = trace.pieces.some(({ itemIndex, role }) => itemIndex === null && role !== 'layout');
  if (!facts || trace.items.length > 1 || strange) return draft;
  const issueIndex = own[0]?.issueIndex ?? 0;
  const found = trace.pieces.flatMap((piece) => onPlaces(places, piece, own, issueIndex, item));
  const pieces = [...draft.pieces.filter((piece) => piece.itemIndex !== item), ...found].sort(
    (a, b) => a.start - b.start,
  );
  const items = [...draft.items];
  items[item] = { ...facts, issueIndex, column: draft.items[item]?.column ?? null };
  return { ...draft, pieces, items };
}

/** The words of some pieces with the blanks between them, and where each character stands in `text`. */
function withoutHoles(text: string, own: readonly Piece[]): { words: string; places: number[] } {
  const chunks: string[] = [];
  const places: number[] = [];
  const take = (from: number, to: number) => {
    chunks.push(text.slice(from, to));
    for (let i = from; i < to; i++) places.push(i);
  };
  own.forEach((piece, i) => {
    const before = own[i - 1];
    if (before) {
      // Furniture between two pieces is left out; its line end stays, so that the next line is a line.
      const between = text.slice(before.end, piece.start);
      const blank = /^\s*/u.exec(between)?.[0].length ?? 0;
      take(before.end, before.end + blank);
    }
    take(piece.start, piece.end);
  });
  return { words: chunks.join(''), places };
}

/** A piece of the words, as pieces of the text: cut where the words were cut together. */
function onPlaces(
  places: readonly number[],
  piece: Piece,
  own: readonly Piece[],
  issueIndex: number,
  item: number,
): Piece[] {
  const start = places[piece.start] ?? 0;
  const end = (places[piece.end - 1] ?? 0) + 1;
  const layout = piece.role === 'layout';
  return own
    .map((one) => ({ start: Math.max(start, one.start), end: Math.min(end, one.end) }))
    .filter((range) => range.end > range.start)
    .map((range) => ({ ...piece, ...range, issueIndex, itemIndex: layout ? null : item }));
}
