import type { PdfLine, PdfPage } from './page.ts';

/** Farthest indent worth telling, in characters; beyond it a line is centred or set right. */
const MAX_INDENT = 20;
/** Step of lines set solid enough to belong together, in type sizes. */
const LEADING = 1.2;
/** A step this many times the usual one is a blank line. */
const BLANK_STEP = 1.7;

/** A page's lines as plain text: each indented by the blanks it is printed with (two for a Chinese character). */
export function pageText({ lines }: PdfPage): string {
  const left = leftEdge(lines);
  const step = usualStep(lines);
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      const blank = before !== undefined && line.y - before.y > Math.max(step, line.em * LEADING) * BLANK_STEP;
      const indent = Math.min(MAX_INDENT, Math.max(0, Math.round((line.x - left) / line.em)));
      return `${blank ? '\n' : ''}${'  '.repeat(indent)}${line.text}\n`;
    })
    .join('');
}

/** Where most full lines begin: the leftmost place with at least two lines. */
function leftEdge(lines: readonly PdfLine[]): number {
  const starts = lines.map(({ x }) => x).sort((a, b) => a - b);
  return starts.find((x, index) => (starts[index + 1] ?? Number.POSITIVE_INFINITY) - x < 1) ?? starts[0] ?? 0;
}

function usualStep(lines: readonly PdfLine[]): number {
  const steps = lines.map((line, index) => line.y - (lines[index - 1]?.y ?? line.y)).filter((step) => step > 1);
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}
