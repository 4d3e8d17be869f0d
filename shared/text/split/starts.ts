import { endsSentence } from '../chars.ts';
import type { EndMark } from './ends.ts';
import { cutTitle, type HeadContext } from './head.ts';
import {
  COLUMN_HEADING,
  COLUMN_RUN_IN,
  CORNERS,
  isHeadingLike,
  numberIn,
  numberingOf,
  openerStrength,
} from './headings.ts';
import { isUnitName, type Known } from './knowledge.ts';
import { BYLINE_HEAD, BYLINE_LINE, CONTINUED_FROM, CONTINUED_FROM_HEAD, MARKER } from './marks.ts';
import type { Range } from './source.ts';
import { ITEM_START } from './weights.ts';
import { joinEvidence } from './wrap.ts';

/** Where items begin that no end mark announces. Positions in the flow. */
export interface Starts {
  at: Set<number>;
  columns: Range[];
  /** Numbering that counts the items: its marks are markers, not text. */
  itemNumbering: Set<string>;
}

export function findStarts(context: HeadContext, ends: readonly EndMark[]): Starts {
  const { flow, known } = context;
  const after = new Set([0, ...ends.map(({ end }) => skipBlank(flow.text, end))]);
  const marks = new Set(ends.map(({ start }) => start));
  // 【区发改委】 behind an item is its source.
  const columns = findColumns(context, after).filter(({ start }) => !marks.has(start));
  for (const { end } of columns) after.add(skipBlank(flow.text, end));
  const itemNumbering = findItemNumbering(context, after, ends.length);
  const at = new Set<number>();
  const inRow = [...itemNumbering].flatMap((style) => startsInRow(context, style, after));
  for (const start of inRow) at.add(start);
  flow.lines.forEach((line, i) => {
    const start = flow.starts[i] ?? 0;
    const style = numberingOf(line.text)?.style;
    const marked = MARKER.test(line.text) && !BYLINE_LINE.test(line.text);
    if (
      marked ||
      line.label === 'title' ||
      opensWithUnitInBrackets(known, line.text) ||
      CONTINUED_FROM.test(line.text) ||
      CONTINUED_FROM_HEAD.test(line.text)
    )
      at.add(start);
    else if (style && itemNumbering.has(style) && (ends.length === 0 || after.has(start))) at.add(start);
    else if (opensKnownTitle(context, i)) at.add(start);
  });
  for (const match of flow.text.matchAll(INLINE_MARKER)) at.add(match.index + match[0].length - 1);
  return { at, columns, itemNumbering };
}

/** A title the office knows, over as many lines as it was broken. */
const opensKnownTitle = ({ flow, known }: HeadContext, i: number): boolean =>
  known.openingTitle(flow.text.slice(flow.starts[i], (flow.starts[i] ?? 0) + 120)) > 0;

/** 【区发改委】推进项目建设提速 */
function opensWithUnitInBrackets(known: Known, text: string): boolean {
  const name = /^[【〔[]([^】〕\]]{2,16})[】〕\]]\s*\S/u.exec(text)?.[1];
  return name !== undefined && isUnitName(known, name);
}

/** A marker behind a sentence's end, in running text. */
const INLINE_MARKER = /[。！？）)”]\s*[△▲◆★■▶➤]/gu;

export function skipBlank(text: string, at: number): number {
  let i = at;
  while (i < text.length && /\s/u.test(text.charAt(i))) i++;
  return i;
}

function findColumns({ flow, wrap }: HeadContext, after: ReadonlySet<number>): Range[] {
  const columns: Range[] = [];
  flow.lines.forEach((line, i) => {
    const start = flow.starts[i] ?? 0;
    const next = flow.lines[i + 1];
    const runIn = COLUMN_RUN_IN.exec(line.text)?.[0].length ?? 0;
    if (COLUMN_HEADING.test(line.text) && next) columns.push({ start, end: start + line.text.length });
    else if (runIn > 0) columns.push({ start, end: start + runIn });
    else if (
      // A few words alone between an end and a marked brief: 劲行捷踪.
      next &&
      after.has(start) &&
      MARKER.test(next.text) &&
      !BYLINE_LINE.test(next.text) &&
      !MARKER.test(line.text) &&
      isHeadingLike(line.text, 12) &&
      joinEvidence(wrap, line, next) < 0
    )
      columns.push({ start, end: start + line.text.length });
  });
  return columns;
}

