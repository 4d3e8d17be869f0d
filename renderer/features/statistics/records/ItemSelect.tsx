import { Select } from 'antd';
import { useState } from 'react';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { useMethod } from '../../../data/index.ts';

interface ItemSelectProps {
  id: string;
  value: ItemId | null;
  disabled: boolean;
  onChange: (id: ItemId) => void;
}

/** An item by its title, unit or issue; printed ones and others, the newest first. */
export function ItemSelect({ id, value, disabled, onChange }: ItemSelectProps) {
  const [search, setSearch] = useState('');
  const found = useMethod('items.list', { where: 'all', search: search.trim(), offset: 0, limit: 30 }, { keep: true });
  const chosen = useMethod('items.get', { id: value ?? ('' as ItemId) }, { enabled: value !== null });
  const rows = found.data?.rows ?? [];
  const shown = chosen.data && !rows.some((row) => row.id === value) ? [chosen.data, ...rows] : rows;
  return (
    <Select<ItemId>
      id={id}
      disabled={disabled}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      placeholder="按标题或单位查找"
      value={value}
      onChange={onChange}
      notFoundContent={found.data ? '没有找到' : '正在查找'}
      options={shown.map((row) => ({
        value: row.id,
        label: [row.title || row.excerpt, row.source, row.issue?.label ?? ''].filter((part) => part !== '').join('　'),
      }))}
    />
  );
}
