import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { type IsoDate, isIsoDate } from '../../shared/domain/dates.ts';

interface DateFieldProps {
  /** Value and change are left out below a Form.Item, which hands them over itself. */
  value?: IsoDate | null;
  onChange?: (date: IsoDate | null) => void;
  placeholder?: string;
  id?: string;
  /** No day before this one can be picked. */
  earliest?: IsoDate;
  disabled?: boolean;
  allowClear?: boolean;
}

/** A calendar date, shown as 2020年3月6日; typed so, as 2020-03-06 or 20200306, or picked. */
export function DateField({ value, onChange, earliest, allowClear = true, ...rest }: DateFieldProps) {
  // The same object for the same day: the calendar takes a new one for a new value, and forgets what is being typed.
  const day = useMemo(() => (value ? dayjs(value) : null), [value]);
  return (
    <DatePicker
      {...rest}
      // Room for 2020年10月20日 and the calendar's button.
      style={{ minWidth: 156 }}
      allowClear={allowClear}
      value={day}
      format={['YYYY年M月D日', 'YYYY-MM-DD', 'YYYYMMDD', 'YYYY.M.D']}
      onChange={(picked) => {
        const text = picked?.format('YYYY-MM-DD') ?? null;
        onChange?.(text !== null && isIsoDate(text) ? text : null);
      }}
      {...(earliest ? { minDate: dayjs(earliest) } : {})}
    />
  );
}
