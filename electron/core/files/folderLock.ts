import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Connection, connect, isSqliteError } from '../db/sqlite.ts';
import { CoreError } from '../errors.ts';

/** Who works on a data folder. Advice only: the lock itself is held by the operating system. */
export interface Holder {
  pid: number;
  host: string;
  user: string;
  /** ISO 8601. */
  since: string;
  /** Where the running program answers, once it does; carries no secret. */
  url: string | null;
}

export interface FolderLock {
  /** Lets a second start find this program and bring its window to the front. */
  announce(url: string): void;
  release(): void;
}

/**
 * One program per data folder, also across OS users and between the desktop and the browser workstation.
 *
 * Node has no file locks, SQLite does: an EXCLUSIVE transaction on an empty database beside the real one, held open and
 * never committed. The system frees it when the process dies, however it dies; the file stays empty and there is
 * nothing to delete by hand. It must never be opened through `fs` here: closing it would drop the lock.
 *
 * Throws `data-in-use` (with what is known of the holder) or `folder-not-writable`.
 */
export function lockFolder(folder: string, now: Date): FolderLock {
  let connection: Connection | undefined;
  try {
    connection = connect(path.join(folder, LOCK_FILE), { timeout: PATIENCE });
    // No journal file: a process killed while holding the lock leaves nothing behind.
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection?.close();
    if (!isSqliteError(error)) throw error;
    if (error.code.startsWith('SQLITE_BUSY')) {
      throw new CoreError('data-in-use', { folder, ...knownOf(readHolder(folder)) }, { cause: error });
    }
    throw new CoreError('folder-not-writable', { folder }, { cause: error });
  }
  return holdLock(folder, connection, {
    pid: process.pid,
    host: os.hostname(),
    user: userName(),
    since: now.toISOString(),
    url: null,
  });
}

/** What the running program has told of itself; `undefined` where it has not, or from another time. */
export function readHolder(folder: string): Holder | undefined {
  try {
    const told: unknown = JSON.parse(fs.readFileSync(path.join(folder, HOLDER_FILE), 'utf8'));
    return isHolder(told) ? told : undefined;
  } catch {
    return undefined;
  }
}

const LOCK_FILE = 'desk.lock';
const HOLDER_FILE = 'desk.lock.json';

/**
 * Two starts at once may each see the other's passing shared lock; SQLite lets go and tries again for this long, ms.
 * It is also what a second start waits before it is told.
 */
const PATIENCE = 300;

function holdLock(folder: string, connection: Connection, holder: Holder): FolderLock {
  const file = path.join(folder, HOLDER_FILE);
  writeHolder(file, holder);
  return {
    announce: (url) => writeHolder(file, { ...holder, url }),
    release() {
      fs.rmSync(file, { force: true });
      connection.close();
    },
  };
}

/** Whole or not at all, so that a second start never reads half of it; not worth a failed start. */
function writeHolder(file: string, holder: Holder) {
  try {
    fs.writeFileSync(`${file}.new`, JSON.stringify(holder));
    fs.renameSync(`${file}.new`, file);
  } catch {
    fs.rmSync(`${file}.new`, { force: true });
  }
}

function isHolder(told: unknown): told is Holder {
  if (typeof told !== 'object' || told === null) return false;
  const { pid, host, user, since, url } = told as Record<string, unknown>;
  const texts = [host, user, since].every((text) => typeof text === 'string');
  return typeof pid === 'number' && texts && (url === null || typeof url === 'string');
}

const knownOf = (holder: Holder | undefined) =>
  holder ? { pid: holder.pid, host: holder.host, user: holder.user, since: holder.since, url: holder.url ?? '' } : {};

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A user id without an entry in the password file.
    return '';
  }
}
