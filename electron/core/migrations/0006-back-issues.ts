import type { Writable } from '../db/handles.ts';

/**
 * 往期补录. An issue printed before the program was used is `filed`: numbered and frozen like a signed one, but nobody
 * signed it here, so it has no time of signing, and its running total may be unknown. Where it was read wrongly it can be
 * withdrawn: the row stays, frozen, and gives its number up (`standing` 0), so that the same number is filed again. A
 * signed issue never gives its number up.
 *
 * Files wait in tables of their own until they are filed, with their bytes: a wrong folder can be thrown away whole,
 * which the append-only `blobs` would not allow.
 */
export const backIssues = {
  version: 6,
  name: 'back-issues',
  up(w: Writable): void {
    rebuildIssues(w);
    w.exec(frozen);
    w.exec(backFiles);
  },
};

/**
 * SQLite cannot change a CHECK in place. The table is made anew from its own text, with every column, index and trigger
 * it has, whoever added them; references to it are checked by the runner.
 */
function rebuildIssues(w: Writable): void {
  const all = w.all<{ type: string; name: string; sql: string | null }>(
    `SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'issues' AND sql IS NOT NULL ORDER BY type, name`,
  );
  const table = all.find(({ type }) => type === 'table')?.sql ?? '';
  const columns = w.all<{ name: string }>(`SELECT name FROM pragma_table_info('issues')`).map((column) => column.name);
  const list = columns.map((column) => `"${column}"`).join(', ');
  w.exec(`CREATE TABLE issues_before AS SELECT * FROM issues; DROP TABLE issues; ${widened(table)};
    INSERT INTO issues (${list}) SELECT ${list} FROM issues_before ORDER BY seq; DROP TABLE issues_before;`);
  for (const { type, name, sql } of all) if (type !== 'table' && !REPLACED.has(name)) w.exec(`${sql};`);
}

const SIGNED = `'signed', 'released'`;
const CHANGES: readonly [string, string][] = [
  [`'inReview', ${SIGNED})),`, `'inReview', ${SIGNED}, 'filed')),`],
  [
    `CHECK ((state IN (${SIGNED})) = (number IS NOT NULL))`,
    `standing INTEGER NOT NULL DEFAULT 1 CHECK (standing = 1 OR (standing = 0 AND state = 'filed')),
  CHECK ((state IN (${SIGNED}, 'filed')) = (number IS NOT NULL))`,
  ],
  [`CHECK ((number IS NULL) = (total IS NULL))`, `CHECK (state = 'filed' OR (number IS NULL) = (total IS NULL))`],
  [
    `CHECK ((number IS NULL) = (signed_at IS NULL)),
  UNIQUE (publication_id, year, number),
  UNIQUE (publication_id, total)`,
    `CHECK ((state IN (${SIGNED})) = (signed_at IS NOT NULL))`,
  ],
];

function widened(sql: string): string {
  return CHANGES.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) throw new Error(`the table of issues has not one ${before}`);
    return text.replace(before, after);
  }, sql);
}

const REPLACED = new Set(['issues_frozen_update', 'issues_frozen_key', 'issues_frozen_insert', 'issues_frozen_delete']);

/** Whose key a row takes that is not its own; a withdrawn filing holds no number. */
const takesKeyOf = (self: string) => `i.number IS NOT NULL AND (i.seq = NEW.seq OR i.id = NEW.id
    OR (i.standing = 1 AND ${self} = 1 AND i.publication_id = NEW.publication_id
      AND ((i.year = NEW.year AND i.number = NEW.number) OR i.total = NEW.total)))`;

/** As before, and one step more: a filed issue may be withdrawn, with nothing else changed. */
const frozen = `
CREATE UNIQUE INDEX issues_number ON issues (publication_id, year, number) WHERE standing = 1;
CREATE UNIQUE INDEX issues_total ON issues (publication_id, total) WHERE standing = 1;
CREATE TRIGGER issues_frozen_update BEFORE UPDATE ON issues WHEN OLD.number IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'issue-frozen') WHERE NOT (
    ((OLD.state = 'signed' AND NEW.state = 'released' AND NEW.standing = OLD.standing)
      OR (OLD.state = 'filed' AND NEW.state = 'filed' AND OLD.standing = 1 AND NEW.standing = 0))
    AND NEW.seq = OLD.seq AND NEW.id = OLD.id AND NEW.publication_id = OLD.publication_id AND NEW.year = OLD.year
    AND NEW.number = OLD.number AND NEW.total IS OLD.total AND NEW.date = OLD.date AND NEW.theme = OLD.theme
    AND NEW.editors = OLD.editors AND NEW.reviewer IS OLD.reviewer AND NEW.signer IS OLD.signer
    AND NEW.distribution = OLD.distribution AND NEW.review_note = OLD.review_note
    AND NEW.corrects_id IS OLD.corrects_id AND NEW.version = OLD.version AND NEW.signed_at IS OLD.signed_at
  );
END;
CREATE TRIGGER issues_frozen_key BEFORE UPDATE ON issues WHEN EXISTS (
  SELECT 1 FROM issues i WHERE i.seq <> OLD.seq AND ${takesKeyOf('NEW.standing')})
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;
CREATE TRIGGER issues_frozen_insert BEFORE INSERT ON issues WHEN EXISTS (
  SELECT 1 FROM issues i WHERE ${takesKeyOf('NEW.standing')})
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;
CREATE TRIGGER issues_frozen_delete BEFORE DELETE ON issues WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'issue-frozen'); END;
`;

/**
 * `back_files`: one row for each file that came in, known by its bytes. `split` is what the splitter made of `text` and
 * a person corrected: pieces and items. Text, split and bytes are let go once all its issues are filed; the bytes then
 * stand in `blobs`. `back_drafts`: one row for each issue in a file, with the numbers it is to be filed under.
 */
const backFiles = `
CREATE TABLE back_files (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  bytes BLOB,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'failed', 'filed')),
  error TEXT,
  warnings TEXT NOT NULL DEFAULT '[]',
  text TEXT,
  split TEXT,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  CHECK ((state = 'failed') = (error IS NOT NULL)),
  CHECK (state <> 'read' OR (text IS NOT NULL AND split IS NOT NULL))
) STRICT;
CREATE INDEX back_files_state ON back_files (state, seq);

CREATE TABLE back_drafts (
  file_id TEXT NOT NULL REFERENCES back_files (id),
  part INTEGER NOT NULL,
  publication_id TEXT REFERENCES publications (id),
  number INTEGER CHECK (number > 0),
  total INTEGER CHECK (total > 0),
  date TEXT,
  items INTEGER NOT NULL,
  unsure INTEGER NOT NULL,
  leftover INTEGER NOT NULL,
  sources TEXT NOT NULL,
  by_hand INTEGER NOT NULL,
  issue_id TEXT REFERENCES issues (id),
  PRIMARY KEY (file_id, part)
) STRICT;
CREATE INDEX back_drafts_issue ON back_drafts (issue_id);
`;
