import { align, type Match } from './align.ts';
import { BREAK, OBJECT, type Stream } from './stream.ts';
import { tidy } from './tidy.ts';
import { Lexer } from './tokens.ts';

/** What stood at `[aFrom, aTo)` of one stream stands at `[bFrom, bTo)` of the other; one side may be empty. */
export interface Edit {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

/**
 * How to get from `a` to `b`: edits in order, nothing but equal characters between them, as an editor would mark them.
 * Formats are not looked at, see `compare`.
 */
export function editsOf(a: Stream, b: Stream): Edit[] {
  const start = commonStart(a, b);
  const [aEnd, bEnd] = commonEnd(a, b, start);
  const edits: Edit[] = [];
  const lexer = new Lexer();
  let [aAt, bAt] = [start, start];
  const upTo = (aTo: number, bTo: number) => {
    edits.push(...editsWithin(lexer, { a, b }, { aFrom: aAt, aTo, bFrom: bAt, bTo }));
    [aAt, bAt] = [aTo, bTo];
  };
  for (const { a: aFrom, b: bFrom, length } of sameParagraphs(a, start, aEnd, b, start, bEnd)) {
    upTo(aFrom, bFrom);
    [aAt, bAt] = [aFrom + length, bFrom + length];
  }
  upTo(aEnd, bEnd);
  return tidy(a, b, edits);
}

/** Edits of a stretch, word by word. */
function editsWithin(lexer: Lexer, { a, b }: { a: Stream; b: Stream }, part: Edit): Edit[] {
  const { aFrom, aTo, bFrom, bTo } = part;
  if (aFrom === aTo && bFrom === bTo) return [];
  if (aFrom === aTo || bFrom === bTo) return [part];
  const before = lexer.cut(a, aFrom, aTo);
  const after = lexer.cut(b, bFrom, bTo);
  const edits: Edit[] = [];
  let [aAt, bAt] = [aFrom, bFrom];
  const upTo = (aEnd: number, bEnd: number) => {
    if (aEnd > aAt || bEnd > bAt) edits.push({ aFrom: aAt, aTo: aEnd, bFrom: bAt, bTo: bEnd });
  };
  for (const match of align(before.ids, after.ids)) {
    upTo(before.starts[match.a] ?? aTo, after.starts[match.b] ?? bTo);
    aAt = before.starts[match.a + match.length] ?? aTo;
    bAt = after.starts[match.b + match.length] ?? bTo;
  }
  upTo(aTo, bTo);
  return edits;
}

/** Shorter ones hold nothing together: an empty paragraph stands anywhere, characters. */
const SHORTEST_ANCHOR = 8;

/** Paragraphs that stand in both unchanged, in order: only what lies between them is looked at word by word. */
function sameParagraphs(a: Stream, aFrom: number, aTo: number, b: Stream, bFrom: number, bTo: number): Match[] {
  const known = new Map<string, number>();
  const cut = ({ text }: Stream, from: number, to: number) => {
    const starts: number[] = [];
    const ids: number[] = [];
    for (let at = from; at < to; ) {
      const end = text.indexOf(BREAK, at);
      const next = end < 0 || end >= to ? to : end + 1;
      const paragraph = text.slice(at, next);
      const anchors = paragraph.length >= SHORTEST_ANCHOR && !paragraph.includes(OBJECT);
      // One that must not match takes a number nothing else has.
      const name = anchors ? paragraph : `${known.size}`;
      if (!known.has(name)) known.set(name, known.size);
      starts.push(at);
      ids.push(known.get(name) ?? 0);
      at = next;
    }
    starts.push(to);
    return { starts, ids };
  };
  const before = cut(a, aFrom, aTo);
  const after = cut(b, bFrom, bTo);
  return align(before.ids, after.ids).map((match) => {
    const start = before.starts[match.a] ?? aTo;
    const length = (before.starts[match.a + match.length] ?? aTo) - start;
    return { a: start, b: after.starts[match.b] ?? bTo, length };
  });
}

/** Where a word cannot reach across: what lies before and after is cut into words alike in both texts. */
const BARRIER = /[，。；：！？、\n\ufffc]/;

function commonStart(a: Stream, b: Stream): number {
  let at = 0;
  let barrier = 0;
  while (at < a.text.length && at < b.text.length && sameAt(a, at, b, at)) {
    if (BARRIER.test(a.text.charAt(at))) barrier = at + 1;
    at++;
  }
  return at === a.text.length && at === b.text.length ? at : barrier;
}

function commonEnd(a: Stream, b: Stream, start: number): [number, number] {
  let [aAt, bAt] = [a.text.length, b.text.length];
  let barrier: [number, number] = [aAt, bAt];
  while (aAt > start && bAt > start && sameAt(a, aAt - 1, b, bAt - 1)) {
    if (BARRIER.test(a.text.charAt(aAt - 1))) barrier = [aAt, bAt];
    aAt--;
    bAt--;
  }
  return aAt === start && bAt === start ? [aAt, bAt] : barrier;
}

/** The same character; of two tables or pictures whether they are the same one. */
function sameAt(a: Stream, aAt: number, b: Stream, bAt: number): boolean {
  if (a.text.charCodeAt(aAt) !== b.text.charCodeAt(bAt)) return false;
  const [one, other] = [a.formats[aAt], b.formats[bAt]];
  return typeof one !== 'object' || one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Where `[from, to)` of the stream before stands in the one after; empty where all of it is gone. */
export function mapRange(edits: readonly Edit[], from: number, to: number): { from: number; to: number } {
  const start = mapPlace(edits, from, 1);
  return { from: start, to: Math.max(start, mapPlace(edits, to, -1)) };
}

/** A place inside of what was replaced comes to stand before (`-1`) or after (`1`) what replaced it. */
function mapPlace(edits: readonly Edit[], place: number, side: -1 | 1): number {
  let shift = 0;
  for (const { aFrom, aTo, bFrom, bTo } of edits) {
    if (aFrom > place || (aFrom === place && side === -1)) break;
    if (place < aTo || (place === aTo && aTo > aFrom && side === -1 && bTo === bFrom)) {
      // The rest of a range whose beginning was rewritten still begins with what it was rewritten to.
      return side === 1 ? (place === aFrom ? bFrom : bTo) : bFrom + Math.min(place - aFrom, bTo - bFrom);
    }
    shift = bTo - aTo;
  }
  return place + shift;
}

export const endsParagraph = (stream: Stream, at: number): boolean => stream.text.charAt(at) === BREAK;
