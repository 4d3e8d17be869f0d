import { Button, Dropdown } from 'antd';
import { useSearchParams } from 'react-router';
import type { CircularRow } from '../../../../shared/contract/methods/circulars.ts';
import { type CircularKind, circularKindNames } from '../../../../shared/domain/circular/circular.ts';
import { toIsoDate } from '../../../../shared/domain/dates.ts';
import { type CircularId, circularId } from '../../../../shared/domain/ids.ts';
import { formatSpan } from '../../../../shared/domain/scoring/months.ts';
import { namedSpans } from '../../../../shared/domain/scoring/spans.ts';
import { useMay } from '../../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Panes } from '../../../ui/Panes.tsx';
import { RowList } from '../../../ui/RowList.tsx';
import { ScreenHead } from '../../../ui/ScreenHead.tsx';
import { Tag } from '../../../ui/StateTag.tsx';
import { SpanBar } from '../SpanBar.tsx';
import { useSpan } from '../span.ts';
import type { TabProps } from '../tabs.ts';
import { CircularPages, CircularWork } from './CircularWork.tsx';

/** 通报: made with one click, worded by the editor, seen as it will be printed. */
export function CircularsTab({ tabs }: TabProps) {
  const { span, setSpan } = useSpan();
  const [address, setAddress] = useSearchParams();
  const { data: rows, error, refetch } = useMethod('circulars.list', {});
  const create = useCommand('circulars.create');
  const mayEdit = useMay('editor');
  const asked = circularId.safeParse(address.get('circular')).data;
  const current = rows?.find(({ id }) => id === asked)?.id ?? rows?.[0]?.id ?? null;
  const detail = useMethod('circulars.get', { id: current ?? ('' as CircularId) }, { enabled: current !== null });
  const open = (id: CircularId) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('circular', id);
        return next;
      },
      { replace: true },
    );
  const today = toIsoDate(new Date());
  const make = (kind: CircularKind) =>
    create.run({ ...daysOf(kind, span), publicationId: span.publicationId, kind, date: today }).then(
      ({ id }) => open(id),
      () => {},
    );
  const kinds: CircularKind[] = ['daily', 'monthly', 'quarterly', 'other'];
  const menu = (
    <Dropdown
      trigger={['click']}
      menu={{
        items: kinds.map((kind) => {
          const { from, to } = daysOf(kind, span);
          return { key: kind, label: `${circularKindNames[kind]}（${formatSpan(from, to)}）` };
        }),
        onClick: ({ key }) => {
          const kind = kinds.find((one) => one === key);
          if (kind) void make(kind);
        },
      }}
    >
      <Button type="primary" loading={create.running}>
        生成通报
      </Button>
    </Dropdown>
  );
  return (
    <div className="screen">
      <ScreenHead actions={mayEdit && menu}>{tabs}</ScreenHead>
      <div className="list-filter">
        <SpanBar span={span} onChange={setSpan} />
      </div>
      {(error ?? create.error) && <ErrorNote text={sentenceOf(error ?? create.error)} onRetry={() => void refetch()} />}
      <div className="screen-body">
        <Panes
          id={current === null ? 'circulars-none' : 'circulars'}
          panes={[
            {
              id: 'circulars',
              label: '各份通报',
              minWidth: 220,
              ...(current === null ? {} : { width: 250 }),
              content: (
                <RowList<CircularRow, CircularId>
                  label="各份通报"
                  rows={rows ?? []}
                  idOf={({ id }) => id}
                  current={current}
                  onCurrent={open}
                  height={52}
                  empty={
                    rows && (
                      <EmptyState
                        title="还没有通报"
                        hint="点“生成通报”：每日、月度、季度或上面所选的日期，文字、排名表和采用篇目一次写好，可以再改，导出 PDF、Word 和 Excel。"
                      />
                    )
                  }
                  renderRow={(row) => (
                    <>
                      <span className="row-text">
                        {formatSpan(row.from, row.to)}
                        <br />
                        <span className="row-note">{circularKindNames[row.kind]}</span>
                      </span>
                      {row.publishedAt !== null && <Tag tone="right">已发布</Tag>}
                    </>
                  )}
                />
              ),
            },
            ...(current !== null && detail.data
              ? [
                  {
                    id: 'words',
                    label: '通报的文字',
                    minWidth: 360,
                    width: '38%',
                    content: <CircularWork key={detail.data.id} circular={detail.data} readOnly={!mayEdit} />,
                  },
                  {
                    id: 'pages',
                    label: '版面',
                    minWidth: 320,
                    content: <CircularPages key={detail.data.id} circular={detail.data} />,
                  },
                ]
              : []),
          ]}
        />
      </div>
    </div>
  );
}

/** The day that is on, the month or quarter that has ended, or the days asked for. */
function daysOf(kind: CircularKind, asked: { from: CircularRow['from']; to: CircularRow['to'] }) {
  const today = new Date();
  const named = (name: string) => {
    const found = namedSpans(today).find((span) => span.name === name);
    return found ? { from: found.from, to: found.to } : { from: asked.from, to: asked.to };
  };
  switch (kind) {
    case 'daily':
      return { from: toIsoDate(today), to: toIsoDate(today) };
    case 'monthly':
      return named('上月');
    case 'quarterly':
      return named('上季');
    case 'other':
      return { from: asked.from, to: asked.to };
    default:
      return kind satisfies never;
  }
}
