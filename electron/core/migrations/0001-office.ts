import type { Writable } from '../db/handles.ts';

/**
 * The office's data. Order is by `seq`, which counts up whatever the clock says; times are for people.
 * Lists that are always read and written whole (paragraphs, targets, settings) are JSON, checked by their schema
 * when written.
 */
export const office = {
  version: 1,
  name: 'office',
  up(w: Writable): void {
    for (const part of [people, registers, incoming, items, issues, frozen, asReceived, appendOnly]) w.exec(part);
  },
};

const people = `
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  roles TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  subject TEXT,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX audit_log_subject ON audit_log (subject, seq);
`;

const registers = `
CREATE TABLE departments (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  full_name TEXT NOT NULL,
  short_name TEXT NOT NULL UNIQUE,
  group_name TEXT NOT NULL,
  other_names TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;

CREATE TABLE recipients (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;

CREATE TABLE recipient_groups (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE,
  members TEXT NOT NULL
) STRICT;

CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE,
  office TEXT NOT NULL,
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE publication_starts (
  publication_id TEXT NOT NULL REFERENCES publications (id),
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  total INTEGER NOT NULL CHECK (total > 0),
  PRIMARY KEY (publication_id, year)
) STRICT;
`;

const incoming = `
CREATE TABLE blobs (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  size INTEGER NOT NULL CHECK (size = length(bytes)),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE intakes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  way TEXT NOT NULL CHECK (way IN ('file', 'paste', 'typed')),
  file_name TEXT,
  blob_hash TEXT REFERENCES blobs (hash),
  text TEXT NOT NULL,
  warnings TEXT NOT NULL,
  received_at TEXT NOT NULL,
  received_date TEXT NOT NULL,
  received_by TEXT NOT NULL
) STRICT;
CREATE INDEX intakes_blob ON intakes (blob_hash);

CREATE TABLE submissions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  intake_id TEXT NOT NULL REFERENCES intakes (id),
  department_id TEXT REFERENCES departments (id),
  candidates TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'shortlisted', 'held', 'returned', 'rejected', 'merged', 'adopted')),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  paragraphs TEXT NOT NULL,
  subheads TEXT NOT NULL,
  source TEXT,
  fields TEXT NOT NULL,
  char_count INTEGER NOT NULL
) STRICT;
CREATE INDEX submissions_state ON submissions (state, seq);
CREATE INDEX submissions_department ON submissions (department_id, seq);
CREATE INDEX submissions_intake ON submissions (intake_id);

CREATE TABLE submission_decisions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  reason TEXT NOT NULL,
  due_date TEXT,
  undoes INTEGER UNIQUE REFERENCES submission_decisions (seq)
) STRICT;
CREATE INDEX submission_decisions_submission ON submission_decisions (submission_id, seq);
`;

const items = `
CREATE TABLE items (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  blocks TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('lead', 'item', 'brief')),
  source_override TEXT,
  char_count INTEGER NOT NULL,
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE item_submissions (
  item_id TEXT NOT NULL REFERENCES items (id),
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (item_id, submission_id)
) STRICT;
CREATE INDEX item_submissions_submission ON item_submissions (submission_id);

CREATE TABLE item_credits (
  item_id TEXT NOT NULL REFERENCES items (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (item_id, department_id)
) STRICT;
CREATE INDEX item_credits_department ON item_credits (department_id);

CREATE TABLE item_revisions (
  item_id TEXT NOT NULL REFERENCES items (id),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('submission', 'edit', 'merge', 'restore')),
  title TEXT NOT NULL,
  blocks TEXT NOT NULL,
  char_count INTEGER NOT NULL,
  PRIMARY KEY (item_id, seq)
) STRICT;
`;

