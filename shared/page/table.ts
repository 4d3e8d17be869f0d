import type { Block } from '../domain/bulletin.ts';
import { printable } from './compose/characters.ts';
import { type ComposedLine, type ComposeOptions, composeParagraph } from './compose/paragraph.ts';
import { widthOf } from './heading.ts';
import type { Measures } from './measures.ts';
import type { TableUnit } from './units.ts';

export interface TableRow {
  /** Composed lines of each cell, in cells of the table's text size. */
  cells: ComposedLine[][];
  /** Whole slots, so that the text below stays on the grid. */
  slots: number;
}

type TableBlock = Extract<Block, { kind: 'table' }>;

/** Narrowest column, characters of the table's text. */
const FEWEST = 2;

/** Sets a simple table: columns as wide as their longest cell wants, in proportion, over the whole column of text. */
export function layTable(
  block: TableBlock,
  entry: string,
  index: number,
  measures: Measures,
  options: ComposeOptions,
): TableUnit {
  const { textPt, linePt, padPt } = measures.table;
  const count = Math.max(1, ...block.rows.map((row) => row.length));
  const wanted = Array.from({ length: count }, (_, i) =>
    Math.max(FEWEST, ...block.rows.map((row) => Math.min(measures.cells, widthOf(row[i] ?? '')))),
  );
  const padding = 2 * padPt * count;
  const total = wanted.reduce((sum, cells) => sum + cells, 0);
  const columnsPt = wanted.map((cells) => ((measures.columnPt - padding) * cells) / total + 2 * padPt);
  const rows = block.rows.map((row): TableRow => {
    const cells = columnsPt.map((width, i) =>
      composeParagraph([{ text: row[i] ?? '', face: 'body', origin: { part: 'body', block: index, offset: 0 } }], {
        ...options,
        cells: Math.max(1, (width - 2 * padPt) / textPt),
        indent: 0,
        emCells: 1,
      }),
    );
    const tallest = Math.max(1, ...cells.map((lines) => lines.length));
    return { cells, slots: Math.max(1, Math.ceil((tallest * linePt + padPt) / measures.pitchPt)) };
  });
  const caption = block.caption?.trim() ? printable(block.caption) : null;
  return { kind: 'table', entry, block: index, columnsPt, rows, caption };
}
