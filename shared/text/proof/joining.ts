import { cellWidth, endsSentence, NEWLINE_CLASS } from '../chars.ts';
import { tidySpaces } from '../normalise.ts';

/**
 * A raw text as paragraphs, one per line end: hard wraps and page breaks are joined with nothing, blank lines
 * dropped, spaces treated as `tidySpaces` does. Without its whitespace the result equals the input without its.
 */
export function joinWraps(raw: string): string {
  const lines = raw
    .split(LINE_END)
    .map(readLine)
    .filter((line) => line.text !== '');
  const full = lines.reduce((widest, line) => Math.max(widest, line.width), 0);
  const joined: string[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    if (before && isWrap(before, line, full)) joined.push(`${joined.pop() ?? ''}${joint(before, line)}${line.text}`);
    else joined.push(line.text);
    before = line;
  }
  return joined.map(tidySpaces).join('\n');
}

interface Line {
  text: string;
  width: number;
  indented: boolean;
}

const LINE_END = new RegExp(`[${NEWLINE_CLASS}]+`);
/** Wider lines than any printed page has are whole paragraphs: such a text was not wrapped by hand. */
const WIDEST_PRINTED = 120;
/** Narrower lines are no printed column: each is a paragraph of its own. */
const NARROWEST_PRINTED = 24;
const ITEM_START =
  /^(?:[△●■◆▲○#]|\*\*|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|\d{1,2}[.．、)）]|-{3})/;
const SOURCE_END = /[（(](?:[^（()），。；：]{2,24}|[一二三四五六七八九十])[)）]$/;

const readLine = (line: string): Line => {
  const text = line.trim();
  return { text, width: cellWidth(text), indented: /^(?:\u3000{2}| {4})/.test(line) };
};

function isWrap(before: Line, line: Line, full: number): boolean {
  if (ITEM_START.test(line.text) || line.indented) return false;
  if (/^[#-]/.test(before.text) || /\*\*$/.test(before.text)) return false;
  if (/^[，。、；：）”》！？]/.test(line.text)) return true;
  const ends = endsSentence(before.text) || /[：:]$/.test(before.text) || SOURCE_END.test(before.text);
  if (full > WIDEST_PRINTED) return !ends && before.width > WIDEST_PRINTED && !/[.]$/.test(before.text);
  if (/[，、,]$/.test(before.text)) return true;
  if (SOURCE_END.test(before.text)) return false;
  if (full < NARROWEST_PRINTED) return false;
  return before.width >= full * (ends ? 0.93 : 0.7);
}

const joint = (before: Line, line: Line): string =>
  /[A-Za-z]$/.test(before.text) && /^[A-Za-z]/.test(line.text) ? ' ' : '';
