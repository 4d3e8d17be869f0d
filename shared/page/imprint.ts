import type { Bulletin } from '../domain/bulletin.ts';
import { printable } from './compose/characters.ts';
import type { LatinMetrics } from './compose/latin.ts';
import { type ComposedLine, composeParagraph } from './compose/paragraph.ts';
import { widthOf } from './heading.ts';
import { type Measures, PT_PER_MM } from './measures.ts';

export interface ImprintRowLayout {
  /** With its colon: `本期送：`; empty where the row has no label. */
  label: string;
  labelCells: number;
  /** Lines in cells of the imprint's text; turned lines align after the colon (7.4.3). */
  lines: ComposedLine[];
  right: string | null;
  /** Width of `right` with the blank before it. */
  rightCells: number;
}

/** The imprint (版记), placed so that its last rule is the foot of the type area of the last page. */
export interface ImprintLayout {
  rows: ImprintRowLayout[];
  heightPt: number;
}

export function layImprint(bulletin: Bulletin, measures: Measures, metrics: LatinMetrics): ImprintLayout | null {
  const { textPt, rowPt, linePt, insetPt, thickMm, thinMm } = measures.imprint;
  const widthCells = (measures.area.widthMm * PT_PER_MM - 2 * insetPt) / textPt;
  const rows = bulletin.imprint.map((row): ImprintRowLayout => {
    const label = row.label.trim() === '' ? '' : `${printable(row.label).trim()}：`;
    const right = row.right?.trim() ? printable(row.right).trim() : null;
    const labelCells = widthOf(label);
    // Half a character keeps the text clear of what stands at the right.
    const rightCells = right ? widthOf(right) + 0.5 : 0;
    const lines = composeParagraph([{ text: row.text, face: 'body', origin: { part: 'body', block: -1, offset: 0 } }], {
      cells: Math.max(2, widthCells - labelCells - rightCells),
      indent: 0,
      mode: 'pushIn',
      avoidRunt: true,
      metrics,
      emCells: 1,
      titleScale: 1,
      authorSpaceCells: measures.authorSpaceCells,
    });
    return { label, labelCells, lines, right, rightCells };
  });
  if (rows.length === 0) return null;
  const text = rows.reduce((sum, row) => sum + rowPt + Math.max(0, row.lines.length - 1) * linePt, 0);
  const rules = (2 * thickMm + (rows.length - 1) * thinMm) * PT_PER_MM;
  return { rows, heightPt: text + rules };
}
