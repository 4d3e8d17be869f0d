import { z } from 'zod';

/** 编排, 送审, 已签发, 已发送. Number and content are frozen from `signed` on. */
export const issueStateSchema = z.enum(['assembling', 'inReview', 'signed', 'released']);
export type IssueState = z.infer<typeof issueStateSchema>;

export const issueStateNames: Record<IssueState, string> = {
  assembling: '编排',
  inReview: '送审',
  signed: '已签发',
  released: '已发送',
};

/** Whether number and content can no longer change. */
export const isFrozen = (state: IssueState): boolean => state === 'signed' || state === 'released';

const next: Record<IssueState, readonly IssueState[]> = {
  assembling: ['inReview', 'signed'],
  inReview: ['assembling', 'signed'],
  signed: ['released'],
  released: [],
};

/** Whether an issue may go from one state to another. A small office may sign without a separate review. */
export const mayAdvance = (from: IssueState, to: IssueState): boolean => next[from].includes(to);

export const entryKindNames = { lead: '头条', item: '稿件', brief: '简讯' } as const;
