import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { type SearchResult, type SearchRow, searchKindSchema } from '../../shared/contract/methods/search.ts';
import { useMethod } from '../data/index.ts';
import { addressOf, kindNames, Marked, noteOf } from '../features/search/hits.tsx';
import { useKeys } from '../ui/keys.ts';

/** Hits shown, the newest. */
const shownHits = 20;

/** Ctrl+K: finds in everything the office has, and opens the hit. */
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
        placeholder="搜索来稿、稿件、往期、单位"
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

function useHits(text: string) {
  const options = { enabled: text !== '' };
  const { data, isFetching } = useMethod('search.query', { text, offset: 0, limit: shownHits }, options);
  const rows = text === '' ? [] : (data?.rows ?? []);
  const groups = searchKindSchema.options
    .map((kind) => ({ label: kindNames[kind], options: rows.filter((row) => row.kind === kind).map(hit) }))
    .filter(({ options: hits }) => hits.length > 0);
  if (data && text !== '' && groups.length > 0) groups.push(allOf(text, data));
  return { groups, asking: isFetching };
}

/** The last entry leads to all hits, narrowed by kind, unit, day. */
const allOf = (text: string, { total, more }: SearchResult) => ({
  label: '全部',
  options: [
    {
      value: `/search?q=${encodeURIComponent(text)}`,
      label: <span>{`查看全部 ${total}${more ? ' 条以上' : ' 条'}，按种类、单位、日期筛选`}</span>,
    },
  ],
});

const hit = (row: SearchRow) => ({
  value: addressOf(row),
  label: (
    <span className="search-hit">
      <span className="search-hit-line">
        <span className="row-text">
          <Marked passage={row.title} />
        </span>
        <span className="row-note">{noteOf(row)}</span>
      </span>
      {row.passage.hits.length > 0 && (
        <span className="search-passage row-note">
          <Marked passage={row.passage} />
        </span>
      )}
    </span>
  ),
});
