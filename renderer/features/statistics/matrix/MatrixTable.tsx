import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Statistics } from '../../../../shared/contract/methods/statistics.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { formatMonth, type Month } from '../../../../shared/domain/scoring/months.ts';
import { formatPoints } from '../../../../shared/domain/scoring/points.ts';
import { formatRate, rateOf, type UnitFigures } from '../../../../shared/domain/statistics/matrix.ts';
import { isComposing } from '../../../ui/keys.ts';
import './matrix.css';
import { cellText, type Measure, monthRanks } from './measures.ts';

const ROW = 32;

/** A unit, and one of its months or all of them. */
export interface Cell {
  unit: DepartmentId;
  month: Month | null;
}

interface MatrixTableProps {
  statistics: Statistics;
  measure: Measure;
  current: Cell | null;
  onOpen: (unit: DepartmentId, month: Month | null) => void;
  empty: ReactNode;
}

type Row =
  | { kind: 'group'; key: string; name: string; count: number }
  | { kind: 'unit'; key: string; figures: UnitFigures; ranks: number[] };

/**
 * The matrix as a grid: head and unit names stay in sight, arrows go from figure to figure. Going to one opens it, as a
 * click does.
 */
export function MatrixTable({ statistics, measure, current, onOpen, empty }: MatrixTableProps) {
  const { months } = statistics;
  const rows = useMemo(() => rowsOf(statistics), [statistics]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    paddingStart: ROW,
    scrollPaddingStart: ROW,
  });
  const index = rows.findIndex((row) => row.kind === 'unit' && row.figures.departmentId === current?.unit);
  const column = current?.month ? months.indexOf(current.month) : -1;
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [index, virtual]);
  useEffect(() => {
    scroller.current?.querySelector('[data-on]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });

  const goTo = (step: number, at: number) => {
    let next = index + step;
    while (rows[next]?.kind === 'group') next += step < 0 ? -1 : 1;
    const row = rows[next];
    if (row?.kind === 'unit') onOpen(row.figures.departmentId, months[Math.min(at, months.length - 1)] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') goTo(1, column);
    else if (event.key === 'ArrowUp') goTo(-1, column);
    else if (event.key === 'ArrowRight' && index >= 0) goTo(0, column + 1);
    else if (event.key === 'ArrowLeft' && index >= 0) goTo(0, Math.max(-1, column - 1));
    else if (event.key === 'Home') goTo(-index, -1);
    else return;
    event.preventDefault();
  };

  if (rows.length === 0) return <div className="row-list row-list-empty">{empty}</div>;
  const shown = virtual.getVirtualItems();
  const above = (shown[0]?.start ?? ROW) - ROW;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroller}
      className="matrix"
      aria-label="各单位各月"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows go from figure to figure
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <table style={{ width: widthOf(months.length) }} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="matrix-unit">
              <span className="matrix-rank">排名</span>单位
            </th>
            {['上报', '采用', '采用率', '得分'].map((name) => (
              <th key={name} scope="col" className="matrix-sum">
                {name}
              </th>
            ))}
            {months.map((month, i) => (
              <th key={month} scope="col" className="matrix-month">
                {i === 0 || month.endsWith('-01') ? formatMonth(month) : `${Number(month.slice(5))}月`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Blank height={above} />
          {shown.map(({ index: n }) => {
            const row = rows[n];
            if (!row) return null;
            return row.kind === 'group' ? (
              <tr key={row.key} className="matrix-group" aria-rowindex={n + 2}>
                <th scope="rowgroup" className="matrix-unit">
                  {row.name || '未分组'}
                  <span className="row-note">{row.count}个单位</span>
                </th>
                <td colSpan={months.length + 4} />
              </tr>
            ) : (
              <UnitRow
                key={row.key}
                row={row}
                n={n}
                months={months}
                measure={measure}
                current={row.figures.departmentId === current?.unit ? current : null}
                onOpen={onOpen}
              />
            );
          })}
          <Blank height={below} />
        </tbody>
      </table>
    </section>
  );
}

/** Room of the rows that are not drawn. */
const Blank = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  ) : null;

interface UnitRowProps {
  row: Extract<Row, { kind: 'unit' }>;
  n: number;
  months: readonly Month[];
  measure: Measure;
  current: Cell | null;
  onOpen: MatrixTableProps['onOpen'];
}

function UnitRow({ row: { figures, ranks }, n, months, measure, current, onOpen }: UnitRowProps) {
  const { departmentId, unit, total, rank, active } = figures;
  const on = (month: Month | null) =>
    current && current.month === month ? ({ 'data-on': true, 'aria-current': true } as const) : {};
  return (
    // The frame of the table takes the keys: the arrows do what a click does.
    <tr
      className={current ? 'matrix-on' : ''}
      aria-rowindex={n + 2}
      onClick={(event) => {
        const at = event.target instanceof HTMLElement ? event.target.dataset['month'] : undefined;
        onOpen(departmentId, (at as Month | undefined) ?? null);
      }}
    >
      <th scope="row" className={active ? 'matrix-unit' : 'matrix-unit soft'} title={unit}>
        <span className="matrix-rank">{rank}</span>
        {unit}
      </th>
      <td className="matrix-sum">{total.submitted}</td>
      <td className="matrix-sum">{total.adopted}</td>
      <td className="matrix-sum">{formatRate(rateOf(total))}</td>
      <td className="matrix-sum matrix-points" {...on(null)}>
        {formatPoints(total.points)}
      </td>
      {months.map((month, i) => (
        <td key={month} className="matrix-month" data-month={month} {...on(month)}>
          {cellText(measure, figures.months[i] ?? total, ranks[i] ?? 0)}
        </td>
      ))}
    </tr>
  );
}

function rowsOf({ groups }: Statistics): Row[] {
  return groups.flatMap((group): Row[] => {
    const ranks = monthRanks(group);
    return [
      { kind: 'group', key: `group ${group.group}`, name: group.group, count: group.units.length },
      ...group.units.map((figures, i) => ({
        kind: 'unit' as const,
        key: figures.departmentId,
        figures,
        ranks: ranks.map((places) => places[i] ?? 0),
      })),
    ];
  });
}

/** px: names, four sums, months; as in statistics.css. */
const widthOf = (months: number) => 220 + 4 * 68 + months * 84;
