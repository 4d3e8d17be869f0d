import { CLOSER_CLASS, cellWidth, endsSentence, isBalanced } from '../chars.ts';
import { isHeadingLike, numberingOf } from './headings.ts';
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
  // Where the line above was long and ended no sentence, a line mostly goes on from it; titles are short.
  const long = Math.max(0, ...lines.slice(0, 500).map((line) => (line.width <= MAX_WIDTH ? line.width : 0))) / 2;
  const goingOn = lines.filter((_, i) => {
    const before = lines[i - 1];
    return before !== undefined && before.width >= long && isOpen(before);
  });
  const ragged = width === null && isRagged(lines);
  const wrapped = width !== null || ragged;
  return {
    mode: width !== null ? 'width' : ragged ? 'ragged' : 'none',
    width: width ?? 0,
    usualGap: wrapped ? mostCommon((goingOn.length > 0 ? goingOn : lines).map(({ gap }) => gap)) : 0,
    usualIndent: mostCommon((wrapped && goingOn.length > 0 ? goingOn : lines).map(({ indent }) => indent)),
  };
}

/** Whether a line ends neither a sentence nor an item. */
const isOpen = ({ text }: Line): boolean => !endsSentence(text) && !ITEM_END.test(text.slice(-30));
const ITEM_END = /[）)】〕\]]$|[—–]{1,2}[^，。—]{2,16}$/u;

/** Lines short enough to have been broken, the longer ones mostly in mid-sentence, at no common width. */
function isRagged(lines: readonly Line[]): boolean {
  const widths = lines.map(({ width }) => width).sort((a, b) => a - b);
  const greatest = widths[Math.floor(0.98 * (widths.length - 1))] ?? 0;
  if (lines.length < 6 || greatest > MAX_WIDTH) return false;
  // Marks set far to the right are as wide as a line and say nothing of how lines end.
  const long = lines.flatMap((line, i) => (line.width >= greatest / 2 && line.indent <= 8 ? [i] : []));
  const broken = long.filter((i) => {
    const [line, next] = [lines[i], lines[i + 1]];
    return line !== undefined && isOpen(line) && next !== undefined && next.indent <= line.indent;
  });
  return long.length >= 4 && broken.length > 0.5 * long.length;
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
    if (full.length < needed || share < 0.12 || inSentence < 0.6 * full.length) continue;
    // Titles and marks on lines of their own leave few full lines; those few must all break a sentence.
    if (share < 0.3) {
      const open = lines.filter((line) => line.width <= width - SLACK && line.width >= width / 2 && isOpen(line));
      if (full.length < 5 || inSentence < 0.85 * full.length || beyond > 0.02 * lines.length) continue;
      if (open.length > full.length) continue;
    }
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
  if (next.indent >= model.usualIndent + 2 && (next.indent > line.indent || isParagraphIndent(model, next)))
    evidence += W.moreIndent;
  if (model.mode !== 'none' && next.gap > model.usualGap && !next.pageBefore) evidence += W.moreGap;
  if (!endsSentence(line.text)) return evidence + openLine(model, line, next);
  if (/^[，。、；：！？,;:!?）)”’》]/u.test(next.text)) return W.goesOn;
  if (model.mode === 'none') return evidence + W.sentenceEnded;
  if (model.mode === 'ragged') return evidence + W.sentenceEndedFull;
  return evidence + (isFull(model, line, next) ? W.sentenceEndedFull : W.sentenceEndedShort);
}

/** Whether wrapped lines give `next` the indent of a paragraph: it begins one, however full the line above it is. */
export const opensParagraph = (model: WrapModel, line: Line, next: Line): boolean =>
  model.mode === 'width' &&
  next.indent >= model.usualIndent + 2 &&
  next.indent > line.indent &&
  isParagraphIndent(model, next);

/** Two characters' worth; a centred title stands further in. */
const isParagraphIndent = (model: WrapModel, line: Line): boolean =>
  model.mode !== 'none' && line.indent - model.usualIndent <= 4;

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
  if (model.mode === 'ragged' && next.indent >= model.usualIndent + 2) return W.notFull;
  if (model.mode === 'ragged') return next.gap > model.usualGap && !next.pageBefore ? W.gappedLine : W.fullLine;
  // A page ends in mid-sentence; a heading is never left alone at its foot.
  if (next.pageBefore && (next.indent < 2 || next.indent < line.indent || !isHeadingLike(line.text, 24)))
    return W.longLine;
  return line.text.length > HEADING_LENGTH ? W.longLine : W.headingLike;
}

/** A line that leaves a quarter free was not wrapped there; less may be due to a title's larger type. */
const isShort = (model: WrapModel, line: Line): boolean => line.width < Math.min(model.width - 12, 0.75 * model.width);
