import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { readableInWords } from '../../../shared/contract/readable.ts';
import type { IssueRow } from '../../../shared/contract/views.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import { type IssueId, issueId, publicationId } from '../../../shared/domain/ids.ts';
import { sentenceOf, useMethod, useRows } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { shortMoment } from '../../ui/format.ts';
import { RowList } from '../../ui/RowList.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { IssueTag, Tag } from '../../ui/StateTag.tsx';
import { IssueView } from '../issues/IssuesScreen.tsx';
import { BackIssuesScreen, Choose } from './back/BackIssuesScreen.tsx';
import { BackSplitScreen } from './back/BackSplitScreen.tsx';
import { type FolderFile, useFolderDrop } from './back/folder.ts';
import { useBackUploads } from './back/uploads.tsx';

/** 往期: every signed issue, found by number, theme and text, opened as it was signed. */
export function ArchiveScreen() {
  const { id } = useParams();
  switch (id) {
    case 'back':
      return <BackIssuesScreen />;
    case 'back-split':
      return <BackSplitScreen />;
    default:
  }
  const parsed = issueId.safeParse(id);
  return parsed.success ? <IssueView key={parsed.data} id={parsed.data} /> : <ArchiveList />;
}

function ArchiveList() {
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const [current, setCurrent] = useState<IssueId | null>(null);
  const uploads = useBackUploads();
  const begin = (files: readonly FolderFile[]) => {
    uploads.take(files);
    void navigate('/archive/back');
  };
  const over = useFolderDrop(begin);
  const search = query.get('q') ?? '';
  const year = Number(query.get('year')) || null;
  const years = useMethod('issues.years', {});
  const status = useMethod('backIssues.status', {});
  const publication = publicationId.safeParse(query.get('publication')).data ?? null;
  const publications = useMethod('publications.list', {});
  const { rows, long, loaded, error, retry } = useRows('issues.list', {
    frozen: true,
    publicationId: publication,
    year,
    search,
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
  const waiting = (status.data?.drafts ?? 0) + (status.data?.waiting ?? 0);
  const open = (id: IssueId) => void navigate(`/archive/${id}`);

  return (
    <div className="screen">
      <ScreenHead
        actions={
          <Link to="/archive/back">
            <Button tabIndex={-1}>补录往期{waiting > 0 ? `（${waiting} 期待核对）` : ''}</Button>
          </Link>
        }
      >
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
          onChange={(chosen: number | undefined) => narrow('year', chosen === undefined ? null : String(chosen))}
          options={years.data?.map((one) => ({ value: one, label: `${one}年` })) ?? []}
        />
      </ScreenHead>
      {over && (
        <div className="drop-cover">
          <p>松开鼠标，作为往期读入</p>
          <p className="soft">文件或整个文件夹：{readableInWords}</p>
        </div>
      )}
      {error && <ErrorNote text={sentenceOf(error)} onRetry={retry} />}
      <div className="screen-body pane">
        <RowList
          label="往期"
          rows={rows}
          idOf={(row) => row.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          long={long}
          renderRow={(row) => <SignedRow row={row} />}
          empty={
            loaded &&
            (search !== '' || year !== null || publication !== null ? (
              <EmptyState title="没有找到" hint="换一个词，或去掉刊物、年份的限制。" />
            ) : (
              <EmptyState
                title="还没有往期"
                hint="签发后的每一期都在这里，内容不再改变，可以随时再导出。用本程序以前印过的，可以成批补录：把放着各期文件的文件夹拖进窗口。"
              >
                <Choose onFiles={begin} />
              </EmptyState>
            ))
          }
        />
      </div>
    </div>
  );
}

function SignedRow({ row }: { row: IssueRow }) {
  return (
    <>
      <span className="issue-row-label">
        <strong>{row.publication}</strong> {row.label}
        {row.total !== null && <span className="row-note"> 总第{row.total}期</span>}
      </span>
      <span className="row-note issue-row-date">{formatDate(row.date)}</span>
      <span className="row-text">{row.theme.replaceAll('\n', ' ')}</span>
      <span className="row-note">{row.entryCount}条</span>
      {row.signedAt !== null && (
        <span className="row-note">
          {row.signedBy} {shortMoment(row.signedAt)}签发
        </span>
      )}
      {row.voided ? <Tag tone="faint">已作废</Tag> : <IssueTag state={row.state} />}
    </>
  );
}