const issues = `
CREATE TABLE issues (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  publication_id TEXT NOT NULL REFERENCES publications (id),
  state TEXT NOT NULL CHECK (state IN ('assembling', 'inReview', 'signed', 'released')),
  year INTEGER NOT NULL,
  number INTEGER,
  total INTEGER,
  date TEXT NOT NULL,
  theme TEXT NOT NULL,
  editors TEXT NOT NULL,
  reviewer TEXT,
  signer TEXT,
  distribution TEXT NOT NULL,
  review_note TEXT NOT NULL DEFAULT '',
  corrects_id TEXT REFERENCES issues (id),
  version INTEGER NOT NULL DEFAULT 1,
  signed_at TEXT,
  CHECK ((state IN ('signed', 'released')) = (number IS NOT NULL)),
  CHECK ((number IS NULL) = (total IS NULL)),
  CHECK ((number IS NULL) = (signed_at IS NULL)),
  UNIQUE (publication_id, year, number),
  UNIQUE (publication_id, total)
) STRICT;
CREATE INDEX issues_state ON issues (state, seq);

CREATE TABLE issue_entries (
  issue_id TEXT NOT NULL REFERENCES issues (id),
  position INTEGER NOT NULL,
  item_id TEXT NOT NULL REFERENCES items (id),
  kind TEXT NOT NULL CHECK (kind IN ('lead', 'item', 'brief')),
  section TEXT,
  PRIMARY KEY (issue_id, position)
) STRICT;
CREATE INDEX issue_entries_item ON issue_entries (item_id);

CREATE TABLE issue_contents (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  issue_id TEXT NOT NULL UNIQUE REFERENCES issues (id),
  content TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  previous TEXT NOT NULL
) STRICT;

CREATE TABLE issue_voids (
  issue_id TEXT PRIMARY KEY REFERENCES issues (id),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE deliveries (
  issue_id TEXT NOT NULL REFERENCES issues (id),
  share INTEGER NOT NULL,
  delivered_at TEXT NOT NULL,
  delivered_by TEXT NOT NULL,
  PRIMARY KEY (issue_id, share)
) STRICT;
`;

/**
 * A signed issue cannot be changed by SQL either. BEFORE UPDATE guards both the row as it was and the key it would
 * take, because UPDATE OR REPLACE deletes the row in its way; recursive_triggers is on for each connection.
 */
const frozen = `
CREATE TRIGGER issues_frozen_update BEFORE UPDATE ON issues WHEN OLD.number IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'issue-frozen') WHERE NOT (
    OLD.state = 'signed' AND NEW.state = 'released'
    AND NEW.seq = OLD.seq AND NEW.id = OLD.id AND NEW.publication_id = OLD.publication_id AND NEW.year = OLD.year
    AND NEW.number = OLD.number AND NEW.total = OLD.total AND NEW.date = OLD.date AND NEW.theme = OLD.theme
    AND NEW.editors = OLD.editors AND NEW.reviewer IS OLD.reviewer AND NEW.signer IS OLD.signer
    AND NEW.distribution = OLD.distribution AND NEW.review_note = OLD.review_note
    AND NEW.corrects_id IS OLD.corrects_id AND NEW.version = OLD.version AND NEW.signed_at = OLD.signed_at
  );
END;
CREATE TRIGGER issues_frozen_key BEFORE UPDATE ON issues WHEN EXISTS (
  SELECT 1 FROM issues i WHERE i.seq <> OLD.seq AND i.number IS NOT NULL AND (
    i.seq = NEW.seq OR i.id = NEW.id OR (i.publication_id = NEW.publication_id
      AND ((i.year = NEW.year AND i.number = NEW.number) OR i.total = NEW.total))))
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;
CREATE TRIGGER issues_frozen_insert BEFORE INSERT ON issues WHEN EXISTS (
  SELECT 1 FROM issues i WHERE i.number IS NOT NULL AND (
    i.seq = NEW.seq OR i.id = NEW.id OR (i.publication_id = NEW.publication_id
      AND ((i.year = NEW.year AND i.number = NEW.number) OR i.total = NEW.total))))
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;
CREATE TRIGGER issues_frozen_delete BEFORE DELETE ON issues WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;

CREATE TRIGGER issue_entries_frozen_insert BEFORE INSERT ON issue_entries
WHEN (SELECT number FROM issues WHERE id = NEW.issue_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;
CREATE TRIGGER issue_entries_frozen_update BEFORE UPDATE ON issue_entries
WHEN (SELECT number FROM issues WHERE id = OLD.issue_id) IS NOT NULL
  OR (SELECT number FROM issues WHERE id = NEW.issue_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;
CREATE TRIGGER issue_entries_frozen_delete BEFORE DELETE ON issue_entries
WHEN (SELECT number FROM issues WHERE id = OLD.issue_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;
`;

/** What a department sent is never changed; only the unit it is ascribed to and the decision on it are ours. */
const asReceived = `
CREATE TRIGGER submissions_as_received
BEFORE UPDATE OF id, intake_id, kind, title, paragraphs, subheads, source, fields ON submissions
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER intakes_as_received BEFORE UPDATE ON intakes BEGIN SELECT RAISE(ABORT, 'append-only'); END;
`;

/** Tables that only grow: what was signed, voided, decided, done and received stays as it was written. */
const appendOnly = ['issue_contents', 'issue_voids', 'submission_decisions', 'audit_log', 'blobs']
  .map(
    (table) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,
  )
  .join('\n');
