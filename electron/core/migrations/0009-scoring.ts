import type { Writable } from '../db/handles.ts';

/**
 * Rule books of points, what is entered by hand beside what was printed, and circulars. Points are whole hundredths.
 * Nothing reckoned is kept: statistics are made from the ledger each time; only a circular keeps its figures, as issued.
 */
export const scoring = {
  version: 9,
  name: 'scoring',
  up(w: Writable): void {
    w.exec(tables);
  },
};

const tables = `
CREATE TABLE scoring_rules (
  id TEXT PRIMARY KEY,
  valid_from TEXT NOT NULL UNIQUE,
  rules TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL
) STRICT;

CREATE TABLE recognitions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('upper', 'instruction')),
  item_id TEXT NOT NULL REFERENCES items (id),
  date TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX recognitions_item ON recognitions (item_id);

CREATE TABLE score_adjustments (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  department_id TEXT NOT NULL REFERENCES departments (id),
  date TEXT NOT NULL,
  points INTEGER NOT NULL,
  clause TEXT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX score_adjustments_department ON score_adjustments (department_id);

CREATE TABLE circulars (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('daily', 'monthly', 'quarterly', 'other')),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  publication_id TEXT REFERENCES publications (id),
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  published_at TEXT,
  published_by TEXT
) STRICT;
CREATE INDEX circulars_published ON circulars (published_at);
`;
