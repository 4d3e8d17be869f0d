import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import { NEWLINE_CLASS } from '../../../shared/text/chars.ts';
import type { Piece } from '../../../shared/text/split/pieces.ts';
import { pieceAt, type Split, sameString } from '../../../shared/text/split/review/index.ts';
import { isComposing } from '../../ui/keys.ts';
import { roleNames } from './names.ts';
import type { Place } from './useReview.ts';

interface SourceTextProps {
  text: string;
  split: Split;
  place: Place;
  onGo: (caret: number, anchor?: number | null) => void;
  /** A line end that was joined, or the end of a paragraph, was clicked: turn it into the other. */
  onSeam: (at: number, joined: boolean) => void;
}

/** The text as it came, every piece coloured, every joined line end (↵), paragraph end (¶) and cut (▏) shown. */
export function SourceText({ text, split, place, onGo, onSeam }: SourceTextProps) {
  const scroller = useRef<HTMLElement>(null);
  const chunks = useMemo(() => chunksOf(text, split.pieces), [text, split.pieces]);
  const { caret, anchor } = place;
  const marked = { start: Math.min(caret, anchor ?? caret), end: Math.max(caret, anchor ?? caret) };
  const here = split.pieces[pieceAt(split.pieces, caret)];
  useEffect(() => {
    const mark = scroller.current?.querySelector('.split-caret');
    mark?.scrollIntoView?.({ block: 'nearest' });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = isComposing(event.nativeEvent) || event.altKey ? null : target(text, split.pieces, caret, event);
    if (to === null) return;
    event.preventDefault();
    onGo(to, event.shiftKey ? (anchor ?? caret) : null);
  };
  const onMouseUp = () => {
    const selection = window.getSelection();
    const focus = offsetOf(selection?.focusNode ?? null, selection?.focusOffset ?? 0);
    const start = offsetOf(selection?.anchorNode ?? null, selection?.anchorOffset ?? 0);
    if (focus === null) return;
    onGo(focus, start === null || start === focus ? null : start);
    selection?.removeAllRanges();
  };
  return (
    // Arrows go through the text, with Shift they mark; every step has a key and a button besides.
    <section
      ref={scroller}
      className="split-source"
      aria-label="原文，各段已着色"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      onKeyDown={onKeyDown}
      onMouseUp={onMouseUp}
    >
      {chunks.map((chunk) => {
        const from = chunk[0]?.start ?? 0;
        const to = chunk.at(-1)?.end ?? 0;
        const inside = caret >= from && caret <= to;
        const touched = marked.end > marked.start && marked.start < to && marked.end > from;
        return (
          <Chunk
            key={from}
            text={text}
            pieces={chunk}
            next={split.pieces[pieceAt(split.pieces, to)] ?? null}
            here={here && chunk.some((piece) => sameString(piece, here)) ? here : null}
            caret={inside ? caret : null}
            markedFrom={touched ? marked.start : null}
            markedTo={touched ? marked.end : null}
            onSeam={onSeam}
          />
        );
      })}
    </section>
  );
}

/** Pieces of one stretch of lines: cut where a line ends and another item begins, so that a long text draws in parts. */
function chunksOf(text: string, pieces: readonly Piece[]): Piece[][] {
  const chunks: Piece[][] = [];
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    const chunk = chunks.at(-1);
    const goesOn =
      before && (before.itemIndex === piece.itemIndex || !LINE_END.test(text.slice(before.end, piece.start)));
    if (chunk && goesOn && chunk.length < 200) chunk.push(piece);
    else chunks.push([piece]);
  });
  return chunks;
}

const LINE_END = new RegExp(`[${NEWLINE_CLASS}]`);

interface ChunkProps {
  text: string;
  pieces: readonly Piece[];
  next: Piece | null;
  here: Piece | null;
  caret: number | null;
  markedFrom: number | null;
  markedTo: number | null;
  onSeam: (at: number, joined: boolean) => void;
}

const Chunk = memo(
  function Chunk({ text, pieces, next, here, caret, markedFrom, markedTo, onSeam }: ChunkProps) {
    const first = pieces[0];
    return (
      <div className={`split-chunk split-tint-${first?.itemIndex == null ? 'none' : first.itemIndex % 2}`}>
        {first?.itemIndex != null && <span className="split-number">{first.itemIndex + 1}</span>}
        {pieces.map((piece, i) => {
          const before = pieces[i - 1];
          const following = pieces[i + 1] ?? next;
          return (
            <span key={piece.start}>
              {before && !LINE_END.test(text.slice(before.end, piece.start)) && piece.role !== 'layout' && (
                <span className="split-cut" aria-hidden />
              )}
              <span
                className={`piece piece-${piece.role}${here && sameString(here, piece) ? ' piece-here' : ''}`}
                title={roleNames[piece.role]}
              >
                {segmentsOf(text, piece).map((segment) => (
                  <Segment
                    key={segment.start}
                    text={text}
                    {...segment}
                    caret={caret}
                    markedFrom={markedFrom}
                    markedTo={markedTo}
                    onSeam={onSeam}
                  />
                ))}
              </span>
              {following && (
                <Gap text={text} piece={piece} next={following} inChunk={i + 1 < pieces.length} onSeam={onSeam} />
              )}
            </span>
          );
        })}
      </div>
    );
  },
  (a, b) =>
    a.text === b.text &&
    a.caret === b.caret &&
    a.markedFrom === b.markedFrom &&
    a.markedTo === b.markedTo &&
    a.here === b.here &&
    a.next === b.next &&
    a.onSeam === b.onSeam &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, i) => piece === b.pieces[i]),
);

