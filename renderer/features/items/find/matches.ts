/** A passage, `[start, end)` in UTF-16 units. */
export type Match = readonly [start: number, end: number];

/**
 * Where `wanted` stands in a text, from the front, none overlapping. `loose` takes full-width and half-width letters,
 * digits and marks for the same, and capitals for small letters.
 */
export function findMatches(text: string, wanted: string, loose: boolean): Match[] {
  if (wanted === '') return [];
  const [hay, needle] = loose ? [folded(text), folded(wanted)] : [text, wanted];
  const matches: Match[] = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length))
    matches.push([at, at + needle.length]);
  return matches;
}

/** Marks whose two widths are not 0xfee0 apart. */
const MARKS: Readonly<Record<string, string>> = { '　': ' ', '。': '.', '“': '"', '”': '"', '‘': "'", '’': "'" };

/** Character for character, so that places stay. */
const folded = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[　。“”‘’]/g, (char) => MARKS[char] ?? char)
    .replace(/[A-Z]/g, (char) => char.toLowerCase());
