import type { AdjustmentRow, RulesRow } from '../../../../shared/contract/methods/scoring.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type {
  AdjustmentId,
  DepartmentId,
  ItemId,
  RecognitionId,
  ScoringRulesId,
} from '../../../../shared/domain/ids.ts';
import {
  type AdjustmentEntry,
  type Recognition,
  recognitionSchema,
} from '../../../../shared/domain/scoring/records.ts';
import { scoringRulesSchema } from '../../../../shared/domain/scoring/rules.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { fromJson, toJson } from '../../json.ts';

const rulesColumns = 'id, valid_from AS validFrom, rules, saved_at AS savedAt, saved_by AS savedBy';

/** All versions of the rule book, the latest first. */
export const listRules = (r: Readable): RulesRow[] =>
  r
    .all<Omit<RulesRow, 'rules'> & { rules: string }>(
      `SELECT ${rulesColumns} FROM scoring_rules ORDER BY valid_from DESC`,
    )
    .map((row) => ({ ...row, rules: fromJson(scoringRulesSchema, row.rules) }));

export function putRules(w: Writable, row: RulesRow): void {
  w.run(
    `INSERT INTO scoring_rules (id, valid_from, rules, saved_at, saved_by)
     VALUES (@id, @validFrom, @rules, @savedAt, @savedBy)
     ON CONFLICT (id) DO UPDATE SET valid_from = excluded.valid_from, rules = excluded.rules,
       saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    { ...row, rules: toJson(row.rules) },
  );
  w.touch('scoring');
}

export function deleteRules(w: Writable, id: ScoringRulesId): void {
  w.run('DELETE FROM scoring_rules WHERE id = ?', [id]);
  w.touch('scoring');
}

export type StoredRecognition = Recognition & { id: RecognitionId };

interface RecognitionRecord {
  id: RecognitionId;
  kind: string;
  itemId: ItemId;
  date: IsoDate;
  details: string;
}

const recognitionColumns = 'n.id, n.kind, n.item_id AS itemId, n.date, n.details';

const toRecognition = ({ id, details, ...row }: RecognitionRecord): StoredRecognition => ({
  id,
  ...recognitionSchema.parse({ ...JSON.parse(details), ...row }),
});

export const allRecognitions = (r: Readable): StoredRecognition[] =>
  r.all<RecognitionRecord>(`SELECT ${recognitionColumns} FROM recognitions n`).map(toRecognition);

/** The latest first; of one item, or those whose item's title or own words hold `search`. */
export function listRecognitions(
  r: Readable,
  { itemId, search }: { itemId: ItemId | null; search: string },
  page: { offset: number; limit: number },
): { rows: StoredRecognition[]; total: number } {
  const parts = ['1 = 1'];
  const params: Record<string, string> = {};
  if (itemId !== null) {
    parts.push('n.item_id = @itemId');
    params['itemId'] = itemId;
  }
  if (search !== '') {
    parts.push('(instr(t.title, @search) > 0 OR instr(n.details, @search) > 0)');
    params['search'] = search;
  }
  const from = `recognitions n JOIN items t ON t.id = n.item_id WHERE ${parts.join(' AND ')}`;
  const rows = r.all<RecognitionRecord>(
    `SELECT ${recognitionColumns} FROM ${from} ORDER BY n.date DESC, n.seq DESC LIMIT @limit OFFSET @offset`,
    { ...params, ...page },
  );
  const { total } = r.get<{ total: number }>(`SELECT count(*) AS total FROM ${from}`, params) ?? { total: 0 };
  return { rows: rows.map(toRecognition), total };
}

export function getRecognition(r: Readable, id: RecognitionId): StoredRecognition | null {
  const row = r.get<RecognitionRecord>(`SELECT ${recognitionColumns} FROM recognitions n WHERE n.id = ?`, [id]);
  return row ? toRecognition(row) : null;
}

export function putRecognition(w: Writable, { id, kind, itemId, date, ...details }: StoredRecognition): void {
  w.run(
    `INSERT INTO recognitions (id, kind, item_id, date, details) VALUES (@id, @kind, @itemId, @date, @details)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, item_id = excluded.item_id, date = excluded.date,
       details = excluded.details`,
    { id, kind, itemId, date, details: toJson(details) },
  );
  w.touch('scoring');
}

export function deleteRecognition(w: Writable, id: RecognitionId): void {
  w.run('DELETE FROM recognitions WHERE id = ?', [id]);
  w.touch('scoring');
}

const adjustmentColumns = `a.id, a.department_id AS departmentId, d.short_name AS unit, a.date, a.points, a.clause, a.reason`;
const adjustmentTables = 'score_adjustments a JOIN departments d ON d.id = a.department_id';

/** The latest first. */
export function listAdjustments(
  r: Readable,
  departmentId: DepartmentId | null,
  page: { offset: number; limit: number },
): { rows: AdjustmentRow[]; total: number } {
  const where = departmentId === null ? '1 = 1' : 'a.department_id = @departmentId';
  const params: Record<string, string> = departmentId === null ? {} : { departmentId };
  const rows = r.all<AdjustmentRow>(
    `SELECT ${adjustmentColumns} FROM ${adjustmentTables} WHERE ${where}
     ORDER BY a.date DESC, a.seq DESC LIMIT @limit OFFSET @offset`,
    { ...params, ...page },
  );
  const { total } = r.get<{ total: number }>(
    `SELECT count(*) AS total FROM score_adjustments a WHERE ${where}`,
    params,
  ) ?? {
    total: 0,
  };
  return { rows, total };
}

export const allAdjustments = (r: Readable): AdjustmentRow[] =>
  r.all<AdjustmentRow>(`SELECT ${adjustmentColumns} FROM ${adjustmentTables}`);

export const getAdjustment = (r: Readable, id: AdjustmentId): AdjustmentRow | null =>
  r.get<AdjustmentRow>(`SELECT ${adjustmentColumns} FROM ${adjustmentTables} WHERE a.id = ?`, [id]) ?? null;

export function putAdjustment(w: Writable, row: AdjustmentEntry & { id: AdjustmentId }): void {
  w.run(
    `INSERT INTO score_adjustments (id, department_id, date, points, clause, reason)
     VALUES (@id, @departmentId, @date, @points, @clause, @reason)
     ON CONFLICT (id) DO UPDATE SET department_id = excluded.department_id, date = excluded.date,
       points = excluded.points, clause = excluded.clause, reason = excluded.reason`,
    { ...row },
  );
  w.touch('scoring');
}

export function deleteAdjustment(w: Writable, id: AdjustmentId): void {
  w.run('DELETE FROM score_adjustments WHERE id = ?', [id]);
  w.touch('scoring');
}
