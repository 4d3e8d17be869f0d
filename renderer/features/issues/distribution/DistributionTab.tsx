import type { IssueDetail } from '../../../../shared/contract/views.ts';
import { type Distribution, resolveDistribution } from '../../../../shared/domain/distribution.ts';
import { isFrozen } from '../../../../shared/domain/issue.ts';
import { sentenceOf, useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import type { IssueFields } from '../issueQueue.ts';
import { DeliveriesTable } from './DeliveriesTable.tsx';
import { DistributionForm } from './DistributionForm.tsx';
import { ImprintNames } from './ImprintNames.tsx';
import { PrintedRows } from './PrintedRows.tsx';
import './distribution.css';

interface DistributionTabProps {
  issue: IssueDetail;
  /** As it stands on the screen. */
  distribution: Distribution;
  /** Left out where the issue can no longer change. */
  onUpdate?: (fields: IssueFields) => void;
}

/** 发送: who gets how many copies and what the imprint says of it; of a signed issue, what has been delivered. */
export function DistributionTab({ issue, distribution, onUpdate }: DistributionTabProps) {
  const registers = useMethod('recipients.list', {});
  const publications = useMethod('publications.list', {});
  if (isFrozen(issue.state)) {
    return (
      <div className="panel">
        <PrintedRows rows={issue.resolved.rows} total={issue.resolved.total} />
        <DeliveriesTable issue={issue} />
      </div>
    );
  }
  if (registers.error) {
    return <ErrorNote text={sentenceOf(registers.error)} onRetry={() => void registers.refetch()} />;
  }
  if (!registers.data) return null;
  const { recipients, groups } = registers.data;
  const resolved = resolveDistribution(distribution, recipients, groups);
  const usual = publications.data?.find(({ id }) => id === issue.publicationId)?.distribution ?? null;
  return (
    <div className="panel">
      {onUpdate ? (
        <>
          <ImprintNames issue={issue} onUpdate={onUpdate} />
          <DistributionForm
            distribution={distribution}
            recipients={recipients}
            groups={groups}
            usual={usual}
            onChange={(changed) => onUpdate({ distribution: changed })}
          />
        </>
      ) : null}
      <h3>版记中印作</h3>
      <PrintedRows rows={resolved.rows} total={resolved.total} />
      {resolved.repeated.length > 0 && (
        <ul className="remarks">
          <li>{resolved.repeated.join('、')}不止一处出现，只计一次：单独列出的份数优先，否则取最多的一处。</li>
        </ul>
      )}
      <h3>
        每家份数（{resolved.shares.length} 家，共印 {resolved.total} 份，其中备份 {distribution.spare} 份）
      </h3>
      <table className="plain-table">
        <tbody>
          {resolved.shares.map((share) => (
            <tr key={share.recipientId}>
              <td>{share.label}</td>
              <td>{share.recipient}</td>
              <td className="number">{share.copies}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
