import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReviewEntry } from '../../../../shared/contract/methods/review.ts';
import type { IssueDetail, IssueEntryView } from '../../../../shared/contract/views.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { useMay } from '../../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { KeyButton } from '../../../ui/KeyButton.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { Panes } from '../../../ui/Panes.tsx';
import { RowList } from '../../../ui/RowList.tsx';
import { Tag } from '../../../ui/StateTag.tsx';
import { itemWords } from '../board/BoardRow.tsx';
import { IssueHead } from '../IssueHead.tsx';
import { ReviewedItem } from './ReviewedItem.tsx';
import { SendBack } from './SendBack.tsx';
import '../../items/changes/changes.css';

/** 审核: the items of an issue one after the other, as they would be printed, with what changed, was found and asked. */
export function ReviewDesk({ issue }: { issue: IssueDetail }) {
  const navigate = useNavigate();
  const review = useMethod('review.get', { issueId: issue.id });
  const mark = useCommand('review.mark');
  const byItem = useMemo(() => new Map(review.data?.map((entry) => [entry.itemId, entry])), [review.data]);
  const [chosen, setChosen] = useState<ItemId | null>(null);
  const ids = issue.entries.map(({ item }) => item.id);
  const current = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);
  const mayPass = useMay('reviewer', 'signer') && issue.state === 'inReview';
  const waiting = ids.filter((id) => !isPassed(byItem.get(id)));

  const pass = (itemIds: ItemId[], passed: boolean) => {
    if (itemIds.length > 0) void mark.run({ issueId: issue.id, itemIds, passed }).catch(() => {});
  };
  const passCurrent = () => {
    if (current === null) return;
    const passed = !isPassed(byItem.get(current));
    pass([current], passed);
    // On to the next that waits, so that P after P goes through the issue.
    const rest = [...ids.slice(ids.indexOf(current) + 1), ...ids];
    const next = rest.find((id) => id !== current && waiting.includes(id));
    if (passed && next) setChosen(next);
  };
  useKeys([
    { key: 'P', label: '通过这篇，看下一篇', group: '审核', enabled: mayPass, run: passCurrent },
    { key: 'Escape', label: '回到编期', group: '审核', run: () => void navigate(`/issues/${issue.id}`) },
  ]);
  const entry = current === null ? undefined : byItem.get(current);
  return (
    <div className="screen">
      <IssueHead
        issue={issue}
        back={{ to: `/issues/${issue.id}`, name: '回到这一期' }}
        actions={
          mayPass && (
            <>
              <Button disabled={waiting.length === 0} loading={mark.running} onClick={() => pass(waiting, true)}>
                全部通过
              </Button>
              <SendBack issue={issue} questions={sumOf(review.data, 'openQuestions')} />
            </>
          )
        }
      />
      {review.error && <ErrorNote text={sentenceOf(review.error)} onRetry={() => void review.refetch()} />}
      {mark.error && <ErrorNote text={sentenceOf(mark.error)} />}
      <div className="screen-body">
        <Panes
          id="issue-review"
          panes={[
            {
              id: 'entries',
              label: '各篇',
              width: '24%',
              minWidth: 240,
              content: (
                <>
                  <RowList
                    label="各篇"
                    rows={issue.entries}
                    idOf={({ item }) => item.id}
                    current={current}
                    onCurrent={setChosen}
                    height={48}
                    renderRow={(row) => (
                      <EntryCells entry={row} n={issue.entries.indexOf(row) + 1} mark={byItem.get(row.item.id)} />
                    )}
                    empty={<EmptyState title="这一期还没有稿件" hint="编辑编好后送审。" />}
                  />
                  <div className="list-foot">{progress(ids.length, waiting.length, issue)}</div>
                </>
              ),
            },
            ...(current === null
              ? []
              : [
                  {
                    id: 'item',
                    label: '这一篇',
                    minWidth: 500,
                    content: (
                      <ReviewedItem
                        key={current}
                        id={current}
                        passed={entry?.passed ?? null}
                        action={
                          mayPass && (
                            <KeyButton
                              type={isPassed(entry) ? 'default' : 'primary'}
                              hint="P"
                              loading={mark.running}
                              onClick={passCurrent}
                            >
                              {isPassed(entry) ? '取消通过' : '通过'}
                            </KeyButton>
                          )
                        }
                      />
                    ),
                  },
                ]),
          ]}
        />
      </div>
    </div>
  );
}

const isPassed = (entry: ReviewEntry | undefined): boolean => entry?.passed?.stale === false;

const sumOf = (entries: readonly ReviewEntry[] | undefined, what: 'openQuestions'): number =>
  entries?.reduce((sum, entry) => sum + entry[what], 0) ?? 0;

function progress(all: number, waiting: number, { state }: IssueDetail): string {
  if (state !== 'inReview') return '还没有送审，这里只能看。';
  return waiting === 0 ? `${all} 篇都已通过，可以签发。` : `通过 ${all - waiting} 篇，还有 ${waiting} 篇。`;
}

function EntryCells({ entry, n, mark }: { entry: IssueEntryView; n: number; mark: ReviewEntry | undefined }) {
  const { item, kind } = entry;
  const words = itemWords(item, kind);
  return (
    <>
      <span className="board-n">{kind === 'brief' ? '△' : n}</span>
      <span className="row-text" title={words}>
        {words}
      </span>
      {mark?.passed && (mark.passed.stale ? <Tag tone="doubt">通过后又改</Tag> : <Tag tone="right">通过</Tag>)}
      {item.openQuestions > 0 && <Tag tone="doubt">{`问题${item.openQuestions}`}</Tag>}
      {item.openNotes > 0 && <Tag tone="plain">{`批注${item.openNotes}`}</Tag>}
    </>
  );
}
