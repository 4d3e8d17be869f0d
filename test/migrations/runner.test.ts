import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Migration, type MigrationProgress, openDatabase } from '../../electron/core/db/open.ts';
import { connect } from '../../electron/core/db/sqlite.ts';
import { firstMigration, office } from '../core/db/programs/office.ts';
import { coreErrorOf, Program, snapshot, tempFolder, tries } from '../core/db/support.ts';
import { slowMigration, thirdMigration } from './programs/steps.ts';

const MIGRATOR = new URL('./programs/migrator.ts', import.meta.url);
const KILLS = tries(20, 200);
const FIRST_KILLS = tries(15, 100);
const NOTES = 20_000;

/** An office at version 1 with notes in it, closed. */
function officeAtOne(notes = 10): string {
  const dir = tempFolder();
  const db = openDatabase(office(dir));
  db.write((w) => {
    for (let n = 1; n <= notes; n++) w.run('INSERT INTO notes (body, hash) VALUES (?, ?)', [`第${n}条`, 'old']);
  });
  db.close();
  return dir;
}

const backupsOf = (dir: string) => {
  const folder = path.join(dir, 'backups');
  return fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
};

/** Opens a backup as an office of its own and says its version and number of notes. */
function restored(dir: string, backup: string, migrations: readonly Migration[]) {
  const place = tempFolder();
  fs.copyFileSync(path.join(dir, 'backups', backup), path.join(place, 'desk.db'));
  const db = openDatabase(office(place, migrations));
  const notes = db.read((r) => r.get<{ n: number }>('SELECT count(*) AS n FROM notes'))?.n;
  const faults = db.faults();
  db.close();
  return { notes, faults };
}

test('each step is applied once, in order, and written down with the program that did it', () => {
  const dir = tempFolder();
  openDatabase(office(dir)).close();
  const db = openDatabase({ ...office(dir, [firstMigration, slowMigration]), programVersion: '1.1.0' });
  const applied = db.read((r) => r.all('SELECT * FROM migrations ORDER BY version'));
  const applied_at = '2020-03-06T01:12:00.000Z';
  expect(applied).toEqual([
    { version: 1, name: 'notes', applied_at, program_version: '1.0.0' },
    { version: 2, name: 'departments', applied_at, program_version: '1.1.0' },
  ]);
  expect(db.schemaVersion).toBe(2);
  db.close();
});

test('before the first pending step a checked copy is put into the backups, and progress is told', () => {
  const dir = officeAtOne(10);
  const steps: Parameters<MigrationProgress>[0][] = [];
  const onProgress: MigrationProgress = (step) => steps.push(step);
  openDatabase({ ...office(dir, [firstMigration, slowMigration, thirdMigration]), onProgress }).close();
  expect(steps).toEqual([
    { label: 'backup', name: '', done: 0, total: 2 },
    { label: 'migration', name: 'departments', done: 0, total: 2 },
    { label: 'migration', name: 'marks', done: 1, total: 2 },
  ]);
  const [backup = '', ...others] = backupsOf(dir);
  expect(others).toEqual([]);
  expect(restored(dir, backup, [firstMigration])).toEqual({ notes: 10, faults: [] });
  const bytes = fs.readFileSync(path.join(dir, 'backups', backup));
  const sum = fs.readFileSync(path.join(dir, 'backups', `${backup}.sha256`), 'utf8');
  expect(sum).toBe(`${createHash('sha256').update(bytes).digest('hex')}  ${backup}\n`);
});

test('a new office needs no backup, nor one that is up to date', () => {
  const dir = tempFolder();
  openDatabase(office(dir, [firstMigration, slowMigration])).close();
  openDatabase(office(dir, [firstMigration, slowMigration])).close();
  expect(backupsOf(dir)).toEqual([]);
});

test('where the backup cannot be made nothing is changed', () => {
  const dir = officeAtOne();
  fs.writeFileSync(path.join(dir, 'backups'), 'a file in its place');
  const before = snapshot(dir);
  expect(coreErrorOf(() => openDatabase(office(dir, [firstMigration, slowMigration])))).toEqual({
    code: 'folder-not-writable',
    params: { folder: path.join(dir, 'backups') },
  });
  expect(snapshot(dir)).toEqual(before);
  openDatabase(office(dir)).close();
});

