import type { Writable } from '../db/handles.ts';

/** Comments on passages, what the reviewer passed, and when a revision ends. */
export const editing = {
  version: 3,
  name: 'editing',
  up(w: Writable): void {
    for (const part of [revisions, accepted, comments, review]) w.exec(part);
  },
};

/** `ended_at`: its last save. `sealed`: it was seen by somebody, so that no later save goes on in it. */
const revisions = `
ALTER TABLE item_revisions ADD COLUMN ended_at TEXT;
ALTER TABLE item_revisions ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item_revisions ADD COLUMN note TEXT NOT NULL DEFAULT '';
`;

/** The text from which changes are still to be decided on: the first revision with what was accepted since. */
const accepted = `
CREATE TABLE item_accepted (
  item_id TEXT PRIMARY KEY REFERENCES items (id),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  title TEXT NOT NULL,
  blocks TEXT NOT NULL
) STRICT;
`;

/**
 * `thread_id` names the comment answered; what opens a thread has none. Offsets are those of a `Stream` of the title or
 * the text as it stands, and move with every save; `start_at = end_at` where the passage is gone.
 */
const comments = `
CREATE TABLE item_comments (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  item_id TEXT NOT NULL REFERENCES items (id),
  thread_id TEXT REFERENCES item_comments (id),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'question')),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  text TEXT NOT NULL,
  part TEXT CHECK (part IN ('title', 'text')),
  start_at INTEGER NOT NULL DEFAULT 0,
  end_at INTEGER NOT NULL DEFAULT 0,
  quote TEXT NOT NULL DEFAULT '',
  resolved_at TEXT,
  resolved_by TEXT,
  CHECK (start_at <= end_at),
  CHECK ((resolved_at IS NULL) = (resolved_by IS NULL))
) STRICT;
CREATE INDEX item_comments_item ON item_comments (item_id, seq);
CREATE INDEX item_comments_thread ON item_comments (thread_id);
`;

/** What the reviewer ticked, of the text as it was at `revision`. */
const review = `
CREATE TABLE review_marks (
  issue_id TEXT NOT NULL REFERENCES issues (id),
  item_id TEXT NOT NULL REFERENCES items (id),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (issue_id, item_id)
) STRICT;
`;
