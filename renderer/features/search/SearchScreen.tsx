import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type SearchKind, type SearchRow, searchKindSchema } from '../../../shared/contract/methods/search.ts';
import { isIsoDate } from '../../../shared/domain/dates.ts';
import { departmentId, publicationId } from '../../../shared/domain/ids.ts';
import { issueStateNames, issueStateSchema } from '../../../shared/domain/issue.ts';
import { submissionStateNames, submissionStateSchema } from '../../../shared/domain/submission.ts';
import { sentenceOf, useMethod, useRows } from '../../data/index.ts';
import { DateField } from '../../ui/DateField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { UnitSelect } from '../submissions/UnitSelect.tsx';
import { addressOf, kindNames, Marked, noteOf } from './hits.tsx';
import './search.css';

const stateNames = {
  ...submissionStateNames,
  pool: '可编入',
  inIssue: '已编入',
  printed: '已印发',
  ...issueStateNames,
  voided: '已作废',
  active: '在用',
  inactive: '停用',
} as const;

/** States that are offered for a kind; of all kinds none is, since the words mean different things. */
const statesOf: Partial<Record<SearchKind, readonly (keyof typeof stateNames)[]>> = {
  submission: submissionStateSchema.options,
  item: ['pool', 'inIssue', 'printed'],
  issue: [...issueStateSchema.options, 'voided'],
};

/** All hits of a search, narrowed by kind, unit, publication, state and day; the search lives in the address. */
export function SearchScreen() {
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const [current, setCurrent] = useState<string | null>(null);
  const { kind, ...asked } = readQuery(query);
  const publications = useMethod('publications.list', {});
  const list = useRows('search.query', { ...asked, kinds: kind === null ? null : [kind] });
  const set = (changes: Record<string, string | null>) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes))
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const states = kind === null ? undefined : statesOf[kind];
  const narrowed = [kind, asked.departmentId, asked.publicationId, asked.state, asked.from, asked.to].some(
    (value) => value !== null,
  );
  return (
    <div className="screen">
      <ScreenHead>
        <strong>搜索</strong>
        <SearchField value={asked.text} onChange={(q) => set({ q })} placeholder="标题、正文、单位、期号" />
        <Segmented
          aria-label="种类"
          value={kind ?? 'all'}
          onChange={(chosen) => set({ kind: chosen === 'all' ? null : chosen, state: null })}
          options={[
            { value: 'all', label: '全部' },
            ...searchKindSchema.options.map((one) => ({ value: one, label: kindNames[one] })),
          ]}
        />
        <Segmented
          aria-label="次序"
          value={asked.order}
          onChange={(order) => set({ order })}
          options={[
            { value: 'newest', label: '新的在前' },
            { value: 'best', label: '最相关' },
          ]}
        />
      </ScreenHead>
      <div className="search-filters">
        <div className="search-unit">
          <UnitSelect
            value={asked.departmentId}
            onChange={(unit) => set({ unit })}
            allowClear
            placeholder="全部单位（可输拼音首字母）"
          />
        </div>
        <Select
          aria-label="刊物"
          allowClear
          placeholder="所有刊物"
          value={asked.publicationId}
          onChange={(publication: string | undefined) => set({ publication: publication ?? null })}
          options={publications.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
        {states && (
          <Select
            aria-label="状态"
            allowClear
            placeholder="所有状态"
            value={asked.state}
            onChange={(state: string | undefined) => set({ state: state ?? null })}
            options={states.map((state) => ({ value: state, label: stateNames[state] }))}
          />
        )}
        <DateField value={asked.from} onChange={(from) => set({ from })} placeholder="从哪天起" />
        <DateField value={asked.to} onChange={(to) => set({ to })} placeholder="到哪天止" />
        <span className="soft">{list.loaded && `共 ${list.total}${list.total >= 1_000 ? ' 条以上' : ' 条'}`}</span>
      </div>
      {list.error && <ErrorNote text={sentenceOf(list.error)} onRetry={list.retry} />}
      <div className="screen-body pane">
        <RowList
          label="搜索结果"
          rows={list.rows}
          idOf={(row) => row.id as string}
          current={current}
          onCurrent={setCurrent}
          onOpen={(id) => {
            const row = list.rows.find((one) => one.id === id);
            if (row) void navigate(addressOf(row));
          }}
          long={list.long}
          height={56}
          renderRow={(row) => <Hit row={row} />}
          empty={
            list.loaded && (
              <EmptyState
                title="没有找到"
                hint={
                  narrowed ? '换一个词，或去掉单位、日期等限制。' : '换一个词再试；词与词之间用空格隔开，须同时出现。'
                }
              />
            )
          }
        />
      </div>
    </div>
  );
}

function readQuery(query: URLSearchParams) {
  const day = (name: string) => {
    const text = query.get(name) ?? '';
    return isIsoDate(text) ? text : null;
  };
  const kind = searchKindSchema.safeParse(query.get('kind')).data ?? null;
  const states: readonly string[] = kind === null ? [] : (statesOf[kind] ?? []);
  const state = query.get('state');
  return {
    text: query.get('q') ?? '',
    kind,
    departmentId: departmentId.safeParse(query.get('unit')).data ?? null,
    publicationId: publicationId.safeParse(query.get('publication')).data ?? null,
    state: state !== null && states.includes(state) ? (state as FoundState) : null,
    from: day('from'),
    to: day('to'),
    order: query.get('order') === 'best' ? ('best' as const) : ('newest' as const),
  };
}

type FoundState = Exclude<keyof typeof stateNames, 'active' | 'inactive'>;

function Hit({ row }: { row: SearchRow }) {
  return (
    <span className="search-hit search-row">
      <span className="search-hit-line">
        <span className="row-note search-kind">{kindNames[row.kind]}</span>
        <span className="row-text">
          <Marked passage={row.title} />
        </span>
        <span className="row-note">{noteOf(row)}</span>
        <Tag tone="plain">{stateNames[row.state]}</Tag>
      </span>
      <span className="search-passage row-note">
        <Marked passage={row.passage} />
      </span>
    </span>
  );
}
