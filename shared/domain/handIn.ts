import type { SubmissionState } from './submission.ts';

/**
 * What a department is told about a piece it handed in. Coarser than the editor's states: 留用 and 预采用 are
 * both still open, and whether several pieces were merged is the office's business.
 */
export type HandInState = 'received' | 'reading' | 'shortlisted' | 'returned' | 'rejected' | 'printed' | 'withdrawn';

export const handInStateNames: Record<HandInState, string> = {
  received: '已收到',
  reading: '编辑已阅',
  shortlisted: '备选',
  returned: '退改',
  rejected: '未采用',
  printed: '已采用',
  withdrawn: '已撤回',
};

/** @param read whether an editor has opened it */
export function handInStateOf(state: SubmissionState, read: boolean): HandInState {
  switch (state) {
    case 'new':
      return read ? 'reading' : 'received';
    case 'shortlisted':
    case 'held':
    case 'merged':
      return 'shortlisted';
    case 'returned':
      return 'returned';
    case 'rejected':
      return 'rejected';
    case 'adopted':
      return 'printed';
    default:
      return state satisfies never;
  }
}

/** 首报, 续报, 终报 of one urgent matter. */
export const urgentStages = ['first', 'followUp', 'final'] as const;
export type UrgentStage = (typeof urgentStages)[number];

export const urgentStageNames: Record<UrgentStage, string> = { first: '首报', followUp: '续报', final: '终报' };

/** Receipt number of a hand-in as told to the unit: 〔2026〕第12号. */
export const receiptNumber = (year: number, number: number): string => `〔${year}〕第${number}号`;
