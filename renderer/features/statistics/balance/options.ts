import type { Balance } from '../../../../shared/contract/methods/statistics.ts';
import { formatMonth, type Month } from '../../../../shared/domain/scoring/months.ts';
import { colours } from '../../../ui/theme.ts';
import type { ChartOption } from './drawn.tsx';

const greys = [colours.ink, '#7a93bd', '#c2a46b', '#8d9a8c', '#b08ea2', '#5c6470'];
const text = { color: colours.textSoft, fontSize: 12 };

const base = (names: readonly string[]): ChartOption => ({
  color: greys,
  textStyle: { fontFamily: 'sans-serif' },
  grid: { left: 40, right: 44, top: 36, bottom: 28 },
  legend: { top: 0, left: 0, itemHeight: 10, itemWidth: 14, textStyle: text },
  xAxis: { type: 'category', data: [...names], axisLabel: text, axisTick: { show: false } },
  yAxis: { type: 'value', axisLabel: text, minInterval: 1 },
});

export const shortMonth = (month: Month, i: number): string =>
  i === 0 || month.endsWith('-01') ? formatMonth(month) : `${Number(month.slice(5))}月`;

/** 上报 and 采用 as bars, 得分 as a line on a scale of its own. */
export function trendOption({ months, trend }: Balance): ChartOption {
  const option = base(months.map(shortMonth));
  const y = { type: 'value' as const, axisLabel: text, minInterval: 1 };
  return {
    ...option,
    yAxis: [y, { ...y, splitLine: { show: false } }],
    series: [
      { name: '上报', type: 'bar', data: trend.map(({ submitted }) => submitted), barMaxWidth: 24 },
      { name: '采用', type: 'bar', data: trend.map(({ adopted }) => adopted), barMaxWidth: 24 },
      { name: '得分（右）', type: 'line', yAxisIndex: 1, data: trend.map(({ points }) => points / 100), symbolSize: 5 },
    ],
  };
}

/** Printed items by group of units, one upon the other. */
export function groupsOption({ months, groups }: Balance): ChartOption {
  return {
    ...base(months.map(shortMonth)),
    series: groups.map(({ group, adopted }) => ({
      name: group || '未分组',
      type: 'bar',
      stack: 'groups',
      data: adopted,
      barMaxWidth: 36,
    })),
  };
}

/** Printed items by topic, the most at the top. */
export function topicsOption({ topics }: Balance): ChartOption {
  const rows = topics.toSorted((a, b) => a.count - b.count);
  return {
    ...base([]),
    grid: { left: 76, right: 24, top: 8, bottom: 24 },
    legend: { show: false },
    xAxis: { type: 'value', axisLabel: text, minInterval: 1 },
    yAxis: { type: 'category', data: rows.map(({ topic }) => topic), axisLabel: text, axisTick: { show: false } },
    series: [{ name: '采用', type: 'bar', data: rows.map(({ count }) => count), barMaxWidth: 16 }],
  };
}
