import { groupBy } from '../groupBy.ts';
import { COMMON_WORDS } from './data/commonWords.ts';
import { LEXICON } from './data/lexicon.ts';

/**
 * Whether `word` is a Chinese word: in our own lists of the genre's words, or in the dictionary that
 * every ECMAScript runtime carries for `Intl.Segmenter`.
 */
export function isWord(word: string): boolean {
  if (LEXICON.has(word) || COMMON_WORDS.has(word)) return true;
  if (word.length < 2) return false;
  const known = verdicts.get(word);
  if (known !== undefined) return known;
  const verdict = segments(word).length === 1;
  if (verdicts.size > 20_000) verdicts.clear();
  verdicts.set(word, verdict);
  return verdict;
}

/** The common words by their first character, and by their last. */
export interface WordIndex {
  byFirst: ReadonlyMap<string, readonly string[]>;
  byLast: ReadonlyMap<string, readonly string[]>;
}

let indexed: WordIndex | null = null;

export function commonWords(): WordIndex {
  indexed ??= {
    byFirst: groupBy(COMMON_WORDS, (word) => word[0] ?? ''),
    byLast: groupBy(COMMON_WORDS, (word) => word.at(-1) ?? ''),
  };
  return indexed;
}

/** `text` cut into words. */
export function segments(text: string): readonly string[] {
  if (text === last.text) return last.parts;
  const parts = Array.from(segmenter().segment(text), (part) => part.segment);
  // Rules that read a paragraph word by word come one after the other.
  if (text.length > LONG) last = { text, parts };
  return parts;
}

const LONG = 12;
let last: { text: string; parts: readonly string[] } = { text: '', parts: [] };

const verdicts = new Map<string, boolean>();
let shared: Intl.Segmenter | null = null;

/** Made on first use: loading the dictionary takes some 10 ms. */
function segmenter(): Intl.Segmenter {
  shared ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return shared;
}
