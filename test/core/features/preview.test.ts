import { afterEach, beforeEach, expect, test } from 'vitest';
import { boardOf } from '../../../renderer/features/issues/board/board.ts';
import { localBulletin } from '../../../renderer/features/issues/pages/localBulletin.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import type { IssueId } from '../../../shared/domain/ids.ts';
import { addItem, noPress, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let id: IssueId;
/** The bulletins pages were asked of, with who asked. */
const asked: { bulletin: Bulletin; lane: string }[] = [];

beforeEach(async () => {
  asked.length = 0;
  const press = {
    ...noPress,
    preview: async (
      bulletin: Bulletin,
      view: { known: readonly string[]; only: readonly number[] | null; lane: string },
    ) => {
      asked.push({ bulletin, lane: view.lane });
      return noPress.preview(bulletin, view);
    },
  };
  desk = await openDesk({ press });
  const issue = await desk.call('issues.create', {
    publicationId: desk.publicationId,
    date: '2020-03-06' as Input<'issues.create'>['date'],
    theme: '主题',
    correctsId: null,
  });
  id = issue.id;
  const items = [await addItem(desk, '第一条'), await addItem(desk, '第二条')];
  await desk.call('issues.setEntries', {
    id,
    version: issue.version,
    entries: items.map((itemId) => ({ itemId, kind: 'item', section: null })),
  });
});
afterEach(() => desk.close());

type Draft = Input<'issues.preview'>['draft'];
const nothing: Draft = { item: null, entries: null, pageAdjust: null };

async function previewed(draft: Partial<Draft> = {}, viewer = 'v'): Promise<Bulletin> {
  await desk.call('issues.preview', { id, known: [], only: null, viewer, draft: { ...nothing, ...draft } });
  const last = asked.at(-1);
  if (!last) throw new Error('no pages were asked for');
  return last.bulletin;
}

test('pages show what is typed, arranged and proposed before it is saved, and nothing of it is stored', async () => {
  const { entries } = await desk.call('issues.get', { id });
  const [first, second] = entries.map(({ item }) => item.id);
  if (!first || !second) throw new Error('no entries');
  const before = JSON.stringify(await previewed());
  const shown = await previewed({
    item: { itemId: second, title: '改了的标题', blocks: [{ kind: 'text', text: '改了的正文。' }] },
    entries: [
      { itemId: second, kind: 'lead', section: null },
      { itemId: first, kind: 'brief', section: null },
    ],
    pageAdjust: { mastheadSlots: 9 },
  });
  expect(shown.entries.map(({ id: entry, kind, title }) => [entry, kind, title])).toEqual([
    [second, 'lead', '改了的标题'],
    [first, 'brief', null],
  ]);
  expect(shown.style.mastheadSlots).toBe(9);
  expect(JSON.stringify(await previewed())).toBe(before);
});

test('two windows on one issue never drop each other’s pages', async () => {
  await previewed({}, 'one');
  await previewed({}, 'two');
  expect(new Set(asked.map(({ lane }) => lane)).size).toBe(2);
});

test('what the page counts lines of is what the core prints', async () => {
  await desk.call('issues.update', {
    id,
    version: (await desk.call('issues.get', { id })).version,
    pageAdjust: { rows: 24 },
    reviewer: '王主任',
  });
  const [publication] = await desk.call('publications.list', {});
  const issue = await desk.call('issues.get', { id });
  if (!publication) throw new Error('no publication');
  const board = boardOf(
    issue.entries.map(({ item, kind, section }) => ({ itemId: item.id, kind, section })),
    issue.pageAdjust,
  );
  expect(localBulletin(publication, issue, board)).toEqual(await previewed());
});

test('an adjustment of the pages belongs to its issue alone, and is frozen with it', async () => {
  const { version } = await desk.call('issues.get', { id });
  const saved = await desk.call('issues.update', { id, version, pageAdjust: { mastheadSlots: 9, rows: 24 } });
  expect(saved.pageAdjust).toEqual({ mastheadSlots: 9, rows: 24 });
  expect((await desk.call('publications.list', {}))[0]?.style).toMatchObject({ mastheadSlots: 11, rows: 22 });
  await sign(desk, id);
  expect((await previewed({ pageAdjust: { rows: 30 } })).style).toMatchObject({ mastheadSlots: 9, rows: 24 });
  expect((await desk.call('issues.get', { id })).pageAdjust).toEqual({ mastheadSlots: 9, rows: 24 });
});

test('an issue being assembled follows its publication when that puts briefs first', async () => {
  const before = await desk.call('issues.get', { id });
  const [first, second] = before.entries.map(({ item }) => item.id);
  if (!first || !second) throw new Error('no entries');
  const entries: Input<'issues.setEntries'>['entries'] = [
    { itemId: first, kind: 'item', section: null },
    { itemId: second, kind: 'brief', section: null },
  ];
  await desk.call('issues.setEntries', { id, version: before.version, entries });
  const [publication] = await desk.call('publications.list', {});
  if (!publication) throw new Error('no publication');
  await desk.call('publications.save', { ...publication, style: { ...publication.style, entryOrder: 'briefsFirst' } });
  const after = await desk.call('issues.get', { id });
  expect(after.entries.map(({ item }) => item.id)).toEqual([second, first]);
  expect(after.version).toBe(before.version + 2);
  expect((await previewed()).entries.map((entry) => entry.id)).toEqual([second, first]);
});
