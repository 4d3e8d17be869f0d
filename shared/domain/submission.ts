import { z } from 'zod';

/** 待处理, 预采用, 留用, 退改, 不采用, 已合并, 已采用. */
export const submissionStateSchema = z.enum([
  'new',
  'shortlisted',
  'held',
  'returned',
  'rejected',
  'merged',
  'adopted',
]);
export type SubmissionState = z.infer<typeof submissionStateSchema>;

export const submissionStateNames: Record<SubmissionState, string> = {
  new: '待处理',
  shortlisted: '预采用',
  held: '留用',
  returned: '退改',
  rejected: '不采用',
  merged: '已合并',
  adopted: '已采用',
};

/** States an editor may move a submission to by hand; `merged` and `adopted` follow from merging and signing. */
export type DecidedState = Extract<SubmissionState, 'shortlisted' | 'held' | 'returned' | 'rejected'>;

const open: readonly SubmissionState[] = ['new', 'shortlisted', 'held', 'returned', 'rejected'];

/**
 * Whether a submission may go from one state to another (design §2). Undo is not a transition: it goes back along
 * the record of decisions, and is open until the issue is signed.
 */
export function mayMove(from: SubmissionState, to: SubmissionState): boolean {
  if (from === to) return false;
  switch (to) {
    case 'new':
      return false;
    case 'shortlisted':
    case 'held':
    case 'returned':
    case 'rejected':
    case 'merged':
      return open.includes(from);
    case 'adopted':
      return from === 'shortlisted' || from === 'merged';
  }
}

/** Fields a department writes around its text; recognised by the readers, kept out of the body. */
export const submissionFieldsSchema = z.object({
  /** 撰稿人 */
  author: z.string().nullable(),
  /** 审核人 / 签发人 of the department */
  signer: z.string().nullable(),
  phone: z.string().nullable(),
});
export type SubmissionFields = z.infer<typeof submissionFieldsSchema>;
