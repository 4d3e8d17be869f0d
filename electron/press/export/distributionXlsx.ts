import writeXlsxFile, { type CellObject, type Row, type SheetData } from 'write-excel-file/node';
import { formatDate } from '../../../shared/domain/dates.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import { sheetColumns, sheetHeading, sheetTotals } from '../engine/distribution.ts';
import { repackOffice } from './archive.ts';

/** Widths of the columns, characters. */
const WIDTHS: Record<string, number> = { 序号: 6, 类别: 8, 单位: 36, 份数: 8, 份号: 12, 签收人: 14, 签收时间: 16 };

/**
 * The distribution sheet as a spreadsheet: the same columns as on paper. Names are written as text, so that one that
 * begins with = stays what it is; copies are numbers, so that they can be summed.
 */
export async function distributionXlsx(sheet: DistributionSheet): Promise<Uint8Array> {
  const { head, rows } = sheetColumns(sheet);
  const text = (value: string) => ({ value, type: String });
  const copies = head.indexOf('份数');
  const data: SheetData = [
    [
      { ...text(sheetHeading(sheet)), fontWeight: 'bold', fontSize: 16, columnSpan: head.length, align: 'center' },
      ...blanks(head.length - 1),
    ],
    [text(`日期：${formatDate(sheet.date)}`)],
    head.map((title) => ({ ...text(title), fontWeight: 'bold', borderStyle: 'thin', align: 'center' })),
    ...rows.map(
      (row): Row =>
        row.map((value, i) =>
          i === copies
            ? { value: Number(value), type: Number, borderStyle: 'thin', align: 'center' }
            : { ...text(value), borderStyle: 'thin', wrap: true },
        ),
    ),
    ...sheetTotals(sheet).map(([label, count]) => head.map((title) => totalCell(title, label, count))),
  ];
  const columns = head.map((title) => ({ width: WIDTHS[title] ?? 12 }));
  const bytes = await writeXlsxFile(data, { columns, sheet: '分发单' }).toBuffer();
  return repackOffice(bytes, (_, content) =>
    content.replace(/<dcterms:(created|modified)[^>]*>.*?<\/dcterms:\1>/g, ''),
  );
}

function totalCell(column: string, label: string, copies: number): CellObject {
  const look = { borderStyle: 'thin', align: 'center', fontWeight: 'bold' } as const;
  if (column === '份数') return { ...look, value: copies, type: Number };
  return { ...look, value: column === '单位' ? label : '', type: String };
}

const blanks = (count: number): null[] => Array.from({ length: count }, () => null);
