import { type IsoDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import type { CommissionId, DepartmentId, IssueId, ItemId, PublicationId } from '../../../../shared/domain/ids.ts';
import type { CommissionOutcome, Facts, PrintedEntry } from '../../../../shared/domain/scoring/ledger.ts';
import type { Month } from '../../../../shared/domain/scoring/months.ts';
import type { Counted, MatrixUnit } from '../../../../shared/domain/statistics/matrix.ts';
import type { Readable } from '../../db/open.ts';
import { allAdjustments, allRecognitions } from '../scoring/repo.ts';

/** A printed entry, with its publication by id. */
export type Printed = PrintedEntry & { publicationId: PublicationId };

export interface OfficeFacts extends Facts {
  units: readonly MatrixUnit[];
  printed: readonly Printed[];
}

/**
 * Everything points are reckoned from, as it stands now: signed issues that were not voided, whether made here or taken in
 * as back issues, submissions by the day they came in (补录 by the day entered for them), and what was entered by hand.
 */
export function readFacts(r: Readable): OfficeFacts {
  const credits = allCredits(r);
  const recognised = allRecognitions(r);
  return {
    units: r
      .all<Omit<MatrixUnit, 'active'> & { active: number }>(
        `SELECT id, short_name AS name, group_name AS "group", active FROM departments ORDER BY position`,
      )
      .map((unit) => ({ ...unit, active: unit.active === 1 })),
    printed: printedEntries(r, credits),
    upper: recognised.filter((one) => one.kind === 'upper'),
    instructions: recognised.filter((one) => one.kind === 'instruction'),
    credits: new Map(recognised.map(({ itemId }) => [itemId, credits.get(itemId) ?? []])),
    submitted: countSubmitted(r, null),
    commissions: commissionOutcomes(r),
    adjustments: allAdjustments(r).map(({ departmentId: unitId, ...rest }) => ({ ...rest, unitId })),
  };
}

function allCredits(r: Readable): Map<ItemId, DepartmentId[]> {
  const credits = new Map<ItemId, DepartmentId[]>();
  for (const { item, unit } of r.all<{ item: ItemId; unit: DepartmentId }>(
    'SELECT item_id AS item, department_id AS unit FROM item_credits ORDER BY item_id, position',
  )) {
    const units = credits.get(item);
    if (units) units.push(unit);
    else credits.set(item, [unit]);
  }
  return credits;
}

interface IssueFact {
  id: IssueId;
  date: IsoDate;
  publicationId: PublicationId;
  publication: string;
  correctsId: IssueId | null;
  voided: number;
}

function printedEntries(r: Readable, credits: ReadonlyMap<ItemId, readonly DepartmentId[]>): Printed[] {
  const issues = new Map(
    r
      .all<IssueFact>(
        `SELECT i.id, i.date, p.id AS publicationId, p.name AS publication, i.corrects_id AS correctsId,
           EXISTS (SELECT 1 FROM issue_voids v WHERE v.issue_id = i.id) AS voided
         FROM issues i JOIN publications p ON p.id = i.publication_id WHERE i.number IS NOT NULL AND i.standing = 1`,
      )
      .map((issue) => [issue.id, issue]),
  );
  const entries = r.all<{ itemId: ItemId; issueId: IssueId; form: PrintedEntry['form']; section: string | null }>(
    'SELECT item_id AS itemId, issue_id AS issueId, kind AS form, section FROM issue_entries',
  );
  return entries.flatMap((entry): Printed[] => {
    const issue = issues.get(entry.issueId);
    if (!issue || issue.voided === 1) return [];
    const { date, publicationId, publication } = issue;
    const correction = correctsStanding(issue, issues);
    return [{ ...entry, date, publicationId, publication, correction, units: credits.get(entry.itemId) ?? [] }];
  });
}

/** A correction of an issue that was voided takes its place; of one that stands, directly or not, it counts nothing anew. */
function correctsStanding(issue: IssueFact, issues: ReadonlyMap<IssueId, IssueFact>): boolean {
  const seen = new Set<IssueId>();
  for (let id = issue.correctsId; id !== null && !seen.has(id); ) {
    seen.add(id);
    const corrected = issues.get(id);
    if (!corrected) return false;
    if (corrected.voided === 0) return true;
    id = corrected.correctsId;
  }
  return false;
}

/** 约稿 as each unit answered it: by the first hand-in against it that was not taken back. */
function commissionOutcomes(r: Readable): CommissionOutcome[] {
  return r
    .all<{ id: CommissionId; unitId: DepartmentId; deadline: string; answeredAt: string | null }>(
      `SELECT c.id, u.department_id AS unitId, c.deadline,
         (SELECT min(h.at) FROM hand_ins h WHERE h.commission_id = c.id AND h.department_id = u.department_id
            AND h.withdrawn_at IS NULL) AS answeredAt
       FROM commissions c JOIN commission_units u ON u.commission_id = c.id`,
    )
    .map(({ id, unitId, deadline, answeredAt }) => ({
      id,
      unitId,
      dueDate: toIsoDate(new Date(deadline)),
      answeredDate: answeredAt === null ? null : toIsoDate(new Date(answeredAt)),
      late: answeredAt !== null && Date.parse(answeredAt) > Date.parse(deadline),
    }));
}

/** Pieces handed in, by unit and month; `null` counts all days. */
export function countSubmitted(r: Readable, span: { from: IsoDate; to: IsoDate } | null): Counted[] {
  const where = span === null ? '' : 'AND i.received_date BETWEEN @from AND @to';
  return r.all<Counted>(
    `SELECT s.department_id AS unitId, substr(i.received_date, 1, 7) AS month, count(*) AS count
     FROM submissions s JOIN intakes i ON i.id = s.intake_id
     WHERE s.department_id IS NOT NULL ${where} GROUP BY 1, 2`,
    span === null ? {} : { from: span.from, to: span.to },
  );
}

/** Printed items each unit is credited with, by month; corrections are not counted again. */
export function countAdopted(printed: readonly Printed[]): Counted[] {
  const counts = new Map<string, Counted>();
  for (const { units, date, correction } of printed) {
    if (correction) continue;
    const month = date.slice(0, 7) as Month;
    for (const unitId of units) {
      const key = `${unitId} ${month}`;
      const counted = counts.get(key);
      if (counted) counted.count++;
      else counts.set(key, { unitId, month, count: 1 });
    }
  }
  return [...counts.values()];
}
