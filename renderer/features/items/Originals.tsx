import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ItemDetail } from '../../../shared/contract/views.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SubmissionSight } from '../submissions/SubmissionView.tsx';

/** What the departments sent, beside what is made of it; for ever, and never changed. */
export function Originals({ item }: { item: ItemDetail }) {
  const [n, setN] = useState(0);
  const shown = item.submissions[n] ?? item.submissions[0];
  if (!shown) return <EmptyState title="没有来稿" hint="这篇稿件是编辑部自己写的。" />;
  return (
    <>
      <div className="originals-head">
        {item.submissions.length > 1 && (
          <Select
            size="small"
            aria-label="来稿"
            value={n}
            onChange={setN}
            options={item.submissions.map((submission, index) => ({
              value: index,
              label: `${index + 1}. ${submission.department ?? '单位待定'}　${submission.title}`,
            }))}
          />
        )}
        <span className="spacer" />
        <Link to={`/submissions/${shown.id}`}>到来稿</Link>
      </div>
      <SubmissionSight submission={shown} sight="parts" />
    </>
  );
}
