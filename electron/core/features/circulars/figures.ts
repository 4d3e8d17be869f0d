import type { LedgerRow, Span } from '../../../../shared/contract/methods/statistics.ts';
import type { Statement } from '../../../../shared/domain/circular/bulletin.ts';
import type { CircularFigures } from '../../../../shared/domain/circular/circular.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { clausesOf, countingText } from '../../../../shared/domain/scoring/clauses.ts';
import { type LedgerLine, lineKindNames } from '../../../../shared/domain/scoring/ledger.ts';
import type { Desk } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { listRules } from '../scoring/repo.ts';
import { ledgerRows, readBooks, statisticsOf, unitLedger } from '../statistics/service.ts';

/** The figures a circular prints, as they stand now. */
export function circularFigures(r: Readable, desk: Desk, span: Span): CircularFigures {
  const { groups, total } = statisticsOf(r, desk, span);
  const { facts, lines } = readBooks(r, desk, span);
  const nameOf = new Map(facts.units.map(({ id, name }) => [id, name]));
  const told = (kind: LedgerLine['kind']) => {
    const of = lines.filter((line) => line.kind === kind).toSorted((a, b) => (a.date < b.date ? -1 : 1));
    // The rows come in order of day; each line keeps its own unit.
    return of.map((line) => ({
      unitId: line.unitId,
      unit: nameOf.get(line.unitId) ?? '',
      row: ledgerRows(r, [line])[0],
    }));
  };
  const entries = [...told('upper'), ...told('instruction')];
  const listed = (kind: 'commission' | 'quota') =>
    told(kind).flatMap(({ unit, row }) =>
      row ? [{ unit, what: [row.what, row.working].filter((part) => part !== '').join('：'), points: row.points }] : [],
    );
  return {
    ...span,
    submitted: total.submitted,
    adopted: total.adopted,
    points: total.points,
    groups: groups.map(({ group, units }) => ({
      group,
      units: units.map(({ departmentId, unit, rank, total: of }) => ({ departmentId, unit, rank, ...of })),
    })),
    titles: titlesOf(
      told('printed'),
      groups.flatMap(({ units }) => units.map(({ departmentId }) => departmentId)),
    ),
    upper: entries.flatMap(({ unit, row }) =>
      row?.item
        ? [
            {
              unit,
              title: row.item.title,
              what: row.kind === 'instruction' ? `${row.what}批示` : row.what,
              points: row.points,
            },
          ]
        : [],
    ),
    commissions: listed('commission'),
    shortfalls: listed('quota'),
    rules: rulesOf(r, lines),
  };
}

/** Items by unit, in the order units are ranked; what was printed again as a correction is left out. */
function titlesOf(
  printed: { unitId: DepartmentId; unit: string; row: LedgerRow | undefined }[],
  order: readonly DepartmentId[],
): CircularFigures['titles'] {
  return order.flatMap((departmentId) => {
    const own = printed.filter(({ unitId }) => unitId === departmentId);
    const items = own.flatMap(({ row }) =>
      row?.item && row.issue && !row.working.startsWith('更正')
        ? [{ title: row.item.title, issue: row.issue.label, points: row.points }]
        : [],
    );
    return items.length === 0 ? [] : [{ departmentId, unit: own[0]?.unit ?? '', items }];
  });
}

function rulesOf(r: Readable, lines: readonly LedgerLine[]): CircularFigures['rules'] {
  const used = new Set(lines.map(({ versionId }) => versionId));
  return listRules(r)
    .filter(({ id }) => used.has(id))
    .map(({ rules }) => ({
      title: rules.title,
      clauses: [...clausesOf(rules).map(({ text }) => text), countingText(rules)],
    }));
}

/** Every line of one unit's points with what it stands on. Throws `not-found`. */
export function statementOf(r: Readable, desk: Desk, span: Span, departmentId: DepartmentId): Statement {
  const { unit, group, figures, rank, rows } = unitLedger(r, desk, span, departmentId);
  return {
    departmentId,
    unit,
    group,
    from: span.from,
    to: span.to,
    ...figures,
    rank,
    rows: rows.map(({ kind, date, what, item, issue, clause, working, points }) => ({
      date,
      what: [lineKindNames[kind], item?.title, what, issue?.label].filter((part) => part).join(' '),
      clause: [clause === null ? '' : `第${clause.number}条`, working].filter((part) => part !== '').join('，'),
      points,
    })),
  };
}
