import { dateParts, formatDate } from '../../../shared/domain/dates.ts';
import { type DistributionSheet, spareNumbers } from '../../../shared/domain/distributionSheet.ts';
import { printable } from '../../../shared/page/compose/characters.ts';
import { PT_PER_MM } from '../../../shared/page/measures.ts';
import { type SheetColumnId, type SheetKind, sheetMeasures } from '../../../shared/page/sheetMeasures.ts';
import type { FaceSetting, Fonts } from './fonts.ts';

/** A list of an issue's readers, the same on paper and in a spreadsheet. */
export interface SheetTable {
  heading: string;
  columns: readonly SheetColumnId[];
  rows: SheetRow[];
  /** Rows below the readers. */
  totals: SheetRow[];
  foot: string[];
}
type SheetRow = Partial<Record<SheetColumnId, string>>;

const HEADINGS: Record<SheetKind, string> = { distribution: '分发单', receipts: '签收单' };
const FEET: Record<SheetKind, string[]> = {
  distribution: ['经办人：', '复核人：', '分发时间：'],
  receipts: ['送件人：', '送出时间：', '收回时间：'],
};

/** Readers without a copy are left out of the receipts; the copies the office keeps stand below the distribution. */
export function sheetTable(sheet: DistributionSheet, kind: SheetKind): SheetTable {
  const numbered = sheet.rows.some((row) => row.fromCopy !== undefined);
  const listed = kind === 'receipts' ? sheet.rows.filter(({ copies }) => copies > 0) : sheet.rows;
  const rows = listed.map(
    (row, i): SheetRow => ({
      number: String(i + 1),
      label: printable(row.label),
      recipient: printable(row.recipient),
      copies: String(row.copies),
      copyNumbers: row.fromCopy === undefined ? '' : copyNumbers(row.fromCopy, row.toCopy ?? row.fromCopy),
    }),
  );
  const spare = spareNumbers(sheet);
  const kept: SheetRow = {
    recipient: '留存',
    copies: String(sheet.spare),
    copyNumbers: spare ? copyNumbers(...spare) : '',
  };
  const sent: SheetRow = { recipient: '合计', copies: String(sheet.total - sheet.spare) };
  return {
    heading: printable(`${sheet.title}${sheet.issueText}${HEADINGS[kind]}`),
    columns: sheetMeasures.order[kind].filter((column) => numbered || column !== 'copyNumbers'),
    rows,
    totals: kind === 'receipts' ? [sent] : [kept, { recipient: '印数', copies: String(sheet.total) }],
    foot: FEET[kind],
  };
}

/** The list as its template reads it. */
export interface SheetSetting {
  heading: string;
  date: { year: number; month: number; day: number };
  left: string;
  right: string;
  head: string[];
  /** Column that is set to the left. */
  wide: number;
  rows: string[][];
  totals: string[][];
  foot: string[];
  faces: Record<string, FaceSetting>;
  measures: Record<string, unknown>;
}

export const SHEET_FILE = 'sheet.json';

export function sheetSetting(sheet: DistributionSheet, kind: SheetKind, fonts: Fonts): SheetSetting {
  const { heading, columns, rows, totals, foot } = sheetTable(sheet, kind);
  const { page, marginMm, padY, headingPt, textPt, smallPt, gap, rule, pad } = sheetMeasures;
  const cells = (list: readonly SheetRow[]) => list.map((row) => columns.map((column) => row[column] ?? ''));
  return {
    heading,
    date: dateParts(sheet.date),
    left: `日期：${formatDate(sheet.date)}`,
    right: `共 ${rows.length} 个单位，${kind === 'receipts' ? `发 ${sheet.total - sheet.spare}` : `印 ${sheet.total}`} 份`,
    head: columns.map((column) => sheetMeasures.columns[column].title),
    wide: columns.indexOf('recipient'),
    rows: cells(rows),
    totals: cells(totals),
    foot,
    faces: fonts.sheetFaces(),
    measures: {
      headingPt,
      textPt,
      smallPt,
      gap,
      rule,
      pad,
      padY: padY[kind],
      page: { width: page.widthMm * PT_PER_MM, height: page.heightMm * PT_PER_MM },
      marginX: marginMm.side * PT_PER_MM,
      marginTop: marginMm.top * PT_PER_MM,
      marginBottom: marginMm.bottom * PT_PER_MM,
      columns: columns.map((column) => sheetMeasures.columns[column].parts),
    },
  };
}

/** 12, or 12—19. */
export const copyNumbers = (from: number, to: number): string => (to === from ? String(from) : `${from}—${to}`);
