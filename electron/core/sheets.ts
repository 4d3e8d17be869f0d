import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { CoreError } from './errors.ts';

/** One column of a register's sheet: its heading, and the text of a row's cell. */
export interface Column<Row> {
  heading: string;
  /** Width in characters. */
  width: number;
  cell(row: Row): string;
}

/** A sheet with a heading row; every cell is text, so that nothing is taken for a formula. */
export async function writeSheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<Uint8Array> {
  const head = columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) => columns.map(({ cell }) => ({ value: cell(row), type: String })));
  return writeExcelFile([head, ...body], {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

/**
 * The rows of a sheet's first page as texts by heading; empty rows are left out. `row` is the row's number as Excel shows
 * it. Throws `file-damaged` where it is no sheet, `sheet-columns` where headings are missing.
 */
export async function readRows(
  file: { name: string; bytes: Uint8Array },
  headings: readonly string[],
): Promise<{ row: number; cells: Record<string, string> }[]> {
  const rows = await readSheet(Buffer.from(file.bytes)).catch((error: unknown) => {
    throw new CoreError('file-damaged', { file: file.name, detail: '不是 Excel 表格（.xlsx）。' }, { cause: error });
  });
  const texts = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell).trim())));
  const [head = [], ...body] = texts;
  const missing = headings.filter((heading) => !head.includes(heading));
  if (missing.length > 0) throw new CoreError('sheet-columns', { file: file.name, columns: missing.join('、') });
  return body.flatMap((cells, i) =>
    cells.every((cell) => cell === '')
      ? []
      : [
          {
            row: i + 2,
            cells: Object.fromEntries(headings.map((heading) => [heading, cells[head.indexOf(heading)] ?? ''])),
          },
        ],
  );
}
