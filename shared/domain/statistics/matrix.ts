import type { DepartmentId } from '../ids.ts';
import type { LedgerLine } from '../scoring/ledger.ts';
import { type Month, monthOf } from '../scoring/months.ts';
import { add, noPoints, type Points } from '../scoring/points.ts';
import { placesOf } from '../scoring/ranking.ts';

/** 上报, 采用, 得分 of one unit in one month or in all of them. */
export interface Figures {
  submitted: number;
  /** Printed items it is credited with; of a merged one each unit has one. */
  adopted: number;
  points: Points;
}

export interface UnitFigures {
  departmentId: DepartmentId;
  unit: string;
  active: boolean;
  /** As many as there are months, in their order. */
  months: Figures[];
  total: Figures;
  /** Place by points within its group. */
  rank: number;
}

export interface GroupFigures {
  group: string;
  units: UnitFigures[];
}

export interface MatrixUnit {
  id: DepartmentId;
  name: string;
  group: string;
  active: boolean;
}

export interface Counted {
  unitId: DepartmentId;
  month: Month;
  count: number;
}

/**
 * Units by month with their places, by group in the order of the register; within a group by place. A unit no longer
 * active stands there only where it has figures.
 * @param lines the ledger of the span
 */
export function matrixOf(
  units: readonly MatrixUnit[],
  months: readonly Month[],
  lines: readonly LedgerLine[],
  submitted: readonly Counted[],
  adopted: readonly Counted[],
): GroupFigures[] {
  const columns = new Map(months.map((month, i) => [month, i]));
  const rows = new Map(units.map((unit) => [unit.id, rowOf(unit, months.length)]));
  const enter = (unitId: DepartmentId, month: Month, change: (figures: Figures) => void) => {
    const row = rows.get(unitId);
    const figures = row?.months[columns.get(month) ?? -1];
    if (!row || !figures) return;
    change(figures);
    change(row.total);
  };
  for (const { unitId, month, count } of submitted) enter(unitId, month, (at) => (at.submitted += count));
  for (const { unitId, month, count } of adopted) enter(unitId, month, (at) => (at.adopted += count));
  for (const { unitId, date, points } of lines)
    enter(unitId, monthOf(date), (at) => (at.points = add(at.points, points)));
  const groups = new Map<string, UnitFigures[]>();
  for (const unit of units) {
    const row = rows.get(unit.id);
    if (!row || (!unit.active && isEmpty(row.total))) continue;
    const group = groups.get(unit.group);
    if (group) group.push(row);
    else groups.set(unit.group, [row]);
  }
  return [...groups].map(([group, members]) => ({ group, units: ranked(members) }));
}

const nothing = (): Figures => ({ submitted: 0, adopted: 0, points: noPoints });

const rowOf = (unit: MatrixUnit, months: number): UnitFigures => ({
  departmentId: unit.id,
  unit: unit.name,
  active: unit.active,
  months: Array.from({ length: months }, nothing),
  total: nothing(),
  rank: 0,
});

const isEmpty = ({ submitted, adopted, points }: Figures) => submitted === 0 && adopted === 0 && points === 0;

function ranked(units: readonly UnitFigures[]): UnitFigures[] {
  const places = placesOf(units.map(({ total }) => total.points));
  // Sorting keeps the register's order among equals.
  return units.map((unit, i) => ({ ...unit, rank: places[i] ?? 0 })).sort((a, b) => a.rank - b.rank);
}

/** 采用率: printed of what was handed in, in tenths of a percent rounded half up; `null` where nothing was handed in. */
export const rateOf = ({ submitted, adopted }: Pick<Figures, 'submitted' | 'adopted'>): number | null =>
  submitted === 0 ? null : Math.round((adopted * 1000) / submitted);

/** `83.3%`, `100%`; a dash where there is no rate. */
export const formatRate = (rate: number | null): string =>
  rate === null ? '—' : `${rate % 10 === 0 ? rate / 10 : (rate / 10).toFixed(1)}%`;
