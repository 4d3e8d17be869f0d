import { handInFieldsSchema } from '../../../../shared/contract/portal/index.ts';
import type { DraftView, HandInFields } from '../../../../shared/contract/portal/views.ts';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { DepartmentId, DraftId } from '../../../../shared/domain/ids.ts';
import { now } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { fromJson, toJson } from '../../json.ts';
import type { UnitCall } from '../../portal/context.ts';
import { draftFiles } from './draftFiles.ts';

/** What a unit is writing. Kept apart from what the office received until it is sent; gone with the sending. */

const MOST_DRAFTS = 50;

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
  files: draftFiles(r, [unit, id]),
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

/** @returns hashes of its files, which are to be dropped once this is committed */
export function discardDraft(w: Writable, unit: DepartmentId, id: DraftId): string[] {
  const files = draftFiles(w, [unit, id]);
  w.run('DELETE FROM hand_in_drafts WHERE department_id = ? AND id = ?', [unit, id]);
  return files.map(({ hash }) => hash);
}
