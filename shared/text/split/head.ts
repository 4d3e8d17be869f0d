import { endsSentence, isBalanced } from '../chars.ts';
import { looksLikeUnit } from '../units/shape.ts';
import { type Flow, lastAtOrBefore } from './flow.ts';
import {
  beginsSubhead,
  DANGLING,
  isHeadingLike,
  numberingOf,
  OPENER_ANYWHERE,
  openerStrength,
  TITLE_END,
} from './headings.ts';
import type { Known } from './knowledge.ts';
import { BYLINE_LINE } from './marks.ts';
import type { Range } from './source.ts';
import { NO_TITLE, TITLE_CUT } from './weights.ts';
import { isFull, joinEvidence, opensParagraph, type WrapModel, wrapModel } from './wrap.ts';

/** What the head of an item may lean on. */
export interface HeadContext {
  flow: Flow;
  wrap: WrapModel;
  known: Known;
  /** Starts of the lines that read like subheadings. */
  subheads: readonly number[];
  /** How most titles of this text end; `null` where that is not known or they end in many ways. */
  habit: Habit | null;
  /** Numbers are set with a space before them, as word processors export them: such a space parts nothing. */
  spacedNumbers: boolean;
}

export function headContext(flow: Flow, known: Known): HeadContext {
  const wrap = wrapModel(flow.lines);
  return {
    flow,
    wrap,
    known,
    subheads: subheadLines(flow, wrap),
    habit: null,
    spacedNumbers: hasSpacedNumbers(flow.text),
  };
}

/** The way an office parts its titles from their bodies. */
export type Habit = Pick<TitleCut, 'how' | 'wide'>;

/** Far more numbers have a space before them than titles could explain. */
function hasSpacedNumbers(text: string): boolean {
  const spaced = text.match(/\p{Script=Han} (?=\d)/gu)?.length ?? 0;
  const tight = text.match(/\p{Script=Han}(?=\d)/gu)?.length ?? 0;
  return spaced >= 3 && spaced > 2 * tight;
}

/** Where a title ends. `end` stops before the space or mark that joins it to the body, which begins at `bodyStart`. */
export interface TitleCut extends Range {
  bodyStart: number;
  points: number;
  /** Points the best other place got. */
  runnerUp: number;
  /** The title's printed lines. */
  lines: Range[];
  unit: string | null;
  /** How the cut was made, for the review screen. */
  how: 'bold' | 'line' | 'space' | 'mark' | 'nothing';
  /** Cut at a wide space. */
  wide: boolean;
}

/** A title is looked for in this many characters. */
const WINDOW = 110;

/** The best place to end a title that begins at `from`, in an item that ends at `to`; `null` where there is none. */
export function cutTitle(context: HeadContext, from: number, to: number): TitleCut | null {
  const { flow, known } = context;
  const limit = Math.min(to, from + WINDOW);
  const unit = known.openingUnit(flow.text.slice(from, from + 40));
  let best: Candidate | null = null;
  let runnerUp = -Infinity;
  for (const candidate of candidates(context, from, limit)) {
    if (candidate.bodyStart >= to && candidate.how !== 'line') continue;
    const points = weigh(context, from, to, candidate, unit);
    if (!best || points > best.points) {
      if (best) runnerUp = best.points;
      best = { ...candidate, points };
    } else runnerUp = Math.max(runnerUp, points);
  }
  if (!best) return null;
  const { end, bodyStart, points, how } = best;
  return {
    start: from,
    end,
    bodyStart,
    points,
    runnerUp,
    how,
    unit,
    wide: best.wide === true,
    lines: titleLines(context, from, end),
  };
}

/** Points for the head having no title: a brief. */
export function noTitlePoints(
  { flow, known }: HeadContext,
  from: number,
  to: number,
  { marker, column }: { marker: boolean; column: boolean },
): number {
  const W = NO_TITLE;
  const head = flow.text.slice(from, Math.min(to, from + 160));
  let points: number = W.base;
  if (marker) points += W.marker;
  if (column) points += W.column;
  if (openerStrength(head) === 'strong') points += W.bodyOpener;
  const tight = head.replace(/\s(?=\d)|(?<=\d)\s/gu, '');
  if (to - from < 160 && known.openingUnit(head) && /^[^。；！？\s]{4,60}[，,][^。]*。[^。]{0,60}$/u.test(tight))
    points += W.shortParagraph;
  return points;
}

