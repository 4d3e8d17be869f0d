import type { Migration, OpenOptions } from '../../../../electron/core/db/open.ts';

/** A small schema for tests of the ground: rows with their hash, and a log row for each in the same transaction. */
export const firstMigration: Migration = {
  version: 1,
  name: 'notes',
  up(w) {
    w.exec(`
      CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
      CREATE TABLE note_log (note INTEGER NOT NULL UNIQUE REFERENCES notes (id), hash TEXT NOT NULL) STRICT;
    `);
  },
};

export const silent = { info() {}, warn() {}, error() {} };

export const office = (dir: string, migrations: readonly Migration[] = [firstMigration]): OpenOptions => ({
  dir,
  migrations,
  clock: () => new Date('2020-03-06T01:12:00Z'),
  log: silent,
  programVersion: '1.0.0',
});
