import type { CheckName, CheckRow } from '../../../../shared/contract/methods/checklist.ts';
import type { IssueId } from '../../../../shared/domain/ids.ts';
import type { Readable, Writable } from '../../db/open.ts';

export interface Confirmation extends NonNullable<CheckRow['confirmed']> {
  name: CheckName;
  /** Digest of what was looked at; another one makes it void. */
  subject: string;
}

export const listConfirmations = (r: Readable, id: IssueId): Confirmation[] =>
  r.all<Confirmation>('SELECT name, subject, note, at, person FROM issue_checks WHERE issue_id = ?', [id]);

export function putConfirmation(w: Writable, id: IssueId, confirmation: Confirmation): void {
  w.run(
    `INSERT INTO issue_checks (issue_id, name, subject, note, at, person)
     VALUES (@id, @name, @subject, @note, @at, @person)
     ON CONFLICT (issue_id, name) DO UPDATE SET subject = excluded.subject, note = excluded.note, at = excluded.at,
       person = excluded.person`,
    { id, ...confirmation },
  );
  w.touch('proofs');
}

export function deleteConfirmation(w: Writable, id: IssueId, name: CheckName): void {
  w.run('DELETE FROM issue_checks WHERE issue_id = ? AND name = ?', [id, name]);
  w.touch('proofs');
}

const BLOCKS = 'checklist.blocks';

/** Whether signing waits for errors; so unless the office decided otherwise. */
export const readBlocks = (r: Readable): boolean =>
  r.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', [BLOCKS])?.value !== 'false';

export function writeBlocks(w: Writable, blocks: boolean): void {
  w.run('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [
    BLOCKS,
    String(blocks),
  ]);
  w.touch('proofs');
}

/** What was checked when the issue was signed, as JSON; `null` where it was signed before there was such a thing. */
export const readReview = (r: Readable, id: IssueId): string | null =>
  r.get<{ sheet: string }>('SELECT sheet FROM issue_reviews WHERE issue_id = ?', [id])?.sheet ?? null;

export const keepReview = (w: Writable, id: IssueId, sheet: string): void =>
  void w.run('INSERT INTO issue_reviews (issue_id, sheet) VALUES (?, ?)', [id, sheet]);
