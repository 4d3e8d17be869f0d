import type { IssueDetail } from '../../../../shared/contract/views.ts';
import { useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';

/** Before anything is signed or exported: characters and faces that the fonts of this machine lack. Nothing where all is there. */
export function FontRemarks({ issue }: { issue: Pick<IssueDetail, 'id'> }) {
  const { data } = useMethod('issues.fontRemarks', { id: issue.id });
  if (!data) return null;
  return (
    <>
      {data.blocking.map((sentence) => (
        <ErrorNote key={sentence} text={sentence} />
      ))}
      {data.remarks.length > 0 && (
        <ul className="remarks" aria-label="字体">
          {data.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </>
  );
}
