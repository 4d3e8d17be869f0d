import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { SubmissionId } from '../../../../shared/domain/ids.ts';
import type { Readable, Writable } from '../../db/open.ts';

/** 点评: what the editor tells a unit about a piece, apart from the decision on it. */
export const readFeedback = (r: Readable, id: SubmissionId): string =>
  r.get<{ text: string }>('SELECT text FROM submission_feedback WHERE submission_id = ?', [id])?.text ?? '';

/** An empty text takes it away. */
export function putFeedback(
  w: Writable,
  id: SubmissionId,
  { text, at, person }: { text: string; at: Timestamp; person: string },
): void {
  if (text === '') w.run('DELETE FROM submission_feedback WHERE submission_id = ?', [id]);
  else
    w.run(
      `INSERT INTO submission_feedback (submission_id, at, person, text) VALUES (?, ?, ?, ?)
       ON CONFLICT (submission_id) DO UPDATE SET at = excluded.at, person = excluded.person, text = excluded.text`,
      [id, at, person, text],
    );
  w.touch('portal');
}
