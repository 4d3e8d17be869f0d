import { useSearchParams } from 'react-router';
import type { Span } from '../../../shared/contract/methods/statistics.ts';
import { type IsoDate, isIsoDate, toIsoDate } from '../../../shared/domain/dates.ts';
import { publicationId } from '../../../shared/domain/ids.ts';
import {
  firstDay,
  lastDay,
  type Month,
  monthOf,
  nextMonth,
  periodMonths,
} from '../../../shared/domain/scoring/months.ts';

/** Days and publication that figures are asked for, kept in the address; this year so far at first. */
export function useSpan(): { span: Span; setSpan: (change: Partial<Span>) => void } {
  const [address, setAddress] = useSearchParams();
  const from = address.get('from') ?? '';
  const to = address.get('to') ?? '';
  const publication = publicationId.safeParse(address.get('publication'));
  const year = thisYear(new Date());
  const asked = isIsoDate(from) && isIsoDate(to) && from <= to ? { from, to } : year;
  const span: Span = { ...asked, publicationId: publication.success ? publication.data : null };
  const setSpan = (change: Partial<Span>) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        const wanted = { ...span, ...change };
        next.set('from', wanted.from);
        next.set('to', wanted.to);
        if (wanted.publicationId === null) next.delete('publication');
        else next.set('publication', wanted.publicationId);
        next.delete('month');
        return next;
      },
      { replace: true },
    );
  return { span, setSpan };
}

export interface NamedSpan {
  name: string;
  from: IsoDate;
  to: IsoDate;
}

const whole = (name: string, from: Month, to: Month): NamedSpan => ({ name, from: firstDay(from), to: lastDay(to) });

const thisYear = (today: Date): { from: IsoDate; to: IsoDate } => {
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
