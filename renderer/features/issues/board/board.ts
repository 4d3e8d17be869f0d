import type { EntryKind } from '../../../../shared/domain/bulletin.ts';
import { arranged, type EntryOrder } from '../../../../shared/domain/entryOrder.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { noAdjust, type PageAdjust, sameAdjust } from '../../../../shared/domain/pageAdjust.ts';

/**
 * The issue board: which items stand in the issue, in which order, as what. Pure; every edit answers a new board.
 * Entries stand by section, in it by kind, in that by hand. A heading is printed where the section
 * changes, so an order that mixes sections would print the same heading twice.
 */
export interface BoardEntry {
  itemId: ItemId;
  kind: EntryKind;
  section: string | null;
}

export interface Board extends Arrangement {
  /** What to go back to, the latest last. */
  past: readonly Arrangement[];
  /** What was gone back from, the latest last. */
  future: readonly Arrangement[];
}

/** What an undo brings back: the entries, and how the pages are adjusted to them. */
export interface Arrangement {
  entries: readonly BoardEntry[];
  adjust: PageAdjust;
}

/** Entries of one section and kind: what stands under one heading of the board. */
export interface BoardGroup {
  section: string | null;
  kind: EntryKind;
  entries: BoardEntry[];
}

export type BoardEdit =
  /** Put last of its kind and section. */
  | { type: 'add'; itemId: ItemId; kind: EntryKind; section: string | null }
  /** Put in front of an entry, taking over its kind and section. */
  | { type: 'insert'; itemId: ItemId; before: ItemId }
  | { type: 'remove'; itemId: ItemId }
  /** One place up or down within its group; the edge of the group stops it, for the kind changes the print. */
  | { type: 'shift'; itemId: ItemId; by: -1 | 1 }
  /** Dragged onto another entry: takes its place, its kind and its section. */
  | { type: 'moveOnto'; itemId: ItemId; target: ItemId }
  /** Dragged onto a heading: becomes the last of that group. */
  | { type: 'moveInto'; itemId: ItemId; section: string | null; kind: EntryKind }
  | { type: 'setKind'; itemId: ItemId; kind: EntryKind }
  | { type: 'setSection'; itemId: ItemId; section: string | null }
  /** Sets the pages otherwise for this issue, and with it another order: the items named first to last; `null` leaves it. */
  | { type: 'fit'; adjust: PageAdjust; order: readonly string[] | null }
  | { type: 'undo' }
  | { type: 'redo' }
  /** What the core says. The same keeps the history; what was made elsewhere ends it. */
  | ({ type: 'load' } & Arrangement);

const HISTORY = 200;

export const boardOf = (entries: readonly BoardEntry[], adjust: PageAdjust = noAdjust): Board => ({
  entries,
  adjust,
  past: [],
  future: [],
});

/** Apply one edit. An edit that changes nothing answers the same board. `order`: the publication's. */
export function editBoard(board: Board, edit: BoardEdit, order: EntryOrder): Board {
  switch (edit.type) {
    case 'undo':
      return travel(board, board.past, (rest) => ({ past: rest, future: [...board.future, now(board)] }));
    case 'redo':
      return travel(board, board.future, (rest) => ({ past: [...board.past, now(board)], future: rest }));
    case 'load':
      return sameArrangement(board, edit) ? board : boardOf(edit.entries, edit.adjust);
    case 'fit':
      return changed(board, { adjust: edit.adjust, entries: arranged(inOrder(board.entries, edit.order), order) });
    default:
      return changed(board, { adjust: board.adjust, entries: arranged(change(board.entries, edit), order) });
  }
}

/** A change that changes nothing leaves the board as it is. */
function changed(board: Board, after: Arrangement): Board {
  if (sameArrangement(board, after)) return board;
  return { ...after, past: [...board.past, now(board)].slice(-HISTORY), future: [] };
}

