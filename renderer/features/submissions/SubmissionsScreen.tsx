import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { readableEndings, readableInWords } from '../../../shared/contract/readable.ts';
import type { Counts, IntakeResult } from '../../../shared/contract/views.ts';
import type { SubmissionId } from '../../../shared/domain/ids.ts';
import { type SubmissionState, submissionStateNames } from '../../../shared/domain/submission.ts';
import { sentenceOf, useMethod, useRows } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useKeys } from '../../ui/keys.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Panes } from '../../ui/Panes.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { StateTabs } from '../../ui/StateTabs.tsx';
import { type ListState, useSubmissionsAddress } from './address.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { nextAfter, openTo, type Target } from './decisions.ts';
import { useIntake } from './intake/Intake.tsx';
import { IntakePanel } from './intake/IntakePanel.tsx';
import { PasteDialog } from './intake/PasteDialog.tsx';
import { TypeDialog } from './intake/TypeDialog.tsx';
import { SplitScreen } from './SplitScreen.tsx';
import { SubmissionContext } from './SubmissionContext.tsx';
import { SubmissionList } from './SubmissionList.tsx';
import { SubmissionView } from './SubmissionView.tsx';
import { useDecisions } from './useDecisions.ts';
import './submissions.css';

const listStates: readonly ListState[] = [
  'new',
  'shortlisted',
  'held',
  'returned',
  'rejected',
  'merged',
  'adopted',
  'all',
];

/** 来稿: what came in, as it came, and what is decided on it. */
export function SubmissionsScreen() {
  const { address, go } = useSubmissionsAddress();
  const { split, id } = address;
  if (split === null) return <Submissions />;
  return (
    <SplitScreen
      intakeId={split}
      onCancel={() => go({ id })}
      onDone={({ submissions }) => go({ id: submissions[0]?.id ?? null })}
    />
  );
}

function Submissions() {
  const { address, go } = useSubmissionsAddress();
  const { state, unit, search } = address;
  const list = useRows('submissions.list', { state: state === 'all' ? null : state, search, departmentId: unit });
  const { data: counts } = useMethod('office.counts', {});
  const ids = useMemo(() => list.rows.map((row) => row.id), [list.rows]);
  const current = address.id ?? ids[0] ?? null;
  const detail = useMethod(
    'submissions.get',
    { id: current ?? ('none' as SubmissionId) },
    { enabled: current !== null },
  );
  const shown = detail.data?.id === current ? detail.data : undefined;

  const [ticked, setTicked] = useTicked(state, ids);
  const rowOf = (id: SubmissionId): Target | undefined =>
    list.rows.find((row) => row.id === id) ?? (shown?.id === id ? shown : undefined);
  const marked = ticked.size > 0 ? ids.filter((id) => ticked.has(id)) : current === null ? [] : [current];
  const targets = marked.map(rowOf).filter((one) => one !== undefined);

  const setCurrent = useCallback((id: SubmissionId | null) => go({ id }), [go]);
  const decisions = useDecisions({
    onDecided: (decided) => {
      setTicked(new Set());
      setCurrent(nextAfter(ids, new Set(decided), current));
    },
    onUndone: ([first]) => first && setCurrent(first),
  });
  const { clearFailure } = decisions;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal belongs to the submission it was about
  useEffect(clearFailure, [current]);

  const undoable = targets.some((one) => one.state !== 'new' && one.state !== 'adopted')
    ? targets.filter((one) => one.state !== 'new').map(({ id }) => id)
    : decisions.last;
  const mergeable = openTo(targets, 'merged').map(({ id }) => id);

  return (
    <div className="screen">
      <ScreenHead
        actions={<TakeIn onTaken={(result) => go({ state: 'new', id: result.submissions[0]?.id ?? null })} />}
      >
        <StateTabs
          label="来稿状态"
          value={state}
          onChange={(next) => go({ state: next, id: null }, { replace: false })}
          tabs={listStates.map((key) => ({
            key,
            name: key === 'all' ? '全部' : submissionStateNames[key],
            count: counts && countOf(counts, key),
          }))}
        />
      </ScreenHead>
      <div className="screen-body">
        <Panes
          id="submissions"
          panes={[
            {
              id: 'list',
              label: '来稿列表',
              width: '36%',
              minWidth: 320,
              content: (
                <>
                  <IntakePanel
                    onShow={(id) => go({ id, state: 'all' })}
                    onSplit={(split) => go({ split }, { replace: false })}
                  />
                  {list.error && <ErrorNote text={sentenceOf(list.error)} onRetry={list.retry} />}
                  <SubmissionList
                    rows={list.rows}
                    long={list.long}
                    current={current}
                    onCurrent={setCurrent}
                    ticked={ticked}
                    onTicked={setTicked}
                    search={search}
                    onSearch={(text) => go({ search: text, id: null })}
                    unit={unit}
                    onUnit={(id) => go({ unit: id, id: null })}
                    withStates={state === 'all'}
                    empty={list.loaded && <NoRows state={state} narrowed={search !== '' || unit !== null} />}
                  />
                </>
              ),
            },
            {
              id: 'work',
              label: '来稿内容',
              minWidth: 400,
              content: (
                <>
                  {detail.error && <ErrorNote text={sentenceOf(detail.error)} onRetry={() => void detail.refetch()} />}
                  {shown ? (
                    <SubmissionView
                      submission={shown}
                      onSplit={() => go({ split: shown.intakeId }, { replace: false })}
                    />
                  ) : (
                    <div className="work" />
                  )}
                  {current !== null && (
                    <DecisionBar
                      targets={targets}
                      onDecide={(to, reason, dueDate) => void decisions.decide(targets, to, reason, dueDate)}
                      onMerge={mergeable.length > 1 ? () => void decisions.merge(mergeable) : null}
                      onUndo={undoable.length > 0 ? () => void decisions.undo(undoable) : null}
                      failure={decisions.failure}
                      running={decisions.running}
                    />
                  )}
                </>
              ),
            },
            {
              id: 'context',
              label: '单位与记录',
              width: '20%',
              minWidth: 220,
              content: shown && <SubmissionContext submission={shown} marked={marked} />,
            },
          ]}
        />
      </div>
    </div>
  );
}

