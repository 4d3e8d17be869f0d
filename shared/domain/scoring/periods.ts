import type { IsoDate } from '../dates.ts';
import type { DepartmentId, ScoringRulesId } from '../ids.ts';
import { BASE, COMMISSION } from './clauses.ts';
import type { CommissionOutcome, Facts, LedgerLine, ScoredUnit } from './ledger.ts';
import {
  earlier,
  endsPeriod,
  firstDay,
  lastDay,
  type Month,
  monthOf,
  monthsBetween,
  periodKinds,
  periodMonths,
  periodNames,
  yearOf,
} from './months.ts';
import { formatPoints, noPoints, type Points } from './points.ts';
import type { BaseClause, QuotaClause, RulesVersion, ScoringRules } from './rules.ts';
import type { RuleBook } from './versions.ts';

/** Pieces handed in and printed, by unit and month. */
class Tally {
  readonly #counts = new Map<DepartmentId, Map<Month, number>>();

  add(unit: DepartmentId, month: Month, count: number): void {
    let months = this.#counts.get(unit);
    if (!months) {
      months = new Map();
      this.#counts.set(unit, months);
    }
    months.set(month, (months.get(month) ?? 0) + count);
  }

  of(unit: DepartmentId, months: readonly Month[]): number {
    const counts = this.#counts.get(unit);
    return counts ? months.reduce((sum, month) => sum + (counts.get(month) ?? 0), 0) : 0;
  }
}

interface Work {
  submitted: Tally;
  adopted: Tally;
  /** The first month in which the office kept books: nobody owes anything for the time before. */
  begins: Month | null;
}

/**
 * Lines of base points and of quotas that were not met. A period counts once it is over (`asOf` is its last day or later),
 * by the rules in force on its first day: a rule book that comes in the middle of one begins with the next.
 */
export function scorePeriods(facts: Facts, book: RuleBook, asOf: IsoDate): LedgerLine[] {
  const work = workOf(facts);
  if (work.begins === null) return [];
  const lines: LedgerLine[] = [];
  const units = facts.units.filter(({ active }) => active);
  const yearly = new Map<DepartmentId, Points>();
  let year = 0;
  for (const month of monthsBetween(work.begins, monthOf(asOf))) {
    if (yearOf(month) !== year) yearly.clear();
    year = yearOf(month);
    const version = book.on(firstDay(month));
    for (const unit of units) {
      const base = version && baseLine(unit, month, version, work, asOf, yearly);
      if (base) lines.push(base);
    }
    if (lastDay(month) <= asOf) lines.push(...quotaLines(units, month, work, book));
  }
  return lines;
}

function workOf(facts: Facts): Work {
  const submitted = new Tally();
  const adopted = new Tally();
  let begins: Month | null = null;
  const seen = (month: Month) => {
    if (begins === null || month < begins) begins = month;
  };
  for (const { unitId, month, count } of facts.submitted) {
    submitted.add(unitId, month, count);
    seen(month);
  }
  for (const { units, date, correction } of facts.printed) {
    seen(monthOf(date));
    if (!correction) for (const unit of units) adopted.add(unit, monthOf(date), 1);
  }
  return { submitted, adopted, begins };
}

const quotaFor = (rules: ScoringRules, group: string): QuotaClause | null =>
  rules.quotas.find((clause) => clause.group === group) ?? rules.quotas.find((clause) => clause.group === '') ?? null;

/** Lines of all periods that end with a month. */
function quotaLines(units: readonly ScoredUnit[], month: Month, work: Work, book: RuleBook): LedgerLine[] {
  return periodKinds
    .filter((kind) => endsPeriod(kind, month))
    .flatMap((kind) => {
      const months = periodMonths(kind, month);
      const [first = month] = months;
      const version = book.on(firstDay(first));
      if (!version || work.begins === null || first < work.begins) return [];
      return units.flatMap((unit) => {
        const clause = quotaFor(version.rules, unit.group);
        return clause?.period === kind ? quotaLine(unit, months, version.id, clause, work) : [];
      });
    });
}

