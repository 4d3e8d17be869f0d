/**
 * The classes of character that everything in `shared/text` speaks of, each defined once.
 * The `…_CLASS` strings go inside a regular expression's square brackets.
 */

/** Chinese characters, with 〇 and the iteration mark. */
export const HAN_CLASS = '\\p{Script=Han}〇々';
/** Punctuation that ends a sentence. */
export const SENTENCE_END_CLASS = '。！？!?…';
/** What may follow a sentence's end and still belongs to it: closing quotes and brackets. */
export const CLOSER_CLASS = '”’』」）)》〉】〕\\]"';
/** Blank characters inside a line. */
export const BLANK_CLASS = ' \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
/** Characters that end a line. */
export const NEWLINE_CLASS = '\\n\\r\\f\\v\\u0085\\u2028\\u2029';
/** Characters that print nothing and carry no meaning in Chinese text: zero-width marks, soft hyphen, BOM. */
export const INVISIBLE_CLASS = '\\u00ad\\u200b\\u200c\\u200d\\u2060\\ufeff';

const HAN = new RegExp(`[${HAN_CLASS}]`, 'u');
/** Full-width forms, CJK punctuation, enclosed signs: everything that takes two cells of a line. */
const WIDE =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2460-\u24ff\u25a0-\u26ff\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;
const NUMBER_PART = /[0-9０-９.,．%％‰℃]/;
const LETTER = /[A-Za-zÀ-ɏＡ-Ｚａ-ｚ]/;
/** A full point ends a sentence behind a Chinese character, a quote or %, not behind a number. */
const SENTENCE_END = new RegExp(`(?:[${SENTENCE_END_CLASS}]|(?<=[${HAN_CLASS}"”%）)])[.．])[${CLOSER_CLASS}]*$`, 'u');

export const isHan = (char: string): boolean => HAN.test(char);
export const isWide = (char: string): boolean => HAN.test(char) || WIDE.test(char);
/** A digit or a sign written with digits: 3 . , % ℃. */
export const isNumberPart = (char: string): boolean => NUMBER_PART.test(char);
export const isLetter = (char: string): boolean => LETTER.test(char);
/** Whether `text` ends a sentence: 。 or ！”, also behind a closing quote or bracket. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-8));

/** Width of `text` in cells: a Chinese character takes two, a half-width one takes one. */
export function cellWidth(text: string): number {
  let cells = 0;
  for (const char of text) cells += isWide(char) ? 2 : 1;
  return cells;
}

const OPENERS = '“‘（(《〈【〔「『[';
const CLOSERS = '”’）)》〉】〕」』]';
const PAIR = new Map([...CLOSERS].map((closer, i) => [closer, OPENERS[i]]));

const ANY_BRACKET = /[“‘（(《〈【〔「『[”’）)》〉】〕」』\]"]/;

/** A half-width bracket may be closed by a full-width one: offices mix them. */
const sameBracket = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && '（('.includes(a) && '（('.includes(b));

/** Whether every quote and bracket in `text` is opened before it is closed, and closed. */
export function isBalanced(text: string): boolean {
  if (!ANY_BRACKET.test(text)) return true;
  const open: string[] = [];
  for (const char of text) {
    if (OPENERS.includes(char)) open.push(char);
    else if (PAIR.has(char) && !sameBracket(open.pop(), PAIR.get(char))) return false;
  }
  return open.length === 0 && (text.split('"').length - 1) % 2 === 0;
}
