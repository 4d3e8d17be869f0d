import { Select } from 'antd';
import type { DepartmentId } from '../../../shared/domain/ids.ts';
import { matchesName } from '../../../shared/text/units/index.ts';
import { useMethod } from '../../data/index.ts';

interface UnitSelectProps {
  /** Value and change are left out below a Form.Item, which hands them over itself. */
  value?: DepartmentId | null;
  onChange?: (id: DepartmentId | null) => void;
  placeholder: string;
  allowClear?: boolean;
  id?: string;
  autoFocus?: boolean;
  size?: 'small' | 'middle';
}

interface UnitOption {
  value: DepartmentId;
  label: string;
  names: string[];
}

/** A unit, found by its names or by their pinyin initials (qfgw → 区发改委). */
export function UnitSelect({ value, onChange, ...rest }: UnitSelectProps) {
  const { data: departments = [] } = useMethod('departments.list', {});
  return (
    <Select<DepartmentId, UnitOption>
      // Below a Form.Item, which gives the id, its label names the field.
      {...(rest.id === undefined ? { 'aria-label': rest.placeholder } : {})}
      {...rest}
      className="unit-select"
      value={value ?? null}
      onChange={(id) => onChange?.(id ?? null)}
      showSearch={{
        filterOption: (text, option) => option?.names.some((name) => matchesName(text, name)) ?? false,
      }}
      popupMatchSelectWidth={260}
      notFoundContent="没有这个单位；可到“单位”里添加"
      options={departments
        .filter(({ active, id }) => active || id === value)
        .map(({ id, shortName, fullName, otherNames }) => ({
          value: id,
          label: shortName,
          names: [shortName, fullName, ...otherNames.map(({ name }) => name)],
        }))}
    />
  );
}
