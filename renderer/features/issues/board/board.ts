import type { EntryKind } from '../../../../shared/domain/bulletin.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';

/**
 * The issue board: which items stand in the issue, in which order, as what. Pure; every edit answers a new board.
 * Entries stand by section, in it by kind (头条, 稿件, 简讯), in that by hand. A heading is printed where the section
 * changes, so an order that mixes sections would print the same heading twice.
 */
export interface BoardEntry {
  itemId: ItemId;
  kind: EntryKind;
  section: string | null;
}

export interface Board {
  entries: readonly BoardEntry[];
  /** Boards to go back to, the latest last. */
  past: readonly (readonly BoardEntry[])[];
  /** Boards gone back from, the latest last. */
  future: readonly (readonly BoardEntry[])[];
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
  | { type: 'undo' }
  | { type: 'redo' }
  /** What the core says. The same entries keep the history; others were made elsewhere and end it. */
  | { type: 'load'; entries: readonly BoardEntry[] };

const HISTORY = 200;
export const kindOrder = ['lead', 'item', 'brief'] as const satisfies readonly EntryKind[];

export const boardOf = (entries: readonly BoardEntry[]): Board => ({ entries, past: [], future: [] });

/** Apply one edit. An edit that changes nothing answers the same board. `sections`: the publication's, in order. */
export function editBoard(board: Board, edit: BoardEdit, sections: readonly string[]): Board {
  switch (edit.type) {
    case 'undo':
      return travel(board, board.past, (rest) => ({ past: rest, future: [...board.future, board.entries] }));
    case 'redo':
      return travel(board, board.future, (rest) => ({ past: [...board.past, board.entries], future: rest }));
    case 'load':
      return sameEntries(board.entries, edit.entries) ? board : boardOf(edit.entries);
    default: {
      const entries = arrange(change(board.entries, edit), sections);
      if (sameEntries(entries, board.entries)) return board;
      return { entries, past: [...board.past, board.entries].slice(-HISTORY), future: [] };
    }
  }
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

/** Entries in the order they are printed: by section, in it by kind, in that as they stand. */
export function arrange(entries: readonly BoardEntry[], sections: readonly string[]): BoardEntry[] {
  const rank = ({ section }: BoardEntry) => {
    if (section === null) return -1;
    const place = sections.indexOf(section);
    return place < 0 ? sections.length : place;
  };
  // Sections no longer in the publication keep apart by name, so that each is still printed once.
  const name = (entry: BoardEntry) => (rank(entry) === sections.length ? (entry.section ?? '') : '');
  return [...entries].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0) ||
      kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind),
  );
}

type Change = Exclude<BoardEdit, { type: 'undo' | 'redo' | 'load' }>;

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
  const entries = stack.at(-1);
  return entries ? { entries, ...remember(stack.slice(0, -1)) } : board;
}
