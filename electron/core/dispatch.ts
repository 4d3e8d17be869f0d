import type { ErrorParams } from '../../shared/contract/errors.ts';
import { isMethodName, type MethodName, methods } from '../../shared/contract/index.ts';
import { roleNames } from '../../shared/domain/people.ts';
import type { Actor, Desk, Handler, SessionPort } from './context.ts';
import { CoreError } from './errors.ts';
import { backIssueHandlers } from './features/backIssues/handlers.ts';
import { checklistHandlers } from './features/checklist/handlers.ts';
import { circularHandlers } from './features/circulars/handlers.ts';
import { commentHandlers } from './features/comments/handlers.ts';
import { commissionHandlers } from './features/commissions/handlers.ts';
import { departmentHandlers } from './features/departments/handlers.ts';
import { duplicateHandlers } from './features/duplicates/handlers.ts';
import { deliveryHandlers } from './features/issues/deliveries.ts';
import { issueHandlers } from './features/issues/handlers.ts';
import { itemHandlers } from './features/items/handlers.ts';
import { leaderHandlers } from './features/leaders/handlers.ts';
import { leaseHandlers } from './features/leases/handlers.ts';
import { officeHandlers, sessionHandlers } from './features/office/handlers.ts';
import { peopleHandlers } from './features/people/handlers.ts';
import { portalHandlers } from './features/portal/handlers.ts';
import { proofHandlers } from './features/proof/handlers.ts';
import { publicationHandlers } from './features/publications/handlers.ts';
import { recipientHandlers } from './features/recipients/handlers.ts';
import { reviewHandlers } from './features/review/handlers.ts';
import { scoringHandlers } from './features/scoring/handlers.ts';
import { searchHandlers } from './features/search/handlers.ts';
import { statisticsHandlers } from './features/statistics/handlers.ts';
import { submissionHandlers } from './features/submissions/handlers.ts';
import { wordingHandlers } from './features/wordings/handlers.ts';

/** One handler for each method of the table; one missing is a type error. */
const handlers: { [Name in MethodName]: Handler<Name> } = {
  ...sessionHandlers,
  ...officeHandlers,
  ...peopleHandlers,
  ...departmentHandlers,
  ...recipientHandlers,
  ...leaderHandlers,
  ...wordingHandlers,
  ...publicationHandlers,
  ...submissionHandlers,
  ...itemHandlers,
  ...issueHandlers,
  ...deliveryHandlers,
  ...backIssueHandlers,
  ...searchHandlers,
  ...duplicateHandlers,
  ...proofHandlers,
  ...commentHandlers,
  ...leaseHandlers,
  ...reviewHandlers,
  ...portalHandlers,
  ...commissionHandlers,
  ...checklistHandlers,
  ...scoringHandlers,
  ...circularHandlers,
  ...statisticsHandlers,
};

/**
 * Known name, then role, then schema, then run. Throws `CoreError`: `unknown-method`, `not-signed-in`, `not-allowed`,
 * `invalid-input`, and what the method itself throws.
 */
export async function dispatch(
  desk: Desk,
  name: string,
  input: unknown,
  actor: Actor | null,
  session: SessionPort,
): Promise<unknown> {
  if (!isMethodName(name)) throw new CoreError('unknown-method', { method: name.slice(0, 60) });
  refuseRole(name, actor);
  const parsed = methods[name].input.safeParse(input);
  if (!parsed.success) throw new CoreError('invalid-input', explainInput(parsed.error.issues));
  // The table gives handler and schema the same name; the compiler cannot follow one name through both.
  const handler = handlers[name] as Handler<MethodName>;
  return handler(parsed.data as never, { desk, actor, session } as never);
}

function refuseRole(name: MethodName, actor: Actor | null): void {
  const { allowed } = methods[name];
  if (allowed === 'anyone') return;
  if (!actor) throw new CoreError('not-signed-in');
  if (allowed.some((role) => actor.roles.includes(role))) return;
  const roles = allowed.map((role) => roleNames[role]).join('、');
  throw new CoreError('not-allowed', { person: actor.name, roles });
}

/** The first fault, with the field it is in. */
export function explainInput(issues: readonly { path: PropertyKey[]; message: string }[]): ErrorParams {
  const [first] = issues;
  const field = first?.path.map(String).join('.') ?? '';
  return { detail: field === '' ? (first?.message ?? '') : `${field}：${first?.message ?? ''}` };
}
