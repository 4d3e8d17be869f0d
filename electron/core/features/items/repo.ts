import { z } from 'zod';
import type { AcceptedText, Credit, Revision, RevisionOrigin, RevisionRow } from '../../../../shared/contract/views.ts';
import { type Block, blockSchema, type EntryKind } from '../../../../shared/domain/bulletin.ts';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { DepartmentId, IssueId, ItemId, SubmissionId } from '../../../../shared/domain/ids.ts';
import type { IssueState } from '../../../../shared/domain/issue.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { fromJson, toJson } from '../../json.ts';

/** An item as stored. `withdrawn` hides it: merged into another, or no longer shortlisted; nothing is deleted. */
export interface Item {
  id: ItemId;
  title: string;
  blocks: Block[];
  kind: EntryKind;
  sourceOverride: string | null;
  charCount: number;
  version: number;
  updatedAt: Timestamp;
  updatedBy: string;
  withdrawn: boolean;
}

interface ItemRecord extends Omit<Item, 'blocks' | 'withdrawn'> {
  blocks: string;
  withdrawn: number;
}

const blocksSchema = z.array(blockSchema);

const columns = `t.id, t.title, t.blocks, t.kind, t.source_override AS sourceOverride, t.char_count AS charCount, t.version,
  t.updated_at AS updatedAt, t.updated_by AS updatedBy, t.withdrawn`;

const toItem = (row: ItemRecord): Item => ({
  ...row,
  blocks: fromJson(blocksSchema, row.blocks),
  withdrawn: row.withdrawn === 1,
});

/** Throws `not-found`. */
export function getItem(r: Readable, id: ItemId): Item {
  const row = r.get<ItemRecord>(`SELECT ${columns} FROM items t WHERE t.id = ?`, [id]);
  if (!row) throw new CoreError('not-found', { what: '这篇稿件' });
  return toItem(row);
}

export function addItem(w: Writable, item: Item): void {
  w.run(
    `INSERT INTO items (id, title, blocks, kind, source_override, char_count, version, updated_at, updated_by, withdrawn)
     VALUES (@id, @title, @blocks, @kind, @sourceOverride, @charCount, @version, @updatedAt, @updatedBy, 0)`,
    parameters(item),
  );
  w.touch('items');
}

export function updateItem(w: Writable, item: Item): void {
  w.run(
    `UPDATE items SET title = @title, blocks = @blocks, kind = @kind, source_override = @sourceOverride,
       char_count = @charCount, version = @version, updated_at = @updatedAt, updated_by = @updatedBy WHERE id = @id`,
    parameters(item),
  );
  w.touch('items');
}

function parameters({ withdrawn: _, blocks, ...item }: Item) {
  return { ...item, blocks: toJson(blocks) };
}

export function setWithdrawn(w: Writable, id: ItemId, withdrawn: boolean): void {
  w.run('UPDATE items SET withdrawn = ? WHERE id = ?', [withdrawn ? 1 : 0, id]);
  w.touch('items');
}

export const submissionsOfItem = (r: Readable, id: ItemId): SubmissionId[] =>
  r
    .all<{ id: SubmissionId }>('SELECT submission_id AS id FROM item_submissions WHERE item_id = ? ORDER BY position', [
      id,
    ])
    .map((row) => row.id);

/** Items made from a submission, the newest first; at most one of them is not withdrawn. */
export const itemsOfSubmission = (r: Readable, id: SubmissionId): Pick<Item, 'id' | 'withdrawn'>[] =>
  r
    .all<{ id: ItemId; withdrawn: number }>(
      `SELECT t.id, t.withdrawn FROM item_submissions s JOIN items t ON t.id = s.item_id
       WHERE s.submission_id = ? ORDER BY t.seq DESC`,
      [id],
    )
    .map((row) => ({ id: row.id, withdrawn: row.withdrawn === 1 }));

export function linkSubmissions(w: Writable, id: ItemId, submissions: readonly SubmissionId[]): void {
  submissions.forEach((submission, position) => {
    w.run('INSERT INTO item_submissions (item_id, submission_id, position) VALUES (?, ?, ?)', [
      id,
      submission,
      position,
    ]);
  });
}

/** Units credited, in printed order. */
export const creditsOf = (r: Readable, id: ItemId): Credit[] =>
  r.all<Credit>(
    `SELECT c.department_id AS departmentId, d.short_name AS department,
       (SELECT s.id FROM item_submissions l JOIN submissions s ON s.id = l.submission_id
        WHERE l.item_id = c.item_id AND s.department_id = c.department_id LIMIT 1) AS submissionId
     FROM item_credits c JOIN departments d ON d.id = c.department_id WHERE c.item_id = ? ORDER BY c.position`,
    [id],
  );

export function setCredits(w: Writable, id: ItemId, departments: readonly DepartmentId[]): void {
  w.run('DELETE FROM item_credits WHERE item_id = ?', [id]);
  [...new Set(departments)].forEach((department, position) => {
    w.run('INSERT INTO item_credits (item_id, department_id, position) VALUES (?, ?, ?)', [id, department, position]);
  });
  w.touch('items', 'issues');
}

/** The issue an item stands in; a voided one no longer holds it. */
export function placeOfItem(r: Readable, id: ItemId): { id: IssueId; state: IssueState } | null {
  return (
    r.get<{ id: IssueId; state: IssueState }>(
      `SELECT i.id, i.state FROM issue_entries e JOIN issues i ON i.id = e.issue_id
       WHERE e.item_id = ? AND NOT EXISTS (SELECT 1 FROM issue_voids v WHERE v.issue_id = i.id)
       ORDER BY i.seq DESC LIMIT 1`,
      [id],
    ) ?? null
  );
}

