import { afterAll, expect, it } from 'vitest';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import { squareCode } from '../../../electron/press/squareCode.ts';
import type { CodeSlips } from '../../../shared/domain/codeSlips.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { pdfPages } from '../../support/pdf.ts';

const press = createPress({ fork: nodeFork() });
afterAll(() => press.close());

const slips: CodeSlips = {
  office: '中共上街区委办公室',
  date: '2020-03-06' as IsoDate,
  url: 'http://192.168.1.20:17500',
  slips: Array.from({ length: 10 }, (_, n) => ({ name: `第${n + 1}街道办事处`, code: `7KQM-2XHD-9TR${n}` })),
};

it('a slip has the unit, its code and the address; eight stand on a sheet', async () => {
  const pages = await pdfPages(await press.slipsPdf(slips));
  expect(pages.length).toBe(2);
  for (const { name, code } of slips.slips) expect(pages.join('')).toContain(`${name}信息报送端密码${code}`);
  expect(pages.join('').split('http://192.168.1.20:17500').length - 1).toBe(10);
  expect(pages[1]).not.toContain('第8街道');
});

it('while the page is closed a slip has no address and no square code', async () => {
  const [page = ''] = await pdfPages(await press.slipsPdf({ ...slips, url: null }));
  expect(page).not.toContain('http');
  expect(page).toContain('第1街道办事处');
});

it('the square code has the three marks by which it is found', () => {
  const rows = squareCode('http://192.168.1.20:17500').map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));
  const size = rows.length;
  const mark = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
  const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const)
    expect(at(x, y)).toEqual(mark);
});
