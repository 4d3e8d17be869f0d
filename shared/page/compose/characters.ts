/**
 * What each character is to the composer. Classes after GB/T 15834-2011 5.1: closing marks never begin a line,
 * opening marks never end one, dashes and ellipses are not divided.
 */
export type CharKind =
  /** A Chinese character or kana: one cell in every face. */
  | 'wide'
  | 'open'
  | 'close'
  /** First half of —— or ……. */
  | 'dash'
  | 'space'
  /** ASCII: digits, letters and signs of the Latin face. */
  | 'latin'
  /** A sign whose width depends on the face: set in a box of one or half a cell. */
  | 'boxed'
  /** Prints nothing: control characters, zero-width and direction marks. */
  | 'nothing';

const CLOSE = '，。、；：？！）”’》〉】〕」』］｝';
const OPEN = '（“‘《〈【〔「『［｛';
const NO_START = `${CLOSE}—…·℃％～,.%:;!?)]}`;
const NO_END = `${OPEN}([{`;
const CJK = /[\p{Script=Han}\u3001-\u30ff\uff01-\uff60\uffe0-\uffe6〇]/u;
const NOTHING = /[\p{Cc}\p{Cf}\u2028\u2029\ufffe\uffff]/u;
const SPACES = ' \u3000\u00a0\t\n\r';
/** Accented and foreign letters take half a cell; roman numerals, circled figures, arrows and units a whole one. */
const NARROW = /[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u052f]/u;

/** Kind of one character (one code point). */
export function kindOf(char: string): CharKind {
  if (CLOSE.includes(char)) return 'close';
  if (OPEN.includes(char)) return 'open';
  if (SPACES.includes(char)) return 'space';
  if (char >= '!' && char <= '~') return 'latin';
  if (char === '—' || char === '…') return 'dash';
  if (CJK.test(char)) return 'wide';
  return NOTHING.test(char) ? 'nothing' : 'boxed';
}

/** Width in cells of the box a character of kind `boxed` is set in. */
export const boxCells = (char: string) => (NARROW.test(char) ? 0.5 : 1);

export const mayStartLine = (char: string) => !NO_START.includes(char);
export const mayEndLine = (char: string) => !NO_END.includes(char);
export const isClosing = (char: string) => CLOSE.includes(char);

/** Text without what prints nothing; line ends and tabs become spaces. What every output of the press prints. */
export function printable(text: string): string {
  let out = '';
  for (const char of text.toWellFormed()) {
    if (char === '\u3000') out += char;
    else if (SPACES.includes(char)) out += ' ';
    else if (!NOTHING.test(char)) out += char;
  }
  return out;
}
