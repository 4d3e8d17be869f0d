import { handInFieldsSchema } from '../../../../shared/contract/portal/index.ts';
import type { AttachedFile, HandInFields } from '../../../../shared/contract/portal/views.ts';
import type { IsoDate, Timestamp } from '../../../../shared/domain/dates.ts';
import type { UrgentStage } from '../../../../shared/domain/handIn.ts';
import type {
  CommissionId,
  DepartmentId,
  DraftId,
  HandInId,
  IntakeId,
  SubmissionId,
} from '../../../../shared/domain/ids.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { fromJson, toJson } from '../../json.ts';

/** One sending of a unit, as stored. */
export interface HandIn {
  id: HandInId;
  departmentId: DepartmentId;
  draftId: DraftId;
  /** Receipt number of the year. */
  year: number;
  number: number;
  at: Timestamp;
  /** The office's calendar day it came on. */
  day: IsoDate;
  title: string;
  fields: HandInFields;
  urgentStage: UrgentStage | null;
  /** The first report of the matter, its own id where it begins one. */
  chainId: HandInId;
  answersId: HandInId | null;
  commissionId: CommissionId | null;
  /** Hash of the packet it came in; `null` where it came over the network. */
  packet: string | null;
  /** The unit's key for the receipt packet, base64. */
  replyKey: string | null;
  readAt: Timestamp | null;
  withdrawnAt: Timestamp | null;
}

const columns = `id, department_id AS departmentId, draft_id AS draftId, year, number, at, day, title, fields,
  urgent_stage AS urgentStage, chain_id AS chainId, answers_id AS answersId, commission_id AS commissionId, packet, reply_key AS replyKey,
  read_at AS readAt, withdrawn_at AS withdrawnAt`;

type HandInRecord = Omit<HandIn, 'fields'> & { fields: string };
const toHandIn = (row: HandInRecord): HandIn => ({ ...row, fields: fromJson(handInFieldsSchema, row.fields) });

/** Throws `not-found`; another unit's is as little there as one that never was. */
export function getHandIn(r: Readable, unit: DepartmentId, id: HandInId): HandIn {
  const row = r.get<HandInRecord>(`SELECT ${columns} FROM hand_ins WHERE id = ? AND department_id = ?`, [id, unit]);
  if (!row) throw new CoreError('not-found', { what: '这件报送' });
  return toHandIn(row);
}

export function handInOfDraft(r: Readable, unit: DepartmentId, id: DraftId): HandIn | null {
  const row = r.get<HandInRecord>(`SELECT ${columns} FROM hand_ins WHERE department_id = ? AND draft_id = ?`, [
    unit,
    id,
  ]);
  return row ? toHandIn(row) : null;
}

/** Whichever unit's: for the office alone. */
export function handInById(r: Readable, id: HandInId): HandIn | null {
  const row = r.get<HandInRecord>(`SELECT ${columns} FROM hand_ins WHERE id = ?`, [id]);
  return row ? toHandIn(row) : null;
}

export function handInOfSubmission(r: Readable, id: SubmissionId): HandIn | null {
  const row = r.get<HandInRecord>(
    `SELECT ${columns} FROM hand_ins WHERE id = (SELECT h.hand_in_id FROM hand_in_intakes h
       JOIN submissions s ON s.intake_id = h.intake_id WHERE s.id = ?)`,
    [id],
  );
  return row ? toHandIn(row) : null;
}

export const listHandIns = (r: Readable, unit: DepartmentId, page: { offset: number; limit: number }): HandIn[] =>
  r
    .all<HandInRecord>(
      `SELECT ${columns} FROM hand_ins WHERE department_id = @unit ORDER BY seq DESC LIMIT @limit OFFSET @offset`,
      { unit, ...page },
    )
    .map(toHandIn);

export const countHandIns = (r: Readable, unit: DepartmentId): number =>
  r.get<{ n: number }>('SELECT count(*) AS n FROM hand_ins WHERE department_id = ?', [unit])?.n ?? 0;

/** What it answers and what answered it, and all reports of its matter; oldest first. */
export const threadOf = (r: Readable, { chainId, departmentId }: HandIn): HandIn[] =>
  r
    .all<HandInRecord>(`SELECT ${columns} FROM hand_ins WHERE chain_id = ? AND department_id = ? ORDER BY seq`, [
      chainId,
      departmentId,
    ])
    .map(toHandIn);

/** Ordinary hand-ins of a day that count towards the daily cap. */
export const countOrdinary = (r: Readable, unit: DepartmentId, day: IsoDate): number =>
  r.get<{ n: number }>(
    `SELECT count(*) AS n FROM hand_ins WHERE department_id = ? AND day = ? AND urgent_stage IS NULL
       AND answers_id IS NULL AND commission_id IS NULL AND withdrawn_at IS NULL`,
    [unit, day],
  )?.n ?? 0;

/** Takes the next receipt number of the year. */
export function addHandIn(w: Writable, handIn: Omit<HandIn, 'number' | 'readAt' | 'withdrawnAt'>): number {
  const { n: number } = w.get<{ n: number }>('SELECT coalesce(max(number), 0) + 1 AS n FROM hand_ins WHERE year = ?', [
    handIn.year,
  ]) ?? { n: 1 };
  w.run(
    `INSERT INTO hand_ins (id, department_id, draft_id, year, number, at, day, title, fields, urgent_stage, chain_id,
       answers_id, commission_id, packet, reply_key)
     VALUES (@id, @departmentId, @draftId, @year, @number, @at, @day, @title, @fields, @urgentStage, @chainId, @answersId,
       @commissionId, @packet, @replyKey)`,
    { ...handIn, fields: toJson(handIn.fields), number },
  );
  w.touch('portal', 'submissions', 'commissions');
  return number;
}

export function linkIntake(w: Writable, id: HandInId, intake: IntakeId): void {
  w.run('INSERT INTO hand_in_intakes (hand_in_id, intake_id) VALUES (?, ?)', [id, intake]);
}

export const intakesOf = (r: Readable, id: HandInId): IntakeId[] =>
  r
    .all<{ id: IntakeId }>('SELECT intake_id AS id FROM hand_in_intakes WHERE hand_in_id = ? ORDER BY rowid', [id])
    .map((row) => row.id);

export function unlinkIntakes(w: Writable, id: HandInId): void {
  w.run('DELETE FROM hand_in_intakes WHERE hand_in_id = ?', [id]);
}

export function keepFile(w: Writable, id: HandInId, position: number, name: string, hash: string): void {
  w.run('INSERT INTO hand_in_files (hand_in_id, position, name, blob_hash) VALUES (?, ?, ?, ?)', [
    id,
    position,
    name,
    hash,
  ]);
}

export const filesOf = (r: Readable, id: HandInId): AttachedFile[] =>
  r.all<AttachedFile>(
    `SELECT f.blob_hash AS hash, f.name, b.size FROM hand_in_files f JOIN blobs b ON b.hash = f.blob_hash
     WHERE f.hand_in_id = ? ORDER BY f.position`,
    [id],
  );

export function markRead(w: Writable, id: HandInId, at: Timestamp): void {
  w.run('UPDATE hand_ins SET read_at = ? WHERE id = ? AND read_at IS NULL', [at, id]);
  w.touch('portal');
}

export function markWithdrawn(w: Writable, id: HandInId, at: Timestamp): void {
  w.run('UPDATE hand_ins SET withdrawn_at = ? WHERE id = ?', [at, id]);
  w.touch('portal', 'submissions');
}
