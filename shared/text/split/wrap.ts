import { CLOSER_CLASS, cellWidth, endsSentence, isBalanced } from '../chars.ts';
import { numberingOf } from './headings.ts';
import { MARKER } from './marks.ts';
import type { Line } from './source.ts';
import { LINE_JOIN } from './weights.ts';

/**
 * How the lines of a text were made: `none`, each paragraph is one line; `width`, all are wrapped at one width;
 * `ragged`, they are broken anywhere.
 */
export interface WrapModel {
  mode: 'none' | 'width' | 'ragged';
  /** Cells of a full line. */
  width: number;
  /** Blank lines between lines that surely belong together. */
  usualGap: number;
  /** Cells of indent of most lines. */
  usualIndent: number;
}

export function wrapModel(lines: readonly Line[]): WrapModel {
  const width = commonWidth(lines);
  const inner = lines.filter((_, i) => i > 0 && !endsSentence(lines[i - 1]?.text ?? ''));
  const ragged = width === null && isRagged(lines);
  const wrapped = width !== null || ragged;
  return {
    mode: width !== null ? 'width' : ragged ? 'ragged' : 'none',
    width: width ?? 0,
    usualGap: wrapped ? mostCommon(inner.map(({ gap }) => gap)) : 0,
    usualIndent: mostCommon(lines.map(({ indent }) => indent)),
  };
}

/** Lines short enough to have been broken, the longer ones mostly in mid-sentence, at no common width. */
function isRagged(lines: readonly Line[]): boolean {
  const widths = lines.map(({ width }) => width).sort((a, b) => a - b);
  const greatest = widths[Math.floor(0.98 * (widths.length - 1))] ?? 0;
  if (lines.length < 6 || greatest > MAX_WIDTH) return false;
  const long = lines.filter(({ width }) => width >= greatest / 2);
  const open = long.filter(({ text }) => !endsSentence(text) && !/[）)】]$/u.test(text));
  return long.length >= 4 && open.length > 0.6 * long.length;
}

/** Narrower lines than a newspaper column's are a list; wider ones are paragraphs. */
const MIN_WIDTH = 16;
const MAX_WIDTH = 180;
/** A line may stay this short of the full width: a number or a mark that did not fit. */
const SLACK = 5;

/** The width at which enough lines end, most of them in mid-sentence, and beyond which hardly any goes. */
function commonWidth(lines: readonly Line[]): number | null {
  if (lines.length < 3) return null;
  const sorted = lines.map(({ width }) => width).sort((a, b) => a - b);
  const needed = Math.min(3, lines.length - 1);
  let best: { width: number; share: number } | null = null;
  for (const width of new Set(sorted)) {
    if (width < MIN_WIDTH || width > MAX_WIDTH) continue;
    const full = lines.filter((line) => line.width <= width && line.width > width - SLACK);
    const inSentence = full.filter((line) => !endsSentence(line.text)).length;
    const share = full.length / lines.length;
    // Where most lines end at one width, a mark set behind the last of them or a paragraph left unbroken says little.
    const beyond = sorted.filter((w) => w > width + 2).length;
    if (beyond > (share >= 0.6 ? 0.12 : 0.06) * lines.length) continue;
    if (full.length < needed || share < 0.3 || inSentence < 0.6 * full.length) continue;
    if (!best || share > best.share || (share === best.share && width < best.width)) best = { width, share };
  }
  if (!best) return null;
  // Digits and spaces print narrower than their cells: the usual width says more than the greatest.
  const top = best.width + 2;
  return mostCommon(lines.map((line) => line.width).filter((w) => w <= top && w > top - SLACK - 2));
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Whether the first word of `next` would not have fitted behind `line`. */
export function isFull(model: WrapModel, line: Line, next: Line | undefined): boolean {
  if (model.mode !== 'width') return false;
  const word = FIRST_WORD.exec(next?.text.slice(0, 24) ?? '')?.[0] ?? '';
  return line.width + Math.max(2, cellWidth(word)) > model.width;
}
const FIRST_WORD = new RegExp(`^[“‘（(《]?(?:[A-Za-z0-9.,%]+|.)[，。、；：！？${CLOSER_CLASS}]*`, 'u');

/** Positive: the line end between `line` and `next` is a wrap. Negative: a paragraph ends there. */
export function joinEvidence(model: WrapModel, line: Line, next: Line): number {
  const W = LINE_JOIN;
  if (next.heading > 0 || line.heading > 0) return W.marker;
  let evidence = 0;
  if (MARKER.test(next.text)) evidence += W.marker;
  else if (numberingOf(next.text)) evidence += W.numbered;
  if (next.indent >= model.usualIndent + 2 && next.indent > line.indent) evidence += W.moreIndent;
  if (model.mode !== 'none' && next.gap > model.usualGap && !next.pageBefore) evidence += W.moreGap;
  if (!endsSentence(line.text)) return evidence + openLine(model, line, next);
  if (/^[，。、；：！？,;:!?）)”’》]/u.test(next.text)) return W.goesOn;
  if (model.mode === 'none') return evidence + W.sentenceEnded;
  if (model.mode === 'ragged') return evidence + W.sentenceEndedFull;
  return evidence + (isFull(model, line, next) ? W.sentenceEndedFull : W.sentenceEndedShort);
}

/** Most letters a heading of one line has. */
const HEADING_LENGTH = 42;

function openLine(model: WrapModel, line: Line, next: Line): number {
  const W = LINE_JOIN;
  if (/[，、,]$/u.test(line.text) || !isBalanced(line.text.slice(-200))) {
    // A quote left open far above says nothing about this line's end.
    if (/[，、,]$/u.test(line.text) || line.text.length <= 200) return W.goesOn;
  }
  if (/^[，。、；：！？,;:!?）)”’》]/u.test(next.text)) return W.goesOn;
  if (/[；;：:]$/u.test(line.text) && model.mode !== 'ragged')
    return model.mode === 'width' && isFull(model, line, next) ? W.fullLine : W.sentenceEnded;
  if (model.mode === 'width')
    return isFull(model, line, next) ? W.fullLine : isShort(model, line) ? W.headingLike : W.notFull;
  if (model.mode === 'ragged') return W.fullLine;
  // A page ends in mid-sentence; a heading is never left alone at its foot.
  if (next.pageBefore) return W.longLine;
  return line.text.length > HEADING_LENGTH ? W.longLine : W.headingLike;
}

/** A line that leaves a quarter free was not wrapped there; less may be due to a title's larger type. */
const isShort = (model: WrapModel, line: Line): boolean => line.width < Math.min(model.width - 12, 0.75 * model.width);
