import { afterAll, expect, test } from 'vitest';
import { createPress, nodeFork, type PressPreview } from '../../../electron/press/index.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { wordsOf } from '../../../shared/domain/bulletin.ts';
import { namesIn } from '../../../shared/page/drawing.ts';
import { bare, bulletinOf } from '../../support/bulletins.ts';

const press = createPress({ fork: nodeFork() });
afterAll(() => press.close());

const bulletin = bulletinOf('001');

/** The bulletin with a word added to the last line of one entry, so that no other line moves. */
function edited(index: number): Bulletin {
  const entry = bulletin.entries[index];
  if (!entry) throw new Error('no such entry');
  return { ...bulletin, entries: bulletin.entries.with(index, { ...entry, source: `${entry.source}会` }) };
}

const hashesOf = ({ pages }: PressPreview) => pages.map(({ hash }) => hash);
/** Numbers of the pages that came with their drawing. */
const drawnOf = ({ pages }: PressPreview) => pages.filter(({ drawn }) => drawn).map(({ n }) => n);
/** Outlines the drawings name. */
const namesOf = ({ pages }: PressPreview) => namesIn(pages.flatMap(({ drawn }) => drawn?.marks ?? []));

test('every page is drawn once, and a page the caller has is not drawn again', async () => {
  const first = await press.preview(bulletin, []);
  expect(drawnOf(first)).toEqual([1, 2, 3, 4, 5]);
  const again = await press.preview(bulletin, hashesOf(first));
  expect(drawnOf(again)).toEqual([]);
  expect(again.assets).toEqual({ outlines: {}, pictures: {} });
});

test('after an edit only the page that changed is drawn', async () => {
  const before = await press.preview(bulletin, []);
  expect(drawnOf(await press.preview(edited(8), hashesOf(before)))).toEqual([5]);
});

test('pages not asked for come with their hash alone', async () => {
  const preview = await press.preview(bulletin, [], { only: [2] });
  expect(drawnOf(preview)).toEqual([2]);
  expect(new Set(hashesOf(preview)).size).toBe(5);
});

test('outlines come once: an edit brings only those of new characters', async () => {
  const first = await press.preview(bulletin, []);
  const have = new Set(Object.keys(first.assets.outlines));
  expect(namesOf(first).filter((name) => !have.has(name))).toEqual([]);
  const after = await press.preview(edited(8), hashesOf(first));
  const fresh = Object.keys(after.assets.outlines);
  expect(fresh.filter((name) => have.has(name))).toEqual([]);
  expect(namesOf(after).filter((name) => !have.has(name))).toEqual(fresh);
});

test('an engine started anew sends a page with all its outlines, under the same names', async () => {
  const first = await press.preview(bulletin, []);
  const other = createPress({ fork: nodeFork() });
  const after = await other.preview(edited(8), hashesOf(first));
  await other.close();
  expect(hashesOf(after).slice(0, 4)).toEqual(hashesOf(first).slice(0, 4));
  expect(drawnOf(after)).toEqual([5]);
  expect(Object.keys(after.assets.outlines).sort()).toEqual(namesOf(after).sort());
  for (const [name, path] of Object.entries(after.assets.outlines))
    expect(first.assets.outlines[name] ?? path, name).toBe(path);
});

test('lines lead to their text, and the meter says what the layout says', async () => {
  const { pages, meter, width, height, startsOn } = await press.preview(bulletin, []);
  expect([width, height]).toEqual([210, 297]);
  const lines = pages.flatMap(({ drawn }) => drawn?.lines ?? []);
  expect(lines.filter((line) => line.entryId === 'n1')).toHaveLength(meter.linesByEntry['n1'] ?? 0);
  expect(meter.pages).toBe(5);
  expect(startsOn['n1']).toBe(1);
  const firstPage = (id = '') => Math.min(...lines.filter(({ entryId }) => entryId === id).map(({ page }) => page));
  const last = bulletin.entries.at(-1)?.id ?? '';
  expect(startsOn[last]).toBe(firstPage(last));
  for (const { id, body } of bulletin.entries) {
    const read = lines
      .filter(({ entryId, block }) => entryId === id && block === 0)
      .map(({ from, to }) => ('text' in (body[0] ?? {}) ? (body[0] as { text: string }).text.slice(from, to) : ''));
    expect(bare(read.join(''))).toBe(bare(wordsOf(body.slice(0, 1)).join('')));
  }
});

test('a bulletin still without entries is shown as an empty page', async () => {
  const { pages } = await press.preview({ ...bulletin, entries: [] }, []);
  expect(pages).toHaveLength(1);
});

test('a picture whose bytes are gone is shown as a grey box', async () => {
  const [entry] = bulletin.entries;
  if (!entry) throw new Error('no entry');
  const withPicture = { ...entry, body: [...entry.body, { kind: 'picture' as const, hash: 'ab12' }] };
  const { pages, assets } = await press.preview({ ...bulletin, entries: [withPicture] }, []);
  const pictures = pages.flatMap(({ drawn }) => drawn?.marks.filter((mark) => 'picture' in mark) ?? []);
  expect(pictures).toHaveLength(1);
  expect(Object.values(assets.pictures)[0]).toMatch(/^data:image\/png;base64,/);
});
