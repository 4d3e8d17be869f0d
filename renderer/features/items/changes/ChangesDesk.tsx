import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { ItemDetail, Revision } from '../../../../shared/contract/views.ts';
import { makeChanges, takeBack, type Writing } from '../../../../shared/text/changes/index.ts';
import { sentenceOf, useCommand } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { fullMoment } from '../../../ui/format.ts';
import { KeyButton } from '../../../ui/KeyButton.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { Panes } from '../../../ui/Panes.tsx';
import { useRemembered } from '../../../ui/remembered.ts';
import { useDraft, useDraftShelf } from '../draft/drafts.tsx';
import { LeaseLine } from '../lease/LeaseLine.tsx';
import { useItemLease } from '../lease/useItemLease.ts';
import { originNames } from '../Revisions.tsx';
import { ChangedText } from './ChangedText.tsx';
import { ChangeList } from './ChangeList.tsx';
import { type Changes, type Side, useChanges } from './useChanges.ts';

type Layout = 'merged' | 'paired';
const layouts = [
  { value: 'merged' as const, label: '合在一起' },
  { value: 'paired' as const, label: '左右对照' },
];

interface ChangesDeskProps {
  item: ItemDetail;
  readOnly: boolean;
  /** What it begins with on the left. */
  from: Side;
  onClose: () => void;
}

/** 修订: all that changed between two texts of an item; each change can be accepted or taken back. */
export function ChangesDesk({ item, readOnly, from: firstFrom, onClose }: ChangesDeskProps) {
  const saver = useDraft(item);
  const lease = useItemLease(saver, item, !readOnly);
  const [sides, setSides] = useState<{ from: Side; to: Side }>({ from: firstFrom, to: 'now' });
  const [layout, setLayout] = useRemembered<Layout>(
    'changes-layout',
    'merged',
    (one) => one === 'merged' || one === 'paired',
  );
  const { changes, revisions, accepted, failure, retry } = useChanges(item, saver.draft, sides);
  const [current, setCurrent] = useState<number | null>(null);
  const decide = useDecide(item, changes);
  const count = changes?.changes.length ?? 0;
  const at = current !== null && current < count ? current : null;
  const mayReject = !readOnly && lease.mayType && sides.to === 'now';
  const mayAccept = mayReject && sides.from !== 'first' && typeof sides.from !== 'number';
  const go = (step: 1 | -1) => {
    if (count > 0) setCurrent(at === null ? (step === 1 ? 0 : count - 1) : (at + step + count) % count);
  };
  const group = '修订';
  useKeys([
    { key: 'J', label: '下一处改动', group, run: () => go(1) },
    { key: 'K', label: '上一处改动', group, run: () => go(-1) },
    {
      key: 'A',
      label: '接受这处改动',
      group,
      enabled: mayAccept && at !== null,
      run: () => at !== null && decide.accept([at]),
    },
    {
      key: 'R',
      label: '退回这处改动',
      group,
      enabled: mayReject && at !== null,
      run: () => at !== null && decide.reject([at]),
    },
    { key: 'Escape', label: '回到稿件', group, run: onClose },
  ]);
  const all = () => [...Array(count).keys()];
  return (
    <>
      <div className="changes-head">
        <KeyButton hint="Esc" onClick={onClose}>
          回到稿件
        </KeyButton>
        <Select
          aria-label="从哪一稿"
          value={sides.from}
          options={sideOptions(revisions, 'from', accepted !== null)}
          onChange={(from) => setSides({ ...sides, from })}
        />
        <span className="soft">到</span>
        <Select
          aria-label="到哪一稿"
          value={sides.to}
          options={sideOptions(revisions, 'to', false)}
          onChange={(to) => setSides({ ...sides, to })}
        />
        <Segmented aria-label="显示方式" value={layout} options={layouts} onChange={setLayout} />
        <span className="spacer" />
        {mayAccept && count > 0 && <Button onClick={() => decide.accept(all())}>全部接受</Button>}
        {mayReject && count > 0 && <Button onClick={() => decide.reject(all())}>全部退回</Button>}
      </div>
      <LeaseLine lease={lease} />
      {failure !== null && <ErrorNote text={failure} onRetry={retry} />}
      {decide.failure !== null && <ErrorNote text={decide.failure} />}
      {changes && (
        <div className="screen-body">
          <Panes
            id="item-changes"
            panes={[
              {
                id: 'text',
                label: '改动的文字',
                minWidth: 400,
                content: (
                  <ChangedText comparison={changes.comparison} layout={layout} current={at} onCurrent={setCurrent} />
                ),
              },
              {
                id: 'list',
                label: '改动列表',
                width: '28%',
                minWidth: 260,
                content: (
                  <>
                    <div className="list-foot">{count === 0 ? '没有改动' : `共 ${count} 处改动`}</div>
                    <ChangeList
                      changes={changes}
                      current={at}
                      onCurrent={setCurrent}
                      {...(mayReject ? { onReject: (n: number) => decide.reject([n]) } : {})}
                      {...(mayAccept ? { onAccept: (n: number) => decide.accept([n]) } : {})}
                    />
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
    </>
  );
}

function sideOptions(revisions: readonly Revision[], side: 'from' | 'to', withAccepted: boolean) {
  const fixed: { value: Side; label: string }[] =
    side === 'to'
      ? [{ value: 'now', label: '现在' }]
      : [
          { value: 'accepted', label: withAccepted ? '上次接受之后' : '尚未接受的改动' },
          { value: 'first', label: '原稿' },
        ];
  const rows = revisions.toReversed().map((revision): { value: Side; label: string } => ({
    value: revision.seq,
    label: `${fullMoment(revision.endedAt)}　${revision.person}　${revision.note || originNames[revision.origin]}`,
  }));
  return [...fixed, ...rows];
}

/** Accepting and taking back. What is taken back is saved as a revision of its own and can be undone in the text. */
function useDecide(item: ItemDetail, changes: Changes | null) {
  const shelf = useDraftShelf();
  const accept = useCommand('items.accept');
  const messages = useMessages();
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = async (step: () => Promise<unknown>, done: string) => {
    setFailure(null);
    try {
      await step();
      messages.done(done);
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  const picked = (indices: readonly number[]) => {
    const comparison = changes?.comparison;
    // Both ends of a moved paragraph go together: one alone would double it, or lose it.
    const whole = indices.flatMap((n) => [n, comparison?.changes[n]?.movedTo ?? n]);
    return new Set(whole.flatMap((n) => comparison?.changes[n] ?? []));
  };
  const name = (indices: readonly number[]) => (indices.length === 1 ? '一处改动' : `${indices.length}处改动`);
  return {
    failure,
    accept: (indices: readonly number[]) => {
      if (!changes) return;
      const { title, blocks } = makeChanges(changes.comparison, picked(indices));
      void attempt(() => accept.run({ id: item.id, title, blocks: [...blocks] }), `已接受${name(indices)}`);
    },
    reject: (indices: readonly number[]) => {
      if (!changes) return;
      const text: Writing = takeBack(changes.comparison, picked(indices));
      const done = `退回${name(indices)}`;
      void attempt(() => shelf.saveApart(item, text, done), `已${done}`);
    },
  };
}
