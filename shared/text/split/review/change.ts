import { NEWLINE_CLASS } from '../../chars.ts';
import { openingUnitShape } from '../../units/shape.ts';
import type { SplitKind } from '../document.ts';
import type { ItemFacts, ItemRole, Piece } from '../pieces.ts';
import type { Range } from '../source.ts';
import { rereadItem } from './reread.ts';
import { assertWhole, pieceAt, type Split, sameString } from './whole.ts';

/** What an editor may do to a split, each in one step. Positions are offsets into the text. */
export type Change =
  /** A new item begins at `at`: what its item holds from there on. */
  | { does: 'begin'; at: number }
  /** An item joins the one before it in the text. */
  | { does: 'merge'; item: number }
  /** A stretch becomes a title, body …; `leftover` belongs to no item. `item` says whose, where it has none yet. */
  | { does: 'role'; range: Range; role: ItemRole | 'leftover'; item: number | null }
  /** The boundary before the piece that begins at `at` moves to `to`. */
  | { does: 'boundary'; at: number; to: number }
  /** A paragraph, or a title's line, ends before `at`. */
  | { does: 'break'; at: number }
  /** The paragraph that begins at `at` goes on from the one before it. */
  | { does: 'join'; at: number }
  | { does: 'kind'; item: number; kind: SplitKind }
  /** Someone has looked at the item and found it right. */
  | { does: 'check'; item: number };

/** Applies a change; the same split where there is nothing to change. Every character stays in exactly one piece. */
export function applyChange(text: string, split: Split, change: Change): Split {
  const next = changed(text, split, change);
  if (next === null) return split;
  const settled = settle(text, next, split);
  assertWhole(text, settled);
  return settled;
}

interface Draft {
  pieces: Piece[];
  items: ItemFacts[];
  confidence: number[];
}

function changed(text: string, split: Split, change: Change): Draft | null {
  switch (change.does) {
    case 'begin':
      return begin(text, split, change.at);
    case 'merge':
      return merge(text, split, change.item);
    case 'role':
      return setRole(text, split, change);
    case 'boundary':
      return moveBoundary(split, change.at, change.to);
    case 'break':
      return breakAt(split, change.at);
    case 'join':
      return joinAt(split, change.at);
    case 'kind':
      return withItem(split, change.item, (facts) => ({ ...facts, kind: change.kind }));
    case 'check':
      return split.confidence[change.item] === 1 ? null : withItem(split, change.item, (facts) => facts);
    default:
      return change satisfies never;
  }
}

const draftOf = ({ pieces, items, confidence }: Split): Draft => ({
  pieces: [...pieces],
  items: [...items],
  confidence: [...confidence],
});

function withItem(split: Split, item: number, update: (facts: ItemFacts) => ItemFacts): Draft | null {
  const facts = split.items[item];
  if (!facts) return null;
  const draft = draftOf(split);
  draft.items[item] = update(facts);
  draft.confidence[item] = 1;
  return draft;
}

/** Pieces cut in two where `at` lies inside one. */
function cutAt(pieces: readonly Piece[], at: number): Piece[] {
  return pieces.flatMap((piece) =>
    piece.start < at && at < piece.end
      ? [
          { ...piece, end: at },
          { ...piece, start: at },
        ]
      : [piece],
  );
}

const newPart = (pieces: readonly Piece[]): number => 1 + pieces.reduce((most, { part }) => Math.max(most, part), 0);

function begin(text: string, split: Split, at: number): Draft | null {
  const draft = draftOf(split);
  draft.pieces = cutAt(split.pieces, at);
  const first = draft.pieces[pieceAt(draft.pieces, at)];
  if (!first) return null;
  const from = first.itemIndex;
  const belongs = (piece: Piece) =>
    (from === null ? sameString(piece, first) : piece.itemIndex === from) && piece.start >= at;
  // An item cannot begin where it already begins.
  if (from !== null && !draft.pieces.some((piece) => piece.itemIndex === from && piece.start < at)) return null;
  const itemIndex = draft.items.length;
  const facts = from === null ? null : draft.items[from];
  draft.items.push({ issueIndex: first.issueIndex, kind: 'item', unitInTitle: null, column: facts?.column ?? null });
  draft.confidence.push(1);
  if (from !== null) draft.confidence[from] = 1;
  draft.pieces = draft.pieces.map((piece) =>
    belongs(piece) ? { ...piece, itemIndex, role: from === null ? 'body' : piece.role } : piece,
  );
  return rereadItem(text, draft, itemIndex);
}

