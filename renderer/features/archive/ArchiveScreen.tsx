import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { IssueRow } from '../../../shared/contract/views.ts';
import { dateParts, formatDate } from '../../../shared/domain/dates.ts';
import { type IssueId, issueId, publicationId } from '../../../shared/domain/ids.ts';
import { sentenceOf, useMethod, useRows } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { shortMoment } from '../../ui/format.ts';
import { RowList } from '../../ui/RowList.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { IssueTag, Tag } from '../../ui/StateTag.tsx';
import { IssueView } from '../issues/IssuesScreen.tsx';

/** 往期: every signed issue, found by number, theme and text, opened as it was signed. */
export function ArchiveScreen() {
  const { id } = useParams();
  const parsed = issueId.safeParse(id);
  return parsed.success ? <IssueView key={parsed.data} id={parsed.data} /> : <ArchiveList />;
}

function ArchiveList() {
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const [current, setCurrent] = useState<IssueId | null>(null);
  const search = query.get('q') ?? '';
  const year = query.get('year');
  const publication = publicationId.safeParse(query.get('publication')).data ?? null;
  const publications = useMethod('publications.list', {});
  const {
    rows: all,
    loaded,
    error,
    retry,
    more,
  } = useRows('issues.list', {
    frozen: true,
    publicationId: publication,
    search,
  });
  const years = [...new Set(all.map(yearOf))].sort().reverse();
  const rows = year === null ? all : all.filter((row) => yearOf(row) === year);

  // Years are told apart here, so all pages are needed before a year is complete.
  useEffect(() => {
    if (year !== null) more();
  });

  const narrow = (name: string, value: string | null) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const open = (id: IssueId) => void navigate(`/archive/${id}`);

  return (
    <div className="screen">
      <ScreenHead>
        <strong>往期</strong>
        <Input
          allowClear
          className="archive-search"
          prefix={<SearchOutlined />}
          placeholder="期号、主题、标题"
          aria-label="查找往期"
          value={search}
          onChange={(event) => narrow('q', event.target.value)}
        />
        <Select
          aria-label="刊物"
          className="archive-filter"
          allowClear
          placeholder="所有刊物"
          value={publication}
          onChange={(chosen: string | undefined) => narrow('publication', chosen ?? null)}
          options={publications.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
        <Select
          aria-label="年份"
          className="archive-filter"
          allowClear
          placeholder="所有年份"
          value={year}
          onChange={(chosen: string | undefined) => narrow('year', chosen ?? null)}
          options={years.map((one) => ({ value: one, label: `${one}年` }))}
        />
      </ScreenHead>
      {error && <ErrorNote text={sentenceOf(error)} onRetry={retry} />}
      <div className="screen-body pane">
        <RowList
          label="往期"
          rows={rows}
          idOf={(row) => row.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onMore={more}
          renderRow={(row) => <SignedRow row={row} />}
          empty={
            loaded &&
            (search !== '' || year !== null || publication !== null ? (
              <EmptyState title="没有找到" hint="换一个词，或去掉刊物、年份的限制。" />
            ) : (
              <EmptyState title="还没有签发过的期" hint="签发后的每一期都在这里，内容不再改变，可以随时再导出。" />
            ))
          }
        />
      </div>
    </div>
  );
}

const yearOf = ({ date }: IssueRow): string => String(dateParts(date).year);

function SignedRow({ row }: { row: IssueRow }) {
  return (
    <>
      <span className="issue-row-label">
        <strong>{row.publication}</strong> {row.label}
        <span className="row-note"> 总第{row.total}期</span>
      </span>
      <span className="row-note issue-row-date">{formatDate(row.date)}</span>
      <span className="row-text">{row.theme.replaceAll('\n', ' ')}</span>
      <span className="row-note">{row.entryCount}条</span>
      <span className="row-note">
        {row.signedBy} {row.signedAt && shortMoment(row.signedAt)}签发
      </span>
      {row.voided ? <Tag tone="faint">已作废</Tag> : <IssueTag state={row.state} />}
    </>
  );
}
