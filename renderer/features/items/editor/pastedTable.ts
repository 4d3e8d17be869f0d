import type { Block } from '../../../../shared/domain/bulletin.ts';
import { normaliseText } from '../../../../shared/text/normalise.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

/** A cell with more is a page laid out by a table, not a table, characters. */
const LONGEST_CELL = 200;
/** What a table in a bulletin can be, rows and columns. */
const MOST_ROWS = 200;
const MOST_COLUMNS = 20;

/** A pasted table; `null` where it only lays out a page: one column or row, long cells, tables within. */
export function tableOf(table: Element): TableBlock | null {
  if (table.querySelector('table')) return null;
  const rows = [...table.querySelectorAll('tr')].map(cellsOf).filter((row) => row.some((cell) => cell !== ''));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length < 2 || columns < 2 || rows.length > MOST_ROWS || columns > MOST_COLUMNS) return null;
  if (rows.flat().some((cell) => cell.length > LONGEST_CELL)) return null;
  const even = rows.map((row) => [...row, ...new Array<string>(columns - row.length).fill('')]);
  const caption = normaliseText(table.querySelector('caption')?.textContent ?? '').trim();
  return caption === '' ? { kind: 'table', rows: even } : { kind: 'table', rows: even, caption };
}

/** A cell over several columns stands in the first of them. */
function cellsOf(row: Element): string[] {
  return [...row.children]
    .filter((cell) => cell.tagName === 'TD' || cell.tagName === 'TH')
    .flatMap((cell) => {
      const text = normaliseText(cell.textContent ?? '')
        .replace(/\s*\n\s*/g, '')
        .trim();
      const span = Math.min(MOST_COLUMNS, Math.max(1, Number(cell.getAttribute('colspan') ?? 1) || 1));
      return [text, ...new Array<string>(span - 1).fill('')];
    });
}
