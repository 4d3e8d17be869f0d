import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isComposing } from './keys.ts';

interface SavedTextProps {
  value: string;
  /** Called half a second after the last key, on leaving the field and on Enter; never with what is not `valid`. */
  onSave: (text: string) => void;
  label: string;
  placeholder?: string;
  maxLength?: number;
  /** Several lines; Enter makes one, Ctrl+Enter saves at once. */
  multiline?: boolean;
  valid?: (text: string) => boolean;
  disabled?: boolean;
  className?: string;
  /** Draws the field as plain text until it is pointed at or focused. */
  quiet?: boolean;
  id?: string;
}

/** A text field without a save button: what is typed is kept. Esc brings back what was saved last. */
export function SavedText(props: SavedTextProps) {
  const { value, onSave, label, placeholder, maxLength, multiline, valid, disabled, className, quiet, id } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const bad = typed !== null && valid !== undefined && !valid(typed);

  const pending = useRef<() => void>(() => {});
  pending.current = () => {
    if (typed !== null && typed !== value && !bad) onSave(typed);
  };
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => pending.current(), 500);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => pending.current(), []);

  const field = {
    value: text,
    disabled: disabled ?? false,
    'aria-label': label,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(id === undefined ? {} : { id }),
    ...(className === undefined ? {} : { className }),
    ...(bad ? { status: 'error' as const } : {}),
    variant: quiet ? ('borderless' as const) : ('outlined' as const),
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: () => {
      pending.current();
      if (!bad) setTyped(null);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (isComposing(event.nativeEvent)) return;
      if (event.key === 'Escape' && typed !== null) {
        event.stopPropagation();
        setTyped(null);
      }
      if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) pending.current();
    },
  };
  return multiline ? <Input.TextArea {...field} autoSize={{ minRows: 1, maxRows: 6 }} /> : <Input {...field} />;
}
