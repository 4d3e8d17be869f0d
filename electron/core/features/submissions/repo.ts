import { z } from 'zod';
import type { Decision, IntakeWay, SubmissionRow, UnitCandidate } from '../../../../shared/contract/views.ts';
import type { IsoDate, Timestamp } from '../../../../shared/domain/dates.ts';
import type { DepartmentId, IntakeId, SubmissionId } from '../../../../shared/domain/ids.ts';
import {
  type SubmissionFields,
  type SubmissionState,
  submissionFieldsSchema,
  submissionStateSchema,
} from '../../../../shared/domain/submission.ts';
import type { SplitKind } from '../../../../shared/text/split/document.ts';
import { type Split, splitSchema } from '../../../../shared/text/split/review/index.ts';
import { type Call, now } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { fromJson, toJson } from '../../json.ts';
import { deletePictures } from './pictures.ts';

/** One act of taking in, as stored. */
export interface Intake {
  id: IntakeId;
  way: IntakeWay;
  fileName: string | null;
  blobHash: string | null;
  text: string;
  warnings: string[];
  receivedAt: Timestamp;
  receivedDate: IsoDate;
  receivedBy: string;
}

/** One submission, as stored with its intake. */
export interface Submission {
  id: SubmissionId;
  intakeId: IntakeId;
  departmentId: DepartmentId | null;
  candidates: UnitCandidate[];
  state: SubmissionState;
  kind: SplitKind;
  title: string;
  paragraphs: string[];
  subheads: number[];
  source: string | null;
  fields: SubmissionFields;
  charCount: number;
}

export function addIntake(w: Writable, intake: Intake): void {
  w.run(
    `INSERT INTO intakes (id, way, file_name, blob_hash, text, warnings, received_at, received_date, received_by)
     VALUES (@id, @way, @fileName, @blobHash, @text, @warnings, @receivedAt, @receivedDate, @receivedBy)`,
    { ...intake, warnings: toJson(intake.warnings) },
  );
}

export function addSubmission(w: Writable, submission: Submission): void {
  w.run(
    `INSERT INTO submissions
       (id, intake_id, department_id, candidates, state, kind, title, paragraphs, subheads, source, fields, char_count)
     VALUES (@id, @intakeId, @departmentId, @candidates, @state, @kind, @title, @paragraphs, @subheads, @source, @fields,
       @charCount)`,
    {
      ...submission,
      candidates: toJson(submission.candidates),
      paragraphs: toJson(submission.paragraphs),
      subheads: toJson(submission.subheads),
      fields: toJson(submission.fields),
    },
  );
  w.touch('submissions');
}

interface IntakeRecord extends Omit<Intake, 'warnings'> {
  warnings: string;
}

const intakeColumns = `id, way, file_name AS fileName, blob_hash AS blobHash, text, warnings, received_at AS receivedAt,
  received_date AS receivedDate, received_by AS receivedBy`;

const toIntake = (row: IntakeRecord): Intake => ({ ...row, warnings: fromJson(z.array(z.string()), row.warnings) });

export function getIntake(r: Readable, id: IntakeId): Intake {
  const row = r.get<IntakeRecord>(`SELECT ${intakeColumns} FROM intakes WHERE id = ?`, [id]);
  if (!row) throw new CoreError('not-found', { what: '这次导入' });
  return toIntake(row);
}

export function findIntakeOfBytes(r: Readable, hash: string): Intake | null {
  const row = r.get<IntakeRecord>(`SELECT ${intakeColumns} FROM intakes WHERE blob_hash = ? ORDER BY seq LIMIT 1`, [
    hash,
  ]);
  return row ? toIntake(row) : null;
}

const candidatesSchema = z.array(z.custom<UnitCandidate>());

