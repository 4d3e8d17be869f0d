import { z } from 'zod';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { searchBegunAnew } from '../../migrations/0012-search-order.ts';
import { type DocumentKind, documentKinds, readDocument, type SearchDocument } from './documents.ts';
import { type IndexRow, indexRow } from './tokens.ts';

/** Two to this power of documents have room in a day. */
const KEY_BITS = 22;
const KEYS_A_DAY = 2 ** KEY_BITS;
const DAY = 86_400_000;

/** Keys count down from here, days since 1970: FTS5 walks its lists upward two to three times as fast as downward. */
const COUNTED_FROM = 2 ** 16;

/** Least key of a day; keys of later days are less, and so are those of documents indexed later in a day. */
export const firstKey = (date: IsoDate): number => (COUNTED_FROM - Date.parse(date) / DAY) * KEYS_A_DAY;
export const lastKey = (date: IsoDate): number => firstKey(date) + KEYS_A_DAY - 1;

/** Whether the document of one key comes before that of another in time. */
export const isEarlier = (key: number, than: number): boolean => key > than;

/** The parts of the index no longer fit one another; to be healed like damage. */
export class IndexAstray extends Error {}

interface Change {
  n: number;
  kind: DocumentKind;
  id: string;
}

/**
 * Brings the index to what the texts now are, for all that changed since; called before each commit. A document changed
 * several times in a transaction is indexed once, one that says the same as before not at all.
 */
export function indexPending(w: Writable): void {
  const changes = w.all<Change>('SELECT n, kind, id FROM search_pending ORDER BY n');
  const last = changes.at(-1);
  if (!last) return;
  indexDocuments(w, distinct(changes));
  w.run('DELETE FROM search_pending WHERE n <= ?', [last.n]);
}

/** What was written without the core may be much: it is indexed in batches like what was there before the index. */
export function deferPending(w: Writable): void {
  w.run('INSERT INTO search_backlog (kind, id) SELECT kind, id FROM search_pending ORDER BY n');
  w.run('DELETE FROM search_pending');
}

/** Indexes at most `limit` of the documents that were there before the index; returns how many remain. */
export function indexBacklog(w: Writable, limit: number): number {
  const batch = w.all<Change>('SELECT n, kind, id FROM search_backlog ORDER BY n LIMIT ?', [limit]);
  const last = batch.at(-1);
  if (!last) return 0;
  indexDocuments(w, distinct(batch));
  w.run('DELETE FROM search_backlog WHERE n <= ?', [last.n]);
  return unindexed(w);
}

/** How many documents are not indexed yet, without counting them: both lists are worked off from their beginning. */
export const unindexed = (r: Readable): number =>
  r.get<{ n: number }>(`SELECT ${lengthOf('search_pending')} + ${lengthOf('search_backlog')} AS n`)?.n ?? 0;

const lengthOf = (list: string) => `coalesce((SELECT max(n) FROM ${list}) - (SELECT min(n) FROM ${list}) + 1, 0)`;

/** Throws the index away and puts everything into the backlog; searches find what has been indexed so far. */
export function resetSearch(w: Writable): void {
  w.exec(searchBegunAnew);
}

/** Makes the index anew from the texts, wholly. At 100,000 documents about half a minute. */
export function rebuildSearch(w: Writable): void {
  resetSearch(w);
  while (indexBacklog(w, 1_000) > 0);
}

/** Documents compared at once by `searchFaults`. */
const CHECKED_AT_ONCE = 500;

/** Writes a row of each part, to see whether that can be done; to be rolled back. */
export function probeSearch(w: Writable): void {
  w.run('INSERT INTO search_documents (key, kind, id, digest) VALUES (?, ?, ?, ?)', [PROBE, '', '', '']);
  w.run('INSERT INTO search_text (rowid, title) VALUES (?, ?)', [PROBE, '试试']);
  w.run('INSERT INTO search_chars (rowid, chars) VALUES (?, ?)', [PROBE, '试']);
}

const PROBE = -(2n ** 60n);

/** In what the index differs from the texts, in words; empty when nothing. The texts themselves are not in doubt. */
export function searchFaults(r: Readable): string[] {
  const waiting = unindexed(r);
  if (waiting > 0) return [`搜索索引还有${waiting}条没有建立，请稍后再检查`];
  const broken = ['search_text', 'search_chars'].flatMap((table) =>
    r
      .all<{ integrity_check: string }>(`PRAGMA integrity_check(${table})`)
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => `搜索索引损坏，需要重建：${row.integrity_check}`),
  );
  if (broken.length > 0) return broken;
  const counts = Object.entries({ 缺少: missing(r), 多出: surplus(r), 与正文不符: differing(r) });
  return counts.filter(([, n]) => n > 0).map(([what, n]) => `搜索索引${what}${n}条，需要重建`);
}

const liveDocuments: Record<DocumentKind, string> = {
  submission: 'SELECT id FROM submissions',
  item: 'SELECT id FROM items WHERE withdrawn = 0',
  issue: 'SELECT id FROM issues',
};