/** Marked rows; they fall away with a change of list and where a row leaves it. */
function useTicked(state: ListState, ids: readonly SubmissionId[]) {
  const [marks, setMarks] = useState<{ state: ListState; ids: ReadonlySet<SubmissionId> }>({ state, ids: new Set() });
  const ticked = useMemo(
    () => (marks.state === state ? new Set(ids.filter((id) => marks.ids.has(id))) : new Set<SubmissionId>()),
    [marks, state, ids],
  );
  const setTicked = useCallback((next: ReadonlySet<SubmissionId>) => setMarks({ state, ids: next }), [state]);
  return [ticked, setTicked] as const;
}

/** The ways in: files, pasted text, typed text. */
function TakeIn({ onTaken }: { onTaken: (result: IntakeResult) => void }) {
  const intake = useIntake();
  const messages = useMessages();
  const picker = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<'paste' | 'type' | null>(null);
  const taken = (result: IntakeResult) => {
    messages.done(`收入 ${result.submissions.length} 条`);
    onTaken(result);
  };
  useKeys([
    { key: 'I', label: '导入文件', group: '来稿', run: () => picker.current?.click() },
    { key: 'V', label: '粘贴来稿', group: '来稿', run: () => setDialog('paste') },
    { key: 'B', label: '补录来稿', group: '来稿', run: () => setDialog('type') },
  ]);
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={readableEndings.join(',')}
        data-testid="intake-files"
        onChange={(event) => {
          intake.take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button onClick={() => picker.current?.click()}>导入文件</Button>
      <Button onClick={() => setDialog('paste')}>粘贴</Button>
      <Button onClick={() => setDialog('type')}>补录</Button>
      {dialog === 'paste' && <PasteDialog onClose={() => setDialog(null)} onTaken={taken} />}
      {dialog === 'type' && <TypeDialog onClose={() => setDialog(null)} onTaken={taken} />}
    </>
  );
}

function NoRows({ state, narrowed }: { state: ListState; narrowed: boolean }) {
  if (narrowed) return <EmptyState title="没有符合条件的来稿" hint="可清空搜索和单位，或换一个状态再看。" />;
  switch (state) {
    case 'new':
      return (
        <EmptyState
          title="没有待处理的来稿"
          hint={`把部门发来的文件拖进窗口即可导入（${readableInWords}）；也可点右上角的“粘贴”或“补录”。一个文件里有多条的会自动分开。`}
        />
      );
    case 'all':
      return <EmptyState title="还没有来稿" hint={`把部门发来的文件拖进窗口即可导入（${readableInWords}）。`} />;
    default:
      return <EmptyState title={`没有“${submissionStateNames[state]}”的来稿`} />;
  }
}

const countOf = ({ submissions }: Counts, key: ListState): number =>
  key === 'all'
    ? (Object.keys(submissions) as SubmissionState[]).reduce((sum, state) => sum + submissions[state], 0)
    : submissions[key];
