import { z } from 'zod';

/**
 * 编排, 送审, 已签发, 已发送; 补录 is an issue printed before the program was used, filed as it was read. Number and content
 * are frozen from `signed` on.
 */
export const issueStateSchema = z.enum(['assembling', 'inReview', 'signed', 'released', 'filed']);
export type IssueState = z.infer<typeof issueStateSchema>;

export const issueStateNames: Record<IssueState, string> = {
  assembling: '编排',
  inReview: '送审',
  signed: '已签发',
  released: '已发送',
  filed: '补录',
};

/** Whether number and content can no longer change. */
export const isFrozen = (state: IssueState): boolean => state !== 'assembling' && state !== 'inReview';

const next: Record<IssueState, readonly IssueState[]> = {
  assembling: ['inReview', 'signed'],
  inReview: ['assembling', 'signed'],
  signed: ['released'],
  released: [],
  filed: [],
};

/** Whether an issue may go from one state to another. A small office may sign without a separate review. */
export const mayAdvance = (from: IssueState, to: IssueState): boolean => next[from].includes(to);

export const entryKindNames = { lead: '头条', item: '稿件', brief: '简讯' } as const;
