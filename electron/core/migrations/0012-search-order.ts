import type { Writable } from '../db/handles.ts';
import { fillSearchBacklog, searchTables } from './0002-search.ts';

/**
 * The index begins anew with keys that count down (searchIndex.ts), and no save waits any more for FTS5 to put its parts
 * together: that took a third of a second now and then at 100,000 documents. The core does it between calls.
 */
export const searchOrder = {
  version: 12,
  name: 'search-order',
  up(w: Writable): void {
    w.exec(searchBegunAnew);
  },
};

/** Kept in the tables themselves. */
const quietMerging = ['search_text', 'search_chars']
  .map((table) => `INSERT INTO ${table} (${table}, rank) VALUES ('automerge', 0);`)
  .join(' ');

/** An empty index, with everything there is in its backlog. */
export const searchBegunAnew = `
DROP TABLE IF EXISTS search_text; DROP TABLE IF EXISTS search_chars; DROP TABLE IF EXISTS search_documents;
DELETE FROM search_pending; DELETE FROM search_backlog;
${searchTables} ${quietMerging} ${fillSearchBacklog}`;
