import type { Migration } from '../../../electron/core/db/open.ts';

/** Slow enough, on thousands of notes, to be killed in the middle of. */
export const slowMigration: Migration = {
  version: 2,
  name: 'departments',
  up(w) {
    w.exec(`
      CREATE TABLE departments (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
      INSERT INTO departments VALUES (1, '区发改委');
      ALTER TABLE notes ADD COLUMN department INTEGER REFERENCES departments (id);
    `);
    for (const { id } of w.all<{ id: number }>('SELECT id FROM notes')) {
      w.run(`UPDATE notes SET hash = 'new', department = 1 WHERE id = ?`, [id]);
    }
  },
};

export const thirdMigration: Migration = {
  version: 3,
  name: 'marks',
  up: (w) => w.exec('CREATE TABLE marks (note INTEGER REFERENCES notes (id)) STRICT'),
};
