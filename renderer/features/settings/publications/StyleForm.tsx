import { Form, InputNumber, Select, Switch } from 'antd';
import type { HouseStyle } from '../../../../shared/domain/houseStyle.ts';
import { houseStylePresets } from '../../../../shared/page/presets.ts';
import { SavedText } from '../../../ui/SavedText.tsx';
import { type StyleField, styleFields } from './styleFields.ts';

interface StyleFormProps {
  style: HouseStyle;
  readOnly: boolean;
  onChange: (style: HouseStyle) => void;
}

/** The house style, field by field, or taken whole from a preset. */
export function StyleForm({ style, readOnly, onChange }: StyleFormProps) {
  const same = houseStylePresets.find((preset) => sameStyle(preset.style, style));
  return (
    <Form layout="vertical" component="div" disabled={readOnly}>
      <Form.Item label="取用现成版式" extra="取用后仍可逐项修改；密级、期号写法等文字一并换成该版式的。">
        <Select
          aria-label="取用现成版式"
          className="style-preset"
          value={same?.id ?? null}
          placeholder="（自定）"
          options={houseStylePresets.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            const preset = houseStylePresets.find((one) => one.id === id);
            if (preset) onChange(preset.style);
          }}
        />
      </Form.Item>
      {styleFields.map(({ name, fields }) => (
        <fieldset key={name} className="style-group">
          <legend>{name}</legend>
          <div className="form-grid form-grid-3">
            {fields.map((field) => (
              <Form.Item key={field.key} label={field.label}>
                <StyleInput field={field} style={style} readOnly={readOnly} onChange={onChange} />
              </Form.Item>
            ))}
          </div>
        </fieldset>
      ))}
    </Form>
  );
}

function StyleInput({ field, style, readOnly, onChange }: StyleFormProps & { field: StyleField }) {
  const set = (value: string | number | boolean | null) => onChange({ ...style, [field.key]: value });
  switch (field.kind) {
    case 'number':
      return (
        <InputNumber
          aria-label={field.label}
          min={field.min}
          max={field.max}
          step={field.step ?? 1}
          value={style[field.key]}
          {...(field.empty === undefined ? {} : { placeholder: field.empty })}
          onChange={(value) => {
            if (value !== null || field.empty !== undefined) set(value);
          }}
        />
      );
    case 'text':
      return (
        <SavedText
          label={field.label}
          value={style[field.key]}
          placeholder={field.hint ?? ''}
          maxLength={field.most ?? 40}
          disabled={readOnly}
          valid={(text) => field.needed === undefined || text.includes(field.needed)}
          onSave={set}
        />
      );
    case 'choice':
      return (
        <Select
          aria-label={field.label}
          value={style[field.key] as string}
          options={Object.entries(field.options).map(([value, label]) => ({ value, label }))}
          onChange={set}
        />
      );
    case 'switch':
      return <Switch aria-label={field.label} checked={style[field.key]} onChange={set} />;
    default:
      return field satisfies never;
  }
}

const sameStyle = (a: HouseStyle, b: HouseStyle): boolean =>
  (Object.keys(a) as (keyof HouseStyle)[]).every((key) => a[key] === b[key]);
