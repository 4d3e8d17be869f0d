import type { DeskEvent } from '../../../../shared/contract/events.ts';
import type { Desk } from '../../context.ts';
import type { Database, Log, Readable, Writable } from '../../db/open.ts';
import { isSqliteError } from '../../db/sqlite.ts';
import { CoreError } from '../../errors.ts';
import {
  deferPending,
  IndexAstray,
  indexBacklog,
  indexPending,
  mergeParts,
  probeSearch,
  resetSearch,
  unindexed,
} from './searchIndex.ts';

/** So many documents are indexed before the core is open; more wait for the time between calls. */
const AT_START = 300;
/** Documents indexed at once between calls: some 20 ms. */
const BATCH = 40;
/** An index damaged a third time in one run is left alone: something else is wrong. */
const RENEWALS = 2;

/** Parts of the index are put together so long after a save, then a few at a time until there are none, ms. */
const MERGE_AFTER = 1_500;
const MERGE_EVERY = 100;

/** The job under which progress of the index is told. */
export const SEARCH_JOB = 'search-index';

/** Keeps the search index with the texts. The index is not data: whatever happens to it, texts are saved and read. */
export interface SearchKeeper {
  /** Indexes what a transaction changed, in that transaction; `OpenOptions.beforeCommit`. */
  beforeCommit(w: Writable): void;
  /** Catches up with what was written without the core, and goes on with a backlog between calls. */
  begin(db: Database): void;
  /** Told of an error, says whether it was damage to the index, which is then made anew between calls. */
  heal(error: unknown): boolean;
  end(): void;
}

export function createSearchKeeper({ log, emit }: { log: Log; emit(event: DeskEvent): void }): SearchKeeper {
  let database: Database | null = null;
  let timer: ReturnType<typeof setImmediate> | null = null;
  let merging: NodeJS.Timeout | null = null;
  let damaged = false;
  let renewals = 0;
  let total = 0;

  function heal(error: unknown): boolean {
    if (!isOfIndex(error) || renewals >= RENEWALS) return false;
    log.error('the search index is damaged and is made anew; no text is lost', { error });
    damaged = true;
    goOn();
    return true;
  }

  function goOn() {
    timer ??= setImmediate(() => {
      timer = null;
      if (damaged) renew();
      if (work(BATCH) > 0) goOn();
    });
  }

  function mergeLater(wait: number) {
    merging ??= setTimeout(() => {
      merging = null;
      if (merge()) mergeLater(MERGE_EVERY);
    }, wait).unref();
  }

  /** Returns whether there may be more to do. */
  function merge(): boolean {
    if (!database || damaged) return false;
    try {
      return database.write(mergeParts);
    } catch (error) {
      if (!heal(error)) log.error('parts of the search index could not be put together', { error });
      return false;
    }
  }

  function renew() {
    renewals += 1;
    try {
      database?.write(resetSearch);
      damaged = false;
      total = database?.read(unindexed) ?? 0;
    } catch (error) {
      log.error('the search index could not be made anew', { error });
    }
  }

  /** Returns how many documents remain. */
  function work(limit: number): number {
    if (!database || damaged) return 0;
    try {
      const left = database.write((w) => indexBacklog(w, limit));
      if (left > 0) emit({ type: 'progress', job: SEARCH_JOB, label: '建立搜索索引', done: total - left, total });
      else emit({ type: 'finished', job: SEARCH_JOB, error: null });
      mergeLater(MERGE_AFTER);
      return left;
    } catch (error) {
      // A disk that is full now may have room at the next start.
      if (!heal(error)) log.error('the search index could not be carried on', { error });
      return 0;
    }
  }

  return {
    beforeCommit(w) {
      if (damaged || !hasPending(w)) return;
      w.run('SAVEPOINT search');
      try {
        indexPending(w);
        // FTS5 writes its pages at a savepoint or at COMMIT, where a fault would take the text with it.
        w.run('SAVEPOINT flushed');
      } catch (error) {
        if (!heal(error)) throw error;
        w.run('ROLLBACK TO search');
      }
      w.run('RELEASE search');
      mergeLater(MERGE_AFTER);
    },
    begin(db) {
      database = db;
      try {
        tryIndex(db);
        total = db.read(unindexed);
        if (total === 0) return;
        db.write(deferPending);
        if (work(AT_START) > 0) goOn();
      } catch (error) {
        if (!heal(error)) log.error('the search index could not be brought up to date', { error });
      }
    },
    heal,
    end() {
      if (timer) clearImmediate(timer);
      if (merging) clearTimeout(merging);
      database = null;
    },
  };
}

/** Reads with the help of the index; where that is damaged, once more when it has been begun anew. */
export async function readIndex<T>(desk: Desk, read: (r: Readable) => T): Promise<T> {
  try {
    return desk.db.read(read);
  } catch (error) {
    if (!desk.healSearch(error)) throw error;
    await new Promise((resolve) => setImmediate(resolve));
    return desk.db.read(read);
  }
}

/** Throws where the index cannot be written, before a text depends on it; leaves no trace. */
function tryIndex(db: Database): void {
  const done = new Error('tried');
  try {
    db.write((w) => {
      probeSearch(w);
      w.run('SAVEPOINT flushed');
      throw done;
    });
  } catch (error) {
    if (error !== done) throw error;
  }
}

const hasPending = (r: Readable) => r.get('SELECT 1 AS found FROM search_pending LIMIT 1') !== undefined;

/** Damage, or a table of the index gone; not a full disk or a folder turned read-only, which a save must hear of. */
function isOfIndex(error: unknown): boolean {
  if (error instanceof IndexAstray) return true;
  if (error instanceof CoreError) return error.code === 'database-damaged';
  if (!isSqliteError(error)) return false;
  return /^SQLITE_(CORRUPT|CONSTRAINT)/.test(error.code) || /search_|fts5/.test(error.message);
}
