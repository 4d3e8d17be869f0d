import { z } from 'zod';
import type { ErrorData } from '../../../../shared/contract/errors.ts';
import type { IsoDate, Timestamp } from '../../../../shared/domain/dates.ts';
import type { BackFileId, IssueId, PublicationId } from '../../../../shared/domain/ids.ts';
import { type Split, splitSchema } from '../../../../shared/text/split/review/index.ts';
import { type BlobHash, getBlob } from '../../db/blobs.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { fromJson, toJson } from '../../json.ts';

export interface BackFile {
  id: BackFileId;
  /** With the folders it lay in: 2018/第17期.docx. */
  name: string;
  hash: string;
  size: number;
  state: 'waiting' | 'read' | 'failed' | 'filed';
  error: ErrorData | null;
  warnings: string[];
  addedAt: Timestamp;
  addedBy: string;
}

interface FileRecord extends Omit<BackFile, 'error' | 'warnings'> {
  error: string | null;
  warnings: string;
}

const fileColumns = 'id, name, hash, size, state, error, warnings, added_at AS addedAt, added_by AS addedBy';

const toFile = (row: FileRecord): BackFile => ({
  ...row,
  error: row.error === null ? null : (JSON.parse(row.error) as ErrorData),
  warnings: fromJson(z.array(z.string()), row.warnings),
});

export const findFileOfBytes = (r: Readable, hash: string): Pick<BackFile, 'id' | 'state'> | null =>
  r.get<Pick<BackFile, 'id' | 'state'>>('SELECT id, state FROM back_files WHERE hash = ?', [hash]) ?? null;

/** Throws `not-found`. */
export function getFile(r: Readable, id: BackFileId): BackFile {
  const row = r.get<FileRecord>(`SELECT ${fileColumns} FROM back_files WHERE id = ?`, [id]);
  if (!row) throw new CoreError('not-found', { what: '这份往期文件' });
  return toFile(row);
}

/** Files that are not filed wholly, in the order they came. */
export const listFiles = (r: Readable): BackFile[] =>
  r.all<FileRecord>(`SELECT ${fileColumns} FROM back_files WHERE state <> 'filed' ORDER BY seq`).map(toFile);

export function addFile(w: Writable, file: Omit<BackFile, 'state' | 'error' | 'warnings'>, bytes: Uint8Array): void {
  w.run(
    `INSERT INTO back_files (id, name, hash, size, bytes, state, added_at, added_by)
     VALUES (@id, @name, @hash, @size, @bytes, 'waiting', @addedAt, @addedBy)`,
    { ...file, bytes },
  );
}

/** The bytes as received: with the file until it is filed, with all others afterwards. */
export function bytesOf(r: Readable, id: BackFileId): Uint8Array {
  const row = r.get<{ bytes: Uint8Array | null; hash: BlobHash }>('SELECT bytes, hash FROM back_files WHERE id = ?', [
    id,
  ]);
  const bytes = row && (row.bytes ?? getBlob(r, row.hash));
  if (!bytes) throw new CoreError('not-found', { what: '这份往期文件' });
  return bytes;
}

export const waitingFiles = (r: Readable, limit: number): Pick<BackFile, 'id' | 'name'>[] =>
  r.all<Pick<BackFile, 'id' | 'name'>>(`SELECT id, name FROM back_files WHERE state = 'waiting' ORDER BY seq LIMIT ?`, [
    limit,
  ]);

export const countFiles = (r: Readable, state: BackFile['state']): number =>
  r.get<{ n: number }>('SELECT count(*) AS n FROM back_files WHERE state = ?', [state])?.n ?? 0;

export function setRead(w: Writable, id: BackFileId, text: string, split: Split, warnings: readonly string[]) {
  w.run(`UPDATE back_files SET state = 'read', text = ?, split = ?, warnings = ?, error = NULL WHERE id = ?`, [
    text,
    toJson(split),
    toJson(warnings),
    id,
  ]);
}

export function setSplit(w: Writable, id: BackFileId, split: Split): void {
  w.run('UPDATE back_files SET split = ? WHERE id = ?', [toJson(split), id]);
  w.touch('backIssues');
}

export function setFailed(w: Writable, id: BackFileId, error: ErrorData): void {
  w.run(`UPDATE back_files SET state = 'failed', error = ? WHERE id = ?`, [JSON.stringify(error), id]);
}

export function setWaiting(w: Writable, id: BackFileId): void {
  w.run(`UPDATE back_files SET state = 'waiting', error = NULL WHERE id = ?`, [id]);
}

/** Filed wholly: its bytes now stand with those of all other files. */
export function setFiled(w: Writable, id: BackFileId): void {
  w.run(`UPDATE back_files SET state = 'filed', bytes = NULL WHERE id = ?`, [id]);
  w.touch('backIssues');
}

export function setUnfiled(w: Writable, id: BackFileId): void {
  w.run(`UPDATE back_files SET state = 'read' WHERE id = ? AND state = 'filed'`, [id]);
  w.touch('backIssues');
}

export function removeFile(w: Writable, id: BackFileId): void {
  w.run('DELETE FROM back_drafts WHERE file_id = ?', [id]);
  w.run('DELETE FROM back_files WHERE id = ?', [id]);
  w.touch('backIssues');
}

