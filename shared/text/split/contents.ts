import { endsSentence } from '../chars.ts';
import { numberingOf } from './headings.ts';
import { MARKER } from './marks.ts';
import type { Line } from './source.ts';

/** A contents list: the lines it takes and the titles it names. */
export interface Contents {
  from: number;
  to: number;
  /** Without numbers, leaders and page numbers, and without spaces. */
  titles: string[];
}

const HEADING =
  /^[【〖［[◆■●★]?\s*(?:目\s*录|本期(?:要目|导读|目录|内容|提要|看点|要闻|主要内容)|要\s*目|导\s*读|内容(?:提要|导读|摘要)|目\s*次|CONTENTS)\s*[】〗］\]◆■●★]?\s*[：:]?$/iu;
const RUN_IN = /^[【〖［[]?(?:本期(?:要目|导读|目录|提要)|要目|导读|目录)[】〗］\]]?\s*[：:]\s*(?=\S)/u;
/** Dots and page number behind an entry. */
const LEADER = /\s*(?:[.．·…⋯\-—_\s]{2,}\s*[（(]?\d{1,3}[）)]?|[（(]\d{1,3}[）)]|\s\d{1,3})\s*$/u;
const SOURCE_BEHIND = /\s*[（(][^（）()]{2,20}[）)]$/u;
const MOST_LINES = 80;
/** Lines below a list in which its titles are looked for. */
const MOST_SEARCHED = 3000;

/** Titles are compared without spaces and without the marks that lists add. */
export const titleKey = (text: string): string => text.replace(/[\s\u3000]/gu, '').replace(/[。：:]$/u, '');

/**
 * The contents list that opens `lines`, if there is one: from its heading to where its first title is printed again.
 * What stands behind the last entry that is printed again (a theme, a column heading) is no part of it.
 */
export function findContents(lines: readonly Line[]): Contents | null {
  const from = lines.findIndex((line, i) => i < 30 && (HEADING.test(line.text) || RUN_IN.test(line.text)));
  if (from < 0) return null;
  const listed: string[][] = [];
  const first = lines[from]?.text ?? '';
  listed.push(HEADING.test(first) ? [] : entriesOf(first.replace(RUN_IN, '')));
  let to = from + 1;
  for (; to < lines.length && to - from <= MOST_LINES; to++) {
    const line = lines[to];
    if (!line || (line.ruleBefore && to > from + 1) || isBody(line.text)) break;
    const next = lines[to + 1]?.text ?? '';
    if (repeats(listed.flat(), line.text) || isTwoLined(listed.flat(), line.text, next)) break;
    listed.push(entriesOf(line.text));
  }
  const singles = lines.slice(to, to + MOST_SEARCHED).map(({ text }) => entryKey(text.slice(0, 120)));
  // A title may be printed on two lines: its unit, then the headline.
  const keys = [...singles, ...singles.slice(1).map((key, i) => (singles[i] ?? '') + key)];
  const isPrinted = (entry: string) =>
    keys.some((key) => key.length >= 5 && (key.startsWith(entry) || entry.startsWith(key)));
  let last = listed.length;
  while (last > 1 && !listed[last - 1]?.some(isPrinted)) last--;
  if (last > 1 || listed[0]?.some(isPrinted)) listed.length = last;
  return { from, to: from + listed.length, titles: joinWrapped(listed.flat()) };
}

function entriesOf(text: string): string[] {
  const parts = text.split(/[；;]\s*|\s{2,}(?=\d{1,2}[.．、])/u);
  return parts.map(entryKey).filter((key) => key.length > 0);
}

function entryKey(text: string): string {
  const bare = text.replace(MARKER, '');
  const numbering = numberingOf(bare)?.text ?? '';
  return titleKey(bare.slice(numbering.length).replace(LEADER, '').replace(SOURCE_BEHIND, ''));
}

const isBody = (text: string): boolean =>
  (endsSentence(text) && text.length > 30) || text.length > 90 || /[。].{4,}/u.test(text);

/** The first title again, whole, or opening a run-in paragraph. */
function repeats(entries: readonly string[], text: string): boolean {
  const key = entryKey(text);
  return (
    key.length >= 5 &&
    entries.some((entry) => entry.length >= 5 && (key.startsWith(entry) || (key.length >= 8 && entry.startsWith(key))))
  );
}

/** The first title again, printed on two lines of which the first may be short: its unit, then the headline. */
function isTwoLined(entries: readonly string[], text: string, next: string): boolean {
  const [first, second] = [entryKey(text), entryKey(next)];
  const both = first + second;
  return second.length >= 2 && first.length < 20 && both.length >= 8 && entries.some((entry) => entry === both);
}

/** An entry broken over two lines is also offered as one. */
function joinWrapped(entries: readonly string[]): string[] {
  const joined = entries.slice(1).map((entry, i) => (entries[i] ?? '') + entry);
  return [...new Set([...entries, ...joined])].filter((entry) => entry.length >= 5);
}
