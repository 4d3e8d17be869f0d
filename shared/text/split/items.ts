import { type EndMark, findEnds } from './ends.ts';
import { type Flow, lastAtOrBefore } from './flow.ts';
import { cutTitle, endsLine, type Habit, type HeadContext, noTitlePoints, type TitleCut } from './head.ts';
import { COLUMN_HEADING, isHeadingLike, numberingOf } from './headings.ts';
import { isAboutLeader } from './kinds.ts';
import { BYLINE_HEAD, BYLINE_LINE, CONTINUED_FROM, CONTINUED_FROM_HEAD, MARKER } from './marks.ts';
import { openCut } from './openCut.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import type { Range } from './source.ts';
import { findStarts, hiddenStarts, type Starts, skipBlank, type TitleStyle } from './starts.ts';

/** An item as found; positions in the flow. */
export interface FoundItem {
  marker: Range | null;
  continuedFrom: Range | null;
  title: TitleCut | null;
  /** The marks joining title and body, which belong to neither: 。 or ：. */
  joiner: Range | null;
  byline: Range[];
  paragraphs: Paragraph[];
  ends: EndMark[];
  /** The column heading that stands over it, and whether it is the first under it. */
  column: { heading: Range; first: boolean } | null;
}

/** What `findItems` makes of a flow: items in order, and stretches that are none. */
export interface FoundItems {
  items: FoundItem[];
  leftover: Range[];
}

export function findItems(first: HeadContext): FoundItems {
  const { flow } = first;
  const ends = findEnds(flow, first.known);
  const starts = findStarts(first, ends);
  const sure = makeSegments(flow.text, ends, starts);
  const context = { ...first, habit: habitOf(first, sure) };
  const segments = withHiddenStarts(context, starts, sure);
  const items: FoundItem[] = [];
  const leftover: Range[] = [];
  let column: Range | null = null;
  let columnUntitled = false;
  for (const segment of segments) {
    if (segment.column) {
      column = segment.column;
      columnUntitled = false;
      if (!segments.some((other) => other.from >= (segment.column?.end ?? 0))) leftover.push(segment.column);
      continue;
    }
    if (isEmpty(flow.text, segment, items.length > 0)) {
      giveAway(segment, items, leftover);
      continue;
    }
    const first: boolean = column !== null && items.at(-1)?.column?.heading !== column;
    const item = readItem(context, starts, segment, column !== null && (first || columnUntitled));
    // Titled articles after untitled briefs are no longer part of their column.
    if (column && !first && columnUntitled && item.title) column = null;
    if (column && first) columnUntitled = !item.title;
    item.column = column ? { heading: column, first } : null;
    items.push(item);
  }
  return { items, leftover };
}

interface Segment {
  from: number;
  to: number;
  ends: EndMark[];
  column: Range | null;
}

/** Cuts the flow at every end mark, start and column heading. */
function makeSegments(text: string, ends: readonly EndMark[], starts: Starts): Segment[] {
  const cuts = new Set<number>([
    ...starts.at,
    ...ends.map(({ end }) => end),
    ...starts.columns.flatMap(({ start, end }) => [start, end]),
  ]);
  const endStarts = ends.map(({ start }) => start);
  const inEnd = (at: number) => {
    const end = ends[lastAtOrBefore(endStarts, at)];
    return end !== undefined && at > end.start && at < end.end;
  };
  const sorted = [
    0,
    ...[...cuts].filter((at) => at > 0 && at < text.length && !inEnd(at)).sort((a, b) => a - b),
    text.length,
  ];
  const columnAt = new Map(starts.columns.map((column) => [column.start, column]));
  const endAt = new Map(ends.map((end) => [end.end, end]));
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [from = 0, to = 0] = [sorted[i], sorted[i + 1]];
    if (from === to) continue;
    const end = endAt.get(to);
    segments.push({
      from,
      to: end ? Math.max(from, end.start) : to,
      ends: end ? [end] : [],
      column: columnAt.get(from) ?? null,
    });
  }
  return segments;
}

