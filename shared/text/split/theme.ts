import { parseSeries } from '../series.ts';
import { COLUMN_HEADING, isHeadingLike, numberingOf } from './headings.ts';
import type { Known } from './knowledge.ts';
import { MARKER } from './marks.ts';
import type { Line } from './source.ts';
import { isFull, type WrapModel, wrapModel } from './wrap.ts';

/** A theme heading runs over this many lines at most. */
const MOST_LINES = 3;
const LONGEST = 70;

/** How many of the first lines are the theme heading: 精准服务 主动作为 …（三）; 0 where there is none. */
export function findTheme(lines: readonly Line[], known: Known, hasMasthead: boolean): number {
  const wrap = wrapModel(lines);
  let heading = '';
  for (let i = 0; i < Math.min(MOST_LINES, lines.length - 1); i++) {
    const [line, next] = [lines[i], lines[i + 1]];
    if (!line || !next) return 0;
    heading += line.text;
    if (!isHeadingLike(heading, LONGEST) && !LABELLED.test(heading)) {
      if (heading.length > LONGEST || /[。，；]/u.test(heading)) return 0;
      continue;
    }
    if (LABELLED.test(heading)) return i + 1;
    if (i === 0 && opensRunIn(lines)) return 0;
    if (/[，,]/u.test(heading) && !parseSeries(heading)) return 0;
    if (i === 0 && startsItem(line, known, false)) return parseSeries(heading) && startsItem(next, known, true) ? 1 : 0;
    if (parseSeries(heading) && isHeadingLike(heading, LONGEST)) return i + 1;
    if (isSetAsOthers(lines, i)) return 0;
    if (hasMasthead && startsItem(next, known, true) && !isProse(wrap, lines, i + 1)) return i + 1;
  }
  return 0;
}

/** Whether further lines are set apart in the same way, as the titles of a bulletin are. */
function isSetAsOthers(lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  if (!line) return false;
  const isLike = (other: Line) =>
    (line.heading > 0 && other.heading === line.heading) ||
    (line.boldEnd > 0 && line.heading === 0 && other.boldEnd > 0) ||
    (inCorners(line.text) && inCorners(other.text));
  return lines.slice(i + 1).filter(isLike).length >= 2;
}

/** The end of the title may stand on the next line. */
const inCorners = (text: string): boolean => /^[【〖].{4}/u.test(text) && !COLUMN_HEADING.test(text);

/** Whether a comma comes before anything that could end a title: then the text below is a body, and what heads it a title. */
function isProse(wrap: WrapModel, lines: readonly Line[], i: number): boolean {
  const [first, second] = [lines[i], lines[i + 1]];
  if (!first || first.boldEnd > 0 || first.heading > 0) return false;
  const head = lines.slice(i, i + 3).map(({ text }) => text);
  return (
    /^[^，,。：:\s]{4,60}[，,]/u.test(head.join('')) &&
    (isFull(wrap, first, second) || !isHeadingLike(first.text, LONGEST))
  );
}

/** Bold words that end in the middle of a line are a title with its body behind it. */
function opensRunIn(lines: readonly Line[]): boolean {
  const boldEnd = lines[0]?.boldEnd ?? 0;
  return boldEnd > 0 && !lines.slice(0, MOST_LINES).some(({ end }) => end === boldEnd);
}

const LABELLED = /^(?:本期主题|主题|专题)[：:]\s*\S.{2,60}$/u;

/** Whether an item surely begins at a line: a unit, a marker, a number, bold words, a known title. */
function startsItem(line: Line, known: Known, asNext: boolean): boolean {
  if (line.label === 'title') return true;
  if (MARKER.test(line.text) || numberingOf(line.text) || COLUMN_HEADING.test(line.text)) return true;
  if (known.openingTitle(line.text) > 0) return true;
  if (asNext && line.boldEnd > 0) return true;
  const unit = known.openingUnit(line.text);
  if (!unit) return false;
  // 区发改委认真贯彻…，… with a comma soon is a body, not a title.
  return !asNext || !/^[^。]{0,14}[，,]/u.test(line.text);
}
