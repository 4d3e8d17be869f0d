import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { CoreError } from '../errors.ts';

/** The only file that knows the SQLite driver. */
export type Connection = Sqlite.Database;

/** Below this SQLite could lose acknowledged writes when the WAL is reset (fixed in 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** How long a statement waits for a lock that a foreign program holds, ms. */
const BUSY_TIMEOUT = 5_000;

/** The WAL is cut back to this after a checkpoint, bytes. */
const WAL_LIMIT = 64 * 1024 * 1024;

/** `wal` needs shared memory and is only sound on a local disk; elsewhere a rollback journal. */
export type JournalMode = 'wal' | 'truncate';

/** Opens a file as it is, changing nothing in it yet. Throws the driver's error; see `asCoreError`. */
export function connect(file: string, options: { readonly?: boolean; timeout?: number } = {}): Connection {
  return new Sqlite(file, { timeout: BUSY_TIMEOUT, ...options });
}

/**
 * What every connection to the office's data must have. `synchronous=FULL` is the whole of “an acknowledged save survives
 * a power cut”: this build commits a WAL without any sync by default. Without recursive triggers an `UPDATE OR REPLACE`
 * would delete a signed row past its guard.
 */
export function configure(connection: Connection, journal: JournalMode): void {
  connection.pragma(`journal_mode = ${journal}`);
  for (const setting of [
    'synchronous = FULL',
    'fullfsync = ON',
    'checkpoint_fullfsync = ON',
    'foreign_keys = ON',
    'recursive_triggers = ON',
    'trusted_schema = OFF',
    'cell_size_check = ON',
    // Drafts of confidential texts do not belong into the system's temp folder.
    'temp_store = MEMORY',
    // KiB. A search reads some MB of its lists; the usual 2 MB make it read them anew each time.
    'cache_size = -32768',
    `journal_size_limit = ${WAL_LIMIT}`,
  ])
    connection.pragma(setting);
  const mode = connection.pragma('journal_mode', { simple: true });
  if (mode !== journal) throw new Error(`journal_mode is ${String(mode)}, not ${journal}`);
}

/** Throws `database-too-old-sqlite` where the loaded library is older than the one with the WAL-reset fix. */
export function assertSqliteVersion(connection: Connection): void {
  const { version } = connection.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get() ?? {
    version: '0',
  };
  if (!isNewEnough(version)) throw new CoreError('database-too-old-sqlite', { version });
}

export function isNewEnough(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, least] of OLDEST_SQLITE.entries()) {
    const part = parts[i] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

export const isSqliteError = (error: unknown): error is Error & { code: string } => error instanceof Sqlite.SqliteError;

export const isDamage = ({ code }: { code: string }) => /^SQLITE_(CORRUPT|NOTADB)/.test(code);

/**
 * Turns what the disk or the file did to us into an error with a code; everything else, broken constraints among it,
 * is returned as it came.
 */
export function asCoreError(error: unknown, file: string): unknown {
  if (!isSqliteError(error)) return error;
  const folder = path.dirname(file);
  const primary = error.code.split('_').slice(0, 2).join('_');
  switch (primary) {
    case 'SQLITE_FULL':
      return new CoreError('disk-full', {}, { cause: error });
    case 'SQLITE_IOERR':
      // A size limit or quota shows as a failed write, not as a full disk.
      return error.code === 'SQLITE_IOERR_WRITE' ? new CoreError('disk-full', {}, { cause: error }) : error;
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new CoreError('database-damaged', { file }, { cause: error });
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return new CoreError('folder-not-writable', { folder }, { cause: error });
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new CoreError('data-in-use', { folder }, { cause: error });
    default:
      return error;
  }
}
