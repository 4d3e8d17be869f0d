import { endsSentence } from '../chars.ts';
import type { Flow } from './flow.ts';
import { COLUMN_HEADING, numberingOf } from './headings.ts';
import { isUnitName, type Known } from './knowledge.ts';
import { BYLINE_LINE, CONTINUED_ON, MARKER, markKind, SOURCE_LINE, SOURCE_TAIL } from './marks.ts';
import type { Range } from './source.ts';
import { SOURCE_MARK } from './weights.ts';

/** A mark that ends an item; positions in the flow. */
export interface EndMark extends Range {
  role: 'source' | 'byline' | 'continuedOn';
  /** 0–1. */
  confidence: number;
}

/** Every mark that ends an item, in order: （区发改委）, (记者 …), ——区发改委, 来源：…, (下转第三版). */
export function findEnds(flow: Flow, known: Known): EndMark[] {
  const marks = inOrder([...bracketMarks(flow, known), ...dashMarks(flow, known), ...lineMarks(flow, known)]);
  return inOrder([...marks, ...unitLines(flow, known, marks)]);
}

/** Sorted; of two that overlap the first stays. */
function inOrder(marks: readonly EndMark[]): EndMark[] {
  let end = 0;
  return [...marks]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((mark) => {
      if (mark.start < end) return false;
      end = mark.end;
      return true;
    });
}

const BRACKET = /[（(【[〔]([^（()）【】[\]〔〕]{2,60})[)）】\]〕]/gu;

function* bracketMarks(flow: Flow, known: Known): Generator<EndMark> {
  for (const match of flow.text.matchAll(BRACKET)) {
    const start = match.index;
    const end = start + match[0].length;
    if (JUMP.test(match[1] ?? '')) {
      yield { start, end, role: 'continuedOn', confidence: 0.9 };
      continue;
    }
    // 【区发改委】 at the head of a line opens an item, it does not end one.
    if (/^[【[〔]/u.test(match[0]) && flow.startsLine(start) && !flow.startsLine(end)) continue;
    const points = bracketEvidence(flow, known, start, end, match[1] ?? '');
    if (points < SOURCE_MARK.needed) continue;
    // 【…】 holds titles and headings more often than sources.
    if (/^[【[〔]/u.test(match[0]) && markKind(match[1] ?? '', known.isUnit) === 'words') continue;
    const role = markKind(match[1] ?? '', known.isUnit) === 'byline' ? 'byline' : 'source';
    // A byline run in at the head of the body (本报讯（记者 …）) ends nothing.
    if (role === 'byline' && isAtHead(flow, start)) continue;
    yield { start, end, role, confidence: Math.min(1, 0.5 + points / 16) };
  }
}

const JUMP = /^\s*(?:下转|转(?=第?.{1,4}[版页]))/u;

function bracketEvidence(flow: Flow, known: Known, start: number, end: number, inner: string): number {
  const W = SOURCE_MARK;
  const { text } = flow;
  const before = text.slice(Math.max(0, start - 8), start).trimEnd();
  const after = text.slice(end, end + 40).trimStart();
  const ownLine = flow.startsLine(start);
  let points: number = W[markKind(inner, known.isUnit)];
  if (ownLine) points += W.ownLine;
  if (endsSentence(before)) points += W.afterSentence;
  else if (!ownLine || !flow.startsLine(end)) points += W.afterWord;
  if (flow.startsLine(end)) points += W.beforeLineEnd;
  if (after === '') points += W.beforeEnd;
  else if (/^[，。、；：！？,.;:!?”’》]/u.test(after)) points += W.beforePunctuation;
  else if (MARKER.test(after) || known.openingUnit(after) || known.openingTitle(after) > 0) points += W.beforeTitle;
  return points;
}

/** Whether hardly anything of its item stands before a mark: it belongs to the head. */
function isAtHead(flow: Flow, at: number): boolean {
  if (at === 0) return true;
  const before = flow.text.slice(Math.max(0, at - 4), at);
  return /本报讯\s*$/u.test(before) || (flow.startsLine(at) && !endsSentence(before) && !/[）)]$/u.test(before));
}

/** ——区发改委 behind a sentence's end, up to where its line or the next one ends. */
function* dashMarks(flow: Flow, known: Known): Generator<EndMark> {
  for (const match of flow.text.matchAll(DASH)) {
    const start = match.index;
    const from = start + match[0].length;
    const line = flow.lineAt(from - 1);
    for (const to of [flow.starts[line + 1] ?? flow.text.length, flow.starts[line + 2] ?? flow.text.length]) {
      const name = flow.text.slice(from, to).trim();
      const kind = name.length <= 40 ? markKind(name, known.isUnit) : 'aside';
      if (kind !== 'known' && kind !== 'unit') continue;
      yield { start, end: to, role: 'source', confidence: 0.85 };
      break;
    }
  }
}

const DASH = /(?<=[。！？!?”’）)]\s{0,4})[—–―－]{1,3}\s{0,4}(?=\S)/gu;