function quotaLine(
  unit: ScoredUnit,
  months: readonly Month[],
  versionId: ScoringRulesId,
  clause: QuotaClause,
  work: Work,
): LedgerLine[] {
  const done = work[clause.counts].of(unit.id, months);
  const missing = clause.quota - done;
  const last = months.at(-1);
  if (missing <= 0 || last === undefined) return [];
  const full = missing * clause.penalty;
  const taken = clause.most === null ? full : Math.min(full, clause.most);
  const verb = clause.counts === 'submitted' ? '报送' : '采用';
  const bound = taken < full ? `，最多扣${formatPoints(clause.most ?? noPoints)}分` : '';
  return [
    {
      ...empty(unit.id, lastDay(last), versionId),
      kind: 'quota',
      points: (0 - taken) as Points,
      clause: clause.id,
      working: `本${periodNames[clause.period]}${verb}${done}条，缺${missing}条${bound}`,
    },
  ];
}

function baseLine(
  unit: ScoredUnit,
  month: Month,
  { id: versionId, rules }: RulesVersion,
  work: Work,
  asOf: IsoDate,
  yearly: Map<DepartmentId, Points>,
): LedgerLine | null {
  const { base } = rules;
  const full = base && baseOf(base, unit, month, rules, work, asOf);
  if (!base || !full) return null;
  const had = yearly.get(unit.id) ?? noPoints;
  const inMonth = base.monthCap === null ? full : Math.min(full, base.monthCap);
  const counted = (base.yearCap === null ? inMonth : Math.max(0, Math.min(inMonth, base.yearCap - had))) as Points;
  yearly.set(unit.id, (had + counted) as Points);
  const count = work.submitted.of(unit.id, [month]);
  const notes = [
    ...(base.per === 'submission' ? [`报送${count}条`] : []),
    ...(inMonth < full ? [`每月最多${formatPoints(base.monthCap ?? noPoints)}分`] : []),
    ...(counted < inMonth
      ? [`全年最多${formatPoints(base.yearCap ?? noPoints)}分，此前已计${formatPoints(had)}分`]
      : []),
  ];
  return {
    ...empty(unit.id, earlier(lastDay(month), asOf), versionId),
    kind: 'base',
    points: counted,
    clause: BASE,
    working: notes.join('，'),
  };
}

/** Base points of a month before any cap; 0 where the unit gets none. */
function baseOf(
  { per, points, when }: BaseClause,
  unit: ScoredUnit,
  month: Month,
  rules: ScoringRules,
  work: Work,
  asOf: IsoDate,
): Points {
  const count = work.submitted.of(unit.id, [month]);
  if (per === 'submission') return (points * count) as Points;
  if (lastDay(month) > asOf) return noPoints;
  const quota = quotaFor(rules, unit.group);
  const earned =
    when === 'always' ||
    (when === 'submitted' && count > 0) ||
    (when === 'quotaMet' && (quota?.period !== 'month' || work[quota.counts].of(unit.id, [month]) >= quota.quota));
  return earned ? points : noPoints;
}

/** Lines of commissions: on the day one was answered, or the day it was due where it has not been. */
export function scoreCommissions(
  commissions: readonly CommissionOutcome[],
  book: RuleBook,
  asOf: IsoDate,
): LedgerLine[] {
  return commissions.flatMap(({ id, unitId, dueDate, answeredDate, late }): LedgerLine[] => {
    if (answeredDate === null && dueDate >= asOf) return [];
    const date = answeredDate ?? dueDate;
    const version = book.on(date);
    const outcome = answeredDate === null ? 'missing' : late ? 'late' : 'answered';
    return [
      {
        ...empty(unitId, date, version?.id ?? null),
        kind: 'commission',
        points: version?.rules.commissions[outcome] ?? noPoints,
        clause: version ? COMMISSION : null,
        sourceId: id,
        working: { answered: '按时完成', late: '逾期完成', missing: '未完成' }[outcome],
      },
    ];
  });
}

export const empty = (unitId: DepartmentId, date: IsoDate, versionId: LedgerLine['versionId']) => ({
  unitId,
  date,
  versionId,
  itemId: null,
  issueId: null,
  sourceId: null,
});