interface Candidate {
  end: number;
  bodyStart: number;
  how: TitleCut['how'];
  points: number;
  wide?: boolean;
}

/** 【区发改委推进项目建设】: brackets say as plainly as bold type where a title ends. */
const BRACKETED = /^[【〖]([^【】〖〗]{6,60})[】〗]\s*/u;

function candidates({ flow, known }: HeadContext, from: number, limit: number): Candidate[] {
  const { text } = flow;
  const found = new Map<number, Candidate>();
  const add = (end: number, bodyStart: number, how: TitleCut['how'], wide = false) => {
    if (end <= from || found.has(bodyStart)) return;
    found.set(bodyStart, { end, bodyStart, how, points: 0, wide });
  };
  const firstLine = flow.lineAt(from);
  const boldEnd = flow.fromClean(flow.lines[firstLine]?.boldEnd ?? 0);
  if (boldEnd > from && boldEnd <= limit) {
    const run = /^[\s。：:]*/u.exec(text.slice(boldEnd, boldEnd + 6))?.[0].length ?? 0;
    add(boldEnd, boldEnd + run, 'bold');
  }
  if (flow.lines[firstLine]?.label === 'title') {
    const body = flow.lines.findIndex(({ label }, i) => i > firstLine && label !== undefined);
    const at = flow.starts[body] ?? 0;
    if (flow.lines[body]?.label === 'body' && at <= limit) add(at, at, 'bold');
  }
  const bracketed = BRACKETED.exec(text.slice(from, limit));
  if (bracketed && !known.isUnit(bracketed[1] ?? '') && !looksLikeUnit(bracketed[1] ?? ''))
    add(from + bracketed[0].trimEnd().length, from + bracketed[0].length, 'bold');
  for (const at of flow.startsWithin(from, limit + 1)) {
    const joined = /[。：:]$/u.test(text.slice(at - 1, at));
    add(joined ? at - 1 : at, at, joined ? 'mark' : 'line');
  }
  const head = text.slice(from, limit);
  for (const match of head.matchAll(/[ \t\u00a0\u3000\u2000-\u200a]+/gu)) {
    add(
      from + match.index,
      from + match.index + match[0].length,
      'space',
      match[0].length > 1 || /[\t\u3000]/u.test(match[0]),
    );
  }
  for (const match of head.matchAll(/[。：:]\s*/gu))
    add(from + match.index, from + match.index + match[0].length, 'mark');
  for (const match of head.matchAll(OPENER_ANYWHERE)) add(from + match.index, from + match.index, 'nothing');
  const unit = known.openingUnit(head);
  if (unit)
    for (let at = head.indexOf(unit, unit.length + 4); at > 0; at = head.indexOf(unit, at + 1))
      add(from + at, from + at, 'nothing');
  const title = known.openingTitle(head);
  if (title > 0) {
    const run = /^[\s。：:]*/u.exec(text.slice(from + title, limit))?.[0].length ?? 0;
    add(from + title, from + title + run, 'nothing');
  }
  return [...found.values()];
}

