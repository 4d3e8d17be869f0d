import { DatePicker, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo } from 'react';
import type { Span } from '../../../shared/contract/methods/statistics.ts';
import { isIsoDate } from '../../../shared/domain/dates.ts';
import type { PublicationId } from '../../../shared/domain/ids.ts';
import { namedSpans } from '../../../shared/domain/scoring/spans.ts';
import { useMethod } from '../../data/index.ts';

interface SpanBarProps {
  span: Span;
  onChange: (change: Partial<Span>) => void;
}

/** Any days, the usual ones at hand, and one publication or all. */
export function SpanBar({ span, onChange }: SpanBarProps) {
  const publications = useMethod('publications.list', {});
  // The same objects for the same days: see DateField.
  const days = useMemo((): [Dayjs, Dayjs] => [dayjs(span.from), dayjs(span.to)], [span.from, span.to]);
  return (
    <>
      <DatePicker.RangePicker
        allowClear={false}
        aria-label="起止日期"
        format={['YYYY年M月D日', 'YYYY-MM-DD', 'YYYYMMDD']}
        style={{ width: 290 }}
        value={days}
        presets={namedSpans(new Date()).map(({ name, from, to }) => ({ label: name, value: [dayjs(from), dayjs(to)] }))}
        onChange={(picked) => {
          const [from, to] = (picked ?? []).map((day) => day?.format('YYYY-MM-DD') ?? '');
          if (from && to && isIsoDate(from) && isIsoDate(to)) onChange({ from, to });
        }}
      />
      <Select<PublicationId>
        aria-label="刊物"
        allowClear
        placeholder="所有刊物"
        style={{ width: 140 }}
        value={span.publicationId}
        onChange={(chosen: PublicationId | undefined) => onChange({ publicationId: chosen ?? null })}
        options={publications.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
    </>
  );
}
