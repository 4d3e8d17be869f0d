import { type IsoDate, toIsoDate } from '../dates.ts';
import { firstDay, lastDay, type Month, monthOf, nextMonth, periodMonths } from './months.ts';

export interface NamedSpan {
  name: string;
  from: IsoDate;
  to: IsoDate;
}

const whole = (name: string, from: Month, to: Month): NamedSpan => ({ name, from: firstDay(from), to: lastDay(to) });

/** From January to the month that is on. */
export const thisYear = (today: Date): { from: IsoDate; to: IsoDate } => {
  const month = monthOf(toIsoDate(today));
  const [january = month] = periodMonths('year', month);
  return { from: firstDay(january), to: lastDay(month) };
};

/** Spans an office asks for again and again. */
export function namedSpans(today: Date): NamedSpan[] {
  const month = monthOf(toIsoDate(today));
  const period = (kind: 'quarter' | 'year', of: Month) => {
    const months = periodMonths(kind, of);
    return [months[0] ?? of, months.at(-1) ?? of] as const;
  };
  const [quarterFrom, quarterTo] = period('quarter', month);
  const [lastFrom, lastTo] = period('quarter', nextMonth(quarterFrom, -1));
  const [yearFrom, yearTo] = period('year', nextMonth(month, -12));
  return [
    { name: '本年', ...thisYear(today) },
    whole('本月', month, month),
    whole('上月', nextMonth(month, -1), nextMonth(month, -1)),
    whole('本季', quarterFrom, quarterTo),
    whole('上季', lastFrom, lastTo),
    whole('上年', yearFrom, yearTo),
  ];
}
