import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { type Desk, now } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import type { Unit } from '../../portal/context.ts';
import { getDepartment, unitNamed } from '../departments/repo.ts';
import { readOffice } from '../office/office.ts';
import { type Account, getAccount, isCode } from './accounts.ts';
import type { Throttle } from './throttle.ts';

/** What the door keeps of a sign-in. */
export interface UnitSession {
  departmentId: DepartmentId;
  generation: number;
}

/** What was typed is not kept: it may be a code in the wrong field. */
const UNKNOWN = '（未知单位）';

type Outcome = 'in' | 'refused' | 'slowed' | 'out';

/**
 * Signs a unit in by its name (short, full or former) and code. Each try is logged with its address.
 * Throws `slow-down`, `code-refused` (the same for an unknown unit and a wrong code), `code-locked`.
 */
export async function signIn(
  desk: Desk,
  throttle: Throttle,
  typed: { unit: string; code: string },
  address: string,
): Promise<UnitSession> {
  const found = desk.db.read((r) => unitNamed(r, typed.unit));
  const account = found && desk.db.read((r) => getAccount(r, found));
  const key = found ?? typed.unit;
  const log = (outcome: Outcome) =>
    desk.db.write((w) =>
      logSignIn(w, desk, { id: found, name: found === null ? UNKNOWN : typed.unit, address, outcome }),
    );

  const seconds = throttle.attempt(key, address);
  if (seconds > 0) {
    log('slowed');
    throw new CoreError('slow-down', { seconds });
  }
  if (!(await isCode(account, typed.code, desk.codeCost)) || account === null) {
    log('refused');
    throw new CoreError('code-refused');
  }
  if (account.locked) {
    log('refused');
    throw new CoreError('code-locked', { office: desk.db.read(readOffice)?.name ?? '编辑部' });
  }
  throttle.succeeded(key, address);
  log('in');
  return { departmentId: account.departmentId, generation: account.generation };
}

/** The unit of a session, as it stands now; `null` once its code was changed, it was locked, or is no longer active. */
export function unitOf(r: Readable, session: UnitSession): Unit | null {
  const account: Account | null = getAccount(r, session.departmentId);
  const department = getDepartment(r, session.departmentId);
  if (!account || account.locked || account.generation !== session.generation || !department?.active) return null;
  return { departmentId: department.id, name: department.shortName, mustChangeCode: account.mustChange };
}

export function logSignIn(
  w: Writable,
  desk: Desk,
  { id, name, address, outcome }: { id: DepartmentId | null; name: string; address: string; outcome: Outcome },
): void {
  w.run('INSERT INTO portal_sign_ins (at, department_id, name, address, outcome) VALUES (?, ?, ?, ?, ?)', [
    now(desk),
    id,
    name.slice(0, 80),
    address.slice(0, 60),
    outcome,
  ]);
  w.touch('portal');
}
