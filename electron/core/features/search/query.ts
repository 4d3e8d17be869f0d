import type { ParsedInput } from '../../../../shared/contract/index.ts';
import type { Readable } from '../../db/open.ts';
import type { DocumentKind } from './documents.ts';
import { documentKinds } from './documents.ts';
import { asKey, firstKey, lastKey } from './searchIndex.ts';
import type { Term } from './terms.ts';
import { mark, phrase, quoted } from './tokens.ts';

export type Query = ParsedInput<'search.query'>;

export interface Found {
  kind: DocumentKind;
  id: string;
}

/** Hits are counted up to this, and the best chosen among so many of the newest. */
export const COUNTED = 1_000;

/** Weights of title, body, marks. */
const WEIGHTS = '10.0, 1.0, 0.0';

/** Documents that hold every term and pass the filters, with how many there are (at most `COUNTED` + 1). */
export function findDocuments(
  r: Readable,
  query: Query,
  terms: readonly Term[],
  page: { offset: number; limit: number },
): { found: Found[]; total: number } {
  const kinds = documentKinds.filter((kind) => query.kinds === null || query.kinds.includes(kind));
  if (kinds.length === 0) return { found: [], total: 0 };
  const search = plan(query, terms, kinds);
  const total = count(r, search);
  if (page.limit === 0 || total === 0) return { found: [], total };
  const keys = query.order === 'best' && search.pairs !== '' ? best(r, search, page) : newest(r, search, page);
  return { found: keys.flatMap((key) => documentAt(r, key)), total };
}

interface Plan {
  /** Table that is walked, with the expression for it. */
  table: 'search_text' | 'search_chars';
  match: string;
  /** Single characters beside longer words: asked of `search_chars` for each hit; empty where there are none. */
  alsoChars: string;
  /** The longer words alone, without marks; empty where there are none. */
  pairs: string;
  marks: string;
  from: bigint;
  to: bigint;
}

function plan(query: Query, terms: readonly Term[], kinds: readonly DocumentKind[]): Plan {
  const singles = terms.filter((term) => isSingle(term)).map((term) => quoted(term.folded));
  const pairs = terms.filter((term) => !isSingle(term)).map(pairsOf);
  const filters = [
    ...(kinds.length < documentKinds.length ? [anyOf(kinds.map((kind) => mark('kind', kind)))] : []),
    ...(query.departmentId === null ? [] : [quoted(mark('unit', query.departmentId))]),
    ...(query.state === null ? [] : [quoted(mark('state', query.state))]),
    ...(query.publicationId === null ? [] : [quoted(mark('publication', query.publicationId))]),
  ];
  const everything = anyOf(documentKinds.map((kind) => mark('kind', kind)));
  const all = (parts: readonly string[]) => parts.join(' AND ');
  const onText = pairs.length > 0;
  const match = all([...(onText ? pairs : singles), ...filters]);
  return {
    table: onText ? 'search_text' : 'search_chars',
    match: match === '' ? everything : match,
    alsoChars: onText ? all(singles) : '',
    pairs: all(pairs),
    marks: all(filters),
    from: query.from === null ? -(2n ** 62n) : asKey(firstKey(query.from)),
    to: query.to === null ? 2n ** 62n : asKey(lastKey(query.to)),
  };
}

const isSingle = (term: Term) => [...term.folded].length === 1;
const anyOf = (tokens: readonly string[]) => `(${tokens.map(quoted).join(' OR ')})`;

function pairsOf({ folded, units }: Term): string {
  const words = phrase(folded);
  return units.size === 0
    ? words
    : `(${[words, ...[...units].map((unit) => quoted(mark('unit', unit)))].join(' OR ')})`;
}

const params = ({ match, alsoChars, from, to }: Plan) => ({
  match,
  from,
  to,
  ...(alsoChars === '' ? {} : { alsoChars }),
});

/** Hits in the order of the index; `matched` says from which key on. */
const hits = ({ table, alsoChars }: Plan) =>
  `SELECT rowid AS key FROM ${table} t WHERE ${table} MATCH @match AND rowid BETWEEN @from AND @to
   ${alsoChars === '' ? '' : 'AND EXISTS (SELECT 1 FROM search_chars c WHERE search_chars MATCH @alsoChars AND c.rowid = t.rowid)'}
   ORDER BY rowid DESC`;

const count = (r: Readable, search: Plan): number =>
  r.get<{ n: number }>(`SELECT count(*) AS n FROM (${hits(search)} LIMIT ${COUNTED + 1})`, params(search))?.n ?? 0;

const newest = (r: Readable, search: Plan, page: { offset: number; limit: number }): number[] =>
  r
    .all<{ key: number }>(`${hits(search)} LIMIT @limit OFFSET @offset`, { ...params(search), ...page })
    .map((row) => row.key);

/**
 * Best first by bm25. Weighing a hit costs far more than finding it, so only the newest `COUNTED` are weighed, and as
 * many of those, however old, that have the words in their title.
 */
function best(r: Readable, search: Plan, page: { offset: number; limit: number }): number[] {
  const titled: Plan = { ...search, match: [`title : (${search.pairs})`, search.marks].filter(Boolean).join(' AND ') };
  const rank = new Map<number, number>();
  for (const part of [search, titled]) {
    const oldest = r.get<{ key: number }>(`${hits(part)} LIMIT 1 OFFSET ${COUNTED - 1}`, params(part));
    const weighed = hits(part).replace(
      /^SELECT rowid AS key/,
      `SELECT rowid AS key, bm25(search_text, ${WEIGHTS}) AS rank`,
    );
    const rows = r.all<{ key: number; rank: number }>(weighed.replace('ORDER BY rowid DESC', ''), {
      ...params(part),
      from: oldest ? asKey(oldest.key) : part.from,
    });
    // Lower is better.
    for (const row of rows) rank.set(row.key, Math.min(row.rank, rank.get(row.key) ?? 0));
  }
  const sorted = [...rank].sort(([a, i], [b, j]) => i - j || b - a).map(([key]) => key);
  return sorted.slice(page.offset, page.offset + page.limit);
}

const documentAt = (r: Readable, key: number): Found[] =>
  r.all<Found>('SELECT kind, id FROM search_documents WHERE key = ?', [asKey(key)]);
