import { isClosing, kindOf, mayEndLine, mayStartLine } from './compose/characters.ts';
import { latinEm, timesMetrics } from './compose/latin.ts';

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
  let best: { lines: string[]; cost: number } | null = null;
  for (let count = fewest; count <= maxLines; count++) {
    const found = bestLines(clean, places, room, count);
    const cost = (found?.cost ?? 0) + COST_LINE * (count - fewest);
    if (found && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { lines: found.lines, cost };
  }
  return best?.lines ?? cutHard(clean, room);
}

/** The largest of `sizes` (pt) at which all lines fit `widthPt` as they are; else the smallest, with the lines broken. */
export function fitHeading(lines: readonly string[], sizes: readonly number[], widthPt: number, maxLines: number) {
  const longest = Math.max(1, ...lines.map(widthOf));
  const fitting = sizes.find((pt) => longest * pt <= widthPt);
  if (fitting !== undefined && lines.length > 0) return { pt: fitting, lines: [...lines] };
  const pt = lines.length > 1 ? (sizes.at(-1) ?? 16) : (sizes[0] ?? 16);
  return { pt, lines: lines.flatMap((line) => breakHeading(line, widthPt / pt, maxLines)) };
}

/** Width of a heading in characters of its size; digits and letters as wide as they are in bold. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    const kind = kindOf(char);
    if (kind === 'latin') width += latinEm(char, timesMetrics.bold);
    else if (kind !== 'nothing') width += char === ' ' ? 0.5 : 1;
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
const COST_QUOTE = COST_WORD / 2;
/** The segmenter leaves characters of words it does not know standing alone: 帮|扶, 侨|界, 冷|链. */
const COST_BESIDE_SINGLE = 26;
const COST_BETWEEN_SINGLES = 50;
/** A quoted name wider than a line has to be broken somewhere. */
const COST_IN_QUOTE = 80;
/** A line more is taken only for a much better break. */
const COST_LINE = 8;
const UNEVEN = 20;

/** Words of one character that a line may begin or end with: 和, 与 begin one, 的 ends one. */
const BEGINS_LINE = '和与及并为助让促在以';
const ENDS_LINE = '的了';

function breakPlaces(text: string): Place[] {
  const places: Place[] = [];
  let before = '';
  for (const { index, segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const cost = before === '' ? null : breakCost(text.slice(0, index), before, text.slice(index), segment);
    if (cost !== null) places.push({ at: index, cost });
    before = segment;
  }
  return places;
}

/** What it costs to part two words; `null` where they must stay together. */
function breakCost(head: string, left: string, tail: string, right: string): number | null {
  const last = left.at(-1) ?? '';
  const first = tail.charAt(0);
  if (isSpace(first)) return null;
  if (isSpace(last)) return COST_SPACE;
  // A number stays with its unit: 2020年, 15天.
  if (!mayStartLine(first) || !mayEndLine(last) || /[\d.]$/.test(left)) return null;
  if (isInsideQuote(head)) return COST_IN_QUOTE;
  // 战“疫” is one word with its mark.
  if (ONE_QUOTED.test(tail)) return COST_BETWEEN_SINGLES;
  if (isClosing(last) || last === '—' || OPENING.includes(first)) return COST_QUOTE;
  const singles =
    Number(isSingle(left) && !ENDS_LINE.includes(left)) + Number(isSingle(right) && !BEGINS_LINE.includes(right));
  return [COST_WORD, COST_BESIDE_SINGLE, COST_BETWEEN_SINGLES][singles] ?? COST_WORD;
}

const isSpace = (char: string) => char === ' ' || char === '\u3000';
const isSingle = (word: string) => [...word].length === 1;
const ONE_QUOTED = /^[“‘].[”’]/u;
const OPENING = '“‘《（〈【';
const PAIRS = ['“”', '‘’', '《》', '（）', '〈〉', '【】'] as const;

/** A quoted name such as “一建二抓三推四督” is one word to the reader. */
function isInsideQuote(head: string): boolean {
  const straight = head.split('"').length - 1;
  return (
    straight % 2 === 1 || PAIRS.some(([open = '', close = '']) => head.lastIndexOf(open) > head.lastIndexOf(close))
  );
}

/** The cheapest way to break `text` into `count` lines of at most `room`. */
function bestLines(
  text: string,
  places: readonly Place[],
  room: number,
  count: number,
): { lines: string[]; cost: number } | null {
  const ends = [...places, { at: text.length, cost: 0 }];
  const target = widthOf(text) / count;
  const unevenness = (width: number) => ((width - target) / target) ** 2 * UNEVEN;
  /** Cheapest ways to have set the text up to each end, line by line. */
  let ways: ({ lines: string[]; cost: number } | null)[] = ends.map(({ at, cost }) => {
    const line = text.slice(0, at).trim();
    const width = widthOf(line);
    return fits(width, room) ? { lines: [line], cost: cost + unevenness(width) } : null;
  });
  for (let n = 2; n <= count; n++)
    ways = ends.map(({ at, cost }, end) => {
      let best: { lines: string[]; cost: number } | null = null;
      for (let from = end - 1; from >= 0; from--) {
        const way = ways[from];
        const line = text.slice(ends[from]?.at ?? 0, at).trim();
        const width = widthOf(line);
        if (width > room) break;
        const now = (way?.cost ?? Number.POSITIVE_INFINITY) + cost + unevenness(width);
        if (way && fits(width, room) && now < (best?.cost ?? Number.POSITIVE_INFINITY))
          best = { lines: [...way.lines, line], cost: now };
      }
      return best;
    });
  return ways.at(-1) ?? null;
}

/** A line of one character is no line. */
const fits = (width: number, room: number) => width >= 2 && width <= room;

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
