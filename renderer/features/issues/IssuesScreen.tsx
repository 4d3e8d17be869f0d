import { Spin } from 'antd';
import { useParams } from 'react-router';
import { type IssueId, issueId } from '../../../shared/domain/ids.ts';
import { isFrozen } from '../../../shared/domain/issue.ts';
import { sentenceOf, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FrozenIssue } from './FrozenIssue.tsx';
import { IssueDesk } from './IssueDesk.tsx';
import { IssueList } from './IssueList.tsx';
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
  const { data: issue, error, refetch } = useMethod('issues.get', { id });
  if (!issue) {
    return error ? (
      <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />
    ) : (
      <Spin className="start-spin" delay={300} />
    );
  }
  return isFrozen(issue.state) ? <FrozenIssue issue={issue} /> : <IssueDesk issue={issue} />;
}
