import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Form, Select } from 'antd';
import { useState } from 'react';
import type { Department, OtherName } from '../../../shared/domain/department.ts';
import { DateField } from '../../ui/DateField.tsx';
import { SavedText } from '../../ui/SavedText.tsx';
import { RegisterFoot } from './RegisterFoot.tsx';

interface DepartmentFormProps {
  unit: Department;
  /** Groups in use, offered. */
  groups: readonly string[];
  readOnly: boolean;
  onChange: (unit: Department) => void;
  onDelete: () => void;
}

const notEmpty = (text: string) => text.trim() !== '';

/** One unit with all its names. Everything saves itself. */
export function DepartmentForm({ unit, groups, readOnly, onChange, onDelete }: DepartmentFormProps) {
  return (
    <Form layout="vertical" component="div" disabled={readOnly} className="register-form">
      <Form.Item label="简称（印在稿件后的括号里）">
        <SavedText
          label="简称"
          value={unit.shortName}
          maxLength={80}
          valid={notEmpty}
          disabled={readOnly}
          onSave={(text) => onChange({ ...unit, shortName: text.trim() })}
        />
      </Form.Item>
      <Form.Item label="全称">
        <SavedText
          label="全称"
          value={unit.fullName}
          maxLength={80}
          valid={notEmpty}
          disabled={readOnly}
          onSave={(text) => onChange({ ...unit, fullName: text.trim() })}
        />
      </Form.Item>
      <Form.Item label="分组（同组一起排名）">
        <GroupField
          key={unit.group}
          value={unit.group}
          groups={groups}
          onSave={(group) => onChange({ ...unit, group })}
        />
      </Form.Item>
      <OtherNames unit={unit} readOnly={readOnly} onChange={onChange} />
      <RegisterFoot
        name={unit.shortName}
        active={unit.active}
        deleteNote="报过稿的单位不能删除，请改为停用。"
        onActive={(active) => onChange({ ...unit, active })}
        onDelete={onDelete}
      />
    </Form>
  );
}

interface GroupFieldProps {
  value: string;
  groups: readonly string[];
  onSave: (group: string) => void;
}

function GroupField({ value, groups, onSave }: GroupFieldProps) {
  const [text, setText] = useState(value);
  const save = (group: string) => {
    if (group.trim() !== value) onSave(group.trim());
  };
  return (
    <AutoComplete
      aria-label="分组"
      value={text}
      maxLength={40}
      options={groups.map((group) => ({ value: group }))}
      placeholder="镇办、区直、党群……"
      onChange={setText}
      onSelect={save}
      onBlur={() => save(text)}
    />
  );
}

type UnitEdit = Pick<DepartmentFormProps, 'unit' | 'readOnly' | 'onChange'>;

/** Former names and aliases: texts are recognised by them too; a former name only in the days it was in force. */
function OtherNames({ unit, readOnly, onChange }: UnitEdit) {
  const [adding, setAdding] = useState(false);
  const { otherNames } = unit;
  const set = (place: number, change: Partial<OtherName>) =>
    onChange({ ...unit, otherNames: otherNames.map((other, i) => (i === place ? { ...other, ...change } : other)) });
  return (
    <Form.Item label="曾用名和别名（来稿中写这些名称也认得）">
      {otherNames.map((other, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two names may be the same while they are written
        <div key={`${place}/${other.name}`} className="other-name">
          <Select<OtherName['kind']>
            aria-label="名称的种类"
            value={other.kind}
            options={[
              { value: 'former', label: '曾用名' },
              { value: 'alias', label: '别名' },
            ]}
            onChange={(kind) => set(place, { kind })}
          />
          <SavedText
            label="其他名称"
            value={other.name}
            maxLength={80}
            valid={notEmpty}
            disabled={readOnly}
            onSave={(name) => set(place, { name: name.trim() })}
          />
          {other.kind === 'former' && (
            <>
              <DateField value={other.validFrom} placeholder="起" onChange={(validFrom) => set(place, { validFrom })} />
              <DateField value={other.validTo} placeholder="止" onChange={(validTo) => set(place, { validTo })} />
            </>
          )}
          <Button
            type="text"
            aria-label={`删除${other.name}`}
            icon={<DeleteOutlined />}
            onClick={() => onChange({ ...unit, otherNames: otherNames.toSpliced(place, 1) })}
          />
        </div>
      ))}
      {adding && (
        <SavedText
          label="新的名称"
          value=""
          placeholder="写名称，回车"
          maxLength={80}
          valid={notEmpty}
          onSave={(name) => {
            setAdding(false);
            const added: OtherName = { name: name.trim(), kind: 'former', validFrom: null, validTo: null };
            onChange({ ...unit, otherNames: [...otherNames, added] });
          }}
        />
      )}
      {!adding && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          加一个名称
        </Button>
      )}
    </Form.Item>
  );
}
