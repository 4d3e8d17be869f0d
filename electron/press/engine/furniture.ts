import type { Layout } from '../../../shared/page/layout.ts';
import { PT_PER_MM } from '../../../shared/page/measures.ts';
import { BLACK, type Frame, type PieceSetting } from './pieces.ts';
import { segmentsOf } from './segments.ts';

/** The masthead (报头). Overprint leaves the red to the pre-printed paper; nothing else moves. */
export function mastheadPieces({ masthead }: Layout, frame: Frame, overprint: boolean): PieceSetting[] {
  const { cellPt, topGapPt, red, masthead: measures } = frame.measures;
  const at = (y: number, inset = cellPt) => ({
    x: frame.left + inset,
    y: frame.top + topGapPt + y,
    width: frame.width - 2 * inset,
  });
  const size = measures.textPt;
  const pieces: PieceSetting[] = [];
  if (masthead.secrecy) pieces.push(frame.line(masthead.secrecy, at(0, 0), { face: 'hei', size }));
  if (masthead.copyNumber) pieces.push(frame.line(masthead.copyNumber, at(0, 0), { size, align: 'right' }));
  if (!overprint) {
    const look = { face: 'masthead', size: masthead.namePt, tracking: masthead.nameGapPt, fill: red };
    pieces.push(frame.line(masthead.name, at(masthead.nameTopPt, 0), { ...look, align: 'center' }));
  }
  pieces.push(
    frame.line(masthead.issue, at(masthead.issueTopPt), { size, align: 'center' }),
    frame.line(masthead.office, at(masthead.officeTopPt), { size }),
    frame.line(masthead.date, at(masthead.officeTopPt), { size, align: 'right' }),
  );
  if (!overprint) pieces.push(frame.rule(frame.top + masthead.ruleTopPt, measures.ruleMm, red));
  return pieces;
}

export function themePieces({ theme }: Layout, frame: Frame): PieceSetting[] {
  if (!theme) return [];
  const at = { x: frame.left, y: frame.slotTop(frame.measures.masthead.slots), width: frame.width };
  return frame.heading({ ...theme, face: 'headline' }, at);
}

/** 清样 above the type area, as far from it as the page number is below: it moves nothing, and is no part of the page. */
export function proofPiece(text: string, frame: Frame): PieceSetting {
  const { textPt, belowMm, insetPt } = frame.measures.pageNumber;
  const y = frame.top - belowMm * PT_PER_MM - textPt;
  const at = { x: frame.left + insetPt, y, width: frame.width - 2 * insetPt };
  return frame.line(text, at, { face: 'hei', size: textPt, align: 'right' });
}

/** The imprint (版记): its last rule is the foot of the type area (7.4.1). */
export function imprintPieces({ imprint }: Layout, frame: Frame): PieceSetting[] {
  if (!imprint) return [];
  const { textPt, rowPt, linePt, insetPt, thickMm, thinMm } = frame.measures.imprint;
  const look = { face: 'imprint', size: textPt } as const;
  const pieces: PieceSetting[] = [];
  let y = frame.top + frame.height - imprint.heightPt;
  imprint.rows.forEach((row, i) => {
    const rule = i === 0 ? thickMm : thinMm;
    pieces.push(frame.rule(y, rule, BLACK));
    y += rule * PT_PER_MM;
    const at = { x: frame.left + insetPt, y: y + (rowPt - textPt) / 2, width: frame.width - 2 * insetPt };
    if (row.label) pieces.push(frame.line(row.label, at, look));
    if (row.lines.length > 0) {
      const indent = row.labelCells * textPt;
      const lines = row.lines.map((line) => segmentsOf(line, textPt));
      const width = at.width - indent - row.rightCells * textPt;
      pieces.push({ kind: 'small', x: at.x + indent, y: at.y, width, size: textPt, pitch: linePt, lines });
    }
    if (row.right) pieces.push(frame.line(row.right, at, { ...look, align: 'right' }));
    y += rowPt + Math.max(0, row.lines.length - 1) * linePt;
  });
  pieces.push(frame.rule(y, thickMm, BLACK));
  return pieces;
}
