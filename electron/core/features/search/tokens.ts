import { createHash } from 'node:crypto';
import { BREAK, foldText } from '../../../../shared/text/similar/fold.ts';
import { sketch } from '../../../../shared/text/similar/sketch.ts';
import { type SearchDocument, wholeText } from './documents.ts';

/**
 * How a document stands in the index. `search_text` holds each pair of neighbouring characters as a token, in order, so
 * that a phrase of pairs is found exactly where its characters stand side by side; `search_chars` holds each character
 * once, for what pairs cannot answer: a single one. Marks of a document (kind, state, units, sketch) are tokens that
 * begin with `_`, which no folded text contains, and stand in both.
 */
export interface IndexRow {
  title: string;
  body: string;
  marks: string;
  chars: string;
  /** Of all the above and the day. */
  digest: string;
}

/** Changes when tokens are made in another way; every document is then indexed again by a migration. */
const FORMAT = 1;

export function indexRow(document: SearchDocument): IndexRow {
  const title = foldText(document.title);
  const body = foldText(document.byline === '' ? document.body : `${document.body}\n${document.byline}`);
  const marks = marksOf(document).join(' ');
  return {
    title: pairs(title),
    body: pairs(body),
    marks,
    chars: `${[...new Set(title + body)].filter((char) => char !== BREAK).join(' ')} ${marks}`,
    digest: digestOf([FORMAT, document.date, title, body, marks]),
  };
}

function marksOf(document: SearchDocument): string[] {
  const { kind, state, unitIds, publicationId } = document;
  return [
    mark('kind', kind),
    mark('state', state),
    ...unitIds.map((unit) => mark('unit', unit)),
    ...(publicationId === null ? [] : [mark('publication', publicationId)]),
    ...(kind === 'issue' ? [] : sketch(wholeText(document)).map(shingleMark)),
  ];
}

/** The token for a shingle of a document's sketch. */
export const shingleMark = (hash: number): string => mark('shingle', hash.toString(36));

/** `督查组` → `督查 查组 组`: the last character of a run stands alone, so that no pair reaches over its end. */
export function pairs(folded: string): string {
  let spaced = '';
  for (const run of folded.split(BREAK)) {
    const chars = [...run];
    for (let i = 0; i < chars.length; i++) spaced += `${chars[i]}${chars[i + 1] ?? ''} `;
  }
  return spaced;
}

export type MarkKind = 'kind' | 'state' | 'unit' | 'publication' | 'shingle';

/** A token for what a document is; an id from outside cannot leave its quotes. */
export const mark = (kind: MarkKind, value: string): string =>
  `_${kind.slice(0, 2)}${value.replace(/[^A-Za-z0-9-]/g, (char) => `_${char.codePointAt(0)?.toString(16)}_`)}`;

/** The query expression for one token. */
export const quoted = (token: string): string => `"${token}"`;

/** The query expression for two or more folded characters side by side. */
export const phrase = (folded: string): string => {
  const chars = [...folded];
  return quoted(
    chars
      .slice(0, -1)
      .map((char, i) => char + (chars[i + 1] ?? ''))
      .join(' '),
  );
};

const digestOf = (parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
