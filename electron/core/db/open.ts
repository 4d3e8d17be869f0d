import path from 'node:path';
import type { ErrorCode, ErrorData } from '../../../shared/contract/errors.ts';
import type { Topic } from '../../../shared/contract/events.ts';
import { CoreError } from '../errors.ts';
import { backupFolder, databaseFile, folderPlace, prepareFolder } from '../files/folder.ts';
import { type FolderLock, lockFolder } from '../files/folderLock.ts';
import { removeUnfinishedBackups } from './backup.ts';
import { makeHandles, type Readable, type Writable } from './handles.ts';
import { APPLICATION_ID, inspectFile } from './header.ts';
import { checkIntegrity } from './integrity.ts';
import { databaseId, type Migration, type MigrationProgress, migrate, refuseFuture, transaction } from './migrate.ts';
import { asCoreError, assertSqliteVersion, type Connection, configure, connect } from './sqlite.ts';

export type { Readable, SqlValue, Writable } from './handles.ts';
export type { Migration, MigrationProgress } from './migrate.ts';

/** Codes of the `CoreError` that `openDatabase` throws. */
export type StartErrorCode = Extract<
  ErrorCode,
  | 'folder-not-writable'
  | 'data-in-use'
  | 'database-damaged'
  | 'database-from-future'
  | 'database-too-old-sqlite'
  | 'disk-full'
>;

export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

export interface OpenOptions {
  /** The data folder; made when missing. */
  dir: string;
  migrations: readonly Migration[];
  clock: () => Date;
  log: Log;
  /** Written beside each migration applied. */
  programVersion: string;
  onProgress?: MigrationProgress;
  /** Run at the end of every write, in its transaction: what must be kept in step with the data. */
  beforeCommit?: (w: Writable) => void;
}

/** What was committed: `sequence` counts commits since the start. */
export interface Commit {
  sequence: number;
  topics: ReadonlySet<Topic>;
}

/**
 * The office's data. All work is synchronous and on one connection, so a `read` sees one state throughout, and there is
 * one writer. Where `read` or `write` meets a full disk, a damaged file or a folder turned read-only, it throws the
 * `CoreError` for it and the transaction has left no trace; everything else `fn` throws comes out as it is.
 */
export interface Database {
  /** Random, kept for the life of the database. */
  readonly id: string;
  readonly folder: string;
  readonly file: string;
  readonly schemaVersion: number;
  /** `network-share`: to be shown, work goes on. */
  readonly warnings: readonly ErrorData[];
  /** Number of commits since the start: moves whenever data has changed. */
  readonly commits: number;
  read<T>(fn: (r: Readable) => T): T;
  /** BEGIN IMMEDIATE; durable (also through a power cut) once it returns. Not to be nested; `fn` must not be async. */
  write<T>(fn: (w: Writable) => T): T;
  /** Called after each commit that changed or touched something; returns how to stop. */
  onCommit(listener: (commit: Commit) => void): () => void;
  /** Lets a second start on this folder find the running program; see `FolderLock`. */
  announce(url: string): void;
  /** Structure and references: what is wrong, empty when nothing. Seconds per GB. */
  faults(): string[];
  close(): void;
}

/**
 * Takes the folder's lock, then opens (or makes) `desk.db` in it and brings its schema up to date. A file that is damaged
 * or from a newer program is told by its bytes and left as it is. Throws `CoreError` with a `StartErrorCode`.
 */
export function openDatabase(options: OpenOptions): Database {
  const folder = prepareFolder(options.dir);
  const lock = lockFolder(folder, options.clock());
  try {
    return openLocked(folder, lock, options);
  } catch (error) {
    lock.release();
    throw asCoreError(error, databaseFile(folder));
  }
}

