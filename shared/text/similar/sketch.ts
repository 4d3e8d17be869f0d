import { foldText } from './fold.ts';

/** Characters of a shingle in a sketch: long enough to be rare among texts of one genre. */
const SHINGLE = 5;
/** A sketch holds about this many shingles; of a long text, a sixteenth of its own. */
const AIM = 48;
const LEAST_SHARE = 1 / 16;
/** No sketch is longer, however long the text, so that one look-up stays cheap. */
const MOST = 240;

/**
 * A text's sketch: hashes (32 bits) of those of its shingles that hash lowest. Two texts that share a passage share the
 * shingles of it that are in both sketches, so texts that are near each other are found by looking up single hashes,
 * also where one is only a part of the other. Marks and spaces do not count, and any number is as good as another.
 */
export function sketch(text: string): number[] {
  const bare = bareText(text);
  const count = bare.length - SHINGLE + 1;
  if (count < 1) return [];
  const limit = Math.min(1, Math.max(LEAST_SHARE, AIM / count)) * 2 ** 32;
  const hashes = new Set<number>();
  for (let i = 0; i < count; i++) {
    const hash = hashAt(bare, i);
    if (hash < limit) hashes.add(hash);
  }
  return [...hashes].sort((a, b) => a - b).slice(0, MOST);
}

/** Letters and Chinese characters only, each number as one 0: what stays when an item is edited lightly. */
export const bareText = (text: string): string =>
  foldText(text)
    .replace(NOT_COUNTED, '')
    .replace(/[0-9]+/g, '0');

const NOT_COUNTED = /[^\p{L}\p{Nd}]/gu;

/** FNV-1a over the units of one shingle, mixed so that low hashes are a fair sample. */
function hashAt(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < start + SHINGLE; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
