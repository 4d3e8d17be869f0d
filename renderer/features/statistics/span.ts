import { useSearchParams } from 'react-router';
import type { Span } from '../../../shared/contract/methods/statistics.ts';
import { isIsoDate } from '../../../shared/domain/dates.ts';
import { publicationId } from '../../../shared/domain/ids.ts';
import { thisYear } from '../../../shared/domain/scoring/spans.ts';

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
