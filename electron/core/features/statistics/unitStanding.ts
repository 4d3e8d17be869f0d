import type { StandingLine, UnitStanding } from '../../../../shared/contract/portal/views.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { firstDay, lastDay, type Month, monthsBetween } from '../../../../shared/domain/scoring/months.ts';
import { noPoints } from '../../../../shared/domain/scoring/points.ts';
import { matrixOf } from '../../../../shared/domain/statistics/matrix.ts';
import type { Desk } from '../../context.ts';
import { countAdopted } from './facts.ts';
import { ledgerRows } from './service.ts';

/**
 * A unit's figures over whole months as the statistics have them, with every line its points are made of, and its own
 * place among the units of its group. Nothing of another unit is told.
 */
export function unitStanding(desk: Desk, departmentId: DepartmentId, from: Month, to: Month): UnitStanding {
  const { facts, lines } = desk.books.read();
  const first = firstDay(from);
  const last = lastDay(to);
  const within = lines.filter(({ date }) => date >= first && date <= last);
  const adopted = countAdopted(facts.printed.filter(({ date }) => date >= first && date <= last));
  const groups = matrixOf(facts.units, monthsBetween(from, to), within, facts.submitted, adopted);
  const group = groups.find(({ units }) => units.some((one) => one.departmentId === departmentId));
  const row = group?.units.find((one) => one.departmentId === departmentId);
  const own = within.filter(({ unitId }) => unitId === departmentId);
  const scored = within.some(({ versionId }) => versionId !== null);
  return {
    from: first,
    to: last,
    ...(row?.total ?? { submitted: 0, adopted: 0, points: noPoints }),
    place: group && row && scored ? { rank: row.rank, of: group.units.length, group: group.group } : null,
    lines: desk.db.read((r) =>
      ledgerRows(r, own)
        .toReversed()
        .map(
          ({ kind, date, points, working, what, item, issue, clause }): StandingLine => ({
            date,
            kind,
            what: [item?.title, what].filter((part) => part).join(' '),
            issue: issue?.label ?? null,
            clause: clause && { number: clause.number, text: clause.text },
            working,
            points,
          }),
        ),
    ),
  };
}
