import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { html } from '../../../electron/press/export/html.ts';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import { type DistributionSheet, withCopyNumbers } from '../../../shared/domain/distributionSheet.ts';
import { measuresOf } from '../../../shared/page/index.ts';
import { type LabelSheet, labelSheetIds, labelSheets, labelsOnSheet } from '../../../shared/page/labels.ts';
import {
  bare,
  bulletinOf,
  dateOf,
  GREY_PNG,
  motleyBulletin,
  printedText,
  smallBulletin,
} from '../../support/bulletins.ts';
import { pdfPages } from '../../support/pdf.ts';

const press = createPress({ fork: nodeFork() });
afterAll(() => press.close());

const bulletin = bulletinOf('001');
const { masthead, theme, imprint } = bulletin;
/** All that is printed, in order, white space aside. */
const printed = bare(
  [
    masthead.name,
    masthead.issueText,
    masthead.office,
    dateOf(bulletin),
    ...theme,
    ...bulletin.entries.map((entry) => printedText(entry)),
    ...imprint.map((row) => `${row.label}：${row.text}`),
  ].join(''),
);
const part = (docx: Uint8Array, name: string) => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());

describe('DOCX', () => {
  test('its text is that of the PDF', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await press.docx(bulletin)) });
    expect(bare(value)).toBe(printed);
    const pdf = (await pdfPages(await press.pdf(bulletin))).join('').replace(/—\d+—/g, '');
    expect(bare(value)).toBe(pdf);
  });

  test('the same bulletin gives the same bytes', async () => {
    expect(Buffer.compare(await press.docx(bulletin), await press.docx(structuredClone(bulletin)))).toBe(0);
  });

  test('it has the standard’s page: type area, 22 exact lines, odd and even numbers, kinsoku', async () => {
    const docx = await press.docx(bulletin);
    const body = part(docx, 'word/document.xml');
    const [, line = ''] = /<w:docGrid w:type="lines" w:linePitch="(\d+)"/.exec(body) ?? [];
    const { area, margin } = measuresOf(bulletin.style);
    // 22 lines fit the type area and a 23rd does not.
    expect(Number(line) * 22).toBeLessThanOrEqual((area.heightMm / 25.4) * 1440);
    expect(Number(line) * 23).toBeGreaterThan((area.heightMm / 25.4) * 1440);
    expect(body).toContain(`w:top="${Math.round((margin.topMm / 25.4) * 1440)}"`);
    expect(part(docx, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(part(docx, 'word/styles.xml')).toContain('<w:kinsoku w:val="1"/>');
    expect(part(docx, 'word/footer1.xml')).toContain('<w:jc w:val="right"/>');
    expect(part(docx, 'word/footer2.xml')).toContain('<w:jc w:val="left"/>');
  });
});

describe('TXT', () => {
  test('holds every character, paragraphs indented by two', () => {
    const text = new TextDecoder().decode(press.txt(bulletin));
    expect(bare(text)).toBe(printed);
    expect(text).toContain('\r\n　　团区委学雷锋战疫情送温暖　在3月5日');
  });

  test('has a table as rows of cells parted by tabs', () => {
    expect(new TextDecoder().decode(press.txt(motleyBulletin()))).toContain(
      '\r\n单位\t项目数\t已开复工\r\n区发改委\t14\t14\r\n',
    );
  });
});

