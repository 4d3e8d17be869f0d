import writeXlsxFile, { type Cell, type Row, type SheetData } from 'write-excel-file/node';
import { formatDate } from '../../../shared/domain/dates.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import { type SheetKind, sheetMeasures } from '../../../shared/page/sheetMeasures.ts';
import { sheetTable } from '../engine/sheet.ts';
import { repackOffice } from './archive.ts';

/**
 * A list of readers as a spreadsheet: the same columns as on paper. Names are written as text, so that one that begins
 * with = stays what it is; copies are numbers, so that they can be summed.
 */
export async function sheetXlsx(sheet: DistributionSheet, kind: SheetKind): Promise<Uint8Array> {
  const { heading, columns, rows, totals } = sheetTable(sheet, kind);
  const text = (value: string) => ({ value, type: String });
  const thin = { borderStyle: 'thin' } as const;
  const line = (row: (typeof rows)[number], look: object): Row =>
    columns.map((column): Cell => {
      const value = row[column] ?? '';
      if (column === 'copies') return { value: Number(value), type: Number, ...thin, align: 'center', ...look };
      return { ...text(value), ...thin, wrap: true, ...look };
    });
  const data: SheetData = [
    [
      { ...text(heading), fontWeight: 'bold', fontSize: 16, columnSpan: columns.length, align: 'center' },
      ...Array.from({ length: columns.length - 1 }, () => null),
    ],
    [text(`日期：${formatDate(sheet.date)}`)],
    columns.map((column) => ({
      ...text(sheetMeasures.columns[column].title),
      ...thin,
      fontWeight: 'bold',
      align: 'center',
    })),
    ...rows.map((row) => line(row, {})),
    ...totals.map((row) => line(row, { align: 'center', fontWeight: 'bold' })),
  ];
  const widths = columns.map((column) => ({
    width: Math.round(sheetMeasures.columns[column].parts * sheetMeasures.characters),
  }));
  const name = heading.slice(-3);
  const bytes = await writeXlsxFile(data, { columns: widths, sheet: name }).toBuffer();
  return repackOffice(bytes, (_, content) =>
    content.replace(/<dcterms:(created|modified)[^>]*>.*?<\/dcterms:\1>/g, ''),
  );
}
