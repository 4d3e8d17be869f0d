import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { html } from '../../../electron/press/export/html.ts';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import { measuresOf } from '../../../shared/page/index.ts';
import { bare, bulletinOf, dateOf, GREY_PNG, motleyBulletin, printedText } from '../../support/bulletins.ts';
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

describe('distribution sheet', () => {
  const sheet: DistributionSheet = {
    title: '上街信息',
    issueText: '第19期',
    date: masthead.date,
    rows: [
      { label: '送', recipient: '区县处级领导', copies: 28, fromCopy: 1, toCopy: 28 },
      { label: '发', recipient: '=SUM(A1:A9)', copies: 1, fromCopy: 29, toCopy: 29 },
      { label: '发', recipient: '#set text(red) $x$ @a', copies: 1 },
    ],
    spare: 3,
    total: 33,
  };

  test('as a spreadsheet: its rows, copies as numbers, a formula as the text it is', async () => {
    const [first] = await readXlsxFile(Buffer.from(await press.distributionXlsx(sheet)));
    const cells = (first?.data ?? []).map((row) => row.map((cell) => cell ?? ''));
    expect(cells[0]?.[0]).toBe('上街信息第19期分发单');
    expect(cells[2]).toEqual(['序号', '类别', '单位', '份数', '份号', '签收人', '签收时间']);
    expect(cells[3]?.slice(0, 5)).toEqual(['1', '送', '区县处级领导', 28, '1—28']);
    expect(cells[4]?.slice(2, 5)).toEqual(['=SUM(A1:A9)', 1, '29']);
    expect(cells.at(-2)?.slice(2, 4)).toEqual(['留存', 3]);
    expect(cells.at(-1)?.slice(2, 4)).toEqual(['印数', 33]);
    const again = await press.distributionXlsx(structuredClone(sheet));
    expect(Buffer.compare(await press.distributionXlsx(sheet), again)).toBe(0);
  });

  test('on paper: every recipient with copies and a column to sign, markup as text', async () => {
    const pdf = await press.distributionPdf(sheet);
    const text = (await pdfPages(pdf)).join('');
    for (const word of [
      '上街信息第19期分发单',
      '2020年3月6日',
      '区县处级领导',
      '=SUM(A1:A9)',
      '#settext(red)$x$@a',
      '签收人',
      '留存',
      '印数33',
      '1—28',
    ])
      expect(text).toContain(word);
    expect(Buffer.compare(pdf, await press.distributionPdf(sheet))).toBe(0);
  });

  test('of two hundred recipients, every page repeats the head', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => ({ label: '发', recipient: `第${i + 1}单位`, copies: 1 }));
    const pages = await pdfPages(await press.distributionPdf({ ...sheet, rows }));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(0, -1)) expect(page).toContain('序号类别单位份数签收人');
  });
});