function merge(text: string, split: Split, item: number): Draft | null {
  const facts = split.items[item];
  const starts = firstPieces(split.pieces);
  const own = starts.get(item);
  if (!facts || own === undefined) return null;
  const before = [...starts]
    .filter(([other, at]) => split.items[other]?.issueIndex === facts.issueIndex && at < own)
    .sort((a, b) => b[1] - a[1])[0]?.[0];
  if (before === undefined) return null;
  const draft = draftOf(split);
  const hasSource = split.pieces.some((piece) => piece.itemIndex === item && piece.role === 'source');
  const free = newPart(split.pieces);
  const parts = new Map<string, number>();
  let last: Piece | null = null;
  draft.pieces = split.pieces.map((piece) => {
    if (piece.itemIndex !== before && piece.itemIndex !== item) return piece;
    const moved: Piece = { ...piece, itemIndex: before };
    const kept = piece.itemIndex === before ? piece.role !== 'source' || !hasSource : KEPT_IN_MERGE.has(piece.role);
    const key = `${piece.itemIndex} ${piece.role} ${piece.part}`;
    if (!kept || (piece.itemIndex === item && piece.role === 'body')) {
      // What was printed on one line is one paragraph; of two marks the earlier one was an aside in it.
      const runsOn = last !== null && last.role === 'body' && !LINE_END.test(text.slice(last.end, piece.start));
      if (!parts.has(key)) parts.set(key, runsOn && last ? last.part : free + parts.size);
      moved.role = 'body';
      moved.part = parts.get(key) ?? free;
    } else if (piece.itemIndex === item) moved.part = free + split.pieces.length + piece.part;
    last = moved;
    return moved;
  });
  draft.confidence[before] = 1;
  return draft;
}

/** Roles that pieces of the later item keep; its title and marker are text like any other now. */
const KEPT_IN_MERGE: ReadonlySet<Piece['role']> = new Set(['source', 'byline', 'subhead', 'layout']);

function firstPieces(pieces: readonly Piece[]): Map<number, number> {
  const first = new Map<number, number>();
  for (const { itemIndex, start } of pieces)
    if (itemIndex !== null && !first.has(itemIndex)) first.set(itemIndex, start);
  return first;
}

const LINE_END = new RegExp(`[${NEWLINE_CLASS}]`);

function setRole(text: string, split: Split, { range, role, item }: Extract<Change, { does: 'role' }>): Draft | null {
  const draft = draftOf(split);
  draft.pieces = cutAt(cutAt(split.pieces, range.start), range.end);
  const inside = (piece: Piece) => piece.start >= range.start && piece.end <= range.end && piece.role !== 'layout';
  const touched = draft.pieces.filter(inside);
  const [first] = touched;
  if (!first || touched.every((piece) => piece.role === role && (role === 'leftover' || piece.itemIndex !== null)))
    return null;
  const owner = role === 'leftover' ? null : (first.itemIndex ?? item ?? nearestItem(split, first));
  if (role !== 'leftover' && owner === null) return null;
  const part = newPart(draft.pieces);
  for (const piece of touched) if (piece.itemIndex !== null) draft.confidence[piece.itemIndex] = 1;
  if (owner !== null) draft.confidence[owner] = 1;
  const issueIndex = owner === null ? null : (draft.items[owner]?.issueIndex ?? 0);
  draft.pieces = draft.pieces.map((piece) =>
    inside(piece) ? { ...piece, role, itemIndex: owner, issueIndex: issueIndex ?? piece.issueIndex, part } : piece,
  );
  joinNeighbour(text, draft, part, role);
  if (role === 'column' && owner !== null) openColumn(draft, owner);
  return draft;
}

/** A stretch given the role of its neighbour on the same printed line is one string with it. */
function joinNeighbour(text: string, draft: Draft, part: number, role: Piece['role']): void {
  const first = draft.pieces.findIndex((piece) => piece.part === part && piece.role === role);
  const last = draft.pieces.findLastIndex((piece) => piece.part === part && piece.role === role);
  const [before, own, end, after] = [
    draft.pieces[first - 1],
    draft.pieces[first],
    draft.pieces[last],
    draft.pieces[last + 1],
  ];
  if (!own || !end || role === 'leftover') return;
  const fits = (one: Piece | undefined) => one?.role === role && one.itemIndex === own.itemIndex;
  const target =
    before && fits(before) && !LINE_END.test(text.slice(before.end, own.start))
      ? before
      : after && fits(after) && !LINE_END.test(text.slice(end.end, after.start))
        ? after
        : null;
  if (target)
    draft.pieces = draft.pieces.map((piece) => (sameString(piece, own) ? { ...piece, part: target.part } : piece));
}

/** The item above a piece that has none; the one below at the head of the text. */
function nearestItem({ pieces }: Split, { start, issueIndex }: Piece): number | null {
  const owned = pieces.filter((piece) => piece.itemIndex !== null && piece.issueIndex === issueIndex);
  return (owned.findLast((piece) => piece.start < start) ?? owned[0])?.itemIndex ?? null;
}

/** A new heading stands over its item and those below, down to the next heading or issue; `settle` fills in its words. */
function openColumn(draft: Draft, owner: number): void {
  const order = [...firstPieces(draft.pieces).keys()];
  const headed = new Set(draft.pieces.flatMap(({ role, itemIndex }) => (role === 'column' ? [itemIndex] : [])));
  for (const item of order.slice(order.indexOf(owner))) {
    const facts = draft.items[item];
    if (!facts || facts.issueIndex !== draft.items[owner]?.issueIndex || (item !== owner && headed.has(item))) return;
    draft.items[item] = { ...facts, column: facts.column ?? '' };
  }
}