function weigh(context: HeadContext, from: number, to: number, candidate: Candidate, unit: string | null): number {
  const W = TITLE_CUT;
  const { flow, known } = context;
  const title = flow.text.slice(from, candidate.end);
  const rest = flow.text.slice(candidate.bodyStart, Math.min(to, candidate.bodyStart + 80));
  let points = joinerPoints(context, candidate) + lengthPoints(title.replace(/\s/gu, '').length);
  if (isHabitual(context, candidate)) points += W.habit;
  if (known.openingTitle(`${title} `) >= title.length) points += W.knownTitle;
  if (unit && title.length > unit.length) points += W.unitOpens;
  const opener = openerStrength(rest);
  const restUnit = known.openingUnit(rest);
  if (opener === 'strong') points += W.strongOpener;
  else if (unit && rest.startsWith(unit)) points += W.sameUnit;
  else if (unit && rest.search(/[，,]/u) > 1 && rest.replace(/^[^，,]{2,14}[，,]/u, '').startsWith(unit))
    points += W.unitAfterClause;
  else if (restUnit) points += W.otherUnit;
  else if (opener === 'weak' && candidate.how !== 'nothing') points += W.weakOpener;
  if (TITLE_END.test(title)) points += W.usualEnd;
  const ownLine = candidate.how === 'line' || candidate.how === 'bold';
  points += (title.match(/[，,]/gu)?.length ?? 0) * (ownLine ? W.commaOwnLine : W.comma);
  if (/[。；;！!？?]/u.test(title)) points += W.sentenceInside;
  if (!isBalanced(title)) points += W.unbalanced;
  if (DANGLING.test(title) || (/\d$/.test(title) && /^\d/.test(rest))) points += W.dangling;
  if (openerStrength(title) === 'strong') points += W.openerInTitle;
  if (opensInside(flow, from, candidate.end)) points += W.openerInside;
  if (/^[，。、；：！？,.;:!?）)”’》—]/u.test(rest)) points += W.bodyBeginsBadly;
  if (bylineAt(flow, candidate.bodyStart, to)) points += W.ownLine;
  else if (bodyIsHeading(context, from, candidate.bodyStart, to, unit)) points += W.bodyIsHeading;
  if (flow.startsWithin(from, candidate.end).some((at) => bylineAt(flow, at, candidate.end))) points += W.bylineInside;
  if (candidate.how !== 'line' && candidate.how !== 'bold' && takesInEndedLine(context, from, candidate.end, unit))
    points += W.lineInside;
  if (takesInSubhead(context, from, to, candidate.end, unit)) points += W.subheadInside;
  if (flow.startsWithin(from, candidate.end).some((at) => numberingOf(flow.text.slice(at, at + 8))))
    points += W.numberInside;
  return points;
}

function isHabitual(context: HeadContext, { how, wide = false, bodyStart }: Candidate): boolean {
  const { habit } = context;
  if (habit === null || how !== habit.how) return false;
  return how === 'line' ? endsLine(context, bodyStart) : how !== 'space' || wide === habit.wide;
}

/** Whether a body begins inside the title: behind a space or at a line's start stands 一是, 近日, 今年以来. */
function opensInside(flow: Flow, from: number, end: number): boolean {
  const title = flow.text.slice(from, end);
  const places = [...title.matchAll(/\s+/gu)].map((match) => from + match.index + match[0].length);
  return [...places, ...flow.startsWithin(from, end)].some(
    (at) => openerStrength(flow.text.slice(at, at + 40)) === 'strong',
  );
}

function joinerPoints({ flow, wrap, spacedNumbers }: HeadContext, { how, bodyStart, end, wide }: Candidate): number {
  const W = TITLE_CUT;
  if (how === 'bold') return W.boldEnd;
  if (how === 'space' && !wide && spacedNumbers && AT_NUMBER.test(flow.text.slice(end - 1, bodyStart + 1)))
    return W.spaceAtNumber;
  if (how === 'space') return wide ? W.wideSpace : W.space;
  if (how === 'mark') return flow.text.charAt(end) === '。' ? W.stop : W.colon;
  if (how === 'nothing') return flow.startsLine(bodyStart) ? W.lineEnd : 0;
  const next = flow.lineAt(bodyStart);
  const [line, following] = [flow.lines[next - 1], flow.lines[next]];
  if (!line || !following) return W.ownLine;
  if (opensParagraph(wrap, line, following)) return W.ownLine;
  if (isFull(wrap, line, following)) return 0;
  const join = joinEvidence(wrap, line, following);
  return join < 0 ? W.ownLine : W.lineEnd;
}

const AT_NUMBER = /^\d|\d$/u;

function lengthPoints(length: number): number {
  const W = TITLE_CUT;
  if (length < 4) return W.fragment;
  if (length < 7) return W.tooShort;
  if (length < 10) return W.shortLength;
  if (length <= 32) return W.usualLength;
  if (length <= 44) return 0;
  return length <= 60 ? W.longLength : W.tooLong;
}

/** Whether the last line of a title of several lines is more likely the first of the subheadings below. */
function takesInSubhead(context: HeadContext, from: number, to: number, end: number, unit: string | null): boolean {
  const { flow } = context;
  const last = flow.startsWithin(from, end).at(-1);
  if (last === undefined || isUnitAlone(flow.text.slice(from, last), unit) || last - from < 10) return false;
  return endsLine(context, last) && hasSubheads(context, end, to, flow.text.slice(last, end));
}

