import { type Connection, isDamage, isSqliteError } from './sqlite.ts';

/**
 * What SQLite finds wrong with the structure and the foreign keys; empty when nothing. Takes about 9 s per GB, so it
 * never stands in the way of a start. It sees few flipped bits inside a text: that is what row hashes are for. Faults
 * of a full-text index are left out: an index is not data, whoever keeps it checks it and makes it anew.
 */
export function checkIntegrity(connection: Connection): string[] {
  try {
    const structure = connection
      .prepare<[], { integrity_check: string }>('PRAGMA integrity_check(20)')
      .all()
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok' && !FULL_TEXT.test(line));
    // References cannot be followed through a broken structure.
    return structure.length > 0 ? structure : brokenReferences(connection);
  } catch (error) {
    if (isSqliteError(error) && isDamage(error)) return [error.message];
    throw error;
  }
}

const FULL_TEXT = /\bfts5\b/i;

/** Rows that refer to none, one line each. */
export function brokenReferences(connection: Connection): string[] {
  return connection
    .prepare<[], { table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, rowid, parent }) => `${table} row ${rowid ?? '?'} refers to a missing row of ${parent}`);
}
