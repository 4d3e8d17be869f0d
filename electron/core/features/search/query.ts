import type { ParsedInput } from '../../../../shared/contract/index.ts';
import { foldText } from '../../../../shared/text/similar/fold.ts';
import type { Readable } from '../../db/open.ts';
import { type DocumentKind, documentKinds, readDocument } from './documents.ts';
import { asKey, firstKey, IndexAstray, lastKey } from './searchIndex.ts';
import type { Term } from './terms.ts';
import { mark, phrase, quoted } from './tokens.ts';

/** What is asked, whichever page of it. */
export type Query = Omit<ParsedInput<'search.query'>, 'offset' | 'limit'>;

export interface Found {
  kind: DocumentKind;
  id: string;
}

/** Hits are counted up to this. */
export const COUNTED = 1_000;
/** So many of the newest hits are weighed: weighing one costs ten times what finding it does. */
const WEIGHED = 100;

/** Weights of title, body, marks. */
const WEIGHTS = '10.0, 1.0, 0.0';

export interface Answer {
  found: Found[];
  /** How many were found; all there are unless `more`. */
  total: number;
  more: boolean;
}

/** Documents that hold every term and pass the filters, with how many there are, counted up to `counted`. */
export function findDocuments(
  r: Readable,
  query: Query,
  terms: readonly Term[],
  page: Page,
  counted = COUNTED,
): Answer {
  const kinds = documentKinds.filter((kind) => query.kinds === null || query.kinds.includes(kind));
  if (kinds.length === 0) return { found: [], total: 0, more: false };
  const search = plan(query, terms, kinds);
  const wanted = Math.max(counted + 1, page.offset + page.limit);
  const { keys, more } =
    search.alsoChars === '' ? { keys: keysOf(r, search, wanted), more: false } : walkBoth(r, search, wanted, page);
  const ordered = query.order === 'best' && search.pairs !== '' ? best(r, search, keys) : keys;
  const found = documentsAt(r, ordered.slice(page.offset, page.offset + page.limit));
  return { found, total: Math.min(keys.length, counted), more: more || keys.length > counted };
}

export interface Page {
  offset: number;
  limit: number;
}

interface Plan {
  /** Table that is walked, with the expression for it. */
  table: 'search_text' | 'search_chars';
  match: string;
  /** Single characters beside longer words: hits are compared with those of `search_chars`; empty where none. */
  alsoChars: string;
  singles: readonly string[];
  /** The longer words alone, without marks; empty where there are none. */
  pairs: string;
  marks: string;
  from: bigint;
  to: bigint;
}

function plan(query: Query, terms: readonly Term[], kinds: readonly DocumentKind[]): Plan {
  const singles = terms.filter((term) => isSingle(term)).map((term) => term.folded);
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
  const chars = singles.map(quoted);
  const match = all([...(onText ? pairs : chars), ...filters]);
  return {
    table: onText ? 'search_text' : 'search_chars',
    match: match === '' ? everything : match,
    alsoChars: onText ? all(chars) : '',
    singles,
    pairs: all(pairs),
    marks: all(filters),
    from: query.to === null ? -(2n ** 62n) : asKey(firstKey(query.to)),
    to: query.from === null ? 2n ** 62n : asKey(lastKey(query.from)),
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
  `SELECT ${columns} FROM ${table} WHERE ${table} MATCH @match AND rowid BETWEEN @from AND @to ORDER BY rowid`;

type Walk = Pick<Plan, 'table' | 'match' | 'from' | 'to'>;

/** The newest keys, at most `limit`; as one JSON text, since a row for each would take four times as long. */
function keysOf(r: Readable, search: Walk, limit: number): number[] {
  const row = r.get<{ keys: string }>(`SELECT json_group_array(key) AS keys FROM (${hits(search)} LIMIT @limit)`, {
    ...params(search),
    limit,
  });
  return JSON.parse(row?.keys ?? '[]') as number[];
}

/** Hits read at once where two lists are walked beside each other, and strides walked on only to count. */
const STRIDE = 200;
const COUNTING_STRIDES = 1;
/** So many of the single characters' hits are read beside a stride; where more lie between, the texts are read instead. */
const MEMBERS = 6_000;

/**
 * Where single characters are asked for beside longer words, both lists are walked beside each other, stretch by stretch,
 * until the page is full; to count what follows only a little further.
 */
function walkBoth(r: Readable, search: Plan, wanted: number, page: Page): { keys: number[]; more: boolean } {
  const both: number[] = [];
  let counting = COUNTING_STRIDES;
  for (let { from } = search; ; ) {
    const words = keysOf(r, { ...search, from }, STRIDE);
    both.push(...withChars(r, search, words));
    if (words.length < STRIDE) return { keys: both, more: false };
    if (both.length >= page.offset + page.limit) counting -= 1;
    if (both.length >= wanted || counting === 0) return { keys: both, more: true };
    from = asKey(words.at(-1) ?? 0) + 1n;
  }
}

/** Those of the keys whose documents hold the single characters too. */
function withChars(r: Readable, { alsoChars, singles }: Plan, keys: readonly number[]): number[] {
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  const stretch = { table: 'search_chars', match: alsoChars, from: asKey(first), to: asKey(last) } as const;
  const members = keysOf(r, stretch, MEMBERS);
  if (members.length === MEMBERS) {
    const places = documentsAt(r, keys);
    return keys.filter((_, i) => textHolds(r, places[i], singles));
  }
  const chars = new Set(members);
  return keys.filter((key) => chars.has(key));
}

function textHolds(r: Readable, place: Found | undefined, chars: readonly string[]): boolean {
  const document = place ? readDocument(r, place.kind, place.id) : null;
  const text = document && foldText(`${document.title}\n${document.body}\n${document.byline}`);
  return text !== null && chars.every((char) => text.includes(char));
}

/**
 * Best first: what has the words in its title, however old, newest first; then the newest `WEIGHED` hits by bm25; then the
 * rest, newest first. bm25 walks all hits of every word before it weighs the first, so it is asked once.
 */
function best(r: Readable, search: Plan, newestFirst: readonly number[]): number[] {
  const match = [`title : (${search.pairs})`, search.marks].filter(Boolean).join(' AND ');
  const hit = new Set(newestFirst);
  const titled = keysOf(r, { ...search, match }, WEIGHED).filter((key) => search.alsoChars === '' || hit.has(key));
  const weighed = r.all<{ key: number; rank: number }>(
    `${hits(search, `rowid AS key, bm25(search_text, ${WEIGHTS}) AS rank`)} LIMIT ${WEIGHED}`,
    params(search),
  );
  // Lower is better.
  const ranks = new Map(weighed.map(({ key, rank }) => [key, rank]));
  const rankOf = (key: number) => ranks.get(key) ?? 0;
  const inTitle = new Set(titled);
  const rest = newestFirst.filter((key) => !inTitle.has(key)).sort((a, b) => rankOf(a) - rankOf(b) || a - b);
  return [...titled, ...rest];
}

/** What stands under the keys, in their order. Throws `IndexAstray` where a hit belongs to no document. */
export function documentsAt(r: Readable, keys: readonly number[]): Found[] {
  const found = r.all<Found>(
    `SELECT d.kind, d.id FROM json_each(?) k JOIN search_documents d ON d.key = k.value ORDER BY k.key`,
    [JSON.stringify(keys)],
  );
  if (found.length < keys.length) throw new IndexAstray(`${keys.length - found.length} hits belong to no document`);
  return found;
}
