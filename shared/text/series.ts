import { formatNumeral, NUMERAL_CLASS, parseNumeral } from './numerals.ts';

/** A theme heading with its instalment: 夺取疫情防控和经济社会发展“双胜利”（三）. */
export interface SeriesHeading {
  /** The heading without its counter. */
  stem: string;
  number: number;
  /** Writes a number the way this heading does: its brackets, its kind of numeral. */
  format: (number: number) => string;
}

/** Reads the counter that ends a heading, （三） 之三 （3） ③ 系列报道三, or `null` where it has none. */
export function parseSeries(heading: string): SeriesHeading | null {
  const text = heading.trimEnd();
  for (const style of STYLES) {
    const match = style.pattern.exec(text);
    const [whole, open = '', written = '', close = ''] = match ?? [];
    const number = style.read(written);
    if (whole === undefined || number === null || number < 1 || number > MAX) continue;
    return { stem: text.slice(0, -whole.length), number, format: (n) => open + style.write(n, written) + close };
  }
  return null;
}

/**
 * The heading of the next instalment, …（三） → …（四）; a heading without a counter becomes the second of a series,
 * …（二）; `null` past the last number that can be written.
 */
export function nextSeries(heading: string): string | null {
  const series = parseSeries(heading);
  if (!series) return `${heading.trimEnd()}（二）`;
  return series.number >= MAX ? null : series.stem + series.format(series.number + 1);
}

const MAX = 999;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

interface Style {
  /** Groups: opening mark, number, closing mark. */
  pattern: RegExp;
  read: (written: string) => number | null;
  write: (number: number, like: string) => string;
}

const sameKind = (number: number, like: string): string => {
  if (/[０-９]/.test(like)) return String(number).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  return /\d/.test(like) ? String(number) : formatNumeral(number);
};
const numeral = { read: parseNumeral, write: sameKind };

const STYLES: readonly Style[] = [
  { pattern: new RegExp(`([（(]之?)([${NUMERAL_CLASS}]{1,5})([）)])$`), ...numeral },
  { pattern: new RegExp(`([—－-]{0,2}(?:系列(?:报道|之)?之?|之))([${NUMERAL_CLASS}]{1,5})()$`), ...numeral },
  {
    pattern: new RegExp(`()([${CIRCLED}])()$`),
    read: (written) => CIRCLED.indexOf(written) + 1,
    write: (number) => CIRCLED[number - 1] ?? `（${formatNumeral(number)}）`,
  },
];
