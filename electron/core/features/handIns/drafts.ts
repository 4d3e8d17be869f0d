import { handInFieldsSchema } from '../../../../shared/contract/portal/index.ts';
import type { AttachedFile, DraftView, HandInFields } from '../../../../shared/contract/portal/views.ts';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { DepartmentId, DraftId } from '../../../../shared/domain/ids.ts';
import { now } from '../../context.ts';
import { hashBytes } from '../../db/blobs.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { fromJson, toJson } from '../../json.ts';
import type { UnitCall } from '../../portal/context.ts';
import type { NamedBytes } from '../files.ts';

/** What a unit is writing. Kept apart from what the office received until it is sent; gone with the sending. */

const MOST_DRAFTS = 50;
const MOST_FILES = 10;
/** Files of all drafts of a unit together, bytes: what is not sent must not fill the office's disk. */
const MOST_BYTES = 200 * 1024 * 1024;

interface DraftRecord {
  id: DraftId;
  fields: string;
  updatedAt: Timestamp;
}

export const listDrafts = (r: Readable, unit: DepartmentId): DraftView[] =>
  r
    .all<DraftRecord>(
      `SELECT id, fields, updated_at AS updatedAt FROM hand_in_drafts WHERE department_id = ? ORDER BY updated_at DESC`,
      [unit],
    )
    .map((row) => toDraft(r, unit, row));

/** Throws `not-found`, for another unit's draft too. */
export function getDraft(r: Readable, unit: DepartmentId, id: DraftId): DraftView {
  const row = r.get<DraftRecord>(
    `SELECT id, fields, updated_at AS updatedAt FROM hand_in_drafts WHERE department_id = ? AND id = ?`,
    [unit, id],
  );
  if (!row) throw new CoreError('not-found', { what: '这份草稿' });
  return toDraft(r, unit, row);
}

const toDraft = (r: Readable, unit: DepartmentId, { id, fields, updatedAt }: DraftRecord): DraftView => ({
  ...fromJson(handInFieldsSchema, fields),
  id,
  updatedAt,
  files: draftFiles(r, unit, id),
});

export function saveDraft(w: Writable, { desk, unit }: UnitCall, id: DraftId, fields: HandInFields): void {
  const count =
    w.get<{ n: number }>('SELECT count(*) AS n FROM hand_in_drafts WHERE department_id = ? AND id <> ?', [
      unit.departmentId,
      id,
    ])?.n ?? 0;
  if (count >= MOST_DRAFTS) throw new CoreError('too-large', { what: '草稿数量', limit: `${MOST_DRAFTS} 份` });
  w.run(
    `INSERT INTO hand_in_drafts (id, department_id, fields, updated_at) VALUES (@id, @unit, @fields, @at)
     ON CONFLICT (department_id, id) DO UPDATE SET fields = excluded.fields, updated_at = excluded.updated_at`,
    { id, unit: unit.departmentId, fields: toJson(fields), at: now(desk) },
  );
}

export function discardDraft(w: Writable, unit: DepartmentId, id: DraftId): void {
  w.run('DELETE FROM hand_in_drafts WHERE department_id = ? AND id = ?', [unit, id]);
}

export const draftFiles = (r: Readable, unit: DepartmentId, id: DraftId): AttachedFile[] =>
  r.all<AttachedFile>(
    `SELECT hash, name, length(bytes) AS size FROM hand_in_draft_files
     WHERE department_id = ? AND draft_id = ? ORDER BY position`,
    [unit, id],
  );

export const draftBytes = (r: Readable, unit: DepartmentId, id: DraftId): NamedBytes[] =>
  r.all<NamedBytes>(
    'SELECT name, bytes FROM hand_in_draft_files WHERE department_id = ? AND draft_id = ? ORDER BY position',
    [unit, id],
  );

/** The same bytes twice are one file. Throws `not-found` where the draft is not there, `too-many-files`. */
export function attachFile(w: Writable, unit: DepartmentId, id: DraftId, { name, bytes }: NamedBytes): AttachedFile[] {
  getDraft(w, unit, id);
  const files = draftFiles(w, unit, id);
  const hash = hashBytes(bytes);
  if (files.some((file) => file.hash === hash)) return files;
  if (files.length >= MOST_FILES) throw new CoreError('too-many-files', { limit: MOST_FILES });
  const held =
    w.get<{ n: number }>(
      'SELECT coalesce(sum(length(bytes)), 0) AS n FROM hand_in_draft_files WHERE department_id = ?',
      [unit],
    )?.n ?? 0;
  if (held + bytes.byteLength > MOST_BYTES)
    throw new CoreError('too-large', { what: '草稿中的附件合计', limit: '200 MB' });
  w.run(
    `INSERT INTO hand_in_draft_files (department_id, draft_id, position, name, hash, bytes)
     VALUES (@unit, @id, (SELECT coalesce(max(position), 0) + 1 FROM hand_in_draft_files
       WHERE department_id = @unit AND draft_id = @id), @name, @hash, @bytes)`,
    { unit, id, name, hash, bytes },
  );
  return draftFiles(w, unit, id);
}

export function removeFile(w: Writable, unit: DepartmentId, id: DraftId, hash: string): AttachedFile[] {
  w.run('DELETE FROM hand_in_draft_files WHERE department_id = ? AND draft_id = ? AND hash = ?', [unit, id, hash]);
  return draftFiles(w, unit, id);
}