function* lineMarks(flow: Flow, known: Known): Generator<EndMark> {
  for (let i = 0; i < flow.lines.length; i++) {
    const text = flow.lines[i]?.text ?? '';
    const start = flow.starts[i] ?? 0;
    const end = start + text.length;
    const before = flow.lines[i - 1]?.text ?? '';
    const whole = { start, end, confidence: 0.8 };
    if (CONTINUED_ON.test(text.slice(-16)) && text.length < 16) yield { ...whole, role: 'continuedOn' };
    else if (i > 0 && isSourceLine(text, before, known)) yield { ...whole, role: 'source', confidence: 0.9 };
    else if (i > 0 && endsSentence(before) && text.length < 60 && BYLINE_LINE.test(text))
      yield { ...whole, role: 'byline' };
    else {
      const tail = SOURCE_TAIL.exec(text.slice(-60));
      const lead = tail ? tail[0].length - tail[0].trimStart().length : 0;
      if (tail)
        yield {
          start: start + Math.max(0, text.length - 60) + tail.index + lead,
          end,
          role: 'source',
          confidence: 0.8,
        };
    }
  }
}

/**
 * Units alone on the last line of their items. A unit alone may just as well be the first line of a title: then one
 * opens the text, or follows another item's mark.
 */
function unitLines(flow: Flow, known: Known, marks: readonly EndMark[]): EndMark[] {
  const markEnds = new Set(marks.map(({ end }) => end));
  const alone = flow.lines.flatMap((line, i) => (line.text.length <= 30 && isUnitName(known, line.text) ? [i] : []));
  if (alone.length === 0) return [];
  const behindText = alone.filter((i) => endsSentence(flow.lines[i - 1]?.text ?? ''));
  const farRight = behindText.filter((i) => isFarRight(flow, i));
  const inFirstColumn = alone[0] === 0 || alone.some((i) => markEnds.has(flow.starts[i] ?? 0));
  const signing =
    farRight.length > 0.6 * behindText.length
      ? farRight
      : inFirstColumn
        ? []
        : behindText.filter((i) => opensItem(flow, known, i + 1));
  if (farRight.length === 0 && signing.length < 0.6 * alone.length) return [];
  return signing.map((i) => {
    const start = flow.starts[i] ?? 0;
    return { start, end: start + (flow.lines[i]?.text.length ?? 0), role: 'source', confidence: 0.75 };
  });
}

/** Whether a line is set far in from where the line above it begins, as signatures are. */
const isFarRight = (flow: Flow, i: number): boolean =>
  (flow.lines[i]?.indent ?? 0) >= Math.max(12, 8 + (flow.lines[i - 1]?.indent ?? 0)) && !goesOnBelow(flow, i);

/** Two centred lines, one under the other, are a title. */
const goesOnBelow = (flow: Flow, i: number): boolean => {
  const [line, next] = [flow.lines[i], flow.lines[i + 1]];
  return (
    line !== undefined && next !== undefined && Math.abs(next.indent - line.indent) <= 2 && !endsSentence(next.text)
  );
};

/** Whether a line may begin an item, or there is no such line. */
function opensItem(flow: Flow, known: Known, i: number): boolean {
  const line = flow.lines[i];
  if (!line) return true;
  if (line.boldEnd > 0 || line.heading > 0 || MARKER.test(line.text) || numberingOf(line.text)) return true;
  return known.openingTitle(line.text) > 0 || COLUMN_HEADING.test(line.text) || known.openingUnit(line.text) !== null;
}

function isSourceLine(text: string, before: string, known: Known): boolean {
  const lead = SOURCE_LINE.exec(text)?.[0];
  if (lead === undefined || text.length > 60 || /[。！？；]/u.test(text)) return false;
  if (/[：:]/u.test(lead)) return true;
  const name = text.slice(lead.length).trim();
  // ——记区发改委优化服务 is a subtitle: a dash signs only a name, and only behind a sentence.
  return (
    endsSentence(before) &&
    (markKind(name, known.isUnit) === 'known' || markKind(name, known.isUnit) === 'unit' || name.length <= 12)
  );
}
