import { Spin } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { type IssueId, issueId } from '../../../shared/domain/ids.ts';
import { isFrozen } from '../../../shared/domain/issue.ts';
import { sentenceOf, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FrozenIssue } from './FrozenIssue.tsx';
import { IssueDesk } from './IssueDesk.tsx';
import { IssueList } from './IssueList.tsx';
import { ReviewDesk } from './review/ReviewDesk.tsx';
import '../../ui/panel.css';
import './issues.css';

/** 编期: the issues being made, and one of them. */
export function IssuesScreen() {
  const { id } = useParams();
  const parsed = issueId.safeParse(id);
  return parsed.success ? <IssueView key={parsed.data} id={parsed.data} /> : <IssueList />;
}

/** One issue in whatever state it is: the desk while it can change, read-only from signing on. */
export function IssueView({ id }: { id: IssueId }) {
  const [query] = useSearchParams();
  const { data: issue, error, refetch } = useMethod('issues.get', { id });
  if (!issue) {
    return error ? (
      <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <Spin className="start-spin" delay={300} />
    );
  }
  if (query.get('view') === 'review' && !isFrozen(issue.state)) return <ReviewDesk issue={issue} />;
  return isFrozen(issue.state) ? <FrozenIssue issue={issue} /> : <IssueDesk issue={issue} />;
}
