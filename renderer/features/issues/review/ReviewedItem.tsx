import { Segmented } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { ReviewEntry } from '../../../../shared/contract/methods/review.ts';
import type { ItemDetail } from '../../../../shared/contract/views.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { useMay } from '../../../app/session.ts';
import { sentenceOf } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { fullMoment } from '../../../ui/format.ts';
import { useKeys } from '../../../ui/keys.ts';
import { Panes } from '../../../ui/Panes.tsx';
import { StateTabs } from '../../../ui/StateTabs.tsx';
import { ChangedText } from '../../items/changes/ChangedText.tsx';
import { ChangeList } from '../../items/changes/ChangeList.tsx';
import { useChanges } from '../../items/changes/useChanges.ts';
import { CommentsTab } from '../../items/comments/CommentsTab.tsx';
import { CommentingProvider, useCommentsOpened } from '../../items/comments/useCommenting.tsx';
import { ItemDesk } from '../../items/ItemDesk.tsx';
import '../../items/items.css';
import { Originals } from '../../items/Originals.tsx';
import { useOpenedItem } from '../../items/useOpenedItem.ts';
import { ProofTab } from '../../proof/ProofTab.tsx';
import { proofLabel } from '../../proof/proofLabel.ts';
import { ProofingProvider, useProofView } from '../../proof/useProofing.tsx';

interface ReviewedItemProps {
  id: ItemId;
  passed: ReviewEntry['passed'];
  /** Passing it. */
  action: ReactNode;
}

/** One item as its reviewer sees it: clean, or with what changed; beside it questions, findings, the original. */
export function ReviewedItem({ id, passed, action }: ReviewedItemProps) {
  const { item, error, retry } = useOpenedItem(id);
  if (error && !item) return <ErrorNote text={sentenceOf(error)} onRetry={retry} />;
  if (!item) return <div className="work" />;
  return (
    <ProofingProvider>
      <CommentingProvider>
        <Sight item={item} passed={passed} action={action} />
      </CommentingProvider>
    </ProofingProvider>
  );
}

type SightName = 'clean' | 'first' | 'passed';

function Sight({ item, passed, action }: { item: ItemDetail } & Omit<ReviewedItemProps, 'id'>) {
  const [sight, setSight] = useState<SightName>(passed?.stale ? 'passed' : 'clean');
  const [current, setCurrent] = useState<number | null>(null);
  const mayEdit = useMay('editor');
  const since = sight === 'passed' && passed ? passed.revision : 'first';
  const { changes, failure, retry } = useChanges(item, item, { from: since, to: 'now' });
  const sights = [
    { value: 'clean' as const, label: '清样' },
    { value: 'first' as const, label: '自原稿的改动' },
    ...(passed?.stale ? [{ value: 'passed' as const, label: '通过以后的改动' }] : []),
  ];
  useKeys([
    {
      key: 'C',
      label: '清样、改动',
      group: '审核',
      run: () => setSight(sight === 'clean' ? (passed?.stale ? 'passed' : 'first') : 'clean'),
    },
  ]);
  const showsChanges = sight !== 'clean';
  return (
    <>
      <div className="changes-head">
        <Segmented aria-label="看什么" options={sights} value={sight} onChange={setSight} />
        <span className="soft">{passed && `${passed.person} ${fullMoment(passed.at)} 通过`}</span>
        <span className="spacer" />
        {mayEdit && !item.readOnly && <Link to={`/items/${item.id}`}>修改这篇</Link>}
        {action}
      </div>
      {failure !== null && <ErrorNote text={failure} onRetry={retry} />}
      <div className="screen-body">
        <Panes
          id="review-item"
          panes={[
            {
              id: 'text',
              label: '文字',
              minWidth: 340,
              content:
                showsChanges && changes ? (
                  <ChangedText
                    comparison={changes.comparison}
                    layout="merged"
                    current={current}
                    onCurrent={setCurrent}
                  />
                ) : (
                  <ItemDesk item={item} readOnly />
                ),
            },
            {
              id: 'side',
              label: '问题与校对',
              width: '38%',
              minWidth: 260,
              content: (
                <Side item={item} showsChanges={showsChanges}>
                  {changes && <ChangeList changes={changes} current={current} onCurrent={setCurrent} />}
                </Side>
              ),
            },
          ]}
        />
      </div>
    </>
  );
}

type SideTab = 'comments' | 'proof' | 'originals' | 'changes';

function Side({ item, showsChanges, children }: { item: ItemDetail; showsChanges: boolean; children: ReactNode }) {
  const [chosen, setTab] = useState<SideTab>('comments');
  const { view } = useProofView();
  useCommentsOpened(() => setTab('comments'));
  useEffect(() => setTab(showsChanges ? 'changes' : 'comments'), [showsChanges]);
  const tabs: { key: SideTab; name: string; count?: number | undefined }[] = [
    { key: 'comments', name: '问题批注', count: item.openNotes + item.openQuestions || undefined },
    // Findings are those of the clean text.
    ...(showsChanges
      ? [{ key: 'changes' as const, name: '改动' }]
      : [{ key: 'proof' as const, name: proofLabel(view.findings) }]),
    { key: 'originals', name: '来稿原文' },
  ];
  const tab = tabs.some(({ key }) => key === chosen) ? chosen : 'comments';
  return (
    <>
      <div className="work-tabs">
        <StateTabs label="这一篇的" value={tab} onChange={setTab} tabs={tabs} />
      </div>
      {tab === 'comments' && <CommentsTab item={item} />}
      {tab === 'proof' && <ProofTab />}
      {tab === 'originals' && <Originals item={item} />}
      {tab === 'changes' && children}
    </>
  );
}
