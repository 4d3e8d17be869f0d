/** Characters that end a clause; a text is cut before one. */
const CLAUSE_END = /[，。；：！？]/;
/** What no text is cut after: something follows that belongs to it. */
const LINKS = /[的和与及、，]/;
const OPEN = '“‘（《【';
const CLOSE = '”’）》】';
/** A cut this short says too little; the clause is cut through instead. */
const LEAST = 8;

/**
 * The words a text without title is named by, in lists and in print: whole clauses of its first line, at most `most`
 * characters, and …… where more follows. No figure, Latin word, quotation or bracket is cut through.
 */
export function openingOf(text: string, most = 40): string {
  const chars = [...(text.trim().split('\n')[0] ?? '').replace(/[。；]$/, '')];
  if (chars.length <= most) return chars.join('');
  for (let end = most; end >= LEAST; end--)
    if (CLAUSE_END.test(chars[end] ?? '') && isClosed(chars.slice(0, end))) return `${chars.slice(0, end).join('')}……`;
  for (let end = most; end >= LEAST; end--)
    if (!LINKS.test(chars[end - 1] ?? '') && !isOneWord(chars[end - 1], chars[end]) && isClosed(chars.slice(0, end)))
      return `${chars.slice(0, end).join('')}……`;
  return `${chars.slice(0, most).join('')}……`;
}

const isClosed = (chars: readonly string[]) =>
  chars.filter((char) => OPEN.includes(char)).length === chars.filter((char) => CLOSE.includes(char)).length;

/** Whether two neighbours belong to one figure with its unit or one Latin word. */
const isOneWord = (before = '', after = '') =>
  /[0-9A-Za-z.,．%％‰]/.test(before) && /[0-9A-Za-z.,．%％‰\p{Script=Han}]/u.test(after);
