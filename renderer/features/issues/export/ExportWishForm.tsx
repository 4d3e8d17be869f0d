import { Checkbox, InputNumber, Select } from 'antd';
import { type ExportPart, type ExportWish, exportPartSchema } from '../../../../shared/domain/exportWish.ts';
import { type LabelSheet, type LabelSheetId, labelSheets, labelsOnSheet } from '../../../../shared/page/labels.ts';

const PARTS: Record<ExportPart, string> = {
  pdf: 'PDF（付印）',
  copies: '份号本（每份印份号的 PDF）',
  docx: 'DOCX（Word）',
  txt: 'TXT（OA、邮件）',
  html: 'HTML（内网）',
  sheet: '分发单',
  receipts: '签收单',
  labels: '信封标签',
  review: '核稿单',
};

interface ExportWishFormProps {
  wish: ExportWish;
  /** The publication prints 份号; without a wording for it there are no numbered copies. */
  numbered: boolean;
  onChange: (wish: ExportWish) => void;
}

/** What an export is to write. */
export function ExportWishForm({ wish, numbered, onChange }: ExportWishFormProps) {
  const toggle = (part: ExportPart, on: boolean) => {
    const parts = exportPartSchema.options.filter((one) => (one === part ? on : wish.parts.includes(one)));
    // An export of nothing is none.
    if (parts.length > 0) onChange({ ...wish, parts });
  };
  return (
    <fieldset className="export-wish" aria-label="写出">
      {exportPartSchema.options.map((part) => {
        const impossible = part === 'copies' && !numbered;
        return (
          <Checkbox
            key={part}
            checked={wish.parts.includes(part) && !impossible}
            disabled={impossible}
            title={impossible ? '先在设置的版式里填写“份号写法”' : ''}
            onChange={(event) => toggle(part, event.target.checked)}
          >
            {PARTS[part]}
          </Checkbox>
        );
      })}
      {wish.parts.includes('labels') && (
        <LabelWishForm labels={wish.labels} onChange={(labels) => onChange({ ...wish, labels })} />
      )}
    </fieldset>
  );
}

function LabelWishForm({
  labels,
  onChange,
}: {
  labels: ExportWish['labels'];
  onChange: (labels: ExportWish['labels']) => void;
}) {
  const sheet: LabelSheet = labelSheets[labels.sheet];
  const most = labelsOnSheet(sheet);
  return (
    <div className="label-wish">
      <Select<LabelSheetId>
        aria-label="标签纸或信封"
        className="label-sheet"
        value={labels.sheet}
        onChange={(chosen) => onChange({ ...labels, sheet: chosen, first: 1 })}
        options={Object.entries(labelSheets).map(([value, { name }]) => ({ value, label: name }))}
      />
      <Select<ExportWish['labels']['per']>
        aria-label="每枚标签"
        value={labels.per}
        onChange={(per) => onChange({ ...labels, per })}
        options={[
          { value: 'recipient', label: '每家一枚，注明份数' },
          { value: 'copy', label: '每份一枚' },
        ]}
      />
      {most > 1 && (
        <span>
          从第{' '}
          <InputNumber
            aria-label="起始位置"
            className="copies"
            min={1}
            max={most}
            precision={0}
            value={Math.min(labels.first, most)}
            onChange={(first) => first !== null && onChange({ ...labels, first })}
          />{' '}
          枚起（接着用上次没用完的标签纸）
        </span>
      )}
    </div>
  );
}