/** Divides segments further where an item begins without any mark. */
function withHiddenStarts(context: HeadContext, starts: Starts, segments: readonly Segment[]): Segment[] {
  const { flow } = context;
  // Briefs say nothing of how titles are set.
  const briefs = flow.toClean(starts.columns.findLast(({ start }) => start > 0)?.start ?? flow.text.length);
  const heads = segments
    .filter(({ column, from, to }) => !column && to > from)
    .map(({ from }) => flow.lines[flow.lineAt(skipBlank(flow.text, from))])
    .filter((line) => line !== undefined && line.start < briefs && !MARKER.test(line.text));
  const share = (test: (line: (typeof heads)[number]) => boolean) =>
    heads.filter(test).length / Math.max(1, heads.length);
  const headed = heads.find((line) => (line?.heading ?? 0) > 0);
  const hows = cutShares(context, segments);
  const style: TitleStyle = {
    bold: share((line) => (line?.boldEnd ?? 0) > 0) >= 0.5,
    corners: share((line) => /^[【〖]/u.test(line?.text ?? '')) >= 0.5,
    heading: headed?.heading ?? 0,
    ownLine: (hows.get('line') ?? 0) >= 0.5,
    runIn: (hows.get('space') ?? 0) >= 0.5,
    sourced: segments.some(({ ends }) => ends.length > 0),
    holdsMore: false,
  };
  const signed = segments.some(({ ends }) => ends.some(({ role }) => role === 'source'));
  return segments.flatMap((segment, i) => {
    if (segment.column || MARKER.test(flow.text.slice(skipBlank(flow.text, segment.from), segment.from + 12))) {
      if (segment.column || segment.ends.length > 0) return [segment];
    }
    const holdsMore =
      (i === 0 && signed && isAboutLeader(flow.text.slice(segment.from, segment.from + 40))) ||
      hasBylines(flow, segment);
    const inside = hiddenStarts(context, { ...style, holdsMore }, segment.from, segment.to);
    const bounds = [segment.from, ...inside.filter((at) => !starts.at.has(at)), segment.to];
    return bounds.slice(1).map((to, i) => ({
      from: bounds[i] ?? 0,
      to,
      ends: to === segment.to ? segment.ends : [],
      column: null,
    }));
  });
}

/** Whether a stretch that a byline ends has another one at its head: then it is two items. */
function hasBylines(flow: Flow, { from, to, ends }: Segment): boolean {
  if (!ends.some(({ role }) => role === 'byline')) return false;
  return [from, ...flow.startsWithin(from, Math.min(to, from + 120))].some((at) =>
    BYLINE_HEAD.test(flow.text.slice(at, at + 80)),
  );
}

/** Stretches that an end mark closes, up to the columns of briefs; a brief says nothing of how titles are set. */
function sureSegments({ flow: { text } }: HeadContext, segments: readonly Segment[]): Segment[] {
  return segments
    .filter(
      ({ from, ends, column }) =>
        ends.length > 0 && !column && !MARKER.test(text.slice(skipBlank(text, from), from + 12)),
    )
    .slice(0, 60);
}

/** How the titles of the sure items end, as shares of them all. */
function cutShares(context: HeadContext, segments: readonly Segment[]): Map<TitleCut['how'], number> {
  const sure = sureSegments(context, segments);
  const shares = new Map<TitleCut['how'], number>();
  for (const { from, to } of sure) {
    const how = cutTitle(context, skipBlank(context.flow.text, from), to)?.how;
    if (how) shares.set(how, (shares.get(how) ?? 0) + 1 / sure.length);
  }
  return shares;
}

