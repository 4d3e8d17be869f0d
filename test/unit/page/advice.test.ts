import { expect, test } from 'vitest';
import type { Bulletin, BulletinEntry } from '../../../shared/domain/bulletin.ts';
import { adjustedStyle, adjustWords } from '../../../shared/domain/pageAdjust.ts';
import { adviseOn, Composer, type FitProposal, layOut, summaryOf } from '../../../shared/page/index.ts';
import { movedEntry, movesWithin, withoutEntry } from '../../../shared/page/order.ts';
import { bulletinOf, longBulletin, smallBulletin } from '../../support/bulletins.ts';

test('the summary says pages and free lines', () => {
  expect(summaryOf(4, 7)).toBe('满4页还余7行');
  expect(summaryOf(4, 0)).toBe('正好满4页');
});

test('every entry is told what cutting it would do', () => {
  const bulletin = bulletinOf('001');
  const { entries, linesToShorten } = adviseOn(bulletin);
  expect(entries).toHaveLength(9);
  expect(linesToShorten).toBe(5);
  // Items of 7 lines and more bring four pages, the briefs of three lines do not.
  for (const { lines, pagesWithout } of entries) expect(pagesWithout).toBe(lines >= 5 ? 4 : 5);
  for (const { entry, freeLinesWithout } of entries)
    expect(layOut({ ...bulletin, entries: withoutEntry(bulletin.entries, entry) }).freeLines).toBe(freeLinesWithout);
});

test('cutting as many characters as it says saves a line, adding as many as it says costs none', () => {
  const bulletin = bulletinOf('001');
  const lines = (id: string, change: (text: string) => string) => {
    const entries = bulletin.entries.map((entry) => (entry.id === id ? inLast(entry, change) : entry));
    return layOut({ ...bulletin, entries }).linesByEntry.get(id);
  };
  for (const { entry, lines: now, charactersToSaveLine, charactersFree } of adviseOn(bulletin).entries) {
    expect(charactersToSaveLine).not.toBeNull();
    const cut = charactersToSaveLine ?? 0;
    expect(
      lines(entry, (text) => text.slice(0, -1 - cut) + text.slice(-1)),
      entry,
    ).toBe(now - 1);
    expect(
      lines(entry, (text) => `${text.slice(0, -1)}${'字'.repeat(charactersFree)}${text.slice(-1)}`),
      entry,
    ).toBe(now);
  }
});

test('the cuts it names make the document a page shorter', () => {
  const bulletin = bulletinOf('001');
  const { cuts, pages } = adviseOn(bulletin);
  expect(cuts.map(({ entry, characters }) => `${entry}:${characters}`)).toEqual([
    'n5:4',
    'n1:5',
    'n3:8',
    'n8:11',
    'n7:15',
  ]);
  const entries = bulletin.entries.map((entry) => {
    const cut = cuts.find((one) => one.entry === entry.id);
    return cut ? inLast(entry, (text) => text.slice(0, -1 - cut.characters) + text.slice(-1)) : entry;
  });
  expect(layOut({ ...bulletin, entries }).pages).toHaveLength(pages - 1);
});

test('each proposed fit does what it says when taken', () => {
  const bulletin = bulletinOf('001');
  const { fits } = adviseOn(bulletin);
  expect(fits.map((fit) => fit.label)).toContain('每页由22行改为24行');
  for (const fit of fits) expectDone(bulletin, fit);
});

test('pages that come out well are left alone', () => {
  expect(adviseOn(bulletinOf('001', { rows: 24 })).fits).toEqual([]);
});

test('another order is proposed where what was kept together leaves the foot of a page blank', () => {
  const picture = (id: string): Partial<BulletinEntry> => ({
    id,
    title: '现场',
    body: [{ kind: 'picture', hash: id, size: [400, 400] }],
  });
  const text = (id: string, lines: number) => ({ id, title: '一条', text: '要'.repeat(28 * lines - 10) });
  // The picture of seven lines goes over to the second page and leaves five lines of the first blank.
  const bulletin = smallBulletin([text('a', 5), picture('p'), text('b', 5), text('c', 10)]);
  const { fits, pages } = adviseOn(bulletin);
  expect(pages).toBe(3);
  const order = fits.find((fit) => fit.order !== null);
  expect(order).toMatchObject({ label: '第1条移到第2条的位置', order: ['p', 'a', 'b', 'c'], pages: 2, freeLines: 2 });
  if (order) expectDone(bulletin, order);
});

test('an order stays within section and kind, and the heading of a section stays at its head', () => {
  const entries = smallBulletin([
    { id: 'a', kind: 'lead' },
    { id: 'b', section: '基层' },
    { id: 'c' },
    { id: 'd', kind: 'brief' },
  ]).entries;
  expect(movesWithin(entries)).toEqual([[1, 2]]);
  expect(movedEntry(entries, 1, 2).map(({ id, section }) => `${id}${section ?? ''}`)).toEqual(['a', 'c基层', 'b', 'd']);
  expect(withoutEntry(entries, 'b').map(({ id, section }) => `${id}${section ?? ''}`)).toEqual(['a', 'c基层', 'd']);
});

test('a composer that keeps paragraphs answers what one without memory answers, after every kind of change', () => {
  const composer = new Composer();
  const first = longBulletin(2);
  const [entry, ...others] = first.entries;
  if (!entry) throw new Error('no entry');
  const edited = { ...first, entries: [inLast(entry, (text) => `${text}又一句。`), ...others] };
  const reordered = { ...first, entries: movedEntry(first.entries, 1, 4) };
  const styled = (adjust: Partial<Bulletin['style']>) => ({ ...first, style: { ...first.style, ...adjust } });
  for (const bulletin of [
    first,
    edited,
    first,
    reordered,
    styled({ rows: 24 }),
    styled({ cells: 27 }),
    styled({ mastheadSlots: 9 }),
  ])
    expect(composer.layOut(bulletin)).toEqual(layOut(bulletin));
});

test('an adjustment says what it changes, and one that changes nothing says nothing', () => {
  const { style } = bulletinOf('001');
  expect(adjustWords(style, { mastheadSlots: 9, rows: 24 })).toEqual(['报头由11行改为9行', '每页由22行改为24行']);
  expect(adjustWords(style, { rows: 22 })).toEqual([]);
  expect(adjustedStyle(style, {})).toEqual(style);
});

function expectDone(bulletin: Bulletin, { adjust, order, pages, freeLines }: FitProposal): void {
  const entries = order
    ? order.flatMap((id) => bulletin.entries.find((entry) => entry.id === id) ?? [])
    : bulletin.entries;
  const layout = layOut({ ...bulletin, entries, style: adjustedStyle(bulletin.style, adjust) });
  expect(layout.pages).toHaveLength(pages);
  expect(layout.freeLines).toBe(freeLines);
}

/** The entry with its last text changed. */
function inLast(entry: BulletinEntry, change: (text: string) => string): BulletinEntry {
  const at = entry.body.findLastIndex((block) => block.kind === 'text');
  return {
    ...entry,
    body: entry.body.map((block, i) =>
      i === at && block.kind === 'text' ? { ...block, text: change(block.text) } : block,
    ),
  };
}
