/**
 * Numbers as bulletins write them: 19, １９, 十九, 一百二十, 二〇二〇. Shared by mastheads, series and dates.
 */

const DIGITS = '〇一二三四五六七八九';
const VALUE = new Map<string, number>([
  ...[...DIGITS].map((char, value) => [char, value] as const),
  ['零', 0],
  ['○', 0],
  ['Ｏ', 0],
  ['两', 2],
  ['元', 1],
]);
const UNIT = new Map([
  ['十', 10],
  ['百', 100],
]);

/** The characters a written number may be made of, for use inside a regular expression's square brackets. */
export const NUMERAL_CLASS = '0-9０-９〇○零一二三四五六七八九十百';

/** 1–999 as a Chinese numeral: 19 → 十九, 110 → 一百一十, 205 → 二百零五. Throws a RangeError beyond. */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`no numeral for ${value}`);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const digit = (n: number) => DIGITS[n] ?? '';
  if (hundreds === 0 && tens < 2) return (tens === 1 ? '十' : '') + (ones > 0 ? digit(ones) : '');
  const head = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (hundreds > 0 && tens === 0) return head + (ones > 0 ? `零${digit(ones)}` : '');
  return `${head}${digit(tens)}十${ones > 0 ? digit(ones) : ''}`;
}

/**
 * The number `text` writes, in digits of either width, in Chinese numerals up to 999, or digit by digit (二〇二〇);
 * `null` where it writes none.
 */
export function parseNumeral(text: string): number | null {
  const plain = text.replace(/\s/g, '').replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  if (plain === '' || plain.length > 9) return null;
  return /[十百]/.test(plain) ? parseWithUnits(plain) : parseDigitByDigit(plain);
}

function parseDigitByDigit(text: string): number | null {
  let value = 0;
  for (const char of text) {
    const digit = VALUE.get(char);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function parseWithUnits(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 1000;
  for (const char of text) {
    const unit = UNIT.get(char);
    if (unit === undefined) {
      const value = VALUE.get(char);
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
      continue;
    }
    if (unit >= lastUnit || (digit === null && total > 0)) return null;
    total += (digit ?? 1) * unit;
    lastUnit = unit;
    digit = null;
  }
  return total + (digit ?? 0);
}
