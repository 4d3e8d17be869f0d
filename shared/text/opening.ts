import { isBalanced, isHan, isLetter, isNumberPart } from './chars.ts';

/** Characters that end a clause; a text is cut before one. */
const CLAUSE_END = /[，。；：！？]/;
/** What no text is cut after: something follows that belongs to it. */
const LINKS = /[的和与及、，]/;
/** A cut this short says too little; the clause is cut through instead. */
const LEAST = 8;

/**
 * The words a text without title is named by, in lists and in print: whole clauses of its first line, at most `most`
 * characters, and …… where more follows. No figure, Latin word, quotation or bracket is cut through.
 */
export function openingOf(text: string, most = 40): string {
  const chars = [...(text.trim().split('\n')[0] ?? '').replace(/[。；]$/, '')];
  if (chars.length <= most) return chars.join('');
  const cut =
    longest(chars, most, (_, after) => CLAUSE_END.test(after)) ??
    longest(chars, most, (before, after) => !LINKS.test(before) && !isOneWord(before, after)) ??
    chars.slice(0, most).join('');
  return `${cut}……`;
}

/** The longest beginning that may end between its last character and the next, and closes what it opens. */
function longest(chars: readonly string[], most: number, mayEnd: (before: string, after: string) => boolean) {
  for (let end = most; end >= LEAST; end--) {
    const cut = chars.slice(0, end).join('');
    if (mayEnd(chars[end - 1] ?? '', chars[end] ?? '') && isBalanced(cut)) return cut;
  }
  return null;
}

/** Whether two neighbours belong to one figure with its unit or one Latin word. */
const isOneWord = (before: string, after: string) =>
  isFigureOrLatin(before) && (isFigureOrLatin(after) || isHan(after));
const isFigureOrLatin = (char: string) => isNumberPart(char) || isLetter(char);
