import type { Writable } from '../db/handles.ts';

/** What the office knows that a text does not say, and what was decided on what the proofer found. */
export const proofing = {
  version: 7,
  name: 'proofing',
  up(w: Writable): void {
    for (const part of [registers, whiteList, decisions]) w.exec(part);
  },
};

const registers = `
CREATE TABLE leaders (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  posts TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE wordings (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  word TEXT NOT NULL,
  preferred TEXT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (kind, word)
) STRICT;
`;

/** The white list was a setting. */
const whiteList = `
INSERT INTO wordings (id, seq, kind, word, preferred, reason)
  SELECT lower(hex(randomblob(16))), j.key + 1, 'right', j.value, '', ''
  FROM settings s, json_each(s.value) j WHERE s.key = 'proof.whiteList';
DELETE FROM settings WHERE key = 'proof.whiteList';
`;

/**
 * 核稿. A waiver or a confirmation holds for the words it was given on: it is filed under the passage with what stands
 * around it, so that an edit there makes it void and one elsewhere does not.
 */
const decisions = `
CREATE TABLE proof_decisions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id TEXT NOT NULL REFERENCES items (id),
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  passage TEXT NOT NULL,
  context TEXT NOT NULL,
  message TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX proof_decisions_once ON proof_decisions (item_id, kind, rule, context);

CREATE TABLE issue_checks (
  issue_id TEXT NOT NULL,
  name TEXT NOT NULL,
  subject TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (issue_id, name)
) STRICT;

CREATE TABLE issue_reviews (
  issue_id TEXT PRIMARY KEY REFERENCES issues (id),
  sheet TEXT NOT NULL
) STRICT;
`;