test('a step that fails leaves the step before it', () => {
  const dir = officeAtOne();
  const failing: Migration = {
    version: 3,
    name: 'failing',
    up(w) {
      w.exec('CREATE TABLE half (a); DELETE FROM notes');
      throw new Error('no');
    },
  };
  expect(() => openDatabase(office(dir, [firstMigration, slowMigration, failing]))).toThrow('no');
  const db = openDatabase(office(dir, [firstMigration, slowMigration]));
  expect(db.read((r) => r.get('SELECT count(*) AS n FROM notes'))).toEqual({ n: 10 });
  expect(db.read((r) => r.get(`SELECT name FROM sqlite_schema WHERE name = 'half'`))).toBeUndefined();
  db.close();
});

test('a step that leaves a reference into nothing fails, and none of it stays', () => {
  const dir = officeAtOne();
  const orphaning: Migration = {
    version: 2,
    name: 'orphaning',
    up: (w) => w.exec(`INSERT INTO note_log (note, hash) VALUES (99, '')`),
  };
  expect(() => openDatabase(office(dir, [firstMigration, orphaning]))).toThrow('refers to a missing row of notes');
  const db = openDatabase(office(dir));
  expect(db.read((r) => r.all('SELECT note FROM note_log'))).toEqual([]);
  db.close();
});

test('a table that others refer to can be rebuilt without losing them', () => {
  const dir = officeAtOne();
  const db = openDatabase(office(dir));
  db.write((w) => w.run(`INSERT INTO note_log (note, hash) VALUES (1, 'x')`));
  db.close();
  const rebuilding: Migration = {
    version: 2,
    name: 'rebuilding',
    up: (w) =>
      w.exec(`
        CREATE TABLE rebuilt (id INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL, mark TEXT) STRICT;
        INSERT INTO rebuilt SELECT id, body, hash, NULL FROM notes;
        DROP TABLE notes;
        ALTER TABLE rebuilt RENAME TO notes;
      `),
  };
  const after = openDatabase(office(dir, [firstMigration, rebuilding]));
  expect(after.read((r) => r.all('SELECT note FROM note_log'))).toEqual([{ note: 1 }]);
  expect(() => after.write((w) => w.run('DELETE FROM notes WHERE id = 1'))).toThrow('FOREIGN KEY');
  after.close();
});

test('steps with a gap, and released steps under another name, are a mistake of ours', () => {
  const dir = officeAtOne();
  expect(() => openDatabase(office(dir, [{ ...firstMigration, name: 'renamed' }]))).toThrow('“notes” in this database');
  expect(() => openDatabase(office(dir, [firstMigration, thirdMigration]))).toThrow('number 3 instead of 2');
});

test(
  'killed at random points a migration is wholly done or not at all, with the backup made before',
  KILLS,
  async () => {
    const ready = officeAtOne(NOTES);
    const outcomes = { old: 0, new: 0 };
    for (let kill = 0; kill < KILLS.count; kill++) {
      const dir = tempFolder();
      fs.cpSync(ready, dir, { recursive: true });
      const migrator = new Program(MIGRATOR, [dir]);
      await migrator.line(0);
      await sleep(Math.random() * 150);
      await migrator.kill();
      const began = migrator.lines.includes('migration');

      const seen = openDatabase(office(dir, [firstMigration, ...(isNew(dir) ? [slowMigration] : [])]));
      const columns = seen.read((r) => r.all<{ name: string }>(`SELECT name FROM pragma_table_info('notes')`).length);
      const migrated = columns === 4;
      const done = seen.read((r) =>
        r.get(`SELECT count(*) AS n FROM notes WHERE hash = ?`, [migrated ? 'new' : 'old']),
      );
      expect(done).toEqual({ n: NOTES });
      expect(seen.faults()).toEqual([]);
      expect(seen.schemaVersion).toBe(migrated ? 2 : 1);
      seen.close();
      outcomes[migrated ? 'new' : 'old'] += 1;

      const [backup] = backupsOf(dir);
      if (began || migrated) expect(backup).toBeDefined();
      if (backup) expect(restored(dir, backup, [firstMigration])).toEqual({ notes: NOTES, faults: [] });
      expect(
        fs.existsSync(path.join(dir, 'backups')) ? fs.readdirSync(path.join(dir, 'backups')) : [],
      ).not.toContainEqual(expect.stringContaining('unfinished'));
      fs.rmSync(dir, { recursive: true });
    }
    expect(outcomes.old).toBeGreaterThan(0);
  },
);

