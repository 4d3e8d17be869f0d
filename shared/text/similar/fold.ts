import { BLANK_CLASS, INVISIBLE_CLASS, NEWLINE_CLASS } from '../chars.ts';

/**
 * A text as it is compared: lower case, one width, no spaces. Two texts that a reader takes for the same fold to the
 * same string: ＡＢ and ab, “ and ", ， and ,. A space between two Latin words and the end of a line become `BREAK`.
 */
export interface Folded {
  original: string;
  text: string;
  /** For each UTF-16 unit of `text`, where its character begins in the original. */
  at: readonly number[];
}

/** Divides what does not stand side by side; matches nothing that can be asked for. */
export const BREAK = '\n';

/** The folded text alone. */
export const foldText = (text: string): string => foldWith(text, null);

/** The folded text with the way back to the original's positions. */
export function fold(original: string): Folded {
  const at: number[] = [];
  return { original, text: foldWith(original, at), at };
}

/** Half-open range of the original that a range (not empty) of its folded text came from. */
export function unfold({ original, at }: Folded, [start, end]: readonly [number, number]): [number, number] {
  const last = at[end - 1] ?? 0;
  return [at[start] ?? 0, last + widthOf(original.codePointAt(last) ?? 0)];
}

const widthOf = (code: number) => (code > 0xffff ? 2 : 1);

function foldWith(text: string, at: number[] | null): string {
  let folded = '';
  let pendingSpace = false;
  for (let i = 0; i < text.length; ) {
    const end = endOfCommon(text, i);
    if (end > i) {
      folded += text.slice(i, end);
      if (at) for (; i < end; i++) at.push(i);
      pendingSpace = false;
      i = end;
      continue;
    }
    const code = text.codePointAt(i) ?? 0;
    const char = foldChar(code);
    if (char === ' ') pendingSpace = true;
    else if (char !== '') {
      const part = pendingSpace && isAscii(char) && isAscii(folded.at(-1)) ? BREAK + char : char;
      folded += part;
      if (at) for (let unit = 0; unit < part.length; unit++) at.push(i);
      pendingSpace = false;
    }
    i += widthOf(code);
  }
  return folded;
}

/** Nine of ten characters fold to themselves and are taken over in one piece. */
function endOfCommon(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fff) break;
  }
  return i;
}

const isAscii = (char: string | undefined): boolean => char !== undefined && /^[a-z0-9]$/.test(char);

const known = new Map<number, string>();

function foldChar(code: number): string {
  const cached = known.get(code);
  if (cached !== undefined) return cached;
  const folded = foldAny(String.fromCodePoint(code));
  known.set(code, folded);
  return folded;
}

const SPACE = new RegExp(`^[${BLANK_CLASS}]$`);
const NOTHING = new RegExp(`^(?:[${INVISIBLE_CLASS}\\p{Cc}\\p{Cs}\\p{Cn}\\p{Variation_Selector}])$`, 'u');
const LINE_END = new RegExp(`^[${NEWLINE_CLASS}]$`);

/** Signs offices use for one another, each row to its first. */
const ALIKE = ['"“”„‟〝〞', "'‘’‚‛", '-－–—―‐‑−', '~～〜∼', '·•・‧∙', '…⋯'];
const firstAlike = new Map(ALIKE.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)));

/**
 * ASCII marks are answered in their full-width form: in the index a token is then either letters and digits or wholly
 * outside of ASCII, and no mark of the query language can come out of a text.
 */
function foldAny(char: string): string {
  if (LINE_END.test(char)) return BREAK;
  if (SPACE.test(char)) return ' ';
  if (NOTHING.test(char)) return '';
  const wide = char.normalize('NFKC');
  const single = firstAlike.get(char) ?? ([...wide].length === 1 ? wide : char);
  const plain = firstAlike.get(single) ?? single;
  const lower = plain.toLowerCase();
  const one = [...lower].length === 1 ? lower : plain;
  const code = one.charCodeAt(0);
  if (code === 0x20) return ' ';
  return code > 0x20 && code < 0x7f && !/[a-z0-9]/.test(one) ? String.fromCharCode(code + 0xfee0) : one;
}
