import { useState } from 'react';
import type { ItemDetail } from '../../../shared/contract/views.ts';
import { StateTabs } from '../../ui/StateTabs.tsx';
import { NearTexts } from '../duplicates/NearTexts.tsx';
import { ProofTab } from '../proof/ProofTab.tsx';
import { proofLabel } from '../proof/proofLabel.ts';
import { useProofView } from '../proof/useProofing.tsx';
import type { Side } from './changes/useChanges.ts';
import { CommentsTab } from './comments/CommentsTab.tsx';
import { useCommentsOpened } from './comments/useCommenting.tsx';
import { ItemInfo } from './ItemInfo.tsx';
import { Originals } from './Originals.tsx';
import { Revisions } from './Revisions.tsx';

type SideTab = 'proof' | 'originals' | 'comments' | 'info' | 'revisions';

interface ItemSideProps {
  item: ItemDetail;
  readOnly: boolean;
  onDelete: () => Promise<unknown>;
  onCompare: (from: Side) => void;
}

/** What stands beside a text: findings, the original, comments, credits, revisions. */
export function ItemSide({ item, readOnly, onDelete, onCompare }: ItemSideProps) {
  const [tab, setTab] = useState<SideTab>(item.openQuestions > 0 ? 'comments' : 'originals');
  const { view } = useProofView();
  useCommentsOpened(() => setTab('comments'));
  return (
    <>
      <div className="work-tabs">
        <StateTabs
          label="稿件旁"
          value={tab}
          onChange={setTab}
          tabs={[
            { key: 'proof', name: proofLabel(view.findings) },
            { key: 'originals', name: '来稿原文' },
            { key: 'comments', name: '批注', count: item.openNotes + item.openQuestions || undefined },
            { key: 'info', name: '署名类别' },
            { key: 'revisions', name: '修订' },
          ]}
        />
      </div>
      {tab === 'proof' && <ProofTab />}
      {tab === 'originals' && (
        <>
          <div className="near-beside">
            <NearTexts about={{ itemId: item.id }} />
          </div>
          <Originals item={item} />
        </>
      )}
      {tab === 'comments' && <CommentsTab item={item} />}
      {tab === 'info' && <ItemInfo item={item} readOnly={readOnly} onDelete={onDelete} />}
      {tab === 'revisions' && <Revisions item={item} readOnly={readOnly} onCompare={onCompare} />}
    </>
  );
}
