import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMethod } from '../data/index.ts';
import { useKeys } from '../ui/keys.ts';

/** Hits shown of each kind. */
const shownHits = 6;

/** Ctrl+K: finds in 来稿, 稿件 and 往期, and opens the hit. */
export function SearchBox() {
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  const navigate = useNavigate();
  const { groups, asking } = useHits(useSettled(text.trim(), 200));
  useKeys([
    {
      key: 'Ctrl+K',
      label: '搜索',
      group: '通用',
      whileTyping: true,
      run: () => input.current?.focus({ cursor: 'all' }),
    },
  ]);
  return (
    <AutoComplete
      className="search-box"
      value={text}
      onChange={(value) => setText(value)}
      onBlur={() => setText('')}
      options={groups}
      popupMatchSelectWidth={480}
      notFoundContent={text.trim() === '' || asking ? null : '没有找到'}
      onSelect={(address: string) => {
        setText('');
        input.current?.blur();
        void navigate(address);
      }}
    >
      <Input
        ref={input}
        prefix={<SearchOutlined />}
        suffix={<kbd className="key-hint">Ctrl+K</kbd>}
        placeholder="搜索来稿、稿件、往期"
        aria-label="搜索"
      />
    </AutoComplete>
  );
}

/** The text once nobody has typed for `ms`. */
function useSettled(text: string, ms: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}

function useHits(search: string) {
  const page = { search, offset: 0, limit: shownHits };
  const options = { enabled: search !== '' };
  const submissions = useMethod('submissions.list', { state: null, departmentId: null, ...page }, options);
  const items = useMethod('items.list', { where: 'all', ...page }, options);
  const issues = useMethod('issues.list', { frozen: true, publicationId: null, ...page }, options);
  const groups = [
    group(
      '来稿',
      submissions.data?.rows.map((row) => hit(`/submissions/${row.id}`, row.title || row.excerpt, row.department)),
    ),
    group(
      '稿件',
      items.data?.rows.map((row) => hit(`/items/${row.id}`, row.title || row.excerpt, row.source)),
    ),
    group(
      '往期',
      issues.data?.rows.map((row) => hit(`/archive/${row.id}`, `${row.publication}${row.label}`, row.theme)),
    ),
  ].filter(({ options: hits }) => hits.length > 0);
  return {
    groups: search === '' ? [] : groups,
    asking: submissions.isFetching || items.isFetching || issues.isFetching,
  };
}

const group = (name: string, hits: ReturnType<typeof hit>[] = []) => ({ label: name, options: hits });

const hit = (address: string, title: string, note: string | null) => ({
  value: address,
  label: (
    <span className="search-hit">
      <span className="row-text">{title}</span>
      <span className="row-note">{note}</span>
    </span>
  ),
});