/** Whether a run-in title would run over a line that was ended on purpose, other than the one with its unit. */
function takesInEndedLine(context: HeadContext, from: number, end: number, unit: string | null): boolean {
  const { flow } = context;
  return flow
    .startsWithin(from, end)
    .some((at) => at - from >= 8 && !isUnitAlone(flow.text.slice(from, at), unit) && endsLine(context, at));
}

const isUnitAlone = (text: string, unit: string | null): boolean => unit !== null && text.trim() === unit;

/** Whether the line before `at` was ended on purpose. */
export function endsLine({ flow, wrap }: HeadContext, at: number): boolean {
  const i = flow.lineAt(at);
  const [before, line] = [flow.lines[i - 1], flow.lines[i]];
  if (before === undefined || line === undefined) return false;
  return opensParagraph(wrap, before, line) || (!isFull(wrap, before, line) && joinEvidence(wrap, before, line) < 0);
}

/** A subheading is looked for this far below the title. */
const SUBHEAD_REACH = 3000;

/** Whether lines further down head a part of the body, numbered like this one or not like it. */
function hasSubheads({ subheads, flow }: HeadContext, from: number, to: number, like: string): boolean {
  const style = numberingOf(like)?.style;
  const reach = Math.min(to, from + SUBHEAD_REACH);
  for (let i = lastAtOrBefore(subheads, reach - 1); i >= 0; i--) {
    const at = subheads[i] ?? 0;
    if (at <= from) return false;
    // A line without a number is none of those that are counted.
    const isAlike = numberingOf(flow.text.slice(at, at + 8))?.style === style;
    if (at < reach && isAlike && (flow.starts[flow.lineAt(at) + 1] ?? flow.text.length) < to) return true;
  }
  return false;
}

/** Where lines begin that stand alone behind a sentence's end and read like subheadings. */
function subheadLines(flow: Flow, wrap: WrapModel): number[] {
  return flow.lines.flatMap((line, i) => {
    const [before, next] = [flow.lines[i - 1], flow.lines[i + 1]];
    if (!before || !next || !beginsSubhead(line.text) || !endsSentence(before.text)) return [];
    return !isFull(wrap, line, next) && joinEvidence(wrap, line, next) < 0 ? [flow.starts[i] ?? 0] : [];
  });
}

/** Whether the line at `at` names the reporters. */
function bylineAt(flow: Flow, at: number, to: number): boolean {
  const end = Math.min(to, flow.starts[flow.lineAt(at) + 1] ?? flow.text.length);
  return flow.startsLine(at) && end - at < 60 && BYLINE_LINE.test(flow.text.slice(at, end));
}

/** Whether the line at `at` is a line of its own that ends no sentence: then the title is not over yet. */
function bodyIsHeading(context: HeadContext, from: number, at: number, to: number, unit: string | null): boolean {
  const { flow, wrap } = context;
  const i = flow.lineAt(at);
  const end = flow.starts[i + 1] ?? flow.text.length;
  const [line, next] = [flow.lines[i], flow.lines[i + 1]];
  if (!line || !next || end >= to) return false;
  const text = flow.text.slice(at, end);
  if (at - from >= 10 && !isUnitAlone(flow.text.slice(from, at), unit) && hasSubheads(context, end, to, text))
    return false;
  return !numberingOf(text) && isHeadingLike(text) && !isFull(wrap, line, next) && joinEvidence(wrap, line, next) < 0;
}

/** The lines a title was printed on; wraps inside a line are no lines of their own. */
function titleLines({ flow, wrap, known }: HeadContext, from: number, end: number): Range[] {
  const lines: Range[] = [];
  let start = from;
  for (const at of flow.startsWithin(from, end)) {
    const i = flow.lineAt(at);
    const [before, after] = [flow.lines[i - 1], flow.lines[i]];
    if (!before || !after) continue;
    const head = flow.text.slice(start, at);
    const unitAlone = known.openingUnit(head) === head;
    const meant =
      unitAlone || (wrap.mode === 'none' && isBalanced(head) && !DANGLING.test(head)) || /^[—–]/u.test(after.text);
    if (!meant) continue;
    lines.push({ start, end: at });
    start = at;
  }
  return [...lines, { start, end }];
}
