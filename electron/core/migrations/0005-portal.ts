import type { Writable } from '../db/handles.ts';

/**
 * The department page: who may sign in, what was handed in, what the office asked for. A hand-in keeps what the unit
 * sent as it was sent; the submissions made of it live and are decided on like any other.
 */
export const portal = {
  version: 5,
  name: 'portal',
  up(w: Writable): void {
    for (const part of [accounts, handIns, commissions, kept]) w.exec(part);
  },
};

const accounts = `
CREATE TABLE portal_accounts (
  department_id TEXT PRIMARY KEY REFERENCES departments (id),
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  cost TEXT NOT NULL,
  must_change INTEGER NOT NULL,
  locked INTEGER NOT NULL DEFAULT 0,
  generation INTEGER NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL
) STRICT;

CREATE TABLE portal_sign_ins (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  department_id TEXT REFERENCES departments (id),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('in', 'refused', 'slowed', 'out'))
) STRICT;
CREATE INDEX portal_sign_ins_department ON portal_sign_ins (department_id, seq);
`;

const handIns = `
CREATE TABLE hand_in_drafts (
  id TEXT NOT NULL,
  department_id TEXT NOT NULL REFERENCES departments (id),
  fields TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (department_id, id)
) STRICT;

CREATE TABLE hand_in_draft_files (
  department_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (department_id, draft_id, hash),
  FOREIGN KEY (department_id, draft_id) REFERENCES hand_in_drafts (department_id, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE hand_ins (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  department_id TEXT NOT NULL REFERENCES departments (id),
  draft_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  title TEXT NOT NULL,
  fields TEXT NOT NULL,
  urgent_stage TEXT CHECK (urgent_stage IN ('first', 'followUp', 'final')),
  chain_id TEXT NOT NULL,
  answers_id TEXT REFERENCES hand_ins (id),
  commission_id TEXT REFERENCES commissions (id),
  packet TEXT UNIQUE,
  reply_key TEXT,
  read_at TEXT,
  withdrawn_at TEXT,
  UNIQUE (department_id, draft_id),
  UNIQUE (year, number)
) STRICT;
CREATE INDEX hand_ins_department ON hand_ins (department_id, seq);
CREATE INDEX hand_ins_chain ON hand_ins (chain_id, seq);
CREATE INDEX hand_ins_commission ON hand_ins (commission_id);

CREATE TABLE hand_in_intakes (
  hand_in_id TEXT NOT NULL REFERENCES hand_ins (id),
  intake_id TEXT NOT NULL REFERENCES intakes (id),
  PRIMARY KEY (hand_in_id, intake_id)
) STRICT;
CREATE INDEX hand_in_intakes_intake ON hand_in_intakes (intake_id);

CREATE TABLE hand_in_files (
  hand_in_id TEXT NOT NULL REFERENCES hand_ins (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  blob_hash TEXT NOT NULL REFERENCES blobs (hash),
  PRIMARY KEY (hand_in_id, position)
) STRICT;

CREATE TABLE submission_feedback (
  submission_id TEXT PRIMARY KEY REFERENCES submissions (id),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
`;

const commissions = `
CREATE TABLE commissions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  topic TEXT NOT NULL,
  text TEXT NOT NULL,
  publication_id TEXT REFERENCES publications (id),
  deadline TEXT NOT NULL,
  published_at TEXT NOT NULL,
  person TEXT NOT NULL,
  closed_at TEXT
) STRICT;

CREATE TABLE commission_units (
  commission_id TEXT NOT NULL REFERENCES commissions (id),
  department_id TEXT NOT NULL REFERENCES departments (id),
  read_at TEXT,
  PRIMARY KEY (commission_id, department_id)
) STRICT;
CREATE INDEX commission_units_department ON commission_units (department_id);

CREATE TABLE topic_guides (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  month TEXT NOT NULL,
  text TEXT NOT NULL,
  published_at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
`;

/** What a unit sent stays as sent; only that it was read or withdrawn is added. Sign-ins are only ever added. */
const kept = `
CREATE TRIGGER hand_ins_as_sent BEFORE UPDATE ON hand_ins
WHEN NOT (NEW.seq = OLD.seq AND NEW.id = OLD.id AND NEW.department_id = OLD.department_id AND NEW.draft_id = OLD.draft_id
  AND NEW.year = OLD.year AND NEW.number = OLD.number AND NEW.at = OLD.at AND NEW.day = OLD.day AND NEW.title = OLD.title
  AND NEW.fields = OLD.fields AND NEW.urgent_stage IS OLD.urgent_stage AND NEW.chain_id = OLD.chain_id
  AND NEW.answers_id IS OLD.answers_id AND NEW.commission_id IS OLD.commission_id AND NEW.packet IS OLD.packet
  AND NEW.reply_key IS OLD.reply_key
  AND (OLD.read_at IS NULL OR NEW.read_at = OLD.read_at)
  AND (OLD.withdrawn_at IS NULL OR NEW.withdrawn_at = OLD.withdrawn_at))
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER hand_ins_no_delete BEFORE DELETE ON hand_ins BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER portal_sign_ins_no_update BEFORE UPDATE ON portal_sign_ins
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER portal_sign_ins_no_delete BEFORE DELETE ON portal_sign_ins
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
`;