/** How most of the sure titles end; the marker or number before one is no part of it. */
function habitOf(context: HeadContext, segments: readonly Segment[]): Habit | null {
  const { text } = context.flow;
  const counts = new Map<string, { habit: Habit; times: number }>();
  const sure = sureSegments(context, segments);
  for (const { from, to } of sure) {
    const head = text.slice(skipBlank(text, from), to).slice(0, 12);
    const mark = MARKER.exec(head)?.[0].length ?? numberingOf(head)?.text.length ?? 0;
    const cut = cutTitle(context, skipBlank(text, from) + mark, to);
    if (!cut || cut.points < SURE) continue;
    const { how, wide } = cut;
    const key = how === 'space' && wide ? 'wide' : how;
    counts.set(key, { habit: { how, wide }, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.times - a.times);
  return most && most.times >= 3 && most.times >= 0.6 * sure.length ? most.habit : null;
}

/** Points from which a title says how titles are set here. */
const SURE = 6;

function isEmpty(text: string, segment: Segment, somethingBefore: boolean): boolean {
  const words = text.slice(segment.from, segment.to).trim();
  if (words === '') return true;
  if (segment.ends.length > 0) return false;
  // A line or two of words behind the last item, or a heading alone: no item.
  return (
    words.length <= 42 &&
    !/[。！？]/u.test(words) &&
    (somethingBefore || isHeadingLike(words) || COLUMN_HEADING.test(words))
  );
}

/** A mark with nothing before it belongs to the item above; words that are no item are left over. */
function giveAway(segment: Segment, items: readonly FoundItem[], leftover: Range[]): void {
  const last = items.at(-1);
  if (last) last.ends.push(...segment.ends);
  else leftover.push(...segment.ends);
  if (segment.to > segment.from) leftover.push({ start: segment.from, end: segment.to });
}

function readItem(context: HeadContext, starts: Starts, segment: Segment, inColumn: boolean): FoundItem {
  const { flow, wrap } = context;
  const { text } = flow;
  let at = skipBlank(text, segment.from);
  const take = (length: number): Range => {
    const range = { start: at, end: at + length };
    at = skipBlank(text, range.end);
    return range;
  };
  const head = () => text.slice(at, Math.min(segment.to, at + 80));
  const marked = MARKER.exec(head())?.[0].trimEnd().length ?? 0;
  let marker = marked > 0 ? take(marked) : null;
  const numbering = numberingOf(head());
  if (!marker && numbering && starts.itemNumbering.has(numbering.style)) marker = take(numbering.text.trimEnd().length);
  const lineEnd = Math.min(segment.to, flow.starts[flow.lineAt(at) + 1] ?? text.length);
  const jump = CONTINUED_FROM.test(text.slice(at, lineEnd))
    ? lineEnd - at
    : (CONTINUED_FROM_HEAD.exec(head())?.[0].length ?? 0);
  const continuedFrom = jump > 0 ? take(jump) : null;

  const title = continuedFrom
    ? null
    : chooseTitle(context, at, segment.to, { marker: marker !== null && !numbering, column: inColumn });
  const byline: Range[] = [];
  let joiner: Range | null = null;
  if (title) {
    at = title.bodyStart;
    const between = text.slice(title.end, title.bodyStart);
    if (between.trim() !== '') joiner = { start: title.end, end: title.bodyStart };
  }
  const bylineEnd = Math.min(segment.to, flow.starts[flow.lineAt(at) + 1] ?? text.length);
  if (title && flow.startsLine(at) && BYLINE_LINE.test(text.slice(at, bylineEnd))) byline.push(take(bylineEnd - at));
  const runIn = BYLINE_HEAD.exec(head())?.[0].trimEnd().length ?? 0;
  if (runIn > 0) byline.push(take(runIn));
  return {
    marker,
    continuedFrom,
    title,
    joiner,
    byline,
    paragraphs: paragraphsOf(flow, wrap, at, segment.to),
    ends: [...segment.ends],
    column: null,
  };
}

const NOTHING = { marker: false, column: false };

/** A title that only a full line's end speaks for, or one with a clause in it: the words are asked first. */
const WEAK = 5;

const titleText = ({ flow }: HeadContext, { start, end }: TitleCut): string => flow.text.slice(start, end);

/** The title, unless having none is likelier. */
function chooseTitle(
  context: HeadContext,
  from: number,
  to: number,
  signs: { marker: boolean; column: boolean },
): TitleCut | null {
  const cut = cutTitle(context, from, to);
  // Whatever is marked: a line that was ended on purpose and ends no sentence heads what follows.
  const meant = cut !== null && (cut.how === 'bold' || (cut.how === 'line' && endsLine(context, cut.bodyStart)));
  const titled = cut !== null && cut.points > noTitlePoints(context, from, to, meant ? NOTHING : signs);
  const doubtful =
    cut?.how === 'line' ? cut.points < WEAK : cut?.how === 'mark' && /[，,]/u.test(titleText(context, cut));
  if (titled && !doubtful) return cut;
  const open = signs.marker || signs.column ? null : openCut(context, from, to);
  return open ?? (titled ? cut : null);
}
