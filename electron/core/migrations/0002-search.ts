import type { Writable } from '../db/handles.ts';

/**
 * The search index, kept in the same transaction as the text. Triggers only write down what changed; the core indexes
 * it before that transaction commits (features/search/keeper.ts). Nobody who writes a text can forget the index then,
 * raw SQL included, and a trigger needs no function of ours: with `trusted_schema` off such a trigger would be refused,
 * and where a database is opened without the function every save would fail. What is written without the core stands in
 * `search_pending` until the core is next opened.
 *
 * Existing documents are put into `search_backlog` and indexed in batches once the core is open: a start does not wait
 * for a hundred thousand of them, and one cut short goes on where it was.
 */
export const search = {
  version: 2,
  name: 'search',
  up(w: Writable): void {
    for (const part of [bookkeeping, searchTables, ...triggers, fillSearchBacklog]) w.exec(part);
  },
};

const bookkeeping = `
CREATE TABLE search_pending (n INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL) STRICT;
CREATE TABLE search_backlog (n INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL) STRICT;
`;

/**
 * Measured best at every length of query: pairs of characters for two and more, each character once for one alone (a
 * third smaller than a prefix index over the pairs, and twice as fast). Without the texts: those stand in their tables.
 * `key` counts up by day, then by when a document was first indexed, so that newest first is the order of the index.
 */
export const searchTables = `
CREATE TABLE IF NOT EXISTS search_documents (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  UNIQUE (kind, id)
) STRICT;
CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5 (
  title, body, marks, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '-_'"
);
CREATE VIRTUAL TABLE IF NOT EXISTS search_chars USING fts5 (
  chars, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '-_'"
);
`;

/** Everything there is, oldest first, so that keys keep the order. */
export const fillSearchBacklog = `
INSERT INTO search_backlog (kind, id) SELECT 'submission', id FROM submissions ORDER BY seq;
INSERT INTO search_backlog (kind, id) SELECT 'item', id FROM items WHERE withdrawn = 0 ORDER BY seq;
INSERT INTO search_backlog (kind, id) SELECT 'issue', id FROM issues ORDER BY seq;
`;

const pending = (kind: string, id: string) => `INSERT INTO search_pending (kind, id) VALUES ('${kind}', ${id});`;
const itemsOf = (issue: string) =>
  `INSERT INTO search_pending (kind, id) SELECT 'item', item_id FROM issue_entries WHERE issue_id = ${issue};`;

const trigger = (name: string, on: string, body: string) =>
  `CREATE TRIGGER search_${name} AFTER ${on} BEGIN ${body} END;`;

const changed = (...columns: string[]) => columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');

const triggers = [
  trigger('submission_insert', 'INSERT ON submissions', pending('submission', 'NEW.id')),
  trigger('submission_update', 'UPDATE ON submissions', pending('submission', 'NEW.id')),
  trigger('submission_delete', 'DELETE ON submissions', pending('submission', 'OLD.id')),
  trigger('item_insert', 'INSERT ON items', pending('item', 'NEW.id')),
  trigger('item_update', 'UPDATE ON items', pending('item', 'NEW.id')),
  trigger('item_delete', 'DELETE ON items', pending('item', 'OLD.id')),
  trigger('credit_insert', 'INSERT ON item_credits', pending('item', 'NEW.item_id')),
  trigger('credit_update', 'UPDATE ON item_credits', pending('item', 'OLD.item_id') + pending('item', 'NEW.item_id')),
  trigger('credit_delete', 'DELETE ON item_credits', pending('item', 'OLD.item_id')),
  trigger('entry_insert', 'INSERT ON issue_entries', pending('item', 'NEW.item_id')),
  trigger('entry_update', 'UPDATE ON issue_entries', pending('item', 'OLD.item_id') + pending('item', 'NEW.item_id')),
  trigger('entry_delete', 'DELETE ON issue_entries', pending('item', 'OLD.item_id')),
  trigger('issue_insert', 'INSERT ON issues', pending('issue', 'NEW.id')),
  trigger('issue_update', 'UPDATE ON issues', pending('issue', 'NEW.id')),
  // What an item shows of its issue.
  trigger(
    'issue_items',
    `UPDATE ON issues WHEN ${changed('state', 'date', 'publication_id', 'number')}`,
    itemsOf('NEW.id'),
  ),
  trigger('issue_delete', 'DELETE ON issues', pending('issue', 'OLD.id')),
  trigger('issue_content', 'INSERT ON issue_contents', pending('issue', 'NEW.issue_id')),
  trigger('issue_void', 'INSERT ON issue_voids', pending('issue', 'NEW.issue_id') + itemsOf('NEW.issue_id')),
  trigger(
    'publication_update',
    `UPDATE ON publications WHEN ${changed('name', 'settings')}`,
    `INSERT INTO search_pending (kind, id) SELECT 'issue', id FROM issues WHERE publication_id = NEW.id;`,
  ),
];
