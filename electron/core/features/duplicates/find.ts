import { gramsOf, likeness, NEAR } from '../../../../shared/text/similar/compare.ts';
import { sketch } from '../../../../shared/text/similar/sketch.ts';
import type { Readable } from '../../db/open.ts';
import { readDocument, type SearchDocument, wholeText } from '../search/documents.ts';
import { documentsAt } from '../search/query.ts';
import { quoted, shingleMark } from '../search/tokens.ts';

/** A shingle found in more documents than this is a phrase of the trade and says little. */
const COMMON = 250;
/** Candidates that are read and measured. */
const MEASURED = 20;
/** Fewer rare shingles than this, and pairs of common ones are asked for too. */
const FEW = 6;

export interface Near {
  document: SearchDocument;
  key: number;
  score: number;
}

/**
 * Documents that tell the same as `text`, the likest first: candidates by the shingles they share, the rarer the more
 * it counts, then measured on their texts. `except` names documents as `kind id`.
 */
export function findNear(r: Readable, text: string, except: ReadonlySet<string>): Near[] {
  const grams = gramsOf(text);
  const keys = candidates(r, text, except.size);
  return documentsAt(r, keys)
    .flatMap((place, i) => {
      const key = keys[i] ?? 0;
      if (except.has(`${place.kind} ${place.id}`)) return [];
      const document = readDocument(r, place.kind, place.id);
      const score = document ? likeness(grams, gramsOf(wholeText(document))) : 0;
      return document && score >= NEAR ? [{ document, key, score }] : [];
    })
    .sort((a, b) => b.score - a.score || a.key - b.key);
}

/** Keys of the documents that share most, weighed by how rare what they share is. */
function candidates(r: Readable, text: string, known: number): number[] {
  const weights = new Map<number, number>();
  const common: string[] = [];
  let rare = 0;
  const weigh = (keys: readonly number[]) => {
    for (const key of keys) weights.set(key, (weights.get(key) ?? 0) + 1 / (1 + Math.log(keys.length)));
  };
  for (const hash of sketch(text)) {
    const token = quoted(shingleMark(hash));
    const keys = holding(r, token);
    if (keys.length > COMMON) common.push(token);
    else {
      // What only the text itself and its own item hold leads nowhere.
      if (keys.length > known) rare++;
      weigh(keys);
    }
  }
  // A text all of common phrases is told from others by which of them stand together.
  for (let i = 0; rare < FEW && i + 1 < common.length; i++) {
    const keys = holding(r, `${common[i]} AND ${common[i + 1]}`);
    if (keys.length <= COMMON) weigh(keys);
  }
  return [...weights]
    .sort(([a, i], [b, j]) => j - i || a - b)
    .slice(0, MEASURED)
    .map(([key]) => key);
}

const holding = (r: Readable, match: string): number[] =>
  r
    .all<{ key: number }>(`SELECT rowid AS key FROM search_text WHERE search_text MATCH ? LIMIT ${COMMON + 1}`, [match])
    .map((row) => row.key);