function moveBoundary(split: Split, at: number, to: number): Draft | null {
  const index = split.pieces.findIndex(({ start }) => start === at);
  const after = split.pieces[index];
  // Furniture between two lines is no neighbour: the boundary is that of the strings on either side.
  const before = split.pieces.slice(0, Math.max(0, index)).findLast(({ role }) => role !== 'layout');
  if (!after || !before || after.role === 'layout' || at === to || sameString(before, after)) return null;
  const [loser, winner] = to < at ? [before, after] : [after, before];
  const [from, until] = to < at ? [to, at] : [at, to];
  const draft = draftOf(split);
  draft.pieces = cutAt(cutAt(split.pieces, from), until).map((piece) => {
    const loses = piece.itemIndex === loser.itemIndex && piece.role === loser.role;
    if (piece.start < from || piece.end > until || !loses) return piece;
    const { issueIndex, itemIndex, role, part } = winner;
    return { ...piece, issueIndex, itemIndex, role, part };
  });
  for (const { itemIndex } of [before, after]) if (itemIndex !== null) draft.confidence[itemIndex] = 1;
  return draft;
}

function breakAt(split: Split, at: number): Draft | null {
  const pieces = cutAt(split.pieces, at);
  const own = pieces[pieceAt(pieces, at)];
  if (!own || own.itemIndex === null || !pieces.some((piece) => sameString(piece, own) && piece.start < at))
    return null;
  const part = newPart(pieces);
  const draft = draftOf(split);
  draft.pieces = pieces.map((piece) => (sameString(piece, own) && piece.start >= at ? { ...piece, part } : piece));
  draft.confidence[own.itemIndex] = 1;
  return draft;
}

function joinAt(split: Split, at: number): Draft | null {
  const index = split.pieces.findIndex(({ start }) => start === at);
  const own = split.pieces[index];
  if (!own || own.itemIndex === null || (own.role !== 'body' && own.role !== 'subhead' && own.role !== 'title'))
    return null;
  const wanted = own.role === 'title' ? ['title'] : ['body', 'subhead'];
  const before = split.pieces
    .slice(0, index)
    .findLast((piece) => piece.itemIndex === own.itemIndex && wanted.includes(piece.role));
  if (!before || sameString(before, own)) return null;
  const draft = draftOf(split);
  draft.pieces = split.pieces.map((piece) =>
    sameString(piece, own) ? { ...piece, role: before.role, part: before.part } : piece,
  );
  draft.confidence[own.itemIndex] = 1;
  return draft;
}

/** Items in the order of the text, none empty; pieces that go on from one another are one again. */
function settle(text: string, draft: Draft, before: Split): Split {
  const order = [...firstPieces(draft.pieces).keys()];
  const place = new Map(order.map((item, i) => [item, i]));
  const pieces: Piece[] = [];
  for (const piece of draft.pieces) {
    const moved = { ...piece, itemIndex: piece.itemIndex === null ? null : (place.get(piece.itemIndex) ?? null) };
    const last = pieces.at(-1);
    if (last && last.end === moved.start && sameString(last, moved))
      pieces[pieces.length - 1] = { ...last, end: moved.end };
    else pieces.push(moved);
  }
  const titles = wordsOf(text, pieces, 'title');
  const columns = wordsOf(text, pieces, 'column');
  const titlesBefore = wordsOf(text, before.pieces, 'title');
  let heading: { words: string; issueIndex: number } | null = null;
  const items = order.map((item, i): ItemFacts => {
    const facts = draft.items[item] ?? { issueIndex: 0, kind: 'item', unitInTitle: null, column: null };
    const { issueIndex } = facts;
    const own = columns.get(i)?.trim();
    if (own) heading = { words: own, issueIndex };
    const column = (own || facts.column !== null) && heading?.issueIndex === issueIndex ? heading.words : null;
    const title = titles.get(i) ?? '';
    const retitled = title !== (titlesBefore.get(item) ?? '') || item >= before.items.length;
    return {
      issueIndex,
      kind: kindAfter(facts.kind, retitled ? title !== '' : null, column !== null),
      unitInTitle: retitled ? openingUnitShape(title) : facts.unitInTitle,
      column,
    };
  });
  return { pieces, items, confidence: order.map((item) => draft.confidence[item] ?? 1) };
}

/** A brief that was given a title is an item, an item that lost its own is a brief; a brief under a heading is a column's. */
function kindAfter(kind: SplitKind, titled: boolean | null, inColumn: boolean): SplitKind {
  const brief = kind === 'brief' || kind === 'column-brief';
  if (titled === true) return brief ? 'item' : kind;
  if (brief || (titled === false && kind === 'item')) return inColumn ? 'column-brief' : 'brief';
  return kind;
}

function wordsOf(text: string, pieces: readonly Piece[], role: ItemRole): Map<number, string> {
  const words = new Map<number, string>();
  for (const piece of pieces) {
    if (piece.role !== role || piece.itemIndex === null) continue;
    words.set(piece.itemIndex, (words.get(piece.itemIndex) ?? '') + text.slice(piece.start, piece.end));
  }
  return words;
}
