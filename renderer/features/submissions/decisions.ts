import type { SubmissionRow } from '../../../shared/contract/views.ts';
import { type DecidedState, mayMove } from '../../../shared/domain/submission.ts';

/** What is decided on: a submission as far as deciding needs it. */
export type Target = Pick<SubmissionRow, 'id' | 'state' | 'title' | 'excerpt'>;

export interface DecisionKind {
  to: DecidedState;
  name: string;
  key: string;
  /** Asks for a reason first. */
  reason: ReasonAsked | null;
}

interface ReasonAsked {
  title: string;
  placeholder: string;
  common: readonly string[];
  withDueDate: boolean;
}

/** The decisions in the order of their buttons. Common reasons: what bulletin offices write most (field.md). */
export const decisionKinds: readonly DecisionKind[] = [
  { to: 'shortlisted', name: '预采用', key: 'A', reason: null },
  { to: 'held', name: '留用', key: 'H', reason: null },
  {
    to: 'returned',
    name: '退改',
    key: 'R',
    reason: {
      title: '退回修改',
      placeholder: '要改什么（会随退改一起给来稿单位）',
      common: ['请核实数据', '请补充成效', '篇幅过长，请压缩', '请补充时间地点', '请经领导审核后再报'],
      withDueDate: true,
    },
  },
  {
    to: 'rejected',
    name: '不采用',
    key: 'X',
    reason: {
      title: '不采用',
      placeholder: '不采用的原因',
      common: ['时效已过', '内容重复', '没有实质内容', '不属本刊范围', '数据前后不一致', '已在其他刊物刊发'],
      withDueDate: false,
    },
  },
];

/** Which of the targets a decision may be made on. */
export const openTo = (targets: readonly Target[], to: DecidedState | 'merged'): Target[] =>
  targets.filter(({ state }) => mayMove(state, to));

/** The row to go to once these have been decided: the next one below, else the one above. */
export function nextAfter<Id>(ids: readonly Id[], decided: ReadonlySet<Id>, current: Id | null): Id | null {
  const at = current === null ? -1 : ids.indexOf(current);
  const left = (id: Id) => !decided.has(id);
  return ids.slice(at + 1).find(left) ?? ids.slice(0, Math.max(at, 0)).findLast(left) ?? null;
}
