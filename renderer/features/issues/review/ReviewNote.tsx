import { Link } from 'react-router';
import type { IssueDetail } from '../../../../shared/contract/views.ts';

/** What the reviewer sent back, over the board: his note, and the questions nobody has settled yet. */
export function ReviewNote({ issue: { id, reviewNote, entries } }: { issue: IssueDetail }) {
  const open = entries.reduce((sum, { item }) => sum + item.openQuestions, 0);
  if (reviewNote === '' && open === 0) return null;
  return (
    <p className="issue-note" role="status">
      {reviewNote !== '' && `退回意见：${reviewNote}　`}
      {open > 0 && (
        <>
          还有 {open} 个问题没有解决。<Link to={`/issues/${id}?view=review`}>逐条看</Link>
        </>
      )}
    </p>
  );
}
