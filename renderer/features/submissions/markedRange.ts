/** Marks and blanks that splitting leaves out or changes; the rest of a part stands in its original as it is. */
const ignored = /[\s*#\u00ad\u200b-\u200d\u2060\ufeff]/;

/** Characters of a paragraph's edge that are looked for: enough to be unique, few enough to survive small differences. */
const edge = 24;

/**
 * Where a part stands in the whole text it was split from, as UTF-16 offsets `[start, end)`; `null` where it cannot be
 * found. Blanks and the marks of Markdown do not count.
 */
export function markedRange(original: string, title: string, paragraphs: readonly string[]): [number, number] | null {
  const places: number[] = [];
  let bare = '';
  for (let n = 0; n < original.length; n++) {
    const char = original[n] ?? '';
    if (ignored.test(char)) continue;
    bare += char;
    places.push(n);
  }
  const parts = [title, ...paragraphs].map(strip).filter((part) => part !== '');
  const first = parts[0]?.slice(0, edge);
  const last = parts.at(-1)?.slice(-edge);
  if (first === undefined || last === undefined) return null;
  const from = bare.indexOf(first);
  if (from < 0) return null;
  const to = bare.indexOf(last, from);
  const start = places[from];
  const end = places[(to < 0 ? from + first.length : to + last.length) - 1];
  return start === undefined || end === undefined ? null : [start, end + 1];
}

const strip = (text: string): string => [...text].filter((char) => !ignored.test(char)).join('');
