import type { HitRange, Passage } from '../../../../shared/contract/methods/search.ts';
import { type Folded, fold, unfold } from '../../../../shared/text/similar/fold.ts';

/** Characters shown of a text, and how many of them before the first hit. */
const SHOWN = 90;
const BEFORE = 24;
/** Hits marked in one passage. */
const MARKED = 20;

/** A text with every place where one of the (folded) terms stands, none overlapping. */
export const markHits = (text: string, terms: readonly string[]): Passage => ({
  text,
  hits: hitsIn(fold(text), terms, MARKED),
});

/** The part of a text around its first hit; its opening where there is none. Line ends become spaces. */
export function passageOf(folded: Folded, terms: readonly string[]): Passage {
  const text = folded.original;
  const [first] = hitsIn(folded, terms, 1);
  const from = startOf(text, first);
  const to = endOf(text, from);
  const lead = from > 0 ? '…' : '';
  const cut = markHits(text.slice(from, to), first ? terms : []);
  return {
    text: `${lead}${cut.text.replaceAll('\n', ' ')}${to < text.length ? '…' : ''}`,
    hits: cut.hits.map(([start, end]) => [start + lead.length, end + lead.length]),
  };
}

function startOf(text: string, first: HitRange | undefined): number {
  if (!first || first[0] <= BEFORE) return 0;
  const start = first[0] - BEFORE;
  const sentence = /[。！？；\n]/g;
  sentence.lastIndex = start;
  const end = sentence.exec(text)?.index ?? text.length;
  return wholeCharacter(text, end < first[0] ? end + 1 : start);
}

const endOf = (text: string, from: number) => wholeCharacter(text, Math.min(text.length, from + SHOWN));

/** Not between the halves of a pair. */
const wholeCharacter = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at);

function hitsIn(folded: Folded, terms: readonly string[], most: number): HitRange[] {
  const found: [number, number][] = [];
  for (const term of terms) {
    for (let at = folded.text.indexOf(term); at >= 0; at = folded.text.indexOf(term, at + term.length)) {
      found.push([at, at + term.length]);
      if (found.length > most * terms.length) break;
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const hits: [number, number][] = [];
  for (const [start, end] of found) {
    const last = hits.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else if (hits.length < most) hits.push([start, end]);
  }
  return hits.map((hit) => unfold(folded, hit));
}
