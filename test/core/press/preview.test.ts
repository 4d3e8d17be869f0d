import { afterAll, expect, test } from 'vitest';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { bulletinOf } from '../../support/bulletins.ts';

const press = createPress({ fork: nodeFork() });
afterAll(() => press.close());

const bulletin = bulletinOf('001');

/** The bulletin with a word added to the last line of one entry, so that no other line moves. */
function edited(index: number): Bulletin {
  const entry = bulletin.entries[index];
  if (!entry) throw new Error('no such entry');
  return { ...bulletin, entries: bulletin.entries.with(index, { ...entry, source: `${entry.source}会` }) };
}

test('every page is drawn once, and a page the caller has is not drawn again', async () => {
  const first = await press.preview(bulletin, []);
  expect(first.pages.map((page) => page.svg?.startsWith('<svg'))).toEqual([true, true, true, true, true]);
  const again = await press.preview(
    bulletin,
    first.pages.map((page) => page.hash),
  );
  expect(again.pages.map((page) => page.svg)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('after an edit only the page that changed is drawn', async () => {
  const { pages } = await press.preview(bulletin, []);
  const after = await press.preview(
    edited(8),
    pages.map((page) => page.hash),
  );
  expect(after.pages.filter((page) => page.svg !== undefined).map((page) => page.n)).toEqual([5]);
});

test('pages not asked for come with their hash alone', async () => {
  const { pages } = await press.preview(bulletin, [], { only: [2] });
  expect(pages.filter((page) => page.svg !== undefined).map((page) => page.n)).toEqual([2]);
  expect(new Set(pages.map((page) => page.hash)).size).toBe(5);
});

test('outlines apart come once: an edit brings only those of new characters', async () => {
  const first = await press.preview(bulletin, [], { outlines: 'apart' });
  const ids = (markup: string) => new Set([...markup.matchAll(/ id="(\w+)"/g)].map(([, id]) => id));
  const used = (svg = '') => new Set([...svg.matchAll(/href="#(\w+)"/g)].map(([, id]) => id));
  const have = ids(first.outlines);
  for (const page of first.pages) for (const id of used(page.svg)) expect(have.has(id)).toBe(true);
  const after = await press.preview(
    edited(8),
    first.pages.map((page) => page.hash),
    { outlines: 'apart' },
  );
  const fresh = ids(after.outlines);
  for (const id of fresh) expect(have.has(id)).toBe(false);
  for (const id of used(after.pages[4]?.svg)) expect(have.has(id) || fresh.has(id)).toBe(true);
});

test('lines lead to their entries, and the meter says what the layout says', async () => {
  const { lines, meter, width, height } = await press.preview(bulletin, []);
  expect([width, height]).toEqual([210, 297]);
  expect(lines.filter((line) => line.entryId === 'n1')).toHaveLength(meter.linesByEntry['n1'] ?? 0);
  expect(meter.pages).toBe(5);
});

test('a bulletin still without entries is shown as an empty page', async () => {
  const { pages } = await press.preview({ ...bulletin, entries: [] }, []);
  expect(pages).toHaveLength(1);
});

test('a picture whose bytes are gone is shown as a grey box', async () => {
  const [entry] = bulletin.entries;
  if (!entry) throw new Error('no entry');
  const withPicture = { ...entry, body: [...entry.body, { kind: 'picture' as const, hash: 'ab12' }] };
  const { pages } = await press.preview({ ...bulletin, entries: [withPicture] }, []);
  expect(pages.some((page) => page.svg?.includes('<image'))).toBe(true);
});
