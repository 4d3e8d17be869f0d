import type { Layout } from './layout.ts';
import { PT_PER_MM } from './measures.ts';

/** A line of text, or a heading, table or picture as a whole, mm from the page's upper left corner. */
export interface LineBox {
  page: number;
  entryId: string;
  /** Index of the block in the entry's body; -1 for headings. */
  block: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Boxes that lead from a place on the page to its entry and back. */
export function lineBoxes(layout: Layout): LineBox[] {
  const { margin, columnPt, columnGapPt, topGapPt, pitchPt, bodyPt } = layout.measures;
  const mm = (pt: number) => Math.round((pt / PT_PER_MM) * 100) / 100;
  const pitch = pitchPt / PT_PER_MM;
  // A line's box is a slot high, centred on its characters, so that boxes of neighbouring lines meet.
  const top = margin.topMm + (topGapPt - (pitchPt - bodyPt) / 2) / PT_PER_MM;
  const boxes: LineBox[] = [];
  for (const page of layout.pages)
    for (const piece of page.pieces) {
      const { entry, block } = piece.unit;
      const x = Math.round((margin.leftMm + (piece.column * (columnPt + columnGapPt)) / PT_PER_MM) * 100) / 100;
      const box = (entryId: string, slot: number, slots: number) => {
        const y = Math.round((top + slot * pitch) * 100) / 100;
        boxes.push({ page: page.n, entryId, block, x, y, width: mm(columnPt), height: mm(slots * pitchPt) });
      };
      if (piece.kind === 'contents') {
        // A line of the contents list leads to what it names.
        let slot = piece.slot;
        for (const row of piece.unit.rows.slice(piece.from, piece.to)) {
          if (row.entry !== null) box(row.entry, slot, row.lines.length);
          slot += row.lines.length;
        }
        continue;
      }
      // What belongs to no entry leads nowhere: the heading of the contents, the notice of a correction.
      if (entry === '') continue;
      const each = piece.kind === 'lines' ? 1 : piece.slots;
      for (let slot = piece.slot; slot < piece.slot + piece.slots; slot += Math.max(1, each)) box(entry, slot, each);
    }
  return boxes;
}
