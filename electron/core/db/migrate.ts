import { randomBytes } from 'node:crypto';
import { CoreError } from '../errors.ts';
import { backupFolder } from '../files/folder.ts';
import { writeVerifiedBackup } from './backup.ts';
import type { Readable, Writable } from './handles.ts';
import { APPLICATION_ID } from './header.ts';
import { brokenReferences } from './integrity.ts';
import type { Connection } from './sqlite.ts';

/** One step of the schema. Once released it is never edited: what follows is a new step. */
export interface Migration {
  /** 1, 2, 3 … without a gap. */
  version: number;
  name: string;
  /** Runs in a transaction with its bookkeeping; foreign keys are checked at its end, nothing cascades. */
  up(w: Writable): void;
}

export type MigrationProgress = (step: {
  label: 'backup' | 'migration';
  name: string;
  done: number;
  total: number;
}) => void;

export interface MigrateOptions {
  connection: Connection;
  writable: Writable;
  readable: Readable;
  migrations: readonly Migration[];
  folder: string;
  now: () => Date;
  programVersion: string;
  onProgress: MigrationProgress;
}

/**
 * Brings the schema to the last migration, each step wholly or not at all. Before the first step on a database that
 * holds anything, a verified copy is put into `backups`; where that fails, nothing is changed.
 */
export function migrate(options: MigrateOptions): void {
  const { connection, readable, migrations, folder, now, onProgress } = options;
  assertWellNumbered(migrations);
  const found = schemaVersion(connection);
  const pending = migrations.slice(found);
  if (found > 0) assertSameHistory(readable, migrations);
  else transaction(connection, () => createBookkeeping(connection, now()));
  if (pending.length === 0) return;
  if (found > 0) {
    onProgress({ label: 'backup', name: '', done: 0, total: pending.length });
    writeVerifiedBackup(connection, { folder: backupFolder(folder), reason: `v${found}`, now: now() });
  }
  // A table is rebuilt by dropping it, which with foreign keys on would delete what refers to it.
  connection.pragma('foreign_keys = OFF');
  try {
    for (const [done, migration] of pending.entries()) {
      onProgress({ label: 'migration', name: migration.name, done, total: pending.length });
      apply(migration, options);
    }
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  // The version then stands in the file itself and not only in the -wal.
  connection.pragma('wal_checkpoint(TRUNCATE)');
}

/** Throws `database-from-future` where the file was written by a newer program than this one. */
export function refuseFuture(file: string, found: number, migrations: readonly Migration[]): void {
  const known = migrations.length;
  if (found > known) throw new CoreError('database-from-future', { file, found, known });
}

export const schemaVersion = (connection: Connection) => Number(connection.pragma('user_version', { simple: true }));

/** Random, kept for the life of the database: tells it from a copy of another office. */
export function databaseId(readable: Readable): string {
  const row = readable.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'database-id'`);
  if (!row) throw new Error('the database has no id');
  return row.value;
}

/** Runs `work` in BEGIN IMMEDIATE; commits when it returns, leaves no trace when it throws. */
export function transaction<T>(connection: Connection, work: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    if (isThenable(result)) throw new Error('a transaction cannot wait for a promise');
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has already rolled back after a full disk.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

const isThenable = (value: unknown) => typeof value === 'object' && value !== null && 'then' in value;

function apply({ version, name, up }: Migration, { connection, writable, now, programVersion }: MigrateOptions) {
  transaction(connection, () => {
    up(writable);
    const broken = brokenReferences(connection);
    if (broken.length > 0) throw new Error(`migration ${version} ${name}: ${broken.slice(0, 3).join('; ')}`);
    writable.run('INSERT INTO migrations (version, name, applied_at, program_version) VALUES (?, ?, ?, ?)', [
      version,
      name,
      now().toISOString(),
      programVersion,
    ]);
    connection.pragma(`user_version = ${version}`);
  });
}

function createBookkeeping(connection: Connection, now: Date) {
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  connection.exec(`
    CREATE TABLE IF NOT EXISTS meta (
      key   TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS migrations (
      version         INTEGER PRIMARY KEY,
      name            TEXT NOT NULL,
      applied_at      TEXT NOT NULL,
      program_version TEXT NOT NULL
    ) STRICT;
  `);
  const remember = connection.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING');
  remember.run('database-id', randomBytes(16).toString('hex'));
  remember.run('created-at', now.toISOString());
}

function assertWellNumbered(migrations: readonly Migration[]) {
  for (const [i, { version, name }] of migrations.entries()) {
    if (version !== i + 1) throw new Error(`migration ${name} has number ${version} instead of ${i + 1}`);
  }
}

/** A released migration that was renamed or moved means two different schemas under one number. */
function assertSameHistory(readable: Readable, migrations: readonly Migration[]) {
  for (const { version, name } of readable.all<{ version: number; name: string }>(
    'SELECT version, name FROM migrations',
  )) {
    const known = migrations[version - 1]?.name;
    if (known !== name)
      throw new Error(`migration ${version} was “${name}” in this database, is “${known}” in this program`);
  }
}
