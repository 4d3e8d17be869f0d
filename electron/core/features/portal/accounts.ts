import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { normaliseCode } from '../../../../shared/domain/portal.ts';
import type { Readable, Writable } from '../../db/open.ts';

/** A unit's way in, as stored: the code itself is nowhere. */
export interface Account {
  departmentId: DepartmentId;
  salt: Uint8Array;
  hash: Uint8Array;
  /** The slip's code is still in use. */
  mustChange: boolean;
  locked: boolean;
  /** Counts changes of code and locks: a session of an older one is over. */
  generation: number;
  issuedAt: Timestamp;
  issuedBy: string;
}

const columns = `department_id AS departmentId, salt, hash, must_change AS mustChange, locked, generation,
  issued_at AS issuedAt, issued_by AS issuedBy`;

type AccountRecord = Omit<Account, 'mustChange' | 'locked'> & { mustChange: number; locked: number };

const toAccount = (row: AccountRecord): Account => ({
  ...row,
  mustChange: row.mustChange === 1,
  locked: row.locked === 1,
});

export function getAccount(r: Readable, id: DepartmentId): Account | null {
  const row = r.get<AccountRecord>(`SELECT ${columns} FROM portal_accounts WHERE department_id = ?`, [id]);
  return row ? toAccount(row) : null;
}

export const listAccounts = (r: Readable): Account[] =>
  r.all<AccountRecord>(`SELECT ${columns} FROM portal_accounts`).map(toAccount);

/** Sets a code, which ends every session of the unit. */
export function putCode(
  w: Writable,
  account: Pick<Account, 'departmentId' | 'salt' | 'hash' | 'mustChange' | 'issuedAt' | 'issuedBy'>,
): void {
  w.run(
    `INSERT INTO portal_accounts (department_id, salt, hash, must_change, generation, issued_at, issued_by)
     VALUES (@departmentId, @salt, @hash, @mustChange, 1, @issuedAt, @issuedBy)
     ON CONFLICT (department_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash,
       must_change = excluded.must_change, generation = generation + 1, issued_at = excluded.issued_at,
       issued_by = excluded.issued_by`,
    { ...account, mustChange: account.mustChange ? 1 : 0 },
  );
  w.touch('portal');
}

export function setLocked(w: Writable, id: DepartmentId, locked: boolean): void {
  w.run('UPDATE portal_accounts SET locked = ?, generation = generation + 1 WHERE department_id = ?', [
    locked ? 1 : 0,
    id,
  ]);
  w.touch('portal');
}

/** 32 MB a guess, one of the settings OWASP names as equally strong (N = 2^15, r = 8, p = 3). */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 32;
const derive = promisify<string, Uint8Array, number, typeof COST, Buffer>(scrypt);

/** Salt and hash of a new code. Slow on purpose. */
export async function hashCode(code: string): Promise<Pick<Account, 'salt' | 'hash'>> {
  const salt = randomBytes(16);
  return { salt, hash: await derive(normaliseCode(code), salt, KEY_BYTES, COST) };
}

const NOBODY: Pick<Account, 'salt' | 'hash'> = { salt: randomBytes(16), hash: randomBytes(KEY_BYTES) };

/** Takes the same time for a unit that has no account. */
export async function isCode(account: Pick<Account, 'salt' | 'hash'> | null, typed: string): Promise<boolean> {
  const { salt, hash } = account ?? NOBODY;
  const derived = await derive(normaliseCode(typed), salt, KEY_BYTES, COST);
  return timingSafeEqual(derived, hash) && account !== null;
}
