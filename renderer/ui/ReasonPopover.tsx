import { Button, Input, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { type IsoDate, toIsoDate } from '../../shared/domain/dates.ts';
import { DateField } from './DateField.tsx';
import { isComposing } from './keys.ts';

interface ReasonPopoverProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Reasons given often, one click each. */
  common: readonly string[];
  placeholder: string;
  /** A longer text worked out for what is decided on, put in by one click. */
  offered?: { name: string; text: string } | undefined;
  /** Asks for a day as well. */
  withDueDate?: boolean;
  confirmText: string;
  onConfirm: (reason: string, dueDate: IsoDate | null) => void;
  children: ReactNode;
}

/** Confirms a step that needs a reason, beside the button that asks for it. Ctrl+Enter confirms, Esc closes. */
export function ReasonPopover({ open, onOpenChange, children, ...form }: ReasonPopoverProps) {
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      trigger="click"
      placement="topLeft"
      destroyOnHidden
      // Always given: antd never opens a popover by click while it has no content.
      content={<ReasonForm {...form} onClose={() => onOpenChange(false)} />}
    >
      {children}
    </Popover>
  );
}

type ReasonFormProps = Omit<ReasonPopoverProps, 'open' | 'onOpenChange' | 'children'> & { onClose: () => void };

function ReasonForm({
  title,
  common,
  offered,
  placeholder,
  withDueDate,
  confirmText,
  onConfirm,
  onClose,
}: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [dueDate, setDueDate] = useState<IsoDate | null>(null);
  const ready = reason.trim() !== '';
  const confirm = () => {
    if (!ready) return;
    onConfirm(reason.trim(), dueDate);
    onClose();
  };
  const add = (words: string) =>
    setReason((before) => (before === '' ? words : before.includes(words) ? before : `${before}；${words}`));
  return (
    <div
      className="reason-form"
      role="dialog"
      aria-label={title}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm();
      }}
    >
      <strong>{title}</strong>
      <div className="reason-common">
        {offered && offered.text !== '' && (
          <Button
            size="small"
            type="primary"
            ghost
            onClick={() => setReason((before) => [before, offered.text].filter(Boolean).join('\n'))}
          >
            {offered.name}
          </Button>
        )}
        {common.map((words) => (
          <Button key={words} size="small" onClick={() => add(words)}>
            {words}
          </Button>
        ))}
      </div>
      <Input.TextArea
        autoFocus
        aria-label={placeholder}
        placeholder={placeholder}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={2000}
      />
      <div className="reason-foot">
        {withDueDate && (
          <DateField
            value={dueDate}
            onChange={setDueDate}
            placeholder="改好的期限（可不填）"
            earliest={toIsoDate(new Date())}
          />
        )}
        <span className="spacer" />
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" disabled={!ready} onClick={confirm} title="Ctrl+Enter">
          {confirmText}
        </Button>
      </div>
    </div>
  );
}
