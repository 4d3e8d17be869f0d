import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Board,
  type BoardEdit,
  type BoardEntry,
  boardOf,
  editBoard,
  groupsOf,
  sameEntries,
} from '../../renderer/features/issues/board/board.ts';
import { entryKinds } from '../../shared/domain/bulletin.ts';
import { arranged, type EntryOrder } from '../../shared/domain/entryOrder.ts';
import { itemId } from '../../shared/domain/ids.ts';

const sections = ['工作动态', '基层信息'];
const standard: EntryOrder = { sections, kinds: ['lead', 'item', 'brief'] };
const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => itemId.parse(name));
const [a, b, c, d] = names as [(typeof names)[0], (typeof names)[0], (typeof names)[0], (typeof names)[0]];

const entry = (id: typeof a, kind: BoardEntry['kind'] = 'item', section: string | null = null): BoardEntry => ({
  itemId: id,
  kind,
  section,
});
const order = (board: Board) => board.entries.map((e) => e.itemId).join('');
const run = (board: Board, ...edits: BoardEdit[]) => edits.reduce((at, edit) => editBoard(at, edit, standard), board);

const anyKind = fc.constantFrom(...entryKinds);
const anyItem = fc.constantFrom(...names);
const anySection = fc.constantFrom(null, ...sections, '旧栏目');
const anyEdit: fc.Arbitrary<BoardEdit> = fc.oneof(
  fc.record({
    type: fc.constant('add' as const),
    itemId: anyItem,
    kind: anyKind,
    section: anySection,
  }),
  fc.record({ type: fc.constant('insert' as const), itemId: anyItem, before: anyItem }),
  fc.record({ type: fc.constant('remove' as const), itemId: anyItem }),
  fc.record({ type: fc.constant('shift' as const), itemId: anyItem, by: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ type: fc.constant('moveOnto' as const), itemId: anyItem, target: anyItem }),
  fc.record({ type: fc.constant('moveInto' as const), itemId: anyItem, section: anySection, kind: anyKind }),
  fc.record({ type: fc.constant('setKind' as const), itemId: anyItem, kind: anyKind }),
  fc.record({ type: fc.constant('setSection' as const), itemId: anyItem, section: anySection }),
);
const anyMove: fc.Arbitrary<BoardEdit> = fc.oneof(
  { weight: 5, arbitrary: anyEdit },
  { weight: 1, arbitrary: fc.constantFrom<BoardEdit>({ type: 'undo' }, { type: 'redo' }) },
);

describe('the board holds together whatever is done to it', () => {
  test('an item stands in it once, and every section and kind is one run', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 60 }), (edits) => {
        const { entries } = run(boardOf([]), ...edits);
        expect(new Set(entries.map((e) => e.itemId)).size).toBe(entries.length);
        const headings = groupsOf(entries).map((g) => `${g.section}/${g.kind}`);
        expect(new Set(headings).size).toBe(headings.length);
        expect(sameEntries(arranged(entries, standard), entries)).toBe(true);
      }),
    );
  });

  test('undoing every edit leads back to the beginning, redoing them to the end', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 60 }), (edits) => {
        const start = boardOf(arranged([entry(a), entry(b, 'brief'), entry(c, 'item', '工作动态')], standard));
        const end = run(start, ...edits);
        const back = run(end, ...end.past.map(() => ({ type: 'undo' }) as const));
        expect(back.entries).toEqual(start.entries);
        expect(run(back, ...back.future.map(() => ({ type: 'redo' }) as const)).entries).toEqual(end.entries);
      }),
    );
  });

  test('an edit that changes nothing is no step to undo', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 30 }), anyEdit, (edits, last) => {
        const before = run(boardOf([]), ...edits);
        const after = run(before, last);
        expect(after === before).toBe(sameEntries(after.entries, before.entries));
      }),
    );
  });
});

describe('single edits', () => {
  const start = boardOf([entry(a), entry(b), entry(c, 'brief')]);

  test('an item from the pool goes to the end of its kind', () => {
    expect(order(run(start, { type: 'add', itemId: d, kind: 'item', section: null }))).toBe('abdc');
    expect(order(run(start, { type: 'add', itemId: d, kind: 'lead', section: null }))).toBe('dabc');
  });

  test('an item dropped before another takes over its kind', () => {
    const board = run(start, { type: 'insert', itemId: d, before: c });
    expect(order(board)).toBe('abdc');
    expect(board.entries[2]?.kind).toBe('brief');
  });

  test('shifting moves within the kind and stops at its edge', () => {
    expect(order(run(start, { type: 'shift', itemId: b, by: -1 }))).toBe('bac');
    expect(run(start, { type: 'shift', itemId: b, by: 1 })).toBe(start);
    expect(run(start, { type: 'shift', itemId: a, by: -1 })).toBe(start);
  });

  test('dragging down takes the place of the entry dropped on, dragging up too', () => {
    const three = boardOf([entry(a), entry(b), entry(c)]);
    expect(order(run(three, { type: 'moveOnto', itemId: a, target: c }))).toBe('bca');
    expect(order(run(three, { type: 'moveOnto', itemId: c, target: a }))).toBe('cab');
  });

  test('a change of kind or section moves the entry to the end of its new group', () => {
    expect(order(run(start, { type: 'setKind', itemId: a, kind: 'brief' }))).toBe('bca');
    expect(order(run(start, { type: 'setSection', itemId: a, section: '基层信息' }))).toBe('bca');
  });

  test('what the core answers keeps the history when it is what stands there, and ends it when it is not', () => {
    const edited = run(start, { type: 'remove', itemId: a });
    expect(run(edited, { type: 'load', entries: [entry(b), entry(c, 'brief')], adjust: {} })).toBe(edited);
    expect(run(edited, { type: 'load', entries: [entry(b)], adjust: {} }).past).toEqual([]);
  });
});
