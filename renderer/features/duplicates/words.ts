import type { DuplicateRow } from '../../../shared/contract/methods/search.ts';
import type { ItemId, SubmissionId } from '../../../shared/domain/ids.ts';
import { submissionStateNames } from '../../../shared/domain/submission.ts';

/** The text that others are compared with. */
export type About = { submissionId: SubmissionId } | { itemId: ItemId };

/** Where it stands, in words: 《上街信息》第17期印过. */
export function placeOf(row: DuplicateRow): string {
  if (row.issue) return row.state === 'printed' ? `${row.issue.label}印过` : row.issue.label;
  return row.kind === 'submission' ? submissionStateNames[row.state] : '稿件';
}

/** How much of the shorter text stands in the other. */
export const likeness = ({ score }: DuplicateRow) => `相同 ${Math.round(score * 100)}%`;
