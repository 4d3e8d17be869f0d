import { expect, test } from 'vitest';
import { adviseOn, layOut, summaryOf } from '../../../shared/page/index.ts';
import { bulletinOf } from '../../support/bulletins.ts';

test('the summary says pages and free lines', () => {
  expect(summaryOf(4, 7)).toBe('满4页还余7行');
  expect(summaryOf(4, 0)).toBe('正好满4页');
});

test('every entry is told what cutting it would do', () => {
  const { entries, linesToShorten } = adviseOn(bulletinOf('001'));
  expect(entries).toHaveLength(9);
  expect(linesToShorten).toBe(5);
  // Items of 7 lines and more bring four pages, the briefs of three lines do not.
  for (const { lines, pagesWithout } of entries) expect(pagesWithout).toBe(lines >= 5 ? 4 : 5);
});

test('each proposed fit does what it says when taken', () => {
  const bulletin = bulletinOf('001');
  const { fits } = adviseOn(bulletin);
  expect(fits.map((fit) => fit.label)).toContain('每页由22行改为24行');
  for (const fit of fits) {
    const layout = layOut({ ...bulletin, style: { ...bulletin.style, ...fit.change } });
    expect(layout.pages).toHaveLength(fit.pages);
    expect(layout.freeLines).toBe(fit.freeLines);
  }
});

test('pages that come out well are left alone', () => {
  expect(adviseOn(bulletinOf('001', { rows: 24 })).fits).toEqual([]);
});
