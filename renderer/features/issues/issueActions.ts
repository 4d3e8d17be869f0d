import type { IssueRow } from '../../../shared/contract/views.ts';
import type { Role } from '../../../shared/domain/people.ts';

/** What can be done with an issue as a whole, by the buttons of its title bar. */
export type IssueAction =
  | 'sendForReview'
  | 'review'
  | 'takeBack'
  | 'sendBack'
  | 'sign'
  | 'release'
  | 'export'
  | 'correct'
  | 'void'
  | 'withdraw'
  | 'delete';

export const actionNames: Record<IssueAction, string> = {
  sendForReview: '送审',
  review: '审核',
  takeBack: '收回',
  sendBack: '退回',
  sign: '签发',
  release: '发送',
  export: '导出',
  correct: '更正',
  void: '作废',
  withdraw: '撤回补录',
  delete: '删除',
};

export interface OfferedAction {
  action: IssueAction;
  /** Why it cannot be done yet; `null` where it can. */
  blocked: string | null;
}

/**
 * What the person at the desk may do with an issue, in the order of the buttons, the next step first. What her roles
 * or the state never allow is left out; the core checks both again.
 */
export function offeredActions(
  issue: Pick<IssueRow, 'state' | 'voided' | 'entryCount'>,
  roles: readonly Role[],
): OfferedAction[] {
  const may = (...needed: Role[]) => needed.some((role) => roles.includes(role));
  const noEntries = issue.entryCount === 0 ? '还没有稿件，请先从左边的预采用中选稿' : null;
  const offers: [IssueAction, boolean, string | null][] = (() => {
    switch (issue.state) {
      case 'assembling':
        return [
          ['sendForReview', may('editor'), noEntries],
          ['sign', may('signer'), noEntries],
          ['export', true, noEntries],
          ['delete', may('editor'), null],
        ];
      case 'inReview':
        return [
          ['review', may('reviewer', 'signer'), noEntries],
          ['sign', may('signer'), noEntries],
          ['sendBack', may('reviewer', 'signer'), null],
          ['takeBack', may('editor') && !may('reviewer', 'signer'), null],
          ['export', true, noEntries],
        ];
      case 'signed':
        return [
          ['release', may('editor', 'dispatcher') && !issue.voided, null],
          ['export', true, null],
          ['correct', may('editor'), null],
          ['void', may('signer') && !issue.voided, null],
        ];
      case 'filed':
        return [
          ['export', !issue.voided, null],
          ['correct', may('editor') && !issue.voided, null],
          ['withdraw', may('editor') && !issue.voided, null],
        ];
      case 'released':
        return [
          ['export', true, null],
          ['correct', may('editor'), null],
          ['void', may('signer') && !issue.voided, null],
        ];
    }
  })();
  return offers.filter(([, offered]) => offered).map(([action, , blocked]) => ({ action, blocked }));
}
