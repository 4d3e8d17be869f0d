import type { Item, Span } from './types.ts';

/** Cuts a text (paragraphs by line ends) into items: after a source mark or byline, before △ and ●. */
export function readItems(text: string): Item[] {
  const items: Item[] = [];
  let open: Paragraph[] = [];
  for (const paragraph of paragraphsOf(text)) {
    if (open.length > 0 && ITEM_MARK.test(paragraph.text)) {
      items.push(toItem(open));
      open = [];
    }
    open.push(paragraph);
    if (END_MARK.test(paragraph.text) && /[。！？…”]/.test(paragraph.text)) {
      items.push(toItem(open));
      open = [];
    }
  }
  if (open.length > 0) items.push(toItem(open));
  return items;
}

/** Paragraphs with their offsets. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    paragraphs.push({ start, text: line });
    start += line.length + 1;
  }
  return paragraphs;
}

export interface Paragraph {
  start: number;
  text: string;
}

const ITEM_MARK = /^(?:[△●▲◆■]|\*\*[^*]+\*\*)/;
const END_MARK = /[（(]([^（()），。；：]{2,30})[)）]\s*$/;
const NOT_A_UNIT = /^(?:记者|通讯员|[一二三四五六七八九十]+$|任中|以下简称|附后)/;
const RUN_IN_TITLE = /^([^，。；：,;]{8,60}?) (?=[^ ])/;

function toItem(paragraphs: readonly Paragraph[]): Item {
  const start = paragraphs[0]?.start ?? 0;
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return { start, text, title: titleOf(paragraphs, start), source: sourceOf(text) };
}

/** The title stands before the body's first paragraph, or opens it: in bold, or before a space. */
function titleOf(paragraphs: readonly Paragraph[], itemStart: number): Span | null {
  const at = paragraphs.findIndex((paragraph) => /[。；！？]/.test(paragraph.text));
  const body = paragraphs[at];
  if (!body || /^[△●▲◆■]/.test(body.text)) return null;
  const bold = /^\*\*([^*]+)\*\*/.exec(body.text);
  if (bold?.[1]) return span(body.start - itemStart + 2, bold[1]);
  const runIn = RUN_IN_TITLE.exec(body.text);
  if (runIn?.[1]) return span(body.start - itemStart, runIn[1]);
  const before = paragraphs[at - 1];
  if (!before) return null;
  return span(before.start - itemStart, before.text);
}

function sourceOf(text: string): Span | null {
  const match = END_MARK.exec(text);
  if (!match?.[1] || NOT_A_UNIT.test(match[1])) return null;
  return span(match.index + 1, match[1]);
}

const span = (start: number, text: string): Span => ({ start, end: start + text.length, text });