const missing = (r: Readable): number =>
  documentKinds.reduce(
    (sum, kind) =>
      sum +
      (r.get<{ n: number }>(
        `SELECT count(*) AS n FROM (${liveDocuments[kind]}) t
         WHERE NOT EXISTS (SELECT 1 FROM search_documents d WHERE d.kind = ? AND d.id = t.id)`,
        [kind],
      )?.n ?? 0),
    0,
  );

/** Rows of one part of the index that the others lack. */
const surplus = (r: Readable): number =>
  ['search_text_docsize', 'search_chars_docsize'].reduce(
    (sum, table) =>
      sum +
      (r.get<{ n: number }>(
        `SELECT (SELECT count(*) FROM ${table} WHERE id NOT IN (SELECT key FROM search_documents))
              + (SELECT count(*) FROM search_documents WHERE key NOT IN (SELECT id FROM ${table})) AS n`,
      )?.n ?? 0),
    0,
  );

function differing(r: Readable): number {
  let wrong = 0;
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const batch = r.all<{ key: number; kind: DocumentKind; id: string; digest: string }>(
      'SELECT key, kind, id, digest FROM search_documents WHERE key > ? ORDER BY key LIMIT ?',
      [asKey(after), CHECKED_AT_ONCE],
    );
    for (const { key, kind, id, digest } of batch) {
      const document = soundDocument(r, kind, id);
      if (!document || indexRow(document).digest !== digest) wrong++;
      after = key;
    }
    if (batch.length < CHECKED_AT_ONCE) return wrong;
  }
}

/** Documents whose rows are held at once. */
const HELD = 300;

/** FTS5 begins a new part of its lists with each key that is less than the one before: rows go in by their keys. */
function indexDocuments(w: Writable, changes: readonly Change[]): void {
  for (let from = 0; from < changes.length; from += HELD) indexBatch(w, changes.slice(from, from + HELD));
}

function indexBatch(w: Writable, changes: readonly Change[]): void {
  const rows = changes.flatMap(({ kind, id }) => placeDocument(w, kind, id) ?? []);
  for (const { key, title, body, marks, chars } of rows.sort((a, b) => a.key - b.key)) {
    w.run('INSERT INTO search_text (rowid, title, body, marks) VALUES (?, ?, ?, ?)', [asKey(key), title, body, marks]);
    w.run('INSERT INTO search_chars (rowid, chars) VALUES (?, ?)', [asKey(key), chars]);
  }
}

/** Takes a changed document's row away and gives it its key; null where there is nothing to index. */
function placeDocument(w: Writable, kind: DocumentKind, id: string): (IndexRow & { key: number }) | null {
  const stored = w.get<{ key: number; digest: string }>(
    'SELECT key, digest FROM search_documents WHERE kind = ? AND id = ?',
    [kind, id],
  );
  const document = soundDocument(w, kind, id);
  const row = document && indexRow(document);
  if (stored && stored.digest !== row?.digest) removeRow(w, stored.key);
  if (!document || !row || stored?.digest === row.digest) return null;
  const key = stored && isOfDay(stored.key, document.date) ? stored.key : nextKey(w, document.date);
  w.run('INSERT INTO search_documents (key, kind, id, digest) VALUES (?, ?, ?, ?)', [asKey(key), kind, id, row.digest]);
  return { ...row, key };
}

function removeRow(w: Writable, key: number): void {
  w.run('DELETE FROM search_documents WHERE key = ?', [asKey(key)]);
  w.run('DELETE FROM search_text WHERE rowid = ?', [asKey(key)]);
  w.run('DELETE FROM search_chars WHERE rowid = ?', [asKey(key)]);
}

/** The driver passes a number beyond 32 bits on as a fraction, which FTS5 takes for no row number at all. */
export const asKey = (key: number): bigint => BigInt(key);

const isOfDay = (key: number, date: IsoDate) => key >= firstKey(date) && key <= lastKey(date);

function nextKey(w: Writable, date: IsoDate): number {
  const row = w.get<{ last: number | null }>(
    'SELECT min(key) AS last FROM search_documents WHERE key BETWEEN ? AND ?',
    [asKey(firstKey(date)), asKey(lastKey(date))],
  );
  return (row?.last ?? lastKey(date) + 1) - 1;
}

/** Pages of the lists put together at once between calls: some 5 ms. */
const MERGED_AT_ONCE = 32;

/** Puts a few of the small parts together that saves leave behind; false where there is nothing (more) to put together. */
export function mergeParts(w: Writable): boolean {
  const changes = () => w.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
  const before = changes();
  for (const table of ['search_text', 'search_chars'])
    w.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, [MERGED_AT_ONCE]);
  // Each of the two commands counts as one change where it does nothing.
  return changes() - before > 2;
}

/** One damaged record is not found, and does not keep the others from being; `searchFaults` names it. */
function soundDocument(r: Readable, kind: DocumentKind, id: string): SearchDocument | null {
  try {
    return readDocument(r, kind, id);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function distinct(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [`${change.kind} ${change.id}`, change])).values()];
}
