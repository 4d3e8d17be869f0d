import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { formatPoints, type Points, parsePoints } from '../../../../shared/domain/scoring/points.ts';

interface PointsFieldProps<Value extends Points | null> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  /** What an empty field means; a field without it must not be empty. */
  emptyText?: string;
  /** Deductions are allowed. */
  signed?: boolean;
  disabled?: boolean;
}

/** Points with at most two places. What is no such figure stays in the field, marked, and is not taken. */
export function PointsField<Value extends Points | null>(props: PointsFieldProps<Value>) {
  const { label, value, onChange, emptyText, signed = false, disabled = false } = props;
  const shown = value === null ? '' : formatPoints(value);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const read = (typed: string): Value | undefined => {
    if (typed.trim() === '') return emptyText === undefined ? undefined : (null as Value);
    const figure = parsePoints(typed);
    return figure === null || (!signed && figure < 0) ? undefined : (figure as Value);
  };
  const wrong = read(text) === undefined;
  return (
    <Input
      className="points-field"
      aria-label={label}
      aria-invalid={wrong}
      {...(wrong ? { status: 'error' as const, title: '写数字，最多两位小数' } : {})}
      placeholder={emptyText ?? ''}
      value={text}
      disabled={disabled}
      onChange={({ target }) => {
        setText(target.value);
        const figure = read(target.value);
        if (figure !== undefined && figure !== value) onChange(figure);
      }}
      onBlur={() => setText(shown)}
    />
  );
}
