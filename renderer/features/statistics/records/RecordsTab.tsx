import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AdjustmentRow, RecognitionRow } from '../../../../shared/contract/methods/scoring.ts';
import { formatDate } from '../../../../shared/domain/dates.ts';
import { type AdjustmentId, adjustmentId, type RecognitionId, recognitionId } from '../../../../shared/domain/ids.ts';
import { formatPoints } from '../../../../shared/domain/scoring/points.ts';
import { recognitionNames } from '../../../../shared/domain/scoring/records.ts';
import { levelNames } from '../../../../shared/domain/scoring/rules.ts';
import { useMay } from '../../../app/session.ts';
import { sentenceOf, useRows } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { KeyButton } from '../../../ui/KeyButton.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { Panes } from '../../../ui/Panes.tsx';
import { RowList } from '../../../ui/RowList.tsx';
import { ScreenHead } from '../../../ui/ScreenHead.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import type { TabProps } from '../tabs.ts';
import { AdjustmentForm } from './AdjustmentForm.tsx';
import { RecognitionForm } from './RecognitionForm.tsx';

type Kind = 'recognitions' | 'adjustments';

/** What is entered by hand beside what was printed: 上级采用, 领导批示, 加减分. */
export function RecordsTab({ tabs }: TabProps) {
  const [address, setAddress] = useSearchParams();
  const kind: Kind = address.get('kind') === 'adjustments' ? 'adjustments' : 'recognitions';
  const record = address.get('record');
  const stored = record === 'new' ? null : record;
  const mayEdit = useMay('editor');
  const go = (next: Record<string, string>) => setAddress(next, { replace: true });
  const add = () => go(kind === 'adjustments' ? { kind, record: 'new' } : { record: 'new' });
  useKeys([{ key: 'N', label: '登记一条', enabled: mayEdit, run: add }]);
  return (
    <div className="screen">
      <ScreenHead
        actions={
          mayEdit && (
            <KeyButton type="primary" hint="N" onClick={add}>
              {kind === 'recognitions' ? '登记' : '加减分'}
            </KeyButton>
          )
        }
      >
        {tabs}
      </ScreenHead>
      <div className="screen-body">
        <Panes
          id="scoring-records"
          panes={[
            {
              id: 'records',
              label: '记录',
              minWidth: 420,
              content:
                kind === 'recognitions' ? (
                  <Recognitions
                    switcher={<KindSwitch kind={kind} onChange={(value) => go({ kind: value })} />}
                    current={recognitionId.safeParse(stored).data ?? null}
                    onOpen={(id) => go({ record: id })}
                  />
                ) : (
                  <Adjustments
                    switcher={<KindSwitch kind={kind} onChange={(value) => go({ kind: value })} />}
                    current={adjustmentId.safeParse(stored).data ?? null}
                    onOpen={(id) => go({ kind, record: id })}
                  />
                ),
            },
            {
              id: 'record',
              label: '记录的内容',
              width: '46%',
              minWidth: 380,
              content: <RecordPane kind={kind} mayEdit={mayEdit} onGo={go} />,
            },
          ]}
        />
      </div>
    </div>
  );
}

function KindSwitch({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  return (
    <Segmented<Kind>
      aria-label="记录类别"
      value={kind}
      options={[
        { value: 'recognitions', label: '上级采用与批示' },
        { value: 'adjustments', label: '加减分' },
      ]}
      onChange={onChange}
    />
  );
}

function RecordPane({
  kind,
  mayEdit,
  onGo,
}: {
  kind: Kind;
  mayEdit: boolean;
  onGo: (address: Record<string, string>) => void;
}) {
  const [address] = useSearchParams();
  const record = address.get('record');
  const item = address.get('item');
  if (record === null && item === null)
    return (
      <p className="panel soft">
        {mayEdit ? '选一条查看和修改，或按 N 登记一条。改动和删除都留有记录。' : '选一条查看。'}
      </p>
    );
  const id = record === 'new' || record === null ? null : record;
  const leave = () => onGo(kind === 'adjustments' ? { kind } : {});
  return kind === 'adjustments' ? (
    <AdjustmentForm key={record} id={id as AdjustmentId | null} readOnly={!mayEdit} onLeave={leave} />
  ) : (
    <RecognitionForm
      key={`${record} ${item}`}
      id={id as RecognitionId | null}
      item={item}
      readOnly={!mayEdit}
      onLeave={leave}
    />
  );
}

interface ListProps<Id> {
  switcher: ReactNode;
  current: Id | null;
  onOpen: (id: Id) => void;
}

function Recognitions({ switcher, current, onOpen }: ListProps<RecognitionId>) {
  const [search, setSearch] = useState('');
  const { rows, long, loaded, total, error, retry } = useRows('scoring.recognitions', { itemId: null, search });
  return (
    <>
      <div className="list-filter">
        {switcher}
        <SearchField value={search} onChange={setSearch} placeholder="标题、刊物、领导、批示" />
      </div>
      {error && <ErrorNote text={sentenceOf(error)} onRetry={retry} />}
      <RowList<RecognitionRow, RecognitionId>
        label="上级采用与批示"
        rows={rows}
        idOf={({ id }) => id}
        current={current}
        onCurrent={onOpen}
        long={long}
        renderRow={(row) => (
          <>
            <span className="tag tag-plain">{recognitionNames[row.kind]}</span>
            <span className="row-note">{levelNames[row.level]}</span>
            <span className="row-text">{row.title}</span>
            <span className="row-note record-by">{row.kind === 'upper' ? `《${row.publication}》` : row.leader}</span>
            <span className="row-note">{formatDate(row.date)}</span>
          </>
        )}
        empty={
          loaded &&
          (search === '' ? (
            <EmptyState
              title="还没有登记"
              hint="市里、省里、中央的刊物采用了本区的稿件，或领导在稿件上作了批示，登记在这里，得分随即算上。也可以在“稿件”和“往期”里从那一篇登记。"
            />
          ) : (
            <EmptyState title="没有找到" hint="换一个词再找。" />
          ))
        }
      />
      <div className="list-foot">{total}条</div>
    </>
  );
}

function Adjustments({ switcher, current, onOpen }: ListProps<AdjustmentId>) {
  const { rows, long, loaded, total, error, retry } = useRows('scoring.adjustments', { departmentId: null });
  return (
    <>
      <div className="list-filter">{switcher}</div>
      {error && <ErrorNote text={sentenceOf(error)} onRetry={retry} />}
      <RowList<AdjustmentRow, AdjustmentId>
        label="加减分"
        rows={rows}
        idOf={({ id }) => id}
        current={current}
        onCurrent={onOpen}
        long={long}
        renderRow={(row) => (
          <>
            <span className="record-by">{row.unit}</span>
            <strong className="record-points">{`${row.points > 0 ? '+' : ''}${formatPoints(row.points)}`}</strong>
            <span className="row-text">{row.reason}</span>
            <span className="row-note">{formatDate(row.date)}</span>
          </>
        )}
        empty={
          loaded && (
            <EmptyState title="还没有加减分" hint="规则以外的加分、扣分在这里登记，写明事由；得分明细里列出。" />
          )
        }
      />
      <div className="list-foot">{total}条</div>
    </>
  );
}
