import { CONTENTS_NUMBER_CELLS } from '../../../shared/page/contents.ts';
import type { Piece } from '../../../shared/page/flow.ts';
import type { Layout } from '../../../shared/page/layout.ts';
import { PT_PER_MM } from '../../../shared/page/measures.ts';
import { type At, BLACK, type Frame, type PieceSetting } from './pieces.ts';
import { pictureFile, segmentsOf } from './segments.ts';

type Rows = Extract<Piece, { kind: 'rows' }>;
type Contents = Extract<Piece, { kind: 'contents' }>;
type Picture = Extract<Piece['unit'], { kind: 'picture' }>;

/** The rows of a table that fall on one page, its head repeated, ruled all round. */
export function tablePieces({ unit, from, to }: Rows, at: At, frame: Frame): PieceSetting[] {
  const { pitchPt, bodyPt, table } = frame.measures;
  const caption = from === 0 && unit.caption ? captionPiece(unit.caption, at, frame) : null;
  const rows = [...(from > 0 ? unit.rows.slice(0, 1) : []), ...unit.rows.slice(from, to)];
  const rule = table.ruleMm * PT_PER_MM;
  // The table's box begins and ends halfway between two lines of text.
  const top = at.y + (caption ? pitchPt : 0) - (pitchPt - bodyPt) / 2;
  const pieces: PieceSetting[] = caption ? [caption] : [];
  const across = (y: number) => pieces.push({ kind: 'bar', ...at, y: y - rule / 2, height: rule, fill: BLACK });
  let y = top;
  across(y);
  rows.forEach((row, n) => {
    const height = row.slots * pitchPt;
    let x = at.x;
    row.cells.forEach((lines, i) => {
      const width = unit.columnsPt[i] ?? 0;
      const inner = (lines.length - 1) * table.linePt + table.textPt;
      const box = { x: x + table.padPt, y: y + (height - inner) / 2, width: width - 2 * table.padPt };
      const [only] = lines;
      const set = lines.map((line) => segmentsOf(line, table.textPt));
      // Figures and short words stand in the middle, longer text fills its cell.
      if (lines.length === 1 && only)
        pieces.push(
          frame.line(only.text, box, { face: n === 0 ? 'hei' : 'body', size: table.textPt, align: 'center' }),
        );
      else if (lines.length > 1)
        pieces.push({ kind: 'small', ...box, size: table.textPt, pitch: table.linePt, lines: set });
      x += width;
    });
    y += height;
    across(y);
  });
  let edge = at.x;
  for (const width of [0, ...unit.columnsPt]) {
    edge += width;
    pieces.push({ kind: 'bar', x: edge - rule / 2, y: top, width: rule, height: y - top, fill: BLACK });
  }
  return pieces;
}

/** A picture centred in its column, its caption halfway between it and the text below. */
export function picturePieces(unit: Picture, slots: number, at: At, frame: Frame): PieceSetting[] {
  const picture: PieceSetting = {
    kind: 'picture',
    x: at.x + (at.width - unit.widthPt) / 2,
    y: at.y,
    width: unit.widthPt,
    height: unit.heightPt,
    file: pictureFile(unit.hash),
    alt: unit.caption ?? '图片',
  };
  if (!unit.caption) return [picture];
  const { pitchPt, bodyPt } = frame.measures;
  const left = slots * pitchPt - unit.heightPt;
  const y = at.y + unit.heightPt + Math.max(0, left - pitchPt) / 2 + (Math.min(left, pitchPt) - bodyPt) / 2;
  return [picture, captionPiece(unit.caption, { ...at, y }, frame)];
}

/** Lines of the contents list: title, dots, page. */
export function contentsPieces({ unit, from, to }: Contents, at: At, frame: Frame, layout: Layout): PieceSetting[] {
  const { cellPt, pitchPt, cells } = frame.measures;
  const pieces: PieceSetting[] = [];
  let { y } = at;
  for (const { entry, lines } of unit.rows.slice(from, to)) {
    const width = (cells - LEADER_ROOM) * cellPt;
    pieces.push({ kind: 'text', ...at, y, width, lines: lines.map((line) => segmentsOf(line, cellPt)), open: false });
    y += lines.length * pitchPt;
    const page = entry === null ? undefined : layout.pageByEntry.get(entry);
    if (page === undefined) continue;
    const last = { ...at, y: y - pitchPt };
    const dots = Math.floor(cells - CONTENTS_NUMBER_CELLS - (lines.at(-1)?.cells ?? 0) - 0.25);
    const leader = { ...last, width: at.width - CONTENTS_NUMBER_CELLS * cellPt };
    pieces.push(frame.line('…'.repeat(dots), leader, { align: 'right', tracking: cellPt - frame.measures.bodyPt }));
    pieces.push(frame.line(String(page), last, { align: 'right' }));
  }
  return pieces;
}

/** Cells of a row kept clear of the title. */
const LEADER_ROOM = CONTENTS_NUMBER_CELLS + 2;

function captionPiece(text: string, at: At, frame: Frame): PieceSetting {
  const { bodyPt, picture } = frame.measures;
  const y = at.y + (bodyPt - picture.captionPt) / 2;
  return frame.line(text, { ...at, y }, { face: 'kai', size: picture.captionPt, align: 'center' });
}
