import type { CommissionUnit, CommissionView } from '../../../../shared/contract/portal/officeViews.ts';
import type { TopicGuide, UnitCommission } from '../../../../shared/contract/portal/views.ts';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { CommissionId, DepartmentId, TopicId } from '../../../../shared/domain/ids.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';

/** 约稿: a topic asked of chosen units by a day. */
export type Commission = Omit<CommissionView, 'units'>;

const columns = `c.id, c.topic, c.text, c.publication_id AS publicationId, c.deadline, c.published_at AS publishedAt,
  c.person, c.closed_at AS closedAt`;

/** When a unit answered: its first hand-in that still stands. */
const answeredAt = `(SELECT min(h.at) FROM hand_ins h WHERE h.commission_id = u.commission_id
  AND h.department_id = u.department_id AND h.withdrawn_at IS NULL)`;

export function addCommission(w: Writable, commission: Commission, units: readonly DepartmentId[]): void {
  w.run(
    `INSERT INTO commissions (id, topic, text, publication_id, deadline, published_at, person, closed_at)
     VALUES (@id, @topic, @text, @publicationId, @deadline, @publishedAt, @person, @closedAt)`,
    { ...commission },
  );
  for (const unit of new Set(units))
    w.run('INSERT INTO commission_units (commission_id, department_id) VALUES (?, ?)', [commission.id, unit]);
  w.touch('commissions');
}

export function listCommissions(r: Readable): CommissionView[] {
  return r
    .all<Commission>(`SELECT ${columns} FROM commissions c ORDER BY c.seq DESC`)
    .map((commission) => ({ ...commission, units: unitsOf(r, commission.id) }));
}

/** Throws `not-found`. */
export function getCommission(r: Readable, id: CommissionId): Commission {
  const commission = r.get<Commission>(`SELECT ${columns} FROM commissions c WHERE c.id = ?`, [id]);
  if (!commission) throw new CoreError('not-found', { what: '这次约稿' });
  return commission;
}

const unitsOf = (r: Readable, id: CommissionId): CommissionUnit[] =>
  r.all<CommissionUnit>(
    `SELECT u.department_id AS departmentId, d.short_name AS name, u.read_at AS readAt, ${answeredAt} AS answeredAt
     FROM commission_units u JOIN departments d ON d.id = u.department_id
     WHERE u.commission_id = ? ORDER BY d.position`,
    [id],
  );

export function closeCommission(w: Writable, id: CommissionId, at: Timestamp | null): void {
  getCommission(w, id);
  w.run('UPDATE commissions SET closed_at = ? WHERE id = ?', [at, id]);
  w.touch('commissions');
}

type UnitCommissionRecord = Omit<UnitCommission, 'closed'> & { closedAt: Timestamp | null };

export const commissionsFor = (r: Readable, unit: DepartmentId): UnitCommission[] =>
  r
    .all<UnitCommissionRecord>(
      `SELECT c.id, c.topic, c.text, p.name AS publication, c.deadline, c.published_at AS publishedAt,
         c.closed_at AS closedAt, u.read_at AS readAt, ${answeredAt} AS answeredAt
       FROM commission_units u JOIN commissions c ON c.id = u.commission_id
       LEFT JOIN publications p ON p.id = c.publication_id
       WHERE u.department_id = ? ORDER BY c.seq DESC`,
      [unit],
    )
    .map(({ closedAt, ...row }) => ({ ...row, closed: closedAt !== null }));

/** Throws `not-found` where the unit was not asked. */
export function getCommissionFor(r: Readable, unit: DepartmentId, id: CommissionId): UnitCommission {
  const found = commissionsFor(r, unit).find((one) => one.id === id);
  if (!found) throw new CoreError('not-found', { what: '这次约稿' });
  return found;
}

export function acknowledge(w: Writable, unit: DepartmentId, id: CommissionId, at: Timestamp): void {
  getCommissionFor(w, unit, id);
  w.run(`UPDATE commission_units SET read_at = ? WHERE commission_id = ? AND department_id = ? AND read_at IS NULL`, [
    at,
    id,
    unit,
  ]);
  w.touch('commissions');
}

export const listTopics = (r: Readable): TopicGuide[] =>
  r.all<TopicGuide>(
    `SELECT id, month, text, published_at AS publishedAt FROM topic_guides ORDER BY month DESC, seq DESC`,
  );

export function addTopic(w: Writable, topic: TopicGuide & { person: string }): void {
  w.run(
    `INSERT INTO topic_guides (id, month, text, published_at, person)
     VALUES (@id, @month, @text, @publishedAt, @person)`,
    { ...topic },
  );
  w.touch('commissions');
}

export function deleteTopic(w: Writable, id: TopicId): void {
  w.run('DELETE FROM topic_guides WHERE id = ?', [id]);
  w.touch('commissions');
}
