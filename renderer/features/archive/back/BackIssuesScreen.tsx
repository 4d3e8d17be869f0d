import { Button, Popconfirm, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { BackRow } from '../../../../shared/contract/methods/backIssues.ts';
import { readableEndings, readableInWords } from '../../../../shared/contract/readable.ts';
import { sentenceOf, useCommand, useMethod, useRows } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { Panes } from '../../../ui/Panes.tsx';
import { ScreenHead } from '../../../ui/ScreenHead.tsx';
import { BackDraft } from './BackDraft.tsx';
import { BackNumbers } from './BackNumbers.tsx';
import { BackProgress } from './BackProgress.tsx';
import { type BackSort, BackTable, rowKey } from './BackTable.tsx';
import { pickedFiles, useFolderDrop } from './folder.ts';
import { UnknownSources } from './UnknownSources.tsx';
import { useBackUploads } from './uploads.tsx';
import './back.css';

type Only = 'all' | 'problems' | 'ready';

/** 补录往期: files of back issues, read and split, put right where needed and filed under their own numbers. */
export function BackIssuesScreen() {
  const navigate = useNavigate();
  const messages = useMessages();
  const uploads = useBackUploads();
  const over = useFolderDrop(uploads.take);
  const [query, setQuery] = useSearchParams();
  const only = onlyOf(query.get('only'));
  const [sort, setSort] = useState<BackSort>({ by: 'file', descending: false });
  const status = useMethod('backIssues.status', {}, { keep: true });
  const list = useRows('backIssues.list', { only, sort: sort.by, descending: sort.descending });
  const file = useCommand('backIssues.file');
  const remove = useCommand('backIssues.remove');
  const currentKey = query.get('row');
  const current = list.rows.find((row) => rowKey(row) === currentKey) ?? list.rows[0] ?? null;
  const set = (name: string, value: string) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );

  const fileThem = (rows: readonly BackRow[] | null) =>
    file.run({ drafts: rows?.map(({ fileId, part }) => ({ fileId, part })) ?? null, job: 'back-filing' }).then(
      ({ filed, left }) => messages.done(left === 0 ? `补录 ${filed} 期` : `补录 ${filed} 期，${left} 期没有补录`),
      (error: unknown) => messages.fail(sentenceOf(error)),
    );
  const takeOut = (rows: readonly BackRow[] | null) =>
    remove.run({ fileIds: rows && [...new Set(rows.map(({ fileId }) => fileId))] }).then(
      ({ removed }) => messages.done(`移出 ${removed} 份文件`),
      (error: unknown) => messages.fail(sentenceOf(error)),
    );
  const counts = status.data;
  const nothing = counts !== undefined && counts.waiting + counts.failed + counts.drafts === 0;
  const ready = counts?.ready ?? 0;
  useKeys([
    {
      key: 'F',
      label: '补录这一期',
      group: '补录往期',
      enabled: current?.state === 'draft',
      run: () => current && void fileThem([current]),
    },
    {
      key: 'E',
      label: '改分条',
      group: '补录往期',
      enabled: current?.state === 'draft',
      run: () => current && void navigate(splitAddress(current)),
    },
  ]);

  return (
    <div className="screen">
      <ScreenHead actions={<Choose onFiles={uploads.take} />}>
        <Link to="/archive">往期</Link>
        <strong>补录往期</strong>
        {counts && !nothing && (
          <span className="soft">
            待补录 {counts.drafts} 期，可直接补录 {ready} 期{counts.failed > 0 && `，${counts.failed} 份没有读出`}
          </span>
        )}
      </ScreenHead>
      <BackProgress status={counts} />
      {list.error && <ErrorNote text={sentenceOf(list.error)} onRetry={list.retry} />}
      {over && (
        <div className="drop-cover">
          <p>松开鼠标，读入往期</p>
          <p className="soft">文件或整个文件夹：{readableInWords}</p>
        </div>
      )}
      {nothing && uploads.state?.running !== true ? (
        <div className="screen-body pane">
          <EmptyState
            title="没有待补录的往期"
            hint={`选一个放着以往各期的文件夹（${readableInWords}），或把它拖进窗口。每份文件读出、分条后列成一张表，核对后归入往期，可搜索、查重、统计。同一份文件不会重复收入。`}
          >
            <Choose onFiles={uploads.take} />
          </EmptyState>
        </div>
      ) : (
        <div className="screen-body">
          <Panes
            id="back-issues"
            panes={[
              {
                id: 'table',
                label: '待补录的期',
                width: '64%',
                minWidth: 520,
                content: (
                  <>
                    <div className="back-bar">
                      <Segmented
                        value={only}
                        onChange={(value) => set('only', value)}
                        options={[
                          { value: 'all', label: '全部' },
                          { value: 'problems', label: '只看有问题' },
                          { value: 'ready', label: '可直接补录' },
                        ]}
                      />
                      <span className="spacer" />
                      <Popconfirm
                        title="移出全部待补录的文件？"
                        description="只移出还没有补录的，原来的文件不受影响。"
                        okText="移出"
                        cancelText="取消"
                        onConfirm={() => void takeOut(null)}
                      >
                        <Button>全部移出</Button>
                      </Popconfirm>
                      <Popconfirm
                        title={`补录 ${ready} 期？`}
                        description="归入往期后内容不再改动；发现有误可以撤回重录。"
                        okText="补录"
                        cancelText="取消"
                        onConfirm={() => void fileThem(null)}
                      >
                        <Button type="primary" disabled={ready === 0} loading={file.running}>
                          补录无碍的 {ready} 期
                        </Button>
                      </Popconfirm>
                    </div>
                    <BackTable
                      rows={list.rows}
                      current={current}
                      onCurrent={(key) => set('row', key)}
                      onOpen={(row) => row.state === 'draft' && void navigate(splitAddress(row))}
                      long={list.long}
                      sort={sort}
                      onSort={setSort}
                      empty={list.loaded && <EmptyState title="没有这样的期" hint="换一个筛选再看。" />}
                    />
                    <div className="list-foot">共 {list.total} 行</div>
                  </>
                ),
              },
              {
                id: 'draft',
                label: '期号与问题',
                minWidth: 300,
                content: (
                  <div className="context">
                    {current && (
                      <BackDraft
                        key={rowKey(current)}
                        row={current}
                        onFile={() => void fileThem([current])}
                        onRemove={() => void takeOut([current])}
                        onSplit={() => void navigate(splitAddress(current))}
                      />
                    )}
                    <UnknownSources />
                    <BackNumbers />
                  </div>
                ),
              },
            ]}
          />
        </div>
      )}
    </div>
  );
}

export const splitAddress = ({ fileId, part }: BackRow): string =>
  `/archive/back-split?file=${encodeURIComponent(fileId)}&part=${part}`;

const onlyOf = (text: string | null): Only => (text === 'problems' || text === 'ready' ? text : 'all');

/** A folder or single files; the page asks for them itself, so that no path ever leaves it. */
export function Choose({ onFiles }: { onFiles: (files: ReturnType<typeof pickedFiles>) => void }) {
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        data-testid="back-folder"
        {...{ webkitdirectory: '' }}
        onChange={(event) => {
          onFiles(pickedFiles(event.target.files));
          event.target.value = '';
        }}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={readableEndings.join(',')}
        data-testid="back-files"
        onChange={(event) => {
          onFiles(pickedFiles(event.target.files));
          event.target.value = '';
        }}
      />
      <Button onClick={() => files.current?.click()}>选择文件</Button>
      <Button type="primary" onClick={() => folder.current?.click()}>
        选择文件夹
      </Button>
    </>
  );
}
