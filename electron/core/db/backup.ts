import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CoreError } from '../errors.ts';
import { asFolderError, syncFile, syncFolder } from '../files/folder.ts';
import { checkIntegrity } from './integrity.ts';
import { asCoreError, type Connection, connect } from './sqlite.ts';

export interface Backup {
  file: string;
  bytes: number;
  /** Of the whole file, lower-case hex; also beside it in `….sha256`, as `sha256sum -c` reads it. */
  sha256: string;
}

/**
 * Copies the open database into `folder` and checks the copy before it gets its name: SQLite copies a damaged file
 * without complaint. Names begin with a running number, so that their order does not hang on a clock.
 * Nothing else may be in a transaction on `connection`. Throws `disk-full`, `database-damaged`, `folder-not-writable`.
 */
export function writeVerifiedBackup(
  connection: Connection,
  { folder, reason, now }: { folder: string; reason: string; now: Date },
): Backup {
  let temp: string | undefined;
  try {
    fs.mkdirSync(folder, { recursive: true });
    const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const name = `${String(nextNumber(folder)).padStart(6, '0')}-${reason}-${stamp}.db`;
    const file = path.join(folder, name);
    temp = `${file}${TEMP_ENDING}`;
    connection.prepare('VACUUM INTO ?').run(temp);
    assertGoodCopy(connection, temp);
    const bytes = fs.statSync(temp).size;
    const sha256 = hashFile(temp);
    syncFile(temp);
    fs.writeFileSync(`${file}.sha256`, `${sha256}  ${name}\n`, { flush: true });
    fs.renameSync(temp, file);
    syncFolder(folder);
    return { file, bytes, sha256 };
  } catch (error) {
    if (temp) fs.rmSync(temp, { force: true });
    throw asFolderError(asCoreError(error, connection.name), folder);
  }
}

/** Removes copies that were cut short; called by the holder of the folder's lock, so none is being written. */
export function removeUnfinishedBackups(folder: string): void {
  for (const name of listFolder(folder)) {
    const unfinished =
      name.endsWith(TEMP_ENDING) || name.endsWith(`${TEMP_ENDING}-journal`) || name.endsWith(`${TEMP_ENDING}-wal`);
    if (unfinished) fs.rmSync(path.join(folder, name), { force: true });
  }
}

const TEMP_ENDING = '.unfinished';

function assertGoodCopy(source: Connection, file: string) {
  const copy = connect(file, { readonly: true });
  try {
    const faults = checkIntegrity(copy);
    if (faults.length > 0) throw new CoreError('database-damaged', { file: source.name }, { cause: faults });
    const [there, here] = [fingerprint(copy), fingerprint(source)];
    if (there !== here) throw new Error(`the copy differs from its source: ${there} instead of ${here}`);
  } finally {
    copy.close();
  }
}

/** Schema version and rows of every table: what a copy must have in common with its source. */
function fingerprint(connection: Connection): string {
  const tables = connection
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name`)
    .all();
  const rows = tables.map(({ name }) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    return [name, connection.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${quoted}`).get()?.n];
  });
  return JSON.stringify([connection.pragma('user_version', { simple: true }), rows]);
}

function nextNumber(folder: string): number {
  const numbers = listFolder(folder).map((name) => Number(/^(\d{6,})-/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

function listFolder(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw asFolderError(error, folder);
  }
}

function hashFile(file: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  const fd = fs.openSync(file, 'r');
  try {
    for (let n = fs.readSync(fd, chunk); n > 0; n = fs.readSync(fd, chunk)) hash.update(chunk.subarray(0, n));
  } finally {
    fs.closeSync(fd);
  }
  return hash.digest('hex');
}