interface SegmentProps {
  text: string;
  start: number;
  end: number;
  /** The line goes on below in the same string. */
  joined: boolean;
  caret: number | null;
  markedFrom: number | null;
  markedTo: number | null;
  onSeam: (at: number, joined: boolean) => void;
}

/** One printed line of a piece. */
function Segment({ text, start, end, joined, caret, markedFrom, markedTo, onSeam }: SegmentProps) {
  const cuts = [start, end];
  for (const at of [caret, markedFrom, markedTo]) if (at !== null && at > start && at < end) cuts.push(at);
  cuts.sort((a, b) => a - b);
  return (
    <>
      {cuts.slice(0, -1).map((from, i) => {
        const to = cuts[i + 1] ?? end;
        const isMarked = markedFrom !== null && markedTo !== null && from >= markedFrom && to <= markedTo;
        return (
          <span key={from}>
            {from === caret && <span className="split-caret" />}
            <span data-from={from} className={isMarked ? 'split-marked' : undefined}>
              {text.slice(from, to)}
            </span>
          </span>
        );
      })}
      {joined && <Seam at={end} joined onSeam={onSeam} />}
    </>
  );
}

/** The printed lines of a piece. */
function segmentsOf(text: string, piece: Piece): { start: number; end: number; joined: boolean }[] {
  const segments: { start: number; end: number; joined: boolean }[] = [];
  let start = piece.start;
  for (const match of text.slice(piece.start, piece.end).matchAll(LINES)) {
    const end = piece.start + match.index;
    segments.push({ start, end, joined: true });
    start = end + match[0].length;
  }
  segments.push({ start, end: piece.end, joined: false });
  return segments;
}

const LINES = new RegExp(`\\s*[${NEWLINE_CLASS}]\\s*`, 'g');

/** What stands between two pieces: blanks, or a line end that joins or parts paragraphs. */
function Gap({
  text,
  piece,
  next,
  inChunk,
  onSeam,
}: {
  text: string;
  piece: Piece;
  next: Piece;
  inChunk: boolean;
  onSeam: (at: number, joined: boolean) => void;
}) {
  const between = text.slice(piece.end, next.start);
  if (!LINE_END.test(between)) return <>{between}</>;
  const joinable =
    ['body', 'subhead', 'title'].includes(piece.role) && piece.itemIndex === next.itemIndex && next.role === piece.role;
  const joined = sameString(piece, next);
  return (
    <>
      {joined || joinable ? <Seam at={next.start} joined={joined} onSeam={onSeam} /> : inChunk ? '\n' : null}
      {/\n[ \t]*\n/.test(between) && inChunk ? '\n' : null}
    </>
  );
}

function Seam({ at, joined, onSeam }: { at: number; joined: boolean; onSeam: (at: number, joined: boolean) => void }) {
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className="split-seam"
        title={joined ? '此处换行已接上；点一下分成两段' : '此处分段；点一下接成一段'}
        onMouseUp={(event) => event.stopPropagation()}
        onClick={() => onSeam(at, joined)}
      >
        {joined ? '↵' : '¶'}
      </button>
      {'\n'}
    </>
  );
}

/** The position in the text of a place in the page; `null` outside the text. */
function offsetOf(node: Node | null, offset: number): number | null {
  const element = node instanceof Element ? node : node?.parentElement;
  const from = element?.closest('[data-from]')?.getAttribute('data-from');
  return from === null || from === undefined ? null : Number(from) + (node instanceof Text ? offset : 0);
}

/** Where an arrow key leads: a character, a piece, the ends of a line. */
function target(text: string, pieces: readonly Piece[], caret: number, event: KeyboardEvent): number | null {
  const lineStart = Math.max(0, text.lastIndexOf('\n', caret - 1) + 1);
  const lineEnd = text.indexOf('\n', caret) < 0 ? text.length : text.indexOf('\n', caret);
  const here = pieceAt(pieces, caret);
  const starts = (step: number) => pieces[Math.max(0, Math.min(pieces.length - 1, here + step))]?.start ?? caret;
  switch (event.key) {
    case 'ArrowRight':
      return event.ctrlKey ? starts(1) : stepOver(text, caret, 1);
    case 'ArrowLeft':
      return event.ctrlKey ? starts(caret > (pieces[here]?.start ?? 0) ? 0 : -1) : stepOver(text, caret, -1);
    case 'ArrowDown': {
      const next = text.indexOf('\n', caret) + 1;
      return next === 0 ? null : Math.min(next + (caret - lineStart), endOfLine(text, next));
    }
    case 'ArrowUp': {
      if (lineStart === 0) return null;
      const above = Math.max(0, text.lastIndexOf('\n', lineStart - 2) + 1);
      return Math.min(above + (caret - lineStart), lineStart - 1);
    }
    case 'Home':
      return lineStart;
    case 'End':
      return lineEnd;
    default:
      return null;
  }
}

const endOfLine = (text: string, at: number): number =>
  text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);

/** The next place between two characters, blanks and the halves of rare characters passed over. */
function stepOver(text: string, caret: number, step: 1 | -1): number {
  let at = caret + step;
  while (at > 0 && at < text.length && (/\s/u.test(text.charAt(at)) || /[\udc00-\udfff]/.test(text.charAt(at))))
    at += step;
  return Math.max(0, Math.min(text.length, at));
}
