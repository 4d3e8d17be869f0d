import { type IsoDate, isIsoDate } from '../dates.ts';

/** A calendar month, `2020-03`. Months sort as text. */
export type Month = string & { readonly __brand: 'Month' };

export const monthOf = (date: IsoDate): Month => date.slice(0, 7) as Month;
export const yearOf = (month: Month): number => Number(month.slice(0, 4));
const numberOf = (month: Month): number => Number(month.slice(5, 7));

const monthFrom = (index: number): Month =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;

export const nextMonth = (month: Month, by = 1): Month => monthFrom(yearOf(month) * 12 + numberOf(month) - 1 + by);

/** All months from one to another, both included; empty where `to` is before `from`. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}

export const firstDay = (month: Month): IsoDate => `${month}-01` as IsoDate;

export function lastDay(month: Month): IsoDate {
  const day = new Date(Date.UTC(yearOf(month), numberOf(month), 0)).getUTCDate();
  return `${month}-${String(day).padStart(2, '0')}` as IsoDate;
}

/** 考核周期 */
export type PeriodKind = 'month' | 'quarter' | 'year';

export const periodKinds: readonly PeriodKind[] = ['month', 'quarter', 'year'];
const lengths: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };
export const periodNames: Record<PeriodKind, string> = { month: '月', quarter: '季度', year: '年' };

/** Months of the period that a month lies in. */
export function periodMonths(kind: PeriodKind, month: Month): Month[] {
  const length = lengths[kind];
  const first = nextMonth(month, -((numberOf(month) - 1) % length));
  return Array.from({ length }, (_, i) => nextMonth(first, i));
}

/** Whether the month is the last of its period. */
export const endsPeriod = (kind: PeriodKind, month: Month): boolean => numberOf(month) % lengths[kind] === 0;

/** `2020年3月` */
export const formatMonth = (month: Month): string => `${yearOf(month)}年${numberOf(month)}月`;

/**
 * A span of days in words: 2020年3月6日, 2020年3月, 2020年第一季度, 2020年上半年, 2020年, or 2020年3月2日至3月8日.
 */
export function formatSpan(from: IsoDate, to: IsoDate): string {
  const first = monthOf(from);
  const last = monthOf(to);
  if (from === to) return `${formatMonth(first)}${Number(from.slice(8))}日`;
  if (from !== firstDay(first) || to !== lastDay(last)) return `${dayText(from)}至${dayText(to, from)}`;
  const count = monthsBetween(first, last).length;
  const begin = numberOf(first);
  if (count === 1) return formatMonth(first);
  if (count === 3 && begin % 3 === 1) return `${yearOf(first)}年第${'一二三四'.charAt((begin - 1) / 3)}季度`;
  if (count === 6 && begin % 6 === 1) return `${yearOf(first)}年${begin === 1 ? '上' : '下'}半年`;
  if (count === 12 && begin === 1) return `${yearOf(first)}年`;
  const end = yearOf(first) === yearOf(last) ? `${numberOf(last)}月` : formatMonth(last);
  return `${formatMonth(first)}至${end}`;
}

function dayText(date: IsoDate, after?: IsoDate): string {
  const sameYear = after?.slice(0, 4) === date.slice(0, 4);
  return `${sameYear ? '' : `${Number(date.slice(0, 4))}年`}${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

export const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

export const isMonth = (text: string): text is Month => /^\d{4}-\d{2}$/.test(text) && isIsoDate(`${text}-01`);