/** Text and split of a file that was read. Throws `not-found`. */
export function readSplit(r: Readable, id: BackFileId): { text: string; split: Split } {
  const row = r.get<{ text: string | null; split: string | null }>('SELECT text, split FROM back_files WHERE id = ?', [
    id,
  ]);
  if (row?.text == null || row.split === null) throw new CoreError('not-found', { what: '这份往期文件的内容' });
  return { text: row.text, split: fromJson(splitSchema, row.split) };
}

/** One issue of a file, with the numbers it is to be filed under. */
export interface BackDraft {
  fileId: BackFileId;
  part: number;
  publicationId: PublicationId | null;
  number: number | null;
  total: number | null;
  date: IsoDate | null;
  items: number;
  unsure: number;
  /** Sentences that belong to no item. */
  leftover: number;
  /** What is printed after each item; empty where nothing is. */
  sources: string[];
  /** The numbers were set by a person: no later split takes them back. */
  byHand: boolean;
  issueId: IssueId | null;
}

interface DraftRecord extends Omit<BackDraft, 'sources' | 'byHand'> {
  sources: string;
  byHand: number;
}

const draftColumns = `file_id AS fileId, part, publication_id AS publicationId, number, total, date, items, unsure, leftover,
  sources, by_hand AS byHand, issue_id AS issueId`;

const toDraft = (row: DraftRecord): BackDraft => ({
  ...row,
  sources: JSON.parse(row.sources) as string[],
  byHand: row.byHand === 1,
});

/** Issues that are not filed, file by file. */
export const listDrafts = (r: Readable): BackDraft[] =>
  r
    .all<DraftRecord>(`SELECT ${draftColumns} FROM back_drafts WHERE issue_id IS NULL ORDER BY file_id, part`)
    .map(toDraft);

export const draftsOfFile = (r: Readable, id: BackFileId): BackDraft[] =>
  r.all<DraftRecord>(`SELECT ${draftColumns} FROM back_drafts WHERE file_id = ? ORDER BY part`, [id]).map(toDraft);

/** Throws `not-found`. */
export function getDraft(r: Readable, fileId: BackFileId, part: number): BackDraft {
  const draft = draftsOfFile(r, fileId).find((one) => one.part === part);
  if (!draft) throw new CoreError('not-found', { what: '这一期' });
  return draft;
}

export function putDraft(w: Writable, draft: BackDraft): void {
  w.run(
    `INSERT OR REPLACE INTO back_drafts
       (file_id, part, publication_id, number, total, date, items, unsure, leftover, sources, by_hand, issue_id)
     VALUES (@fileId, @part, @publicationId, @number, @total, @date, @items, @unsure, @leftover, @sources, @byHand, @issueId)`,
    { ...draft, sources: toJson(draft.sources), byHand: draft.byHand ? 1 : 0 },
  );
}

/** Parts that a new split no longer has. */
export function removeDraftsFrom(w: Writable, id: BackFileId, part: number): void {
  w.run('DELETE FROM back_drafts WHERE file_id = ? AND part >= ? AND issue_id IS NULL', [id, part]);
}

export const draftOfIssue = (r: Readable, id: IssueId): Pick<BackDraft, 'fileId' | 'part'> | null =>
  r.get<Pick<BackDraft, 'fileId' | 'part'>>('SELECT file_id AS fileId, part FROM back_drafts WHERE issue_id = ?', [
    id,
  ]) ?? null;

/** Numbers that stand: of signed and of filed issues, those withdrawn left out. */
export interface StandingNumber {
  publicationId: PublicationId;
  year: number;
  number: number;
  total: number | null;
  date: IsoDate;
  signed: number;
}

const standingColumns = `SELECT publication_id AS publicationId, year, number, total, date, state <> 'filed' AS signed
  FROM issues WHERE number IS NOT NULL AND standing = 1`;

export const standingNumbers = (r: Readable): StandingNumber[] => r.all<StandingNumber>(standingColumns);

/** What one draft is to be judged beside: numbers like its own, and those the program signed. */
export function numbersBeside(r: Readable, { publicationId, number, total }: BackDraft) {
  const like = { publicationId, number, total };
  return {
    standing: r.all<StandingNumber>(
      `${standingColumns} AND publication_id = @publicationId AND (number = @number OR total = @total OR state <> 'filed')`,
      like,
    ),
    drafts: r
      .all<DraftRecord>(
        `SELECT ${draftColumns} FROM back_drafts
         WHERE issue_id IS NULL AND publication_id = @publicationId AND (number = @number OR total = @total)`,
        like,
      )
      .map(toDraft),
  };
}

const PAUSED = 'back-issues-paused';

export const isPaused = (r: Readable): boolean =>
  r.get('SELECT 1 AS found FROM settings WHERE key = ?', [PAUSED]) !== undefined;

export function setPaused(w: Writable, paused: boolean): void {
  if (paused) w.run(`INSERT INTO settings (key, value) VALUES (?, 'true') ON CONFLICT DO NOTHING`, [PAUSED]);
  else w.run('DELETE FROM settings WHERE key = ?', [PAUSED]);
  w.touch('backIssues');
}
