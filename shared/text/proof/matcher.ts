/** Many strings looked for in one pass. */
export interface Matcher<V> {
  /** Every stored string at every place of `text`: calls back with its start, end and value. */
  scan: (text: string, found: (start: number, end: number, value: V) => void) => void;
}

/**
 * Builds the matcher of `entries`, strings of two characters and more. They are filed by their first two
 * characters, which in Chinese leaves a handful to compare at any place; scanning is linear.
 */
export function buildMatcher<V>(entries: Iterable<readonly [string, V]>): Matcher<V> {
  const byPair = new Map<number, [string, V][]>();
  for (const [word, value] of entries) {
    if (word.length < 2) continue;
    const key = pairAt(word, 0);
    const filed = byPair.get(key);
    if (filed) filed.push([word, value]);
    else byPair.set(key, [[word, value]]);
  }
  return {
    scan: (text, found) => {
      for (let start = 0; start + 1 < text.length; start++) {
        const filed = byPair.get(pairAt(text, start));
        if (!filed) continue;
        for (const [word, value] of filed) if (text.startsWith(word, start)) found(start, start + word.length, value);
      }
    },
  };
}

/** The two UTF-16 units at `at` as one 32-bit number. */
export const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
