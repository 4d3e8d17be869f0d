import type { ComposedLine } from './compose/paragraph.ts';
import type { Piece } from './flow.ts';
import type { Layout } from './layout.ts';
import { PT_PER_MM } from './measures.ts';

/** A line of text, or a heading, table or picture as a whole, mm from the page's upper left corner. */
export interface LineBox extends LineText {
  page: number;
  entryId: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What of the entry's text stands on a line. */
export interface LineText {
  /** Index of the block in the entry's body; -1 for the title and headings. */
  block: number;
  /** Range of that text, UTF-16 units; empty where the line has none of it (a source alone, a table). */
  from: number;
  to: number;
}

/** Boxes that lead from a place on the page to its text and back. */
export function lineBoxes(layout: Layout): LineBox[] {
  const { margin, columnPt, columnGapPt, topGapPt, pitchPt, bodyPt } = layout.measures;
  const mm = (pt: number) => Math.round((pt / PT_PER_MM) * 100) / 100;
  const pitch = pitchPt / PT_PER_MM;
  // A line's box is a slot high, centred on its characters, so that boxes of neighbouring lines meet.
  const top = margin.topMm + (topGapPt - (pitchPt - bodyPt) / 2) / PT_PER_MM;
  const boxes: LineBox[] = [];
  for (const page of layout.pages)
    for (const piece of page.pieces) {
      const x = Math.round((margin.leftMm + (piece.column * (columnPt + columnGapPt)) / PT_PER_MM) * 100) / 100;
      let slot = piece.slot;
      for (const { entryId, text, slots } of rowsOf(piece)) {
        const y = Math.round((top + slot * pitch) * 100) / 100;
        const place = { x, y, width: mm(columnPt), height: mm(slots * pitchPt) };
        if (entryId !== null) boxes.push({ page: page.n, entryId, ...text, ...place });
        slot += slots;
      }
    }
  return boxes;
}

interface Row {
  /** `null` where it belongs to no entry and leads nowhere: the heading of the contents, the notice of a correction. */
  entryId: string | null;
  text: LineText;
  slots: number;
}

function rowsOf(piece: Piece): Row[] {
  const { entry, block } = piece.unit;
  const entryId = entry === '' ? null : entry;
  const whole = { block, from: 0, to: 0 };
  if (piece.kind === 'lines')
    return piece.unit.lines
      .slice(piece.from, piece.to)
      .map((line) => ({ entryId, text: textOf(line, block), slots: 1 }));
  if (piece.kind === 'contents')
    // A line of the contents list leads to what it names.
    return piece.unit.rows
      .slice(piece.from, piece.to)
      .map((row) => ({ entryId: row.entry, text: { ...whole, block: -1 }, slots: row.lines.length }));
  return [{ entryId, text: whole, slots: piece.slots }];
}

/** A line with the end of a run-in title and the beginning of the text stands for the text. */
function textOf({ spans }: ComposedLine, block: number): LineText {
  const body = spans.filter(({ part }) => part === 'body');
  const [first, last] = [body[0], body.at(-1)];
  if (first && last) return { block: first.block, from: first.from, to: last.to };
  const title = spans.find(({ part }) => part === 'title');
  return title ? { block: -1, from: title.from, to: title.to } : { block, from: 0, to: 0 };
}