/** Asked as an older program would: it is refused where the step was committed. */
function isNew(dir: string): boolean {
  try {
    openDatabase(office(dir)).close();
    return false;
  } catch (error) {
    expect(error).toMatchObject({ code: 'database-from-future' });
    return true;
  }
}

test('killed while the office is first made, the next start makes it', FIRST_KILLS, async () => {
  for (let kill = 0; kill < FIRST_KILLS.count; kill++) {
    const dir = tempFolder();
    const migrator = new Program(MIGRATOR, [dir]);
    await migrator.line(0);
    await sleep(Math.random() * 25);
    await migrator.kill();
    const db = openDatabase(office(dir, [firstMigration, slowMigration]));
    expect(db.read((r) => r.get('SELECT count(*) AS n FROM migrations'))).toEqual({ n: 2 });
    expect(db.faults()).toEqual([]);
    db.close();
  }
});

const damages: [string, (file: string) => void][] = [
  [
    'a page of notes overwritten, which stops the copying',
    (file) => {
      const bytes = fs.readFileSync(file);
      bytes.fill(0x5a, bytes.length - 2 * 4096, bytes.length - 4096);
      fs.writeFileSync(file, bytes);
    },
  ],
  [
    'a reference into nothing, which is copied without complaint',
    (file) => {
      const connection = connect(file);
      connection.pragma('foreign_keys = OFF');
      connection.exec(`INSERT INTO note_log (note, hash) VALUES (-1, '')`);
      connection.close();
    },
  ],
];
for (const [name, damage] of damages) {
  test(`a database that is not sound is not migrated: ${name}`, () => {
    const dir = officeAtOne(1_000);
    const file = path.join(dir, 'desk.db');
    damage(file);
    const before = snapshot(dir);
    const refusal = coreErrorOf(() => openDatabase(office(dir, [firstMigration, slowMigration])));
    expect(refusal).toEqual({ code: 'database-damaged', params: { file } });
    expect(snapshot(dir)).toEqual(before);
    expect(fs.readdirSync(path.join(dir, 'backups'))).toEqual([]);
  });
}

test('a database of a newer program is refused by name and stays as it is, byte for byte', () => {
  const dir = officeAtOne();
  openDatabase(office(dir, [firstMigration, slowMigration])).close();
  const before = snapshot(dir);
  const file = path.join(dir, 'desk.db');
  expect(coreErrorOf(() => openDatabase(office(dir)))).toEqual({
    code: 'database-from-future',
    params: { file, found: 2, known: 1 },
  });
  expect(snapshot(dir)).toEqual(before);
});

test('also where the newer program was killed and its step stands in the log only', async () => {
  const dir = officeAtOne();
  await new Program(MIGRATOR, [dir, 'and-die']).ended;
  const before = snapshot(dir);
  expect(Buffer.from(before['desk.db'] ?? '', 'base64').readUInt32BE(60)).toBe(1);
  expect(coreErrorOf(() => openDatabase(office(dir)))).toMatchObject({
    code: 'database-from-future',
    params: { found: 2 },
  });
  expect(snapshot(dir)).toEqual(before);
  const db = openDatabase(office(dir, [firstMigration, slowMigration]));
  expect(db.read((r) => r.get('SELECT count(*) AS n FROM departments'))).toEqual({ n: 1 });
  db.close();
});
