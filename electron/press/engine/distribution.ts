import { dateParts, formatDate } from '../../../shared/domain/dates.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import { printable } from '../../../shared/page/compose/characters.ts';
import { PT_PER_MM, sheetMeasures } from '../../../shared/page/measures.ts';
import type { FaceSetting, Fonts } from './fonts.ts';

/** The distribution sheet as its template reads it. */
export interface DistributionSetting {
  heading: string;
  date: { year: number; month: number; day: number };
  left: string;
  right: string;
  head: string[];
  rows: string[][];
  totals: string[][];
  foot: string[];
  faces: Record<string, FaceSetting>;
  measures: Record<string, unknown>;
}

export const SHEET_FILE = 'sheet.json';

/** Columns of the sheet, the same on paper and in the spreadsheet. */
export function sheetColumns(sheet: DistributionSheet): { head: string[]; rows: string[][] } {
  const numbered = sheet.rows.some((row) => row.fromCopy !== undefined);
  const head = ['序号', '类别', '单位', '份数', ...(numbered ? ['份号'] : []), '签收人', '签收时间'];
  const rows = sheet.rows.map((row, i) => [
    String(i + 1),
    printable(row.label),
    printable(row.recipient),
    String(row.copies),
    ...(numbered ? [copyNumbers(row.fromCopy, row.toCopy)] : []),
    '',
    '',
  ]);
  return { head, rows };
}

export const sheetHeading = (sheet: DistributionSheet) => printable(`${sheet.title}${sheet.issueText}分发单`);
/** Rows below the recipients: what stays in the office, and all. */
export const sheetTotals = (sheet: DistributionSheet): [label: string, copies: number][] => [
  ['留存', sheet.spare],
  ['印数', sheet.total],
];

export function distributionSetting(sheet: DistributionSheet, fonts: Fonts): DistributionSetting {
  const { head, rows } = sheetColumns(sheet);
  const numbered = head.includes('份号');
  const { page, marginMm, ...rest } = sheetMeasures;
  return {
    heading: sheetHeading(sheet),
    date: dateParts(sheet.date),
    left: `日期：${formatDate(sheet.date)}`,
    right: `共 ${sheet.rows.length} 个单位，印 ${sheet.total} 份`,
    head,
    rows,
    totals: sheetTotals(sheet).map(([label, copies]) =>
      head.map((title) => (title === '单位' ? label : title === '份数' ? String(copies) : '')),
    ),
    foot: ['经办人：', '复核人：', '分发时间：'],
    faces: fonts.sheetFaces(),
    measures: {
      ...rest,
      page: { width: page.widthMm * PT_PER_MM, height: page.heightMm * PT_PER_MM },
      marginX: marginMm.side * PT_PER_MM,
      marginTop: marginMm.top * PT_PER_MM,
      marginBottom: marginMm.bottom * PT_PER_MM,
      columns: numbered ? sheetMeasures.columns : sheetMeasures.columns.toSpliced(4, 1),
    },
  };
}

function copyNumbers(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return '';
  return to === undefined || to === from ? String(from) : `${from}—${to}`;
}
