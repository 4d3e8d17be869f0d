import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { AttachedFile } from '../../../../shared/contract/portal/views.ts';
import type { DepartmentId, DraftId } from '../../../../shared/domain/ids.ts';
import type { Desk } from '../../context.ts';
import { hashBytes } from '../../db/blobs.ts';
import type { Database, Log, Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { prepareFolder } from '../../files/folder.ts';
import { writeFileAtomic } from '../../files/writeFileAtomic.ts';
import type { NamedBytes } from '../files.ts';

/*
 * Attachments of drafts. The rows are in the database, the bytes in files beside it: an upload is written without keeping
 * anybody waiting, and only what is sent goes into the database.
 */

const MOST_FILES = 10;
/** Files of all drafts of a unit together, bytes: what is not sent must not fill the office's disk. */
const MOST_BYTES = 200 * 1024 * 1024;

type Key = readonly [unit: DepartmentId, draft: DraftId];

const folderOf = (db: Pick<Database, 'folder'>) => path.join(db.folder, 'drafts');

/** A file of a row; ids come from outside and are no part of a name. */
const fileOf = (db: Pick<Database, 'folder'>, [unit, draft]: Key, hash: string) =>
  path.join(folderOf(db), createHash('sha256').update(`${unit}\n${draft}\n${hash}`).digest('hex'));

export const draftFiles = (r: Readable, [unit, draft]: Key): AttachedFile[] =>
  r.all<AttachedFile>(
    `SELECT hash, name, size FROM hand_in_draft_files WHERE department_id = ? AND draft_id = ? ORDER BY position`,
    [unit, draft],
  );

/** The same bytes twice are one file. Throws `not-found` where the draft is not there, `too-many-files`, `too-large`. */
export async function attachFile(desk: Desk, key: Key, { name, bytes }: NamedBytes): Promise<AttachedFile[]> {
  const { db } = desk;
  const hash = hashBytes(bytes);
  const size = bytes.byteLength;
  const files = db.read((r) => roomFor(r, key, hash, size));
  if (files.some((file) => file.hash === hash)) return files;
  prepareFolder(folderOf(db));
  await writeFileAtomic(fileOf(db, key, hash), bytes);
  // Others may have been attached meanwhile; what is refused now is swept away at the next start.
  return db.write((w) => {
    if (roomFor(w, key, hash, size).every((file) => file.hash !== hash)) addRow(w, key, { name, hash, size });
    return draftFiles(w, key);
  });
}

function roomFor(r: Readable, key: Key, hash: string, size: number): AttachedFile[] {
  const [unit] = key;
  const there = r.get('SELECT 1 AS found FROM hand_in_drafts WHERE department_id = ? AND id = ?', [...key]);
  if (there === undefined) throw new CoreError('not-found', { what: '这份草稿' });
  const files = draftFiles(r, key);
  if (files.some((file) => file.hash === hash)) return files;
  if (files.length >= MOST_FILES) throw new CoreError('too-many-files', { limit: MOST_FILES });
  const sum = 'SELECT coalesce(sum(size), 0) AS n FROM hand_in_draft_files WHERE department_id = ?';
  if ((r.get<{ n: number }>(sum, [unit])?.n ?? 0) + size > MOST_BYTES)
    throw new CoreError('too-large', { what: '草稿中的附件合计', limit: '200 MB' });
  return files;
}

const addRow = (w: Writable, [unit, draft]: Key, { name, hash, size }: AttachedFile) =>
  w.run(
    `INSERT INTO hand_in_draft_files (department_id, draft_id, position, name, hash, size)
     VALUES (@unit, @draft, (SELECT coalesce(max(position), 0) + 1 FROM hand_in_draft_files
       WHERE department_id = @unit AND draft_id = @draft), @name, @hash, @size)`,
    { unit, draft, name, hash, size },
  );

/** Throws `file-damaged` where one is no longer as it was uploaded. */
export function readDraftFiles(desk: Desk, key: Key): Promise<(NamedBytes & { hash: string })[]> {
  const { db } = desk;
  const rows = db.read((r) =>
    r.all<{ name: string; hash: string; bytes: Uint8Array | null }>(
      'SELECT name, hash, bytes FROM hand_in_draft_files WHERE department_id = ? AND draft_id = ? ORDER BY position',
      [...key],
    ),
  );
  return Promise.all(
    rows.map(async ({ name, hash, bytes: inside }) => {
      const bytes = inside ?? (await fs.readFile(fileOf(db, key, hash)).catch(() => new Uint8Array()));
      if (hashBytes(bytes) !== hash)
        throw new CoreError('file-damaged', { file: name, detail: '与上传时不一致，请去掉后重新添加。' });
      return { name, bytes, hash };
    }),
  );
}

export async function removeFile(desk: Desk, key: Key, hash: string): Promise<AttachedFile[]> {
  const files = desk.db.write((w) => {
    w.run('DELETE FROM hand_in_draft_files WHERE department_id = ? AND draft_id = ? AND hash = ?', [...key, hash]);
    return draftFiles(w, key);
  });
  await dropFiles(desk, key, [hash]);
  return files;
}

/** Takes away what rows no longer name; a file that stays is swept away at the next start. */
export async function dropFiles({ db }: Desk, key: Key, hashes: readonly string[]): Promise<void> {
  await Promise.all(hashes.map((hash) => fs.rm(fileOf(db, key, hash), { force: true }).catch(() => {})));
}

/** Files of no draft: what a kill left between the file and its row, or between row and file. */
export async function sweepDraftFiles(db: Database, log: Log): Promise<void> {
  const named = new Set(
    db.read((r) =>
      r
        .all<{ unit: DepartmentId; draft: DraftId; hash: string }>(
          'SELECT department_id AS unit, draft_id AS draft, hash FROM hand_in_draft_files',
        )
        .map(({ unit, draft, hash }) => path.basename(fileOf(db, [unit, draft], hash))),
    ),
  );
  const folder = folderOf(db);
  const names = await fs.readdir(folder).catch(() => []);
  const strays = names.filter((name) => !named.has(name));
  for (const name of strays) await fs.rm(path.join(folder, name), { force: true }).catch(() => {});
  if (strays.length > 0) log.info('files of no draft removed', { count: strays.length });
}
