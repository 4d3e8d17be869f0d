import { type ReactNode, useState } from 'react';
import type { IssueDetail, PageMeterView } from '../../../shared/contract/views.ts';
import type { Distribution } from '../../../shared/domain/distribution.ts';
import { StateTabs } from '../../ui/StateTabs.tsx';
import { ChecklistTab } from './checklist/ChecklistTab.tsx';
import type { Jump } from './checklist/jump.ts';
import { DistributionTab } from './distribution/DistributionTab.tsx';
import type { IssueFields } from './issueQueue.ts';
import { LogTab } from './LogTab.tsx';
import { PagesPane } from './pages/PagesPane.tsx';
import type { Previewer, TextPlace } from './pages/Previewer.ts';

type Tab = 'pages' | 'distribution' | 'checklist' | 'log';

interface IssueSideProps {
  issue: IssueDetail;
  previewer: Previewer;
  /** Counted on the page, ahead of the pages themselves; `null` takes what these say. */
  meter?: PageMeterView | null;
  /** 版面建议, where pages can be advised on. */
  advice?: ReactNode;
  selected: string | null;
  onPick: (place: TextPlace) => void;
  /** Left out where the issue can no longer change. */
  onUpdate?: (fields: IssueFields) => void;
  distribution: Distribution;
  /** Left out where the issue is signed: what was checked is in its 核稿单. */
  onJump?: Jump;
}

/** The right side of an issue: its pages, where it goes, what was done with it. */
export function IssueSide({
  issue,
  previewer,
  meter = null,
  advice = null,
  selected,
  onPick,
  onUpdate,
  distribution,
  onJump,
}: IssueSideProps) {
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
            ...(onJump ? [{ key: 'checklist' as const, name: '核稿' }] : []),
            { key: 'log', name: '记录' },
          ]}
        />
      </div>
      {tab === 'pages' && (
        <PagesPane previewer={previewer} meter={meter} advice={advice} selected={selected} onPick={onPick} />
      )}
      {tab === 'distribution' && (
        <DistributionTab issue={issue} distribution={distribution} {...(onUpdate ? { onUpdate } : {})} />
      )}
      {tab === 'checklist' && onJump && <ChecklistTab issue={issue} meter={meter} onJump={onJump} />}
      {tab === 'log' && <LogTab log={issue.log} />}
    </>
  );
}