/** The numbering styles that count items: they stand where items begin, or before units. */
function findItemNumbering({ flow, known }: HeadContext, after: ReadonlySet<number>, endCount: number): Set<string> {
  const seen = new Map<string, { all: number; atStart: number; units: number; values: number[] }>();
  flow.lines.forEach((line, i) => {
    const numbering = numberingOf(line.text);
    if (!numbering) return;
    const count = seen.get(numbering.style) ?? { all: 0, atStart: 0, units: 0, values: [] };
    count.all++;
    if (after.has(flow.starts[i] ?? 0)) count.atStart++;
    if (known.openingUnit(line.text.slice(numbering.text.length))) count.units++;
    count.values.push(numberIn(numbering));
    seen.set(numbering.style, count);
  });
  const counts = [...seen].filter(([, { all, atStart, units, values }]) => {
    // One and two, the one behind an item without a source.
    if (endCount > 0 && atStart === 1 && values.join() === '1,2') return units >= 1;
    if (endCount > 0) return atStart >= 2 && atStart >= 0.5 * all;
    return all >= 2 && units >= 0.5 * all;
  });
  return new Set(counts.map(([style]) => style));
}

/**
 * Numbers of a counting style where nothing ended before them, yet the row of those that surely begin items lacks them: the 1
 * behind a leader's item, which bears no source.
 */
function startsInRow({ flow }: HeadContext, style: string, after: ReadonlySet<number>): number[] {
  const row = flow.lines.flatMap((line, i) => {
    const numbering = numberingOf(line.text);
    if (numbering?.style !== style) return [];
    const start = flow.starts[i] ?? 0;
    return [{ start, value: numberIn(numbering), sure: after.has(start) }];
  });
  const found: number[] = [];
  let last = 0;
  row.forEach(({ start, value, sure }, i) => {
    const next = row.slice(i + 1).find((one) => one.sure);
    const missing = !sure && value === last + 1 && next?.value === value + 1;
    if (missing) found.push(start);
    if (sure || missing) last = value;
  });
  return found;
}

/** What the sure items of this text look like, to know the others by. */
export interface TitleStyle {
  bold: boolean;
  /** Titles stand between 【 and 】. */
  corners: boolean;
  heading: number;
  /** Titles stand alone on their lines. */
  ownLine: boolean;
  /** Titles are parted from their bodies by a space. */
  runIn: boolean;
  sourced: boolean;
  /**
   * The stretch begins with an item that ends without a mark, what a leader did or what bears its byline on top: another
   * item may follow in it.
   */
  holdsMore: boolean;
}

/** The starts of further items inside `from`–`to`, a stretch that no mark divides. */
export function hiddenStarts(context: HeadContext, style: TitleStyle, from: number, to: number): number[] {
  const { flow } = context;
  const found: number[] = [];
  for (const at of flow.startsWithin(from, to)) {
    const i = flow.lineAt(at);
    if (i === 0 || !beginsParagraph(context, i)) continue;
    if (found.length > 0 && flow.text.slice(found.at(-1), at).length < 30) continue;
    if (startEvidence(context, style, i, at, to) >= ITEM_START.needed) found.push(at);
  }
  return found;
}

function beginsParagraph({ flow, wrap }: HeadContext, i: number): boolean {
  const [line, next] = [flow.lines[i - 1], flow.lines[i]];
  return (
    line !== undefined &&
    next !== undefined &&
    endsSentence(line.text) &&
    (next.heading > 0 || next.boldEnd > 0 || joinEvidence(wrap, line, next) < 2)
  );
}

