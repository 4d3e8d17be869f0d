import { BLANK_CLASS, cellWidth, INVISIBLE_CLASS, NEWLINE_CLASS } from '../chars.ts';

/** A stretch of text, `end` exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A printed line of the cleaned text, without the blanks around it. */
export interface Line extends Range {
  text: string;
  /** Blank lines before it; a rule or a page number does not count as one. */
  gap: number;
  /** Whether a drawn rule stands before it. */
  ruleBefore: boolean;
  /** Whether a page ends before it: form feed, or furniture taken out. */
  pageBefore: boolean;
  /** Blanks before it, in cells. */
  indent: number;
  /** Indent and text, in cells. */
  width: number;
  /** Markdown heading level, 0 for none. */
  heading: number;
  /** Where the bold words that open the line end, in the cleaned text and perhaps some lines below; 0 for none. */
  boldEnd: number;
  /** What a form's label before it said that the line is. */
  label?: 'title' | 'body';
}

/** The text as given, and a cleaned copy in which every pass works; positions lead back to the original. */
export interface Source {
  original: string;
  clean: string;
  /** Original position of a position in `clean`. */
  toOriginal: (cleanAt: number) => number;
  lines: Line[];
  /** Ranges of the original that are layout: Markdown marks, rules, invisible characters. */
  layout: Range[];
  /** Ranges of the original that are page furniture inside a line: — 2 —, 第 2 页 共 4 页. */
  inlineFurniture: Range[];
}

/** Reads lines out of `original`, taking out (but keeping account of) what is layout and not text. */
export function readSource(original: string): Source {
  const kept: Range[] = [];
  const found: Found[] = [];
  let from = 0;
  for (const match of original.matchAll(DROPPED)) {
    const end = match.index + match[0].length;
    if (match.index > from) kept.push({ start: from, end: match.index });
    found.push({ start: match.index, end, kind: kindOf(match[0]) });
    from = end;
  }
  if (from < original.length) kept.push({ start: from, end: original.length });
  const clean = kept.map(({ start, end }) => original.slice(start, end)).join('');
  const toOriginal = positions(kept);
  const of = (wanted: readonly Kind[]) => found.filter(({ kind }) => wanted.includes(kind));
  return {
    original,
    clean,
    toOriginal,
    lines: readLines(clean, marksInClean(found)),
    layout: of(['bold', 'heading', 'rule', 'invisible']),
    inlineFurniture: of(['page']),
  };
}

type Kind = 'bold' | 'heading' | 'rule' | 'page' | 'invisible' | 'return';
interface Found extends Range {
  kind: Kind;
}

const B = `[${BLANK_CLASS}]`;
/** Order matters: a rule of asterisks is no bold mark. */
const DROPPED = new RegExp(
  [
    '\\r(?=\\n)',
    `[${INVISIBLE_CLASS}]+`,
    `^${B}{0,40}(?:[-_*=~─━═—–―－＿┄┈╌]${B}{0,2}){3,}$`,
    `^${B}{0,3}#{1,6}(?=${B})`,
    '\\*\\*',
    `[—–－-]${B}{1,3}\\d{1,3}${B}{1,3}[—–－-]`,
    `第${B}{0,2}\\d{1,3}${B}{0,2}页${B}{0,3}[，,/]?${B}{0,3}[（(]?共${B}{0,2}\\d{1,3}${B}{0,2}页[）)]?`,
  ].join('|'),
  'gmu',
);

function kindOf(match: string): Kind {
  if (match === '**') return 'bold';
  if (match === '\r') return 'return';
  if (match.endsWith('#')) return 'heading';
  if (/\d/.test(match)) return 'page';
  return INVISIBLE_ONLY.test(match) ? 'invisible' : 'rule';
}
const INVISIBLE_ONLY = new RegExp(`^[${INVISIBLE_CLASS}]+$`, 'u');

