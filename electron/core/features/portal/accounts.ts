import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { normaliseCode } from '../../../../shared/domain/portal.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { fromJson, toJson } from '../../json.ts';

/** A unit's way in, as stored: the code itself is nowhere. */
export interface Account {
  departmentId: DepartmentId;
  salt: Uint8Array;
  hash: Uint8Array;
  cost: CodeCost;
  /** The slip's code is still in use. */
  mustChange: boolean;
  locked: boolean;
  /** Counts changes of code and locks: a session of an older one is over. */
  generation: number;
  issuedAt: Timestamp;
  issuedBy: string;
}

const columns = `department_id AS departmentId, salt, hash, cost, must_change AS mustChange, locked, generation,
  issued_at AS issuedAt, issued_by AS issuedBy`;

type AccountRecord = Omit<Account, 'mustChange' | 'locked' | 'cost'> & {
  mustChange: number;
  locked: number;
  cost: string;
};

const toAccount = (row: AccountRecord): Account => ({
  ...row,
  cost: fromJson(costSchema, row.cost),
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
  account: HashedCode & Pick<Account, 'departmentId' | 'mustChange' | 'issuedAt' | 'issuedBy'>,
): void {
  w.run(
    `INSERT INTO portal_accounts (department_id, salt, hash, cost, must_change, generation, issued_at, issued_by)
     VALUES (@departmentId, @salt, @hash, @cost, @mustChange, 1, @issuedAt, @issuedBy)
     ON CONFLICT (department_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash,
       cost = excluded.cost, must_change = excluded.must_change, generation = generation + 1, issued_at = excluded.issued_at,
       issued_by = excluded.issued_by`,
    { ...account, cost: toJson(account.cost), mustChange: account.mustChange ? 1 : 0 },
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

/** Parameters of scrypt, kept with each hash so that they can be raised later. */
const costSchema = z.object({ N: z.int(), r: z.int(), p: z.int() });
export type CodeCost = z.infer<typeof costSchema>;

/** 32 MB a guess, one of the settings OWASP names as equally strong. */
export const CODE_COST: CodeCost = { N: 2 ** 15, r: 8, p: 3 };
const MOST_MEMORY = 64 * 1024 * 1024;
const KEY_BYTES = 32;

const derive = (code: string, salt: Uint8Array, cost: CodeCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(normaliseCode(code), salt, KEY_BYTES, { ...cost, maxmem: MOST_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

export type HashedCode = Pick<Account, 'salt' | 'hash' | 'cost'>;

/** Salt and hash of a new code. Slow on purpose. */
export async function hashCode(code: string, cost: CodeCost): Promise<HashedCode> {
  const salt = randomBytes(16);
  return { salt, hash: await derive(code, salt, cost), cost };
}

/** Takes the same time for a unit that has no account; `cost` is that of new codes. */
export async function isCode(account: HashedCode | null, typed: string, cost: CodeCost): Promise<boolean> {
  const { salt, hash, ...kept } = account ?? { salt: randomBytes(16), hash: randomBytes(KEY_BYTES), cost };
  return timingSafeEqual(await derive(typed, salt, kept.cost), hash) && account !== null;
}
