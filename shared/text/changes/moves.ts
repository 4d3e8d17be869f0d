import { gramsOf, likeness, NEAR } from '../similar/compare.ts';
import { type Edit, endsParagraph } from './edits.ts';
import type { Stream } from './stream.ts';

interface Span {
  from: number;
  to: number;
}

/** A paragraph that stood at `a` of the text before and stands at `b` of the one after, perhaps not word for word. */
export interface Move {
  a: Span;
  b: Span;
}

/** Shorter ones (a 小标题, 特此报告。) are alike by chance, characters. */
const SHORTEST = 10;

/** Whole paragraphs that were taken out in one place and put in at another. */
export function movesBetween(a: Stream, b: Stream, edits: readonly Edit[]): Move[] {
  const left = edits.flatMap(({ aFrom, aTo }) => wholeParagraphs(a, aFrom, aTo));
  const came = edits.flatMap(({ bFrom, bTo }) => wholeParagraphs(b, bFrom, bTo));
  const words = (stream: Stream, { from, to }: Span) => stream.text.slice(from, to);
  const moves: Move[] = [];
  const taken = new Set<Span>();
  const pair = (alike: (one: string, other: string) => boolean) => {
    for (const from of left) {
      if (moves.some((move) => move.a === from)) continue;
      const to = came.find((span) => !taken.has(span) && alike(words(a, from), words(b, span)));
      if (!to) continue;
      taken.add(to);
      moves.push({ a: from, b: to });
    }
  };
  pair((one, other) => one === other);
  pair((one, other) => likeness(gramsOf(one), gramsOf(other)) >= NEAR);
  return moves;
}

function wholeParagraphs(stream: Stream, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (!endsParagraph(stream, at)) continue;
    const begins = start === 0 || endsParagraph(stream, start - 1) || typeof stream.formats[start - 1] === 'object';
    if (begins && at - start >= SHORTEST) spans.push({ from: start, to: at + 1 });
    start = at + 1;
  }
  return spans;
}

/** Edits in which each moved paragraph is an edit by itself, at either end. */
export function splitAtMoves(edits: readonly Edit[], moves: readonly Move[]): Edit[] {
  return edits.flatMap((edit) => {
    const parts: Edit[] = [];
    let [aAt, bAt] = [edit.aFrom, edit.bFrom];
    const push = (aTo: number, bTo: number) => {
      if (aTo > aAt || bTo > bAt) parts.push({ aFrom: aAt, aTo, bFrom: bAt, bTo });
      [aAt, bAt] = [aTo, bTo];
    };
    const within = (span: Span, from: number, to: number) => span.from >= from && span.to <= to;
    for (const { a } of moves
      .filter((move) => within(move.a, edit.aFrom, edit.aTo))
      .sort((x, y) => x.a.from - y.a.from)) {
      push(a.from, bAt);
      push(a.to, bAt);
    }
    for (const { b } of moves
      .filter((move) => within(move.b, edit.bFrom, edit.bTo))
      .sort((x, y) => x.b.from - y.b.from)) {
      push(aAt === edit.aTo ? aAt : edit.aTo, b.from);
      push(aAt, b.to);
    }
    push(edit.aTo, edit.bTo);
    return parts;
  });
}