const now = ({ entries, adjust }: Board): Arrangement => ({ entries, adjust });

const sameArrangement = (a: Arrangement, b: Arrangement): boolean =>
  sameEntries(a.entries, b.entries) && sameAdjust(a.adjust, b.adjust);

/** Entries in the order their items are named; one not named stays where it was among the rest. */
export function inOrder(entries: readonly BoardEntry[], order: readonly string[] | null): readonly BoardEntry[] {
  if (order === null) return entries;
  const named = order.flatMap((id) => entries.find(({ itemId }) => itemId === id) ?? []);
  let next = 0;
  return entries.map((entry) => (named.includes(entry) ? (named[next++] ?? entry) : entry));
}

/** The board under its headings. Only groups that hold something, in printed order. */
export function groupsOf(entries: readonly BoardEntry[]): BoardGroup[] {
  const groups: BoardGroup[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && sameGroup(last, entry)) last.entries.push(entry);
    else groups.push({ section: entry.section, kind: entry.kind, entries: [entry] });
  }
  return groups;
}

export const sameEntries = (a: readonly BoardEntry[], b: readonly BoardEntry[]): boolean =>
  a.length === b.length && a.every((entry, i) => sameEntry(entry, b[i]));

type Change = Exclude<BoardEdit, { type: 'fit' | 'undo' | 'redo' | 'load' }>;

function change(entries: readonly BoardEntry[], edit: Change): readonly BoardEntry[] {
  const from = entries.findIndex(({ itemId }) => itemId === edit.itemId);
  const entry = entries[from];
  if (edit.type === 'add' || edit.type === 'insert') return entry ? entries : added(entries, edit);
  if (!entry) return entries;
  switch (edit.type) {
    case 'remove':
      return entries.toSpliced(from, 1);
    case 'shift': {
      const other = entries[from + edit.by];
      return other && sameGroup(other, entry) ? entries.with(from, other).with(from + edit.by, entry) : entries;
    }
    case 'moveOnto': {
      const to = entries.findIndex(({ itemId }) => itemId === edit.target);
      const target = entries[to];
      if (!target || target === entry) return entries;
      const moved = { ...entry, kind: target.kind, section: target.section };
      return entries.toSpliced(from, 1).toSpliced(to, 0, moved);
    }
    case 'moveInto':
      return toEnd(entries, from, { ...entry, section: edit.section, kind: edit.kind });
    case 'setKind':
      return entry.kind === edit.kind ? entries : toEnd(entries, from, { ...entry, kind: edit.kind });
    case 'setSection':
      return entry.section === edit.section ? entries : toEnd(entries, from, { ...entry, section: edit.section });
  }
}

function added(entries: readonly BoardEntry[], edit: Extract<Change, { type: 'add' | 'insert' }>) {
  const { itemId } = edit;
  if (edit.type === 'add') return [...entries, { itemId, kind: edit.kind, section: edit.section }];
  const to = entries.findIndex((entry) => entry.itemId === edit.before);
  const target = entries[to];
  return target ? entries.toSpliced(to, 0, { itemId, kind: target.kind, section: target.section }) : entries;
}

const toEnd = (entries: readonly BoardEntry[], from: number, entry: BoardEntry) => [
  ...entries.toSpliced(from, 1),
  entry,
];

const sameGroup = (a: Pick<BoardEntry, 'section' | 'kind'>, b: Pick<BoardEntry, 'section' | 'kind'>) =>
  a.section === b.section && a.kind === b.kind;

const sameEntry = (a: BoardEntry, b: BoardEntry | undefined) =>
  b !== undefined && a.itemId === b.itemId && sameGroup(a, b);

function travel(
  board: Board,
  stack: Board['past'],
  remember: (rest: Board['past']) => Pick<Board, 'past' | 'future'>,
): Board {
  const back = stack.at(-1);
  return back ? { ...back, ...remember(stack.slice(0, -1)) } : board;
}
