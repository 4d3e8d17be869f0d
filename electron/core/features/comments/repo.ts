import type { Anchor, CommentKind } from '../../../../shared/contract/methods/comments.ts';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { CommentId, ItemId } from '../../../../shared/domain/ids.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';

/** A remark as stored. `threadId` is null for the one that opens a thread; only that one has a place and can be resolved. */
export interface Comment {
  id: CommentId;
  itemId: ItemId;
  threadId: CommentId | null;
  kind: CommentKind;
  at: Timestamp;
  person: string;
  text: string;
  /** Null where it is on the whole item. */
  part: Anchor['part'] | null;
  start: number;
  end: number;
  quote: string;
  resolvedAt: Timestamp | null;
  resolvedBy: string | null;
}

const columns = `id, item_id AS itemId, thread_id AS threadId, kind, at, person, text, part, start_at AS start, end_at AS end,
  quote, resolved_at AS resolvedAt, resolved_by AS resolvedBy`;

/** All of an item, in the order they were written. */
export const commentsOf = (r: Readable, id: ItemId): Comment[] =>
  r.all<Comment>(`SELECT ${columns} FROM item_comments WHERE item_id = ? ORDER BY seq`, [id]);

/** Throws `not-found`. */
export function getComment(r: Readable, id: CommentId): Comment {
  const row = r.get<Comment>(`SELECT ${columns} FROM item_comments WHERE id = ?`, [id]);
  if (!row) throw new CoreError('not-found', { what: '这条批注' });
  return row;
}

export function addComment(w: Writable, comment: Comment): void {
  w.run(
    `INSERT INTO item_comments (id, item_id, thread_id, kind, at, person, text, part, start_at, end_at, quote, resolved_at,
       resolved_by)
     VALUES (@id, @itemId, @threadId, @kind, @at, @person, @text, @part, @start, @end, @quote, @resolvedAt, @resolvedBy)`,
    { ...comment },
  );
  w.touch('items');
}

export function setResolved(w: Writable, id: CommentId, resolved: { at: Timestamp; person: string } | null): void {
  w.run('UPDATE item_comments SET resolved_at = ?, resolved_by = ? WHERE id = ?', [
    resolved?.at ?? null,
    resolved?.person ?? null,
    id,
  ]);
  w.touch('items');
}

export function moveComment(w: Writable, id: CommentId, start: number, end: number): void {
  w.run('UPDATE item_comments SET start_at = ?, end_at = ? WHERE id = ?', [start, end, id]);
}

export function deleteComment(w: Writable, id: CommentId): void {
  w.run('DELETE FROM item_comments WHERE id = ?', [id]);
  w.touch('items');
}

/** Threads of an item nobody has settled. */
export function openComments(r: Readable, id: ItemId): { openNotes: number; openQuestions: number } {
  const row = r.get<{ notes: number; questions: number }>(
    `SELECT count(*) FILTER (WHERE kind = 'note') AS notes, count(*) FILTER (WHERE kind = 'question') AS questions
     FROM item_comments WHERE item_id = ? AND thread_id IS NULL AND resolved_at IS NULL`,
    [id],
  );
  return { openNotes: row?.notes ?? 0, openQuestions: row?.questions ?? 0 };
}
