import { BLANK_CLASS, HAN_CLASS, INVISIBLE_CLASS, isHan, isLetter, isNumberPart, NEWLINE_CLASS } from './chars.ts';

/**
 * A text with plain line ends (`\n`), plain spaces, and no invisible characters. Indents and blank lines stay:
 * they are evidence of paragraphs.
 */
export function normaliseText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\r\n/g, '\n').replace(NEWLINE, '\n').replace(BLANK, ' ');
}

/**
 * A passage broken over lines, as one line: each break is joined with nothing, except between two Latin words.
 * Spaces inside a line are treated as `tidySpaces` does.
 */
export function joinLines(text: string): string {
  const lines = normaliseText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return tidySpaces(lines.map((line, i) => joint(lines[i - 1] ?? '', line) + line).join(''));
}

/**
 * The spaces of one line: none between a Chinese character and a number, none beside full-width punctuation,
 * one where the author set one between two Chinese characters; a name set with a space after each character
 * (上 街 信 息) is written together.
 */
export function tidySpaces(line: string): string {
  const single = line.replace(BLANKS, ' ').trim();
  if (LETTER_SPACED.test(single)) return single.replace(/ /g, '');
  return single.replace(/ /g, (space, at: number) => {
    const before = single[at - 1] ?? '';
    const after = single[at + 1] ?? '';
    const touchesNumber = isNumberPart(before) || isNumberPart(after);
    const latinBothSides = !isCjk(before) && !isCjk(after);
    if (isPunctuation(before) || isPunctuation(after)) return quoteSide(before, after) ? space : '';
    return touchesNumber && !latinBothSides ? '' : space;
  });
}

/** 字数 as Word counts it: each Chinese character and full-width mark is one, each Latin word or number is one. */
export function charCount(text: string): number {
  return normaliseText(text).match(COUNTED)?.length ?? 0;
}

const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]`, 'g');
const NEWLINE = new RegExp(`[${NEWLINE_CLASS}]`, 'g');
const BLANK = new RegExp(`[${BLANK_CLASS}]`, 'g');
const BLANKS = new RegExp(`[${BLANK_CLASS}]+`, 'g');
const LETTER_SPACED = new RegExp(`^[${HAN_CLASS}](?: [${HAN_CLASS}]){2,}$`, 'u');
const PUNCTUATION = /[，。、；：！？…—（）《》〈〉【】〔〕「」『』“”‘’]/;
const COUNTED = /[^\s!-~]|[!-~]+/gu;

const isPunctuation = (char: string): boolean => PUNCTUATION.test(char);
const isCjk = (char: string): boolean => isHan(char) || isPunctuation(char);
/** A space between a title's parts stays where a quote stands beside it: “红黄蓝”督查 助推…, …活动 “七送”…. */
const quoteSide = (before: string, after: string): boolean =>
  /[”’》）]/.test(before) ? isHan(after) || /[“‘《]/.test(after) : isHan(before) && /[“‘《（]/.test(after);
const joint = (before: string, after: string): string =>
  isLetter(before.at(-1) ?? '') && isLetter(after[0] ?? '') ? ' ' : '';
