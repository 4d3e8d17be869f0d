import { endsSentence } from '../chars.ts';
import type { Flow } from './flow.ts';
import type { Known } from './knowledge.ts';
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
  const ends = [...bracketMarks(flow, known), ...lineMarks(flow, known)].sort((a, b) => a.start - b.start);
  return mergeAdjacent(
    flow,
    ends.filter((end, i) => i === 0 || end.start >= (ends[i - 1]?.end ?? 0)),
  );
}

const BRACKET = /[（(【[〔]([^（()）【】[\]〔〕]{2,60})[)）】\]〕]/gu;

function* bracketMarks(flow: Flow, known: Known): Generator<EndMark> {
  for (const match of flow.text.matchAll(BRACKET)) {
    const start = match.index;
    const end = start + match[0].length;
    const points = bracketEvidence(flow, known, start, end, match[1] ?? '');
    if (points < SOURCE_MARK.needed) continue;
    const role = markKind(match[1] ?? '', known.isUnit) === 'byline' ? 'byline' : 'source';
    // A byline run in at the head of the body (本报讯（记者 …）) ends nothing.
    if (role === 'byline' && isAtHead(flow, start)) continue;
    yield { start, end, role, confidence: Math.min(1, 0.5 + points / 16) };
  }
}

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

function* lineMarks(flow: Flow, known: Known): Generator<EndMark> {
  for (let i = 0; i < flow.lines.length; i++) {
    const line = flow.lines[i];
    const start = flow.starts[i] ?? 0;
    if (!line || line.text.length > 2000) {
      const tail = line ? tailMark(line.text.slice(-80), start + line.text.length - 80) : null;
      if (tail) yield tail;
      continue;
    }
    const end = start + line.text.length;
    const before = flow.lines[i - 1]?.text ?? '';
    const whole = { start, end, confidence: 0.8 };
    if (CONTINUED_ON.test(line.text) && line.text.length < 16) yield { ...whole, role: 'continuedOn' };
    else if (i > 0 && isSourceLine(line.text, before, known)) yield { ...whole, role: 'source', confidence: 0.9 };
    else if (i > 0 && endsSentence(before) && line.text.length < 60 && BYLINE_LINE.test(line.text))
      yield { ...whole, role: 'byline' };
    else {
      const tail = tailMark(line.text.slice(-80), start + Math.max(0, line.text.length - 80));
      if (tail) yield tail;
    }
  }
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

function tailMark(tail: string, offset: number): EndMark | null {
  const match = SOURCE_TAIL.exec(tail);
  if (!match || /[。；]./u.test(match[0].slice(1))) return null;
  const lead = match[0].length - match[0].trimStart().length;
  return {
    start: offset + match.index + lead,
    end: offset + match.index + match[0].length,
    role: 'source',
    confidence: 0.8,
  };
}

/** （区发改委）(记者 张三) are one end: the second mark closes the item, nothing stands between. */
function mergeAdjacent(flow: Flow, ends: readonly EndMark[]): EndMark[] {
  return ends.filter((end, i) => {
    const next = ends[i + 1];
    return !(next && next.role === end.role && flow.text.slice(end.end, next.start).trim() === '' && false);
  });
}