/** Where an item stands is kept in its row (migration 0014). */
const placeSql = {
  pool: `t.place = 'pool'`,
  inIssue: `t.place = 'inIssue'`,
  printed: `t.place = 'printed'`,
  all: '1 = 1',
} as const;

/** What waits for an issue in the order it was taken on, so that the parts of one text stay in theirs; all else newest first. */
export function listItems(
  r: Readable,
  where: keyof typeof placeSql,
  page: { offset: number; limit: number },
): { rows: Item[]; total: number } {
  const narrowed = `t.withdrawn = 0 AND ${placeSql[where]}`;
  const order = `t.seq ${where === 'pool' ? 'ASC' : 'DESC'}`;
  const rows = r.all<ItemRecord>(
    `SELECT ${columns} FROM (SELECT seq FROM items t WHERE ${narrowed} ORDER BY ${order} LIMIT @limit OFFSET @offset) p
       CROSS JOIN items t ON t.seq = p.seq ORDER BY ${order}`,
    page,
  );
  const { total } = r.get<{ total: number }>(`SELECT count(*) AS total FROM items t WHERE ${narrowed}`) ?? { total: 0 };
  return { rows: rows.map(toItem), total };
}

/** Items that wait for an issue. */
export const countPool = (r: Readable): number =>
  r.get<{ n: number }>(`SELECT count(*) AS n FROM items t WHERE t.withdrawn = 0 AND ${placeSql.pool}`)?.n ?? 0;

export interface NewRevision {
  itemId: ItemId;
  at: Timestamp;
  person: string;
  origin: RevisionOrigin;
  note: string;
  title: string;
  blocks: Block[];
  charCount: number;
}

export function addRevision(w: Writable, { itemId, blocks, ...revision }: NewRevision): void {
  w.run(
    `INSERT INTO item_revisions (item_id, seq, at, ended_at, person, origin, note, title, blocks, char_count)
     VALUES (@itemId, (SELECT coalesce(max(seq), 0) + 1 FROM item_revisions WHERE item_id = @itemId),
       @at, @at, @person, @origin, @note, @title, @blocks, @charCount)`,
    { itemId, ...revision, blocks: toJson(blocks) },
  );
}

/** Writes over the last revision: typing that goes on is one revision, not one each second. */
export function replaceLastRevision(w: Writable, { itemId, at, title, blocks, charCount }: NewRevision): void {
  w.run(`UPDATE item_revisions SET title = ?, blocks = ?, char_count = ?, ended_at = ? WHERE item_id = ? AND ${LAST}`, [
    title,
    toJson(blocks),
    charCount,
    at,
    itemId,
  ]);
}

const LAST = 'seq = (SELECT max(last.seq) FROM item_revisions last WHERE last.item_id = item_revisions.item_id)';

/** Ends the last revision: whoever saves next begins another. */
export function sealLastRevision(w: Writable, id: ItemId): void {
  w.run(`UPDATE item_revisions SET sealed = 1 WHERE item_id = ? AND ${LAST}`, [id]);
}

/** The last revision, and whether saves may go on in it. */
export const lastRevision = (r: Readable, id: ItemId): (RevisionRow & { sealed: 0 | 1 }) | undefined =>
  r.get(`SELECT ${revisionColumns}, sealed FROM item_revisions WHERE item_id = ? AND ${LAST}`, [id]);

const revisionColumns = `seq, at, coalesce(ended_at, at) AS endedAt, person, origin, note, char_count AS charCount`;

export const listRevisions = (r: Readable, id: ItemId): RevisionRow[] =>
  r.all<RevisionRow>(`SELECT ${revisionColumns} FROM item_revisions WHERE item_id = ? ORDER BY seq DESC`, [id]);

/** Throws `not-found`. */
export function getRevision(r: Readable, id: ItemId, seq: number): Revision {
  const row = r.get<Omit<Revision, 'blocks'> & { blocks: string }>(
    `SELECT ${revisionColumns}, title, blocks FROM item_revisions WHERE item_id = ? AND seq = ?`,
    [id, seq],
  );
  if (!row) throw new CoreError('not-found', { what: '这个修订版本' });
  return { ...row, blocks: fromJson(blocksSchema, row.blocks) };
}

/** All revisions with their texts, the oldest first. */
export const listHistory = (r: Readable, id: ItemId): Revision[] =>
  r
    .all<Omit<Revision, 'blocks'> & { blocks: string }>(
      `SELECT ${revisionColumns}, title, blocks FROM item_revisions WHERE item_id = ? ORDER BY seq`,
      [id],
    )
    .map((row) => ({ ...row, blocks: fromJson(blocksSchema, row.blocks) }));

export function getAccepted(r: Readable, id: ItemId): AcceptedText | null {
  const row = r.get<Omit<AcceptedText, 'blocks'> & { blocks: string }>(
    'SELECT at, person, title, blocks FROM item_accepted WHERE item_id = ?',
    [id],
  );
  return row ? { ...row, blocks: fromJson(blocksSchema, row.blocks) } : null;
}

export function setAccepted(w: Writable, id: ItemId, { blocks, ...accepted }: AcceptedText): void {
  w.run(
    `INSERT INTO item_accepted (item_id, at, person, title, blocks) VALUES (@id, @at, @person, @title, @blocks)
     ON CONFLICT (item_id) DO UPDATE SET at = excluded.at, person = excluded.person, title = excluded.title,
       blocks = excluded.blocks`,
    { id, ...accepted, blocks: toJson(blocks) },
  );
  w.touch('items');
}
