import { isClosing, kindOf, mayEndLine, mayStartLine } from './compose/characters.ts';

/**
 * Breaks a heading into centred lines: words stay whole, the author's spaces are the first choice, and lines come out as a
 * trapezoid or lozenge rather than with one short remainder (GB/T 9704-2012 7.3.1 词意完整，排列对称).
 * `room` is the width of a line in characters of the heading's size. Text too long for `maxLines` lines is no heading
 * any more and is cut where the lines are full.
 */
export function breakHeading(text: string, room: number, maxLines: number): string[] {
  const clean = text.trim();
  if (widthOf(clean) <= room) return [clean];
  const fewest = Math.ceil(widthOf(clean) / room);
  if (fewest > maxLines) return cutHard(clean, room);
  const places = breakPlaces(clean);
  for (let count = fewest; count <= maxLines; count++) {
    const lines = bestLines(clean, places, room, count);
    if (lines) return lines;
  }
  return cutHard(clean, room);
}

/** The largest of `sizes` (pt) at which all lines fit `widthPt` as they are; else the smallest, with the lines broken. */
export function fitHeading(lines: readonly string[], sizes: readonly number[], widthPt: number, maxLines: number) {
  const longest = Math.max(1, ...lines.map(widthOf));
  const fitting = sizes.find((pt) => longest * pt <= widthPt);
  if (fitting !== undefined && lines.length > 0) return { pt: fitting, lines: [...lines] };
  const pt = lines.length > 1 ? (sizes.at(-1) ?? 16) : (sizes[0] ?? 16);
  return { pt, lines: lines.flatMap((line) => breakHeading(line, widthPt / pt, maxLines)) };
}

/** Width of a heading in characters of its size; ASCII counts as half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    const kind = kindOf(char);
    if (kind !== 'nothing') width += kind === 'latin' || char === ' ' ? 0.5 : 1;
  }
  return width;
}

interface Place {
  at: number;
  cost: number;
}

const COST_SPACE = 0;
/** Dear enough that a unit and its headline part at the space between them, however uneven the lines. */
const COST_WORD = 14;

function breakPlaces(text: string): Place[] {
  const places: Place[] = [];
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  for (const { index } of segments) {
    const before = text.slice(0, index);
    const left = before.at(-1);
    const right = text.charAt(index);
    if (left === undefined) continue;
    const space = left === ' ' || left === '\u3000';
    if (space) places.push({ at: index, cost: COST_SPACE });
    else if (right !== ' ' && right !== '\u3000' && mayStartLine(right) && mayEndLine(left) && !isInsideQuote(before))
      places.push({ at: index, cost: isClosing(left) ? COST_WORD / 2 : COST_WORD });
  }
  return places;
}

/** A quoted name such as “一建二抓三推四督” is one word to the reader. */
const isInsideQuote = (before: string) => before.lastIndexOf('“') > before.lastIndexOf('”');

function bestLines(text: string, places: readonly Place[], room: number, count: number): string[] | null {
  let best: { lines: string[]; cost: number } | null = null;
  const target = widthOf(text) / count;
  const visit = (from: number, lines: string[], cost: number) => {
    if (best && cost >= best.cost) return;
    const last = lines.length === count - 1;
    for (const place of last ? [{ at: text.length, cost: 0 }] : places) {
      if (place.at <= from) continue;
      const line = text.slice(from, place.at).trim();
      const width = widthOf(line);
      if (width > room) break;
      if (width < 2) continue;
      const now = cost + place.cost + ((width - target) / target) ** 2 * 20;
      if (last) {
        if (!best || now < best.cost) best = { lines: [...lines, line], cost: now };
      } else visit(place.at, [...lines, line], now);
    }
  };
  visit(0, [], 0);
  return (best as { lines: string[] } | null)?.lines ?? null;
}

function cutHard(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of text) {
    if (widthOf(line + char) > room && line !== '') {
      lines.push(line);
      line = '';
    }
    line += char;
  }
  return line === '' ? lines : [...lines, line];
}
