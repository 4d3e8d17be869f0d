import { formatNumeral } from '../text/numerals.ts';
import type { Bulletin } from './bulletin.ts';
import { formatDate, type IsoDate } from './dates.ts';
import type { HouseStyle } from './houseStyle.ts';

/** The words a house style puts round numbers, on the page and wherever an issue is named. */
type NumberWording = Pick<HouseStyle, 'issueWording' | 'totalWording' | 'issueNumerals'>;

/** 第19期, 增刊第十九期. */
export const issueText = (style: Pick<NumberWording, 'issueWording' | 'issueNumerals'>, number: number): string =>
  style.issueWording.replaceAll('{n}', numeral(style, number));

/** 总第512期, or `null` where none is printed. */
export const totalText = (style: NumberWording, total: number): string | null =>
  style.totalWording === '' ? null : style.totalWording.replaceAll('{t}', numeral(style, total));

/** Chinese numerals go to 999 here; larger numbers are written in figures (GB/T 15835 leaves the choice). */
const numeral = ({ issueNumerals }: Pick<NumberWording, 'issueNumerals'>, number: number): string =>
  issueNumerals === 'chinese' && number >= 1 && number <= 999 ? formatNumeral(number) : String(number);

/** 份号 of one copy as printed, 000012; `null` where the style prints none. */
export const copyNumberText = (
  style: Pick<HouseStyle, 'copyNumberWording' | 'copyNumberDigits'>,
  copy: number,
): string | null =>
  style.copyNumberWording === ''
    ? null
    : style.copyNumberWording.replaceAll('{n}', String(copy).padStart(style.copyNumberDigits, '0'));

/** A bulletin as its one copy: with that copy's number in the masthead, where the style prints one. */
export function numberedCopy(bulletin: Bulletin, copy: number): Bulletin {
  const copyNumber = copyNumberText(bulletin.style, copy);
  return copyNumber === null ? bulletin : { ...bulletin, masthead: { ...bulletin.masthead, copyNumber } };
}

/** The sentence that opens a 更正; empty where the style wants none. `issue`: 《上街信息》第18期. */
export const correctionText = (style: Pick<HouseStyle, 'correctionWording'>, issue: string, date: IsoDate): string =>
  style.correctionWording
    .replaceAll('{issue}', () => issue)
    .replaceAll('{date}', formatDate(date))
    .trim();