/** Throws `not-found`. */
export function getSubmission(r: Readable, id: SubmissionId): Submission {
  const row = r.get<Record<'candidates' | 'paragraphs' | 'subheads' | 'fields', string> & Submission>(
    `SELECT id, intake_id AS intakeId, department_id AS departmentId, candidates, state, kind, title, paragraphs, subheads,
       source, fields, char_count AS charCount FROM submissions WHERE id = ?`,
    [id],
  );
  if (!row) throw new CoreError('not-found', { what: '这件来稿' });
  return {
    ...row,
    candidates: fromJson(candidatesSchema, row.candidates),
    paragraphs: fromJson(z.array(z.string()), row.paragraphs),
    subheads: fromJson(z.array(z.int()), row.subheads),
    fields: fromJson(submissionFieldsSchema, row.fields),
  };
}

export const submissionsOfIntake = (r: Readable, id: IntakeId): SubmissionId[] =>
  r.all<{ id: SubmissionId }>('SELECT id FROM submissions WHERE intake_id = ? ORDER BY seq', [id]).map((row) => row.id);

/** Whether anything was ever decided on a part of it, undone or not: the record of that stays. */
export const wasDecided = (r: Readable, id: IntakeId): boolean =>
  r.get(
    `SELECT 1 AS found FROM submission_decisions d JOIN submissions s ON s.id = d.submission_id WHERE s.intake_id = ?`,
    [id],
  ) !== undefined;

export function deleteIntake(w: Writable, id: IntakeId): void {
  deleteSubmissions(w, id);
  deletePictures(w, id);
  w.run('DELETE FROM intake_splits WHERE intake_id = ?', [id]);
  w.run('DELETE FROM intakes WHERE id = ?', [id]);
}

/** The parts of an intake, while nothing refers to them. */
export function deleteSubmissions(w: Writable, id: IntakeId): void {
  w.run('DELETE FROM submissions WHERE intake_id = ?', [id]);
  w.touch('submissions');
}

/** The split an editor made, or one that rests on the titles known at the time; `null` where the splitter makes it anew. */
export function keptSplit(r: Readable, id: IntakeId): Split | null {
  const row = r.get<{ split: string }>('SELECT split FROM intake_splits WHERE intake_id = ?', [id]);
  return row ? fromJson(splitSchema, row.split) : null;
}

export function keepSplit(w: Writable, { desk, actor }: Call, id: IntakeId, split: Split): void {
  w.run(
    `INSERT INTO intake_splits (intake_id, split, at, person) VALUES (@id, @split, @at, @person)
     ON CONFLICT (intake_id) DO UPDATE SET split = @split, at = @at, person = @person`,
    { id, split: toJson(split), at: now(desk), person: actor.name },
  );
}

export interface SubmissionFilter {
  state: SubmissionState | null;
  departmentId: DepartmentId | null;
}

const rowColumns = `s.id, s.department_id AS departmentId, d.short_name AS department, s.title,
  coalesce(substr(json_extract(s.paragraphs, '$[0]'), 1, 60), '') AS excerpt, s.state,
  i.received_at AS receivedAt, s.char_count AS charCount, s.kind, i.file_name AS fileName,
  (SELECT h.urgent_stage FROM hand_in_intakes l JOIN hand_ins h ON h.id = l.hand_in_id WHERE l.intake_id = i.id) AS urgent`;

const rowTables = (which: string) => `submissions s ON ${which} JOIN intakes i ON i.id = s.intake_id
  LEFT JOIN departments d ON d.id = s.department_id`;

/** The newest intake first, its parts in the order of the text. */
export function listSubmissions(
  r: Readable,
  filter: SubmissionFilter,
  page: { offset: number; limit: number },
): { rows: SubmissionRow[]; total: number } {
  const { where, params } = filterSql(filter);
  // The place in the list is found in an index alone; rows are read for the page only.
  const rows = r.all<SubmissionRow>(
    `SELECT ${rowColumns} FROM (SELECT seq FROM submissions s WHERE ${where}
       ORDER BY intake_seq DESC, seq LIMIT @limit OFFSET @offset) p CROSS JOIN ${rowTables('s.seq = p.seq')}
     ORDER BY s.intake_seq DESC, s.seq`,
    { ...params, ...page },
  );
  const { total } = r.get<{ total: number }>(`SELECT count(*) AS total FROM submissions s WHERE ${where}`, params) ?? {
    total: 0,
  };
  return { rows, total };
}