/** Position in the original of a position in what was kept. */
function positions(kept: readonly Range[]): (cleanAt: number) => number {
  const starts: number[] = [];
  let length = 0;
  for (const { start, end } of kept) {
    starts.push(length);
    length += end - start;
  }
  return (cleanAt) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= cleanAt) low = middle;
      else high = middle - 1;
    }
    return (kept[low]?.start ?? 0) + cleanAt - (starts[low] ?? 0);
  };
}

interface CleanMark {
  at: number;
  kind: Kind;
  length: number;
}

/** Where in the cleaned text each dropped mark stood. */
function marksInClean(found: readonly Found[]): CleanMark[] {
  let dropped = 0;
  return found.map(({ start, end, kind }) => {
    const at = start - dropped;
    dropped += end - start;
    return { at, kind, length: end - start };
  });
}

const NEWLINE = new RegExp(`[${NEWLINE_CLASS}]`, 'g');
const LEADING = new RegExp(`^${B}+`, 'u');
const TRAILING = new RegExp(`${B}$`, 'u');

function readLines(clean: string, marks: readonly CleanMark[]): Line[] {
  const lines: Line[] = [];
  const bold = boldSpans(marks);
  let next = 0;
  let gap = 0;
  let ruleBefore = false;
  let pageBefore = false;
  for (const { start, end, pageBreak } of rawLines(clean)) {
    const own: CleanMark[] = [];
    for (let mark = marks[next]; mark && mark.at <= end; mark = marks[++next]) own.push(mark);
    const raw = clean.slice(start, end);
    const lead = LEADING.exec(raw)?.[0] ?? '';
    const text = trimEnd(raw.slice(lead.length));
    if (text === '') {
      ruleBefore ||= own.some(({ kind }) => kind === 'rule');
      pageBefore ||= own.some(({ kind }) => kind === 'page');
      if (own.every(({ kind }) => kind === 'invisible' || kind === 'return')) gap++;
    } else {
      const textStart = start + lead.length;
      const indent = cellWidth(lead);
      lines.push({
        start: textStart,
        end: textStart + text.length,
        text,
        gap,
        ruleBefore,
        pageBefore,
        indent,
        width: indent + markCells(own) + cellWidth(text.length > MAX_MEASURED ? text.slice(0, MAX_MEASURED) : text),
        heading: own.find(({ kind }) => kind === 'heading')?.length ?? 0,
        boldEnd: bold.get(nextBold(own, textStart)) ?? 0,
      });
      gap = 0;
      ruleBefore = false;
      pageBefore = own.some(({ kind, at }) => kind === 'page' && at >= textStart + text.length);
    }
    pageBefore ||= pageBreak;
  }
  return lines;
}

/** Bold marks take their place in a line that was wrapped with them in it. */
const markCells = (own: readonly CleanMark[]): number =>
  own.reduce((cells, { kind, length }) => cells + (kind === 'bold' ? length : 0), 0);

/** No printed line is wider; a paragraph of megabytes need not be measured to its end. */
const MAX_MEASURED = 1000;

function* rawLines(clean: string): Generator<Range & { pageBreak: boolean }> {
  let start = 0;
  for (const match of clean.matchAll(NEWLINE)) {
    yield { start, end: match.index, pageBreak: match[0] === '\f' };
    start = match.index + 1;
  }
  yield { start, end: clean.length, pageBreak: false };
}

/** Without a regular expression: `B+$` would try every run of blanks in the line. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILING.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Bold words are a title's; a mark without its partner is an asterisk. */
const LONGEST_BOLD = 200;

/** Start and end of the bold stretches. */
function boldSpans(marks: readonly CleanMark[]): Map<number, number> {
  const spans = new Map<number, number>();
  const bold = marks.filter(({ kind }) => kind === 'bold');
  for (let i = 0; i + 1 < bold.length; i += 2) {
    const [open, close] = [bold[i], bold[i + 1]];
    if (open && close && close.at - open.at <= LONGEST_BOLD) spans.set(open.at, close.at);
  }
  return spans;
}

/** Position of the bold mark a line opens with; −1 for none. */
const nextBold = (own: readonly CleanMark[], textStart: number): number =>
  own.find(({ kind, at }) => kind === 'bold' && at <= textStart)?.at ?? -1;