function startEvidence(context: HeadContext, style: TitleStyle, i: number, at: number, to: number): number {
  const W = ITEM_START;
  const { flow, wrap, known } = context;
  const [line, next] = [flow.lines[i], flow.lines[i + 1]];
  if (!line) return 0;
  let points = 0;
  const unit = known.openingUnit(line.text);
  if (opensKnownTitle(context, i)) points += W.known;
  if (style.holdsMore) points += W.holdsMore;
  if (line.heading > 0) points += line.heading === style.heading ? W.likeOtherTitles + 1 : W.headedLine;
  if (style.corners && CORNERS.test(flow.text.slice(at, Math.min(to, at + 64)))) points += W.likeOtherTitles;
  if (line.boldEnd > 0 && (style.bold || style.holdsMore) && line.heading === 0)
    points += W.likeOtherTitles + (unit ? 2 : 0);
  if (numberingOf(line.text)) points += W.subheadNumber;
  if (line.gap > wrap.usualGap) points += W.gapBefore;
  if (!style.sourced) points += W.unsourcedText;
  const alone = next !== undefined && isHeadingLike(line.text) && joinEvidence(wrap, line, next) < 0;
  if (!alone && unit) return points + cutPoints(context, style, at, to, unit);
  if (!alone) return points;
  points += (style.ownLine ? W.ownLineAsOthers : W.ownLine) + followPoints(context, i, unit);
  if (unit) points += W.unitOpensLine;
  if (isUnitName(known, line.text)) points += W.unitAlone;
  if (/^[^，,]{2,8}[，,][^，,]{2,8}$/u.test(line.text)) points += W.paired;
  return points;
}

/** What the best title that a unit opens here says: it may run in, or be broken over lines. */
function cutPoints(context: HeadContext, style: TitleStyle, at: number, to: number, unit: string): number {
  const W = ITEM_START;
  const { habit } = context;
  if (style.holdsMore && habit?.how === 'mark') {
    const cut = cutTitle(context, at, to);
    return cut?.how === 'mark' && cut.points >= 6 && cut.end - at >= 10 ? W.runInSure : 0;
  }
  // Most paragraphs hold no space where a title would end: they need no closer look.
  if (!style.ownLine && !style.runIn && !/\s/u.test(context.flow.text.slice(at, at + 60))) return 0;
  const cut = cutTitle(context, at, to);
  if (!cut || cut.end - at < 10) return 0;
  if (cut.how === 'space') return style.runIn ? W.runInSure : cut.points >= 9 ? W.runIn : W.runInWeak;
  // The space was lost at a line's end.
  if (style.runIn && context.flow.startsLine(cut.bodyStart))
    return cut.points >= 7 ? W.runInSure : cut.points >= 5 ? W.runIn : 0;
  if (cut.how !== 'line' || cut.points < 7 || !style.ownLine) return 0;
  return W.ownLineAsOthers + W.unitOpensLine + followPoints(context, context.flow.lineAt(cut.bodyStart) - 1, unit);
}

/** What the text below a line alone says of it. */
function followPoints({ flow, known, wrap }: HeadContext, i: number, unit: string | null): number {
  const W = ITEM_START;
  const [second, third] = [flow.lines[i + 1], flow.lines[i + 2]];
  const twoLines = second && third && isHeadingLike(second.text) && joinEvidence(wrap, second, third) < 0;
  const text = (twoLines ? third : second)?.text ?? '';
  let points = 0;
  if (BYLINE_LINE.test(text.slice(0, 60)) || BYLINE_HEAD.test(text.slice(0, 80))) points += W.bylineFollows;
  if (openerStrength(text) === 'strong') points += W.bodyOpenerFollows;
  if (unit && text.slice(0, 60).includes(unit)) points += W.sameUnitFollows;
  else if (!unit && known.openingUnit(text)) points += 1;
  return points;
}
