import { flag, scan } from '../draft.ts';
import type { Draft } from '../types.ts';
import { segments } from '../words.ts';

/** 、 before 和, 及, 与, 或, 等: the conjunction already separates. */
export const commaBeforeAnd = (text: string): Draft[] => [
  ...scan(text, /、(和|及|与|或|并)(?=([\p{Script=Han}《“]{1,4}))/gu, (match) => {
    const [whole, and = '', after = ''] = match;
    if (WORDS_WITH_AND.test(and + after)) return null;
    if (segments(and + after)[0] !== and) return null;
    const message = `顿号与“${and}”不能同用（GB/T 15834-2011 顿号用于并列词语之间，末项前用“和”不再加顿号）`;
    return flag(match.index, match.index + whole.length, 'error', message, and);
  }),
  ...scan(
    text,
    /(?<=[\p{Script=Han}”》]{2})(?<![则就尽应能可])(和|及|与|或|以及|并)、(?=[\p{Script=Han}《“])/gu,
    (match) => {
      const and = match[1] ?? '';
      // 全民参与、共同治理: a word that ends so.
      if (
        !segments(text.slice(Math.max(0, match.index - 4), match.index + and.length))
          .at(-1)
          ?.startsWith(and)
      )
        return null;
      const message = `“${and}”后不用顿号（GB/T 15834-2011 4.5 顿号用于并列词语之间）`;
      return flag(match.index, match.index + match[0].length, 'error', message, and);
    },
  ),
  ...scan(text, /、等(?=[，。；、]|[\p{Script=Han}])(?!等|级|候|待|高|离子|边|腰|效|量|份|额|次|分)/gu, (match) =>
    flag(match.index, match.index + 2, 'error', '“等”前不用顿号（GB/T 15834-2011）', '等'),
  ),
];

/** Words that begin with the character and are no conjunction. */
const WORDS_WITH_AND =
  /^(?:和[谐平睦美解善气悦顺蔼缓声约议煦风]|及[时格早第其至]|与[会时民日众此事其]|或[许者]|并[联轨网购举非且行存入重处])/;

/** 三、四十处 is an estimate: two neighbouring figures take no mark between them (GB/T 15835-2011 5.2). */
export const commaInEstimate = (text: string): Draft[] =>
  scan(
    text,
    /(?<![〇一二三四五六七八九十百千第])([一二三四五六七八])、([二三四五六七八九])(?=[十百千万][\p{Script=Han}])/gu,
    (match) => {
      const [whole, low = '', high = ''] = match;
      if (DIGITS.indexOf(high) !== DIGITS.indexOf(low) + 1) return null;
      const message = `“${whole}”表示概数，中间不加顿号（GB/T 15835-2011 概数）`;
      return flag(match.index, match.index + whole.length, 'error', message, low + high);
    },
  );

const DIGITS = '一二三四五六七八九';

/** 、 between quoted or titled members: usually none (a question, for usage varies). */
export const commaBetweenQuoted = (text: string): Draft[] =>
  scan(text, /[”》]、[“《]/g, (match) =>
    flag(
      match.index + 1,
      match.index + 2,
      'query',
      '并列的引号或书名号之间通常不用顿号（GB/T 15834-2011 4.5.3.5）',
      '',
    ),
  );

/** …… and —— are two cells each; dots and hyphens in their place, or one cell of them. */
export const dotsAndDashes = (text: string): Draft[] =>
  /^[-—=*_ ]+$/.test(text)
    ? []
    : [
        ...scan(text, /(?<=[\p{Script=Han}”》）])(?:。{3,}|\.{3,}|、{3,}|·{3,})/gu, (match) =>
          flag(match.index, match.index + match[0].length, 'error', '省略号应为“……”（GB/T 15834-2011 4.11）', '……'),
        ),
        ...scan(text, /(?<!…)…(?!…)|(?<!…)…{3,}(?!…)/g, (match) => {
          const end = match.index + match[0].length;
          // Leaders of a table of contents run on to the page's number.
          if (/^\s*[（(]?\d/.test(text.slice(end)) || (match[0].length > 3 && end === text.length)) return null;
          return flag(match.index, end, 'warning', '省略号占两个字位置“……”（GB/T 15834-2011 5.1.5）', '……');
        }),
        ...scan(text, /等(?:……|…)|(?:……|…)等(?=[，。；])/g, (match) =>
          flag(
            match.index,
            match.index + match[0].length,
            'warning',
            '“等”与省略号只用一个（GB/T 15834-2011 4.11）',
            '等',
            '……',
          ),
        ),
        ...scan(text, /(?<=[\p{Script=Han}”》）])(?:-{2,}|－{2,}|—{3,}|–{2,})(?=[\p{Script=Han}“《（])/gu, (match) =>
          flag(match.index, match.index + match[0].length, 'warning', '破折号应为“——”（GB/T 15834-2011 4.10）', '——'),
        ),
      ];

/** Spaces beside a digit or a mark, and more than one between Chinese characters. */
export const spaces = (text: string): Draft[] => [
  ...scan(
    text,
    /(?<=\p{Script=Han})[ \u00a0\u3000]+(?=[0-9])|(?<=[0-9%％])[ \u00a0\u3000]+(?=\p{Script=Han})/gu,
    (match) =>
      /^[#*\s]|^第? ?\d/.test(text.slice(0, 3)) && text.length < 24
        ? null
        : flag(match.index, match.index + match[0].length, 'warning', '汉字与数字之间不留空格', ''),
  ),
  ...scan(
    text,
    /[ \u00a0\u3000]+(?=[，。、；：！？）》”])|(?<=[，。、；：！？（《“])[ \u00a0\u3000]+(?=\S)/g,
    (match) => flag(match.index, match.index + match[0].length, 'warning', '标点旁边不留空格', ''),
  ),
];

/** The last sentence ends with a comma before the source mark. */
export const commaBeforeSource = (text: string): Draft[] =>
  scan(text, /[，、；：](?=[（(][^（()），。；：]{2,24}[)）]\s*$)/g, (match) =>
    flag(match.index, match.index + 1, 'error', '句末应为句号（GB/T 15834-2011 4.1）', '。'),
  );

/** The last sentence runs into the source mark: …强保障（区委组织部）. */
export function missingFullStop(text: string): Draft[] {
  const mark = /（区[^（）]{2,14}[局委办院部会镇]）\s*$/.exec(text);
  if (!mark || !/，[^。！？；，]{2,60}\p{Script=Han}$/u.test(text.slice(Math.max(0, mark.index - 64), mark.index)))
    return [];
  const last = text[mark.index - 1] ?? '';
  return [flag(mark.index - 1, mark.index, 'warning', '末句缺句号（GB/T 15834-2011 4.1）', `${last}。`)];
}
