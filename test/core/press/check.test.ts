import { afterAll, describe, expect, test } from 'vitest';
import { checkPages } from '../../../electron/press/check/index.ts';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import type { Block, Bulletin } from '../../../shared/domain/bulletin.ts';
import type { HouseStyle } from '../../../shared/domain/houseStyle.ts';
import { houseStylePresets, measuresOf } from '../../../shared/page/index.ts';
import { bulletinOf, smallBulletin } from '../../support/bulletins.ts';
import { mixedBulletin } from '../../support/mixedBulletin.ts';

/** A grey dot stands for every picture. */
const DOT = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mM4DwAA0QDQelCi0gAAAABJRU5ErkJggg==', 'base64'),
);
const press = createPress({ fork: nodeFork(), picture: async () => DOT });
afterAll(() => press.close());

/** What the checker says of a page made in one style and measured against the standard's. */
async function failures(made: Partial<HouseStyle>): Promise<string> {
  const bulletin = bulletinOf('001', made);
  const { findings, verdict } = await checkPages(await press.pdf(bulletin), measuresOf(bulletinOf('001').style));
  const failed = findings.filter((finding) => finding.severity === 'fail');
  expect(verdict).toBe(failed.length > 0 ? 'fail' : 'pass');
  return failed.map((finding) => finding.text).join('；');
}

test('pages of 24 lines fail against 22', async () => {
  expect(await failures({ rows: 24 })).toMatch(/24 行，应为 22 行/);
});

test('lines of 26 characters fail against 28', async () => {
  expect(await failures({ cells: 26 })).toMatch(/不满 28 字又无标点原因/);
});

test('page numbers in the middle are no failure, none at all is', async () => {
  expect(await failures({ pageNumber: 'centre' })).toBe('');
  expect(await failures({ pageNumber: 'none' })).toMatch(/没有页码/);
});

test('Word’s grid is one of the two models of a line and passes', async () => {
  expect(await failures({ vertical: 'wordGrid' })).toBe('');
});

test('a document of another kind fails with reasons, and a file that is no PDF throws', async () => {
  const sheet = {
    title: '上街信息',
    issueText: '第1期',
    office: '中共上街区委办公室',
    date: bulletinOf('001').masthead.date,
    rows: [{ label: '发', recipient: '各单位', copies: 1 }],
    spare: 0,
    total: 1,
  };
  const { verdict } = await checkPages(
    await press.sheetPdf(sheet, 'distribution'),
    measuresOf(bulletinOf('001').style),
  );
  expect(verdict).toBe('fail');
  await expect(checkPages(new TextEncoder().encode('no pdf'), measuresOf(bulletinOf('001').style))).rejects.toThrow();
});

describe('an issue of everything: tables, pictures, sub-heads, notes, long addresses', () => {
  const modes = ['pushIn', 'pushOut', 'hang'] as const;
  const passes = async (bulletin: Bulletin) => {
    const { check, pages } = await press.pressedPdf(bulletin);
    expect(check.findings.filter(({ severity }) => severity === 'fail')).toEqual([]);
    expect([check.verdict, check.strictGrid]).toEqual(['pass', true]);
    return pages;
  };

  test.each(houseStylePresets.map(({ id, style }, i) => [id, modes[i % 3], style] as const))(
    'passes on the strict grid in %s with marks treated as %s',
    async (_, lineBreak = 'pushIn', style) => {
      await passes(mixedBulletin(6, { ...style, lineBreak }, 7));
    },
  );

  test('passes with sixty pages, and with a contents list before them', async () => {
    expect(await passes(mixedBulletin(58, { contents: 'ownPage' }, 3))).toBeGreaterThanOrEqual(60);
  });
});

describe('a circular, most of whose text stands in tables', () => {
  const rows = Array.from({ length: 60 }, (_, n) => [
    String(n + 1),
    `第${n + 1}街道办事处`,
    '12',
    '5',
    '41.7%',
    '38.5',
  ]);
  const body: Block[] = [
    { kind: 'text', text: '各单位共报送信息720条，采用300篇，现将有关情况通报如下。'.repeat(4) },
    { kind: 'table', rows: [['排名', '单位', '报送', '采用', '采用率', '得分'], ...rows] },
    { kind: 'text', text: '各单位对本通报数据有异议的，请于收到之日起5个工作日内与我们联系核对。' },
  ];
  const circular = smallBulletin([{ kind: 'lead', body }]);

  test('is measured by the text around them', async () => {
    const { check } = await press.pressedPdf(circular);
    expect(check.findings.filter(({ severity }) => severity === 'fail')).toEqual([]);
    expect(check.report.bodyPt).toBe(15.8);
  });

  test('and fails where that is not as the standard has it', async () => {
    const narrow = { ...circular, style: { ...circular.style, cells: 26 } };
    const { findings } = await checkPages(await press.pdf(narrow), measuresOf(circular.style));
    expect(findings.some(({ severity }) => severity === 'fail')).toBe(true);
  });
});
