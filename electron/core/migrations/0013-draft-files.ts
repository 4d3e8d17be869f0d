import type { Writable } from '../db/handles.ts';

/**
 * Files of what units are writing lie beside the database from now on (`drafts/`), since megabytes written twice kept
 * everybody waiting; those that are here already stay until they are sent.
 */
export const draftFiles = {
  version: 13,
  name: 'draft-files',
  up(w: Writable): void {
    w.exec(`
CREATE TABLE hand_in_draft_files_new (
  department_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB,
  PRIMARY KEY (department_id, draft_id, hash),
  FOREIGN KEY (department_id, draft_id) REFERENCES hand_in_drafts (department_id, id) ON DELETE CASCADE
) STRICT;
INSERT INTO hand_in_draft_files_new (department_id, draft_id, position, name, hash, size, bytes)
  SELECT department_id, draft_id, position, name, hash, length(bytes), bytes FROM hand_in_draft_files;
DROP TABLE hand_in_draft_files;
ALTER TABLE hand_in_draft_files_new RENAME TO hand_in_draft_files;`);
  },
};
