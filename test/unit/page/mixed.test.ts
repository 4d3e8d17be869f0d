import { describe, expect, test } from 'vitest';
import { mayEndLine, mayStartLine } from '../../../shared/page/compose/characters.ts';
import { houseStylePresets, type Layout, layOut, type Piece } from '../../../shared/page/index.ts';
import { bare, printedText } from '../../support/bulletins.ts';
import { mixedBulletin } from '../../support/mixedBulletin.ts';

const modes = ['pushIn', 'pushOut', 'hang'] as const;
const styles = houseStylePresets.flatMap(({ id, style }) =>
  modes.map((lineBreak) => [`${id} ${lineBreak}`, { ...style, lineBreak }] as const),
);

const piecesOf = (layout: Layout) => layout.pages.flatMap(({ n, pieces }) => pieces.map((piece) => ({ n, piece })));
const linesOf = (piece: Piece) => (piece.kind === 'lines' ? piece.unit.lines.slice(piece.from, piece.to) : []);

/** What an entry prints, of its paragraphs and headings, in order. */
function textOf(layout: Layout, entry: string): string {
  return piecesOf(layout)
    .filter(({ piece }) => piece.unit.entry === entry)
    .map(({ piece }) => {
      if (piece.kind === 'lines')
        return linesOf(piece)
          .map((line) => line.text)
          .join('');
      return piece.unit.kind === 'heading' && piece.unit.role === 'title' ? piece.unit.lines.join('') : '';
    })
    .join('');
}

describe.each(styles)('an issue of everything in %s', (_, style) => {
  const bulletin = mixedBulletin(14, style, style.rows + style.cells);
  const layout = layOut(bulletin);

  test('loses no character', () => {
    for (const entry of bulletin.entries) {
      const order = (text: string) => [...bare(text)].sort().join('');
      // A note stands before the title it introduces, so the order within an entry is the layout's.
      expect(order(textOf(layout, entry.id))).toBe(order(printedText(entry, style)));
    }
  });

  test('no line is wider than its column, begins with a closing mark, ends with an opening one, or divides a number', () => {
    for (const { piece } of piecesOf(layout)) {
      if (piece.kind !== 'lines') continue;
      const lines = piece.unit.lines;
      lines.forEach((line, i) => {
        expect(line.cells).toBeLessThanOrEqual(style.cells + 1e-6);
        if (i > 0) expect(mayStartLine([...line.text.trim()][0] ?? '')).toBe(true);
        if (i < lines.length - 1) expect(mayEndLine(line.text.trim().at(-1) ?? '')).toBe(true);
        const next = lines[i + 1]?.text ?? '';
        // Only an address longer than a line is divided.
        if (/\d$/.test(line.text) && /^\d/.test(next)) expect(line.text + next).toMatch(/content_|gov\.cn/);
      });
    }
  });

  test('pieces follow each other within the rows, and no heading or title is left without its text', () => {
    for (const page of layout.pages)
      for (let column = 0; column < style.columns; column++) {
        const pieces = page.pieces.filter((piece) => piece.column === column);
        pieces.forEach((piece, i) => {
          const before = pieces[i - 1];
          if (before) expect(piece.slot).toBeGreaterThanOrEqual(before.slot + before.slots);
          expect(piece.slot + piece.slots).toBeLessThanOrEqual(style.rows);
        });
        const last = pieces.at(-1);
        if (!last) continue;
        expect(last.unit.kind).not.toBe('heading');
        if (last.kind === 'lines' && last.to < last.unit.lines.length)
          expect(linesOf(last).some((line) => line.spans.some((span) => span.part !== 'title'))).toBe(true);
        if (last.kind === 'lines' && last.unit.keepWithNext) expect(page).toBe(layout.pages.at(-1));
      }
  });
});
