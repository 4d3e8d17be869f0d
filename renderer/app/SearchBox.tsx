import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  type Passage,
  type SearchKind,
  type SearchRow,
  searchKindSchema,
} from '../../shared/contract/methods/search.ts';
import { formatDate } from '../../shared/domain/dates.ts';
import { useMethod } from '../data/index.ts';
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
  return { groups, asking: isFetching };
}

const kindNames: Record<SearchKind, string> = { submission: '来稿', item: '稿件', issue: '期', department: '单位' };

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

function addressOf(row: SearchRow): string {
  switch (row.kind) {
    case 'submission':
      return `/submissions/${row.id}`;
    case 'item':
      return `/items/${row.id}`;
    case 'issue':
      return row.state === 'assembling' || row.state === 'inReview' ? `/issues/${row.id}` : `/archive/${row.id}`;
    case 'department':
      return `/registers/departments?unit=${row.id}`;
  }
}

function noteOf(row: SearchRow): string {
  const place = row.kind === 'issue' ? null : row.issue?.label;
  return [place ?? row.unit, row.date && formatDate(row.date)].filter(Boolean).join('　');
}

function Marked({ passage: { text, hits } }: { passage: Passage }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of hits) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return [...parts, text.slice(from)];
}
