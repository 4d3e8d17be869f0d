import { afterAll, expect, test } from 'vitest';
import { pressForCore } from '../../../electron/core/press.ts';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import { smallBulletin } from '../../support/bulletins.ts';

const press = pressForCore(createPress({ fork: nodeFork() }));
afterAll(() => press.close());

test('a rare character of a name and one no font has are named with the item they stand in, before the export', async () => {
  const { blocking, remarks } = await press.fontRemarks(
    smallBulletin([
      { title: '区人社局多措并举促就业', text: '王喆到会。' },
      { title: '区审计局练就真功夫', text: '私用\uf8ff字。' },
    ]),
  );
  expect(blocking).toEqual([
    '没有一种字体有“\uf8ff”（U+F8FF）（见“区审计局练就真功夫”），不能导出，请改用别的字，或安装含有它的字体',
  ]);
  // FandolFang, which the set-up brings, lacks 喆; an office's own 仿宋 may have it.
  if (remarks.some((remark) => remark.includes('FandolFang')))
    expect(remarks).toContain('仿宋字体中没有“喆”（见“区人社局多措并举促就业”），以其他字体代替');
});

test('an issue whose characters all are there has nothing to say of them', async () => {
  const { blocking, remarks } = await press.fontRemarks(smallBulletin([{ title: '标题', text: '正文。' }]));
  expect(blocking).toEqual([]);
  expect(remarks.filter((remark) => remark.includes('字体中没有'))).toEqual([]);
});
