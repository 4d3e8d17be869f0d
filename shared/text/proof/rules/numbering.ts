import { parseNumeral } from '../../numerals.ts';
import { flag } from '../draft.ts';
import type { Draft, Item } from '../types.ts';

/** One way of numbering clauses or paragraphs. */
interface Style {
  /** Global; group 1 is the number. */
  pattern: RegExp;
  /** How `n` is written in this style. */
  write: (n: number) => string;
}

const NUMERALS = '一二三四五六七八九十';
const han = (n: number): string => (n <= 10 ? (NUMERALS[n - 1] ?? '') : `十${NUMERALS[n - 11] ?? ''}`);

const STYLES: readonly Style[] = [
  { pattern: /(?<=^|[。；：，！？”）\s*])([一二三四五六七八九十]{1,2})是(?!否|非)/gm, write: (n) => `${han(n)}是` },
  {
    pattern: /(?<=^|[。；：！？”）\s*])([一二三四五六七八九十]{1,2})要(?!素|求|点|件|闻|务|道|么)/gm,
    write: (n) => `${han(n)}要`,
  },
  { pattern: /(?<=^\**|[。；：]\s?)[（(]([一二三四五六七八九十]{1,2})[)）](?=\S)/gm, write: (n) => `（${han(n)}）` },
  { pattern: /^\**([一二三四五六七八九十]{1,2})、(?=\S)/gm, write: (n) => `${han(n)}、` },
  { pattern: /^\**(\d{1,2})[.．、](?=[^\d\s])/gm, write: (n) => `${n}.` },
  { pattern: /(?<=^|[。；：，、])[（(](\d{1,2})[)）](?=[^\d\s])/gm, write: (n) => `（${n}）` },
  { pattern: /(?<=^|[。；：])第([一二三四五六七八九十]{1,2})，/gm, write: (n) => `第${han(n)}，` },
];

/** 一是…二是…三是…, （一）（二）, 1. 2.: in order, none missing, none twice. A list may stand inside another. */
export function numbering(item: Item): Draft[] {
  return STYLES.flatMap((style) => checkSequence(item.text, style));
}

function checkSequence(text: string, style: Style): Draft[] {
  const drafts: Draft[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(style.pattern)) {
    const n = parseNumeral(match[1] ?? '');
    if (n === null) continue;
    const before = open.at(-1);
    if (n === 1) {
      // 一是 straight after 一是 is a second first; after a later number it begins a list of its own.
      if (before === 1 && !restarts(text, match.index)) drafts.push(outOfOrder(match, style, 2, '重复'));
      open.push(1);
      continue;
    }
    const level = open.lastIndexOf(n - 1);
    if (level >= 0) {
      open.length = level;
      open.push(n);
      continue;
    }
    if (before === undefined) {
      if (n === 2 && style.pattern.source.includes('是')) drafts.push(outOfOrder(match, style, 1, '缺首项'));
      open.push(n);
      continue;
    }
    drafts.push(outOfOrder(match, style, before + 1, n === before ? '重复' : '不连续'));
    open[open.length - 1] = Math.max(n, before + (n === before ? 1 : 0));
  }
  return drafts;
}

const restarts = (text: string, at: number): boolean => /[\n：]$/.test(text.slice(Math.max(0, at - 1), at));

function outOfOrder(match: RegExpExecArray, style: Style, expected: number, what: string): Draft {
  const shown = match[0].replace(/^\*+/, '');
  const start = match.index + match[0].length - shown.length;
  const message = `序号“${shown}”${what}，此处应为“${style.write(expected)}”`;
  return flag(start, start + shown.length, 'error', message, style.write(expected));
}

/** 二、是: a mark inside the number. */
const brokenNumbers = (text: string): Draft[] =>
  [...text.matchAll(/(?<=^|[。；：\s])([一二三四五六七八九十]{1,2})[、，.]是(?=\p{Script=Han})/gmu)].map((match) =>
    flag(match.index, match.index + match[0].length, 'error', `“${match[0]}”中间不加标点`, `${match[1]}是`),
  );

/** （一）、 and 第一、: marks a serial number does not take. */
export const numberMarks = (item: Item): Draft[] => [
  ...brokenNumbers(item.text),
  ...[...item.text.matchAll(/^([（(][一二三四五六七八九十]{1,2}[)）])[、.．，]/gm)].map((match) =>
    flag(
      match.index,
      match.index + match[0].length,
      'warning',
      '带括号的序次语后不加点号（GB/T 15834-2011 4.5.3.5）',
      match[1] ?? '',
    ),
  ),
];
