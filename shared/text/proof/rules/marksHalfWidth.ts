import { flag } from '../draft.ts';
import type { Draft, Manuscript } from '../types.ts';
import { FULL_WIDTH, HALF_WIDTH } from '../widen.ts';

const CLAUSE = 'GB/T 15834-2011 规定中文标点占一个字位置';
/** A text with this share of half-width commas came out of a bad conversion: one finding, one fix for all. */
const CONVERTED: readonly { count: number; share: number }[] = [
  { count: 3, share: 0.8 },
  { count: 10, share: 0.3 },
];

/** Half-width marks in Chinese text, one by one, or once for a text that is half-width throughout. */
export function halfWidth({ text }: Manuscript): Draft[] {
  const marks = [...text.matchAll(HALF_WIDTH)].filter((match) => !mixedBracket(text, match.index));
  const first = marks[0];
  if (!first) return [];
  const commas = marks.filter((match) => match[0] === ',').length;
  const share = commas / Math.max(1, commas + text.split('，').length - 1);
  if (CONVERTED.some((converted) => commas >= converted.count && share >= converted.share)) {
    const message = `全文有${marks.length}处半角标点，疑为转换所致，可一次改为全角（${CLAUSE}）`;
    return [flag(first.index, first.index + 1, 'warning', message, FULL_WIDTH[first[0]] ?? first[0])];
  }
  return marks.map((match) => {
    const full = FULL_WIDTH[match[0]] ?? match[0];
    return flag(match.index, match.index + 1, 'error', `半角“${match[0]}”应为全角“${full}”（${CLAUSE}）`, full);
  });
}

/** Half a pair whose other half is full-width is the pair rule's. */
function mixedBracket(text: string, at: number): boolean {
  if (text[at] === '(') return /^[^()（\n]*）/.test(text.slice(at + 1, at + 200));
  if (text[at] === ')') return /（[^()）\n]*$/.test(text.slice(Math.max(0, at - 200), at));
  return false;
}