export const submissionRows = (r: Readable, ids: readonly SubmissionId[]): SubmissionRow[] =>
  r.all<SubmissionRow>(
    `SELECT ${rowColumns} FROM json_each(?) p CROSS JOIN ${rowTables('s.id = p.value')} ORDER BY p.key`,
    [toJson(ids)],
  );

function filterSql({ state, departmentId }: SubmissionFilter) {
  return {
    where: [
      ...(state === null ? [] : ['s.state = @state']),
      ...(departmentId === null ? [] : ['s.department_id = @departmentId']),
    ].reduce((all, one) => `${all} AND ${one}`, '1 = 1'),
    params: { ...(state === null ? {} : { state }), ...(departmentId === null ? {} : { departmentId }) },
  };
}

export function setState(w: Writable, id: SubmissionId, state: SubmissionState): void {
  w.run('UPDATE submissions SET state = ? WHERE id = ?', [state, id]);
  w.touch('submissions', 'items');
}

export function setDepartment(w: Writable, id: SubmissionId, department: DepartmentId): void {
  w.run(`UPDATE submissions SET department_id = ?, candidates = '[]' WHERE id = ?`, [department, id]);
  w.touch('submissions', 'items');
}

export interface DecisionRecord {
  seq: number;
  from: SubmissionState;
  to: SubmissionState;
  /** Questions of a return, reason of a rejection. */
  reason: string;
  dueDate: IsoDate | null;
}

export function addDecision(
  w: Writable,
  decision: {
    submissionId: SubmissionId;
    at: Timestamp;
    person: string;
    from: SubmissionState;
    to: SubmissionState;
    reason: string;
    dueDate: IsoDate | null;
    undoes: number | null;
  },
): void {
  w.run(
    `INSERT INTO submission_decisions (submission_id, at, person, from_state, to_state, reason, due_date, undoes)
     VALUES (@submissionId, @at, @person, @from, @to, @reason, @dueDate, @undoes)`,
    decision,
  );
}

/** The last decision that stands: not an undo, and not undone. */
export function lastStanding(r: Readable, id: SubmissionId): DecisionRecord | null {
  const row = r.get<{ seq: number; from: string; to: string; reason: string; dueDate: IsoDate | null }>(
    `SELECT seq, from_state AS "from", to_state AS "to", reason, due_date AS dueDate FROM submission_decisions d
     WHERE submission_id = ? AND undoes IS NULL
       AND NOT EXISTS (SELECT 1 FROM submission_decisions u WHERE u.undoes = d.seq)
     ORDER BY seq DESC LIMIT 1`,
    [id],
  );
  return row ? { ...row, from: submissionStateSchema.parse(row.from), to: submissionStateSchema.parse(row.to) } : null;
}

export const listDecisions = (r: Readable, id: SubmissionId): Decision[] =>
  r
    .all<Omit<Decision, 'undo'> & { undo: number }>(
      `SELECT at, person, from_state AS "from", to_state AS "to", reason, due_date AS dueDate, undoes IS NOT NULL AS undo
       FROM submission_decisions WHERE submission_id = ? ORDER BY seq DESC`,
      [id],
    )
    .map((row) => ({ ...row, undo: row.undo === 1 }));

/** Handed in in a month (`2020-03`) and adopted in a year (`2020`), of one unit. */
export function unitStats(r: Readable, id: DepartmentId, month: string, year: string) {
  const one = (sql: string, like: string) => r.get<{ n: number }>(sql, [id, `${like}%`])?.n ?? 0;
  return {
    receivedThisMonth: one(
      `SELECT count(*) AS n FROM submissions s JOIN intakes i ON i.id = s.intake_id
       WHERE s.department_id = ? AND i.received_date LIKE ?`,
      month,
    ),
    adoptedThisYear: one(
      `SELECT count(*) AS n FROM submissions s JOIN intakes i ON i.id = s.intake_id
       WHERE s.department_id = ? AND s.state = 'adopted' AND i.received_date LIKE ?`,
      year,
    ),
  };
}
