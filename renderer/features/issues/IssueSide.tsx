import { useState } from 'react';
import type { IssueDetail } from '../../../shared/contract/views.ts';
import type { Distribution } from '../../../shared/domain/distribution.ts';
import { StateTabs } from '../../ui/StateTabs.tsx';
import { DistributionTab } from './distribution/DistributionTab.tsx';
import type { IssueFields } from './issueQueue.ts';
import { LogTab } from './LogTab.tsx';
import { PagesPane } from './pages/PagesPane.tsx';
import type { PagesState } from './pages/usePreview.ts';

type Tab = 'pages' | 'distribution' | 'log';

interface IssueSideProps {
  issue: IssueDetail;
  pages: PagesState;
  selected: string | null;
  onPick: (entryId: string) => void;
  onOpen: (entryId: string) => void;
  /** Left out where the issue can no longer change. */
  onUpdate?: (fields: IssueFields) => void;
  distribution: Distribution;
}

/** The right side of an issue: its pages, where it goes, what was done with it. */
export function IssueSide({ issue, pages, selected, onPick, onOpen, onUpdate, distribution }: IssueSideProps) {
  const [tab, setTab] = useState<Tab>('pages');
  return (
    <>
      <div className="side-tabs">
        <StateTabs<Tab>
          label="这一期的"
          value={tab}
          onChange={setTab}
          tabs={[
            { key: 'pages', name: '版面' },
            { key: 'distribution', name: '发送', count: issue.resolved.total },
            { key: 'log', name: '记录' },
          ]}
        />
      </div>
      {tab === 'pages' && <PagesPane pages={pages} selected={selected} onPick={onPick} onOpen={onOpen} />}
      {tab === 'distribution' && (
        <DistributionTab issue={issue} distribution={distribution} {...(onUpdate ? { onUpdate } : {})} />
      )}
      {tab === 'log' && <LogTab log={issue.log} />}
    </>
  );
}
