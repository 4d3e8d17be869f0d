import writeXlsxFile, { type Cell, type Row, type SheetData } from 'write-excel-file/node';
import type { WorkbookSheet } from '../../../shared/domain/circular/workbook.ts';
import { repackOffice } from './archive.ts';

/** A workbook of tables: words as text, so that nothing is taken for a formula; figures as numbers that can be summed. */
export async function workbookXlsx(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const bytes = await writeXlsxFile(
    sheets.map(({ name, heading, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 2,
      orientation: 'landscape' as const,
      data: [
        [
          {
            value: heading,
            type: String,
            fontWeight: 'bold' as const,
            fontSize: 14,
            height: 28,
            alignVertical: 'center' as const,
            columnSpan: columns.length,
            align: 'center' as const,
          },
          ...columns.slice(1).map(() => null),
        ],
        columns.map(
          (column): Cell => ({ value: column.name, type: String, ...thin, fontWeight: 'bold', align: 'center' }),
        ),
        ...rows.map(
          (row): Row =>
            row.map(
              (cell): Cell =>
                typeof cell === 'string'
                  ? { value: cell, type: String, ...thin, wrap: true }
                  : { value: cell.figure, type: Number, format: cell.format, ...thin },
            ),
        ),
      ] satisfies SheetData,
    })),
  ).toBuffer();
  return repackOffice(bytes, (name, content) =>
    name.startsWith('xl/worksheets/')
      ? onePageWide(content)
      : content.replace(/<dcterms:(created|modified)[^>]*>.*?<\/dcterms:\1>/g, ''),
  );
}

const thin = { borderStyle: 'thin' } as const;

/** Printed, all columns stand on one page; the writer has no setting for it. */
const onePageWide = (sheet: string) =>
  sheet
    .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