describe('HTML', () => {
  test('is one file with every character, that asks for nothing from elsewhere', async () => {
    const page = new TextDecoder().decode(await press.html(bulletin));
    const text = page.replace(/^.*?<header>/s, '').replace(/<[^>]+>/g, '');
    expect(bare(text)).toBe(printed);
    expect(page).not.toMatch(/<script|https?:|src=|href=/);
  });

  test('carries its pictures, and shows on paper that it is not the printed page', () => {
    const page = new TextDecoder().decode(html(motleyBulletin(), { grey: GREY_PNG }));
    const addresses = [...page.matchAll(/(?:src|href)="(.*?)"/g)].map(([, address]) => address ?? '');
    expect(addresses).toEqual([expect.stringMatching(/^data:image\/png;base64,iVBOR/)]);
    expect(page).toMatch(/付印请用同一期的 PDF/);
    expect(page).toMatch(/@media print\{\.not-a-page\{display:block/);
  });
});

describe('lists of readers', () => {
  const sheet: DistributionSheet = withCopyNumbers({
    title: '上街信息',
    issueText: '第19期',
    office: '中共上街区委办公室',
    date: masthead.date,
    rows: [
      { label: '送', recipient: '区县处级领导', copies: 28 },
      { label: '发', recipient: '=SUM(A1:A9)', copies: 1 },
      { label: '发', recipient: '#set text(red) $x$ @a', copies: 1 },
      { label: '发', recipient: '只看不收', copies: 0 },
    ],
    spare: 3,
    total: 33,
  });
  const cellsOf = async (xlsx: Uint8Array) => {
    const [first] = await readXlsxFile(Buffer.from(xlsx));
    return (first?.data ?? []).map((row) => row.map((cell) => cell ?? ''));
  };

  test('分发单 as a spreadsheet: its rows, copies as numbers, a formula as the text it is', async () => {
    const cells = await cellsOf(await press.sheetXlsx(sheet, 'distribution'));
    expect(cells[0]?.[0]).toBe('上街信息第19期分发单');
    expect(cells[2]).toEqual(['序号', '类别', '单位', '份数', '份号', '装封', '备注']);
    expect(cells[3]?.slice(0, 5)).toEqual(['1', '送', '区县处级领导', 28, '1—28']);
    expect(cells[4]?.slice(2, 5)).toEqual(['=SUM(A1:A9)', 1, '29']);
    expect(cells.at(-2)?.slice(2, 5)).toEqual(['留存', 3, '31—33']);
    expect(cells.at(-1)?.slice(2, 4)).toEqual(['印数', 33]);
    const again = await press.sheetXlsx(structuredClone(sheet), 'distribution');
    expect(Buffer.compare(await press.sheetXlsx(sheet, 'distribution'), again)).toBe(0);
  });

  test('签收单: only who gets a copy, with room to sign, and what goes out', async () => {
    const cells = await cellsOf(await press.sheetXlsx(sheet, 'receipts'));
    expect(cells[0]?.[0]).toBe('上街信息第19期签收单');
    expect(cells[2]).toEqual(['序号', '单位', '份数', '份号', '签收人', '签收时间', '备注']);
    expect(cells.map((row) => row[1])).not.toContain('只看不收');
    expect(cells.at(-1)?.slice(1, 3)).toEqual(['合计', 30]);
    const text = (await pdfPages(await press.sheetPdf(sheet, 'receipts'))).join('');
    for (const word of ['上街信息第19期签收单', '签收人', '共3个单位，发30份', '送件人：'])
      expect(text).toContain(word);
  });

  test('on paper: every recipient with copies and a column to tick, markup as text', async () => {
    const pdf = await press.sheetPdf(sheet, 'distribution');
    const text = (await pdfPages(pdf)).join('');
    for (const word of [
      '上街信息第19期分发单',
      '2020年3月6日',
      '区县处级领导',
      '=SUM(A1:A9)',
      '#settext(red)$x$@a',
      '装封',
      '留存331—33',
      '印数33',
      '1—28',
    ])
      expect(text).toContain(word);
    expect(Buffer.compare(pdf, await press.sheetPdf(sheet, 'distribution'))).toBe(0);
  });

  test('of two hundred recipients, every page repeats the head', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => ({ label: '发', recipient: `第${i + 1}单位`, copies: 1 }));
    const pages = await pdfPages(await press.sheetPdf({ ...sheet, rows }, 'distribution'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(0, -1)) expect(page).toContain('序号类别单位份数装封备注');
  });

  test('labels: every kind of sheet has its size, one label for each reader, the sender on it', async () => {
    for (const id of labelSheetIds) {
      const pdf = await press.labelsPdf(sheet, { sheet: id, first: 1, per: 'recipient' });
      const kind: LabelSheet = labelSheets[id];
      const pages = await pdfPages(pdf);
      expect(pages, id).toHaveLength(labelsOnSheet(kind) === 1 ? 3 : 1);
      const text = pages.join('');
      for (const word of [
        '区县处级领导',
        '28份',
        '份号1—28',
        '=SUM(A1:A9)',
        '#settext(red)$x$@a',
        '中共上街区委办公室',
      ])
        expect(text, id).toContain(word);
      expect(text, id).not.toContain('只看不收');
    }
  });

  test('labels of nobody are refused in a sentence', async () => {
    const wish = { sheet: 'a4x24', first: 1, per: 'recipient' } as const;
    await expect(press.labelsPdf({ ...sheet, rows: [] }, wish)).rejects.toMatchObject({ code: 'empty' });
  });
});

describe('numbered copies', () => {
  const style = { copyNumberWording: '份号{n}', copyNumberDigits: 3 };
  const single = smallBulletin([{ title: '一页', text: '只有一页的一期。' }], style);

  test('come one after another, each with its number, each beginning on a front side', async () => {
    const pages = await pdfPages(await press.copiesPdf(single, 9, 11));
    expect(pages).toHaveLength(6);
    expect(pages.map((page) => /份号(\d+)/.exec(page)?.[1])).toEqual([
      '009',
      undefined,
      '010',
      undefined,
      '011',
      undefined,
    ]);
    expect(pages.filter((_, i) => i % 2 === 1)).toEqual(['', '', '']);
  });

  test('differ from the PDF that was measured in nothing but their number', async () => {
    const numbered = bulletinOf('001', { ...style, rows: 24, titlePt: 18, mastheadSlots: 12, avoidRunt: false });
    const [pdf, copies] = [await press.pdf(numbered), await press.copiesPdf(numbered, 1, 2)];
    const plain = await pdfPages(pdf);
    const set = await pdfPages(copies);
    expect(set.map((page) => page.replace(/份号00\d/, ''))).toEqual([...plain, ...plain]);
  });
});

test('a proof has its mark above every page, and the page below stands where it did', async () => {
  const { bytes, check, pages } = await press.pressedPdf(bulletin, '清样　3月6日 10:05');
  const proof = await pdfPages(bytes);
  expect(proof).toHaveLength(pages);
  for (const page of proof) expect(page).toContain('清样3月6日10:05');
  expect(proof.map((page) => page.replace('清样3月6日10:05', ''))).toEqual(await pdfPages(await press.pdf(bulletin)));
  expect(check.verdict).toBe('pass');
  expect(check.strictGrid).toBe(true);
});

test('whatever is made of an issue that is not signed says so, and is otherwise the same', async () => {
  const mark = '清样　3月6日 10:05';
  const bare = (text: string) => text.replace(mark, '').replaceAll(/\s/g, '');
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const pairs = [
    [text(press.txt(bulletin, mark)), text(press.txt(bulletin))],
    [text(await press.html(bulletin, mark)), text(await press.html(bulletin))],
  ] as const;
  for (const [marked, plain] of pairs) {
    expect(marked).toContain(mark);
    expect(bare(marked).replace('<pclass="proof"></p>', '')).toBe(bare(plain));
  }
  const word = unzipSync(await press.docx(bulletin, mark));
  expect(text(word['word/header1.xml'] ?? new Uint8Array())).toContain(mark);
  const raw = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  expect(await raw(await press.docx(bulletin, mark))).toBe(await raw(await press.docx(bulletin)));
  const style = { copyNumberWording: '{n}' };
  const copies = await press.copiesPdf(smallBulletin([{ text: '一页。' }], style), 1, 2, mark);
  const [first, , second] = await pdfPages(copies);
  for (const page of [first, second]) expect(page).toContain('清样3月6日10:05');
});