function openLocked(folder: string, lock: FolderLock, options: OpenOptions): Database {
  const file = databaseFile(folder);
  refuseUnknownFile(file, options.migrations);
  tidyBackups(folder, options.log);
  const place = folderPlace(folder);
  const warnings: ErrorData[] = place === 'local' ? [] : [{ code: 'network-share', params: { folder } }];
  const connection = connect(file);
  try {
    assertSqliteVersion(connection);
    refuseForeignSchema(connection, file);
    configure(connection, place === 'network' ? 'truncate' : 'wal');
    const touched = new Set<Topic>();
    const handles = makeHandles(connection, touched);
    migrate({
      connection,
      ...handles,
      migrations: options.migrations,
      folder,
      now: options.clock,
      programVersion: options.programVersion,
      onProgress: options.onProgress ?? (() => {}),
    });
    touched.clear();
    const identity = {
      id: databaseId(handles.readable),
      folder,
      file,
      schemaVersion: options.migrations.length,
      warnings,
    };
    const { log, beforeCommit = () => {} } = options;
    return makeDatabase({ identity, connection, handles, touched, lock, log, beforeCommit });
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** By its bytes, before SQLite touches it: it would leave -wal and -shm beside it. */
function refuseUnknownFile(file: string, migrations: readonly Migration[]) {
  let found: ReturnType<typeof inspectFile>;
  try {
    found = inspectFile(file);
  } catch (error) {
    throw new CoreError('folder-not-writable', { folder: path.dirname(file) }, { cause: error });
  }
  if (found.kind === 'absent') return;
  const foreign = found.kind === 'database' && found.applicationId !== 0 && found.applicationId !== APPLICATION_ID;
  if (found.kind === 'damaged' || foreign) throw new CoreError('database-damaged', { file });
  refuseFuture(file, found.userVersion, migrations);
}

/** Reads the schema (a damaged first page shows here); without our mark the file must still be empty. */
function refuseForeignSchema(connection: Connection, file: string) {
  const { n } = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get() ?? { n: 0 };
  const marked = connection.pragma('application_id', { simple: true }) === APPLICATION_ID;
  if (n > 0 && !marked) throw new CoreError('database-damaged', { file });
}

/** Untidy backups are no reason not to work. */
function tidyBackups(folder: string, log: Log) {
  try {
    removeUnfinishedBackups(backupFolder(folder));
  } catch (error) {
    log.warn('unfinished backups could not be removed', { error });
  }
}

interface Parts {
  identity: Pick<Database, 'id' | 'folder' | 'file' | 'schemaVersion' | 'warnings'>;
  connection: Connection;
  handles: { readable: Readable; writable: Writable };
  touched: Set<Topic>;
  lock: FolderLock;
  log: Log;
  beforeCommit: (w: Writable) => void;
}

function makeDatabase({ identity, connection, handles, touched, lock, log, beforeCommit }: Parts): Database {
  const listeners = new Set<(commit: Commit) => void>();
  let commits = 0;
  const totalChanges = connection.prepare<[], number>('SELECT total_changes()').pluck();

  function tell(commit: Commit) {
    for (const listener of listeners) {
      // What is committed is committed: a listener's fault must not look like a failed save.
      try {
        listener(commit);
      } catch (error) {
        log.error('a commit listener failed', { error });
      }
    }
  }

  return {
    ...identity,
    get commits() {
      return commits;
    },
    read(fn) {
      try {
        return fn(handles.readable);
      } catch (error) {
        throw asCoreError(error, identity.file);
      }
    },
    write(fn) {
      if (connection.inTransaction) throw new Error('a write within a write: pass the writable handle on instead');
      touched.clear();
      const before = totalChanges.get();
      let result: ReturnType<typeof fn>;
      try {
        result = transaction(connection, () => {
          const done = fn(handles.writable);
          beforeCommit(handles.writable);
          return done;
        });
      } catch (error) {
        throw asCoreError(error, identity.file);
      }
      if (touched.size > 0 || totalChanges.get() !== before) {
        commits += 1;
        tell({ sequence: commits, topics: new Set(touched) });
      }
      return result;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce: (url) => lock.announce(url),
    faults: () => checkIntegrity(connection),
    close() {
      if (!connection.open) return;
      connection.close();
      lock.release();
      log.info('database closed', { file: identity.file });
    },
  };
}
