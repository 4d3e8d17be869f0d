import type { ParsedInput } from '../../../../shared/contract/index.ts';
import type { Readable } from '../../db/open.ts';
import type { DocumentKind } from './documents.ts';
import { documentKinds } from './documents.ts';
import { asKey, firstKey, IndexAstray, lastKey } from './searchIndex.ts';
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
  page: Page,
): { found: Found[]; total: number } {
  const kinds = documentKinds.filter((kind) => query.kinds === null || query.kinds.includes(kind));
  if (kinds.length === 0) return { found: [], total: 0 };
  const search = plan(query, terms, kinds);
  const walked = search.alsoChars === '' ? null : walk(r, search, Math.max(COUNTED + 1, page.offset + page.limit));
  const total = walked ? Math.min(walked.length, COUNTED + 1) : count(r, search);
  if (page.limit === 0 || total === 0) return { found: [], total };
  const byBest = query.order === 'best' && search.pairs !== '';
  const keys = byBest
    ? slice(best(r, search, walked && new Set(walked)), page)
    : walked
      ? slice(walked, page)
      : newest(r, search, page);
  return { found: keys.map((key) => documentAt(r, key)), total };
}

interface Page {
  offset: number;
  limit: number;
}

const slice = (keys: readonly number[], { offset, limit }: Page) => keys.slice(offset, offset + limit);

interface Plan {
  /** Table that is walked, with the expression for it. */
  table: 'search_text' | 'search_chars';
  match: string;
  /** Single characters beside longer words: hits are compared with those of `search_chars`; empty where none. */
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

const params = ({ match, from, to }: Pick<Plan, 'match' | 'from' | 'to'>) => ({ match, from, to });

/** Hits in the order of the index, which is newest first. */
const hits = ({ table }: Pick<Plan, 'table'>, columns = 'rowid AS key') =>
  `SELECT ${columns} FROM ${table} WHERE ${table} MATCH @match AND rowid BETWEEN @from AND @to ORDER BY rowid DESC`;

const keysOf = (r: Readable, search: Pick<Plan, 'table' | 'match' | 'from' | 'to'>, limit: number, offset = 0) =>
  r
    .all<{ key: number }>(`${hits(search)} LIMIT @limit OFFSET @offset`, { ...params(search), limit, offset })
    .map((row) => row.key);

const count = (r: Readable, search: Plan): number =>
  r.get<{ n: number }>(`SELECT count(*) AS n FROM (${hits(search)} LIMIT ${COUNTED + 1})`, params(search))?.n ?? 0;

const newest = (r: Readable, search: Plan, { offset, limit }: Page): number[] => keysOf(r, search, limit, offset);

/** Hits read at once where two lists are walked beside each other. */
const STRIDE = 1_000;

/** The newest keys that hold longer words and single characters: both lists, stretch by stretch. */
function walk(r: Readable, search: Plan, wanted: number): number[] {
  const both: number[] = [];
  for (let { to } = search; both.length < wanted; ) {
    const words = keysOf(r, { ...search, to }, STRIDE);
    const last = words.at(-1);
    if (last === undefined) break;
    const stretch = { table: 'search_chars', match: search.alsoChars, from: asKey(last), to } as const;
    const chars = new Set(keysOf(r, stretch, Number.MAX_SAFE_INTEGER));
    both.push(...words.filter((key) => chars.has(key)));
    if (words.length < STRIDE) break;
    to = asKey(last) - 1n;
  }
  return both;
}

/**
 * Best first by bm25. Weighing a hit costs far more than finding it, so only the newest `COUNTED` are weighed, and as
 * many of those, however old, that have the words in their title.
 */
function best(r: Readable, search: Plan, among: ReadonlySet<number> | null): number[] {
  const titled: Plan = { ...search, match: [`title : (${search.pairs})`, search.marks].filter(Boolean).join(' AND ') };
  const rank = new Map<number, number>();
  for (const part of [search, titled]) {
    const [oldest] = keysOf(r, part, 1, COUNTED - 1);
    const weighed = r.all<{ key: number; rank: number }>(
      hits(part, `rowid AS key, bm25(search_text, ${WEIGHTS}) AS rank`),
      params(oldest === undefined ? part : { ...part, from: asKey(oldest) }),
    );
    // Lower is better.
    for (const hit of weighed) rank.set(hit.key, Math.min(hit.rank, rank.get(hit.key) ?? 0));
  }
  return [...rank]
    .filter(([key]) => among?.has(key) ?? true)
    .sort(([a, i], [b, j]) => i - j || b - a)
    .map(([key]) => key);
}

/** Throws `IndexAstray` where a hit belongs to no document. */
export function documentAt(r: Readable, key: number): Found {
  const found = r.get<Found>('SELECT kind, id FROM search_documents WHERE key = ?', [asKey(key)]);
  if (!found) throw new IndexAstray(`no document has the key ${key}`);
  return found;
}
