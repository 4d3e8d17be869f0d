import { type IssueState, issueStateNames } from '../../shared/domain/issue.ts';
import { type SubmissionState, submissionStateNames } from '../../shared/domain/submission.ts';

type Tone = 'plain' | 'ink' | 'doubt' | 'right' | 'faint';

const submissionTones: Record<SubmissionState, Tone> = {
  new: 'ink',
  shortlisted: 'right',
  held: 'plain',
  returned: 'doubt',
  rejected: 'faint',
  merged: 'faint',
  adopted: 'right',
};

const issueTones: Record<IssueState, Tone> = {
  assembling: 'ink',
  inReview: 'doubt',
  signed: 'right',
  released: 'plain',
  filed: 'faint',
};

/** A state in words; colour only repeats what the word says. */
export const Tag = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className={`tag tag-${tone}`}>{children}</span>
);

export const SubmissionTag = ({ state }: { state: SubmissionState }) => (
  <Tag tone={submissionTones[state]}>{submissionStateNames[state]}</Tag>
);

export const IssueTag = ({ state }: { state: IssueState }) => (
  <Tag tone={issueTones[state]}>{issueStateNames[state]}</Tag>
);
