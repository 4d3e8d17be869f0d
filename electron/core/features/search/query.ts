import type { ParsedInput } from '../../../../shared/contract/index.ts';
import type { Readable } from '../../db/open.ts';
import { type DocumentKind, documentKinds } from './documents.ts';
import { asKey, firstKey, IndexAstray, lastKey } from './searchIndex.ts';
import type { Term } from './terms.ts';
import { mark, phrase, quoted } from './tokens.ts';

export type Query = ParsedInput<'search.query'>;

export interface Found {
  kind: DocumentKind;
  id: string;
}

/** Hits are counted up to this. */
export const COUNTED = 1_000;
/** The best are chosen among so many of the newest: weighing a hit costs ten times what finding it does. */
const WEIGHED = 400;

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
  const byBest = query.order === 'best' && search.pairs !== '';
  if (byBest || search.alsoChars !== '') {
    const keys = walk(r, search, Math.max(COUNTED + 1, page.offset + page.limit));
    const total = Math.min(keys.length, COUNTED + 1);
    return { found: documentsAt(r, slice(byBest ? best(r, search, keys) : keys, page)), total };
  }
  const total = count(r, search);
  return { found: total === 0 ? [] : documentsAt(r, keysOf(r, search, page.limit, page.offset)), total };
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

/** Hits read at once where two lists are walked beside each other. */
const STRIDE = 1_000;

/**
 * The newest keys, `wanted` of them or more where there are. Where single characters are asked for beside longer words,
 * both lists are walked beside each other, stretch by stretch.
 */
function walk(r: Readable, search: Plan, wanted: number): number[] {
  if (search.alsoChars === '') return keysOf(r, search, wanted);
  const both: number[] = [];
  for (let { to } = search; both.length < wanted; ) {
    const words = keysOf(r, { ...search, to }, STRIDE);
    const last = words.at(-1);
    if (last === undefined) break;
    const stretch = { table: 'search_chars', match: search.alsoChars, from: asKey(last), to } as const;
    const chars = membersOf(r, stretch);
    both.push(...words.filter((key) => chars.has(key)));
    if (words.length < STRIDE) break;
    to = asKey(last) - 1n;
  }
  return both;
}

/** As one JSON text: a row for each of ten thousand keys would take ten times as long. */
function membersOf(r: Readable, search: Pick<Plan, 'table' | 'match' | 'from' | 'to'>): ReadonlySet<number> {
  const row = r.get<{ keys: string }>(`SELECT json_group_array(key) AS keys FROM (${hits(search)})`, params(search));
  return new Set<number>(JSON.parse(row?.keys ?? '[]'));
}

/**
 * Best first by bm25: the newest `WEIGHED` hits, and as many of those, however old, that have the words in their title.
 * What was not weighed follows, newest first.
 */
function best(r: Readable, search: Plan, newestFirst: readonly number[]): number[] {
  const titled: Plan = { ...search, match: [`title : (${search.pairs})`, search.marks].filter(Boolean).join(' AND ') };
  const ranks = new Map<number, number>();
  for (const part of newestFirst.length > WEIGHED ? [search, titled] : [search]) {
    const weighed = r.all<{ key: number; rank: number }>(
      `${hits(part, `rowid AS key, bm25(search_text, ${WEIGHTS}) AS rank`)} LIMIT ${WEIGHED}`,
      params(part),
    );
    // Lower is better.
    for (const { key, rank } of weighed) ranks.set(key, Math.min(rank, ranks.get(key) ?? 0));
  }
  const rankOf = (key: number) => ranks.get(key) ?? 0;
  const old = [...ranks.keys()].filter((key) => key < (newestFirst.at(-1) ?? 0));
  const all = search.alsoChars === '' ? [...newestFirst, ...old] : [...newestFirst];
  return all.sort((a, b) => rankOf(a) - rankOf(b) || b - a);
}

const documentsAt = (r: Readable, keys: readonly number[]): Found[] => keys.map((key) => documentAt(r, key));

/** Throws `IndexAstray` where a hit belongs to no document. */
export function documentAt(r: Readable, key: number): Found {
  const found = r.get<Found>('SELECT kind, id FROM search_documents WHERE key = ?', [asKey(key)]);
  if (!found) throw new IndexAstray(`no document has the key ${key}`);
  return found;
}
