import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { contentsOf, layOut, lineBoxes } from '../../../shared/page/index.ts';
import { bulletinOf, longBulletin } from '../../support/bulletins.ts';

const withSections = (bulletin: Bulletin): Bulletin => ({
  ...bulletin,
  entries: bulletin.entries.map((entry, i) => ({ ...entry, section: i === 1 ? '经验交流' : null })),
});

describe('the contents list', () => {
  test('names sections, titled items, and the briefs once', () => {
    const rows = contentsOf(withSections(bulletinOf('001', { contents: 'firstPage' })));
    expect(rows.map(({ text }) => text).slice(0, 3)).toEqual([
      '团区委学雷锋战疫情送温暖',
      '经验交流',
      '区发改委“一建二抓三推四督”工作法推动项目有序开复工',
    ]);
    expect(rows.filter(({ entry }) => entry === null)).toHaveLength(1);
    expect(rows.filter(({ text }) => text === '简讯')).toHaveLength(1);
  });

  test('is not there where the style prints none', () => {
    expect(contentsOf(bulletinOf('001'))).toEqual([]);
  });

  test('gives each item the page its first line stands on', () => {
    const layout = layOut(longBulletin(6, { contents: 'firstPage' }));
    for (const page of layout.pages)
      for (const { unit } of page.pieces)
        if (unit.entry !== '') expect(layout.pageByEntry.get(unit.entry)).toBeLessThanOrEqual(page.n);
    const numbers = [...layout.pageByEntry.values()];
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(numbers.at(-1)).toBeGreaterThan(18);
  });

  test('longer than the first page it goes on, and on a page of its own no text follows it there', () => {
    const { pages } = layOut(longBulletin(6, { contents: 'ownPage' }));
    const kinds = pages.map(({ pieces }) => new Set(pieces.map(({ kind }) => kind)));
    const pagesOfContents = kinds.filter((set) => set.has('contents'));
    expect(pagesOfContents.length).toBeGreaterThan(1);
    for (const set of pagesOfContents) expect(set.has('lines')).toBe(false);
  });

  test('a line of it leads to its item', () => {
    const boxes = lineBoxes(layOut(bulletinOf('001', { contents: 'firstPage', mastheadSlots: 8 })));
    const [first] = boxes;
    expect(first?.entryId).toBe('n1');
    expect(boxes.filter(({ entryId, page }) => entryId === 'n2' && page === 1)).toHaveLength(1);
  });
});
