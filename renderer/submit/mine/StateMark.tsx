import type { HandInRow } from '../../../shared/contract/portal/views.ts';
import { handInStateNames } from '../../../shared/domain/handIn.ts';

/** The state in words; the issue once it is printed. */
export const StateMark = ({ row: { state, issue } }: { row: Pick<HandInRow, 'state' | 'issue'> }) => (
  <span className={`state state-${state}`}>{issue ?? handInStateNames[state]}</span>
);
