/** Half-width marks and what they are in Chinese text (GB/T 15834-2011). */
export const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
};

const CJK = '\\p{Script=Han}，。、；：！？“”‘’（）《》〈〉【】…—％';

/**
 * A half-width mark that stands in Chinese text: Chinese on its left, or on its right after a number.
 * Decimal points, thousands commas, times, ratios and Latin text are not matched.
 */
export const HALF_WIDTH = new RegExp(
  `(?<=[${CJK}])[,;:?!](?!\\/\\/)|(?<=[0-9A-Za-z%])[,;:?!](?=[${CJK}])|[(](?=[${CJK}])|(?<=[${CJK}])[(]|(?<!(?:^|[；。：，;,\\s])\\d{1,2})[)](?=[${CJK}])|(?<=[${CJK}])[)]|(?<=\\p{Script=Han}{2}[”》）]?|\\d[\\p{Script=Han}])\\.(?=[\\p{Script=Han}“（]{2}|$)`,
  'gmu',
);

/** The text with every half-width mark in Chinese text made full-width: the one fix for a badly converted text. */
export const widenMarks = (text: string): string => text.replace(HALF_WIDTH, (mark) => FULL_WIDTH[mark] ?? mark);
