import { z } from 'zod';
import type { EntryKind } from '../../../../shared/domain/bulletin.ts';
import { dateParts, type IsoDate, type Timestamp } from '../../../../shared/domain/dates.ts';
import { type Distribution, distributionSchema } from '../../../../shared/domain/distribution.ts';
import type { IssueId, ItemId, PublicationId } from '../../../../shared/domain/ids.ts';
import type { IssueState } from '../../../../shared/domain/issue.ts';
import { noAdjust, type PageAdjust, pageAdjustSchema } from '../../../../shared/domain/pageAdjust.ts';
import { newId } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { fromJson, toJson } from '../../json.ts';

/** An issue as stored. Number, total and time of signing are null until it is signed. */
export interface Issue {
  id: IssueId;
  publicationId: PublicationId;
  state: IssueState;
  year: number;
  number: number | null;
  total: number | null;
  date: IsoDate;
  theme: string;
  editors: string[];
  reviewer: string | null;
  signer: string | null;
  distribution: Distribution;
  /** What it sets otherwise than its publication's house style. */
  pageAdjust: PageAdjust;
  reviewNote: string;
  correctsId: IssueId | null;
  version: number;
  signedAt: Timestamp | null;
  /** Off for a back issue whose filing was withdrawn: another may take its number. */
  standing: boolean;
}

interface IssueRecord extends Omit<Issue, 'editors' | 'distribution' | 'pageAdjust' | 'standing'> {
  editors: string;
  distribution: string;
  pageAdjust: string;
  standing: number;
}

const columns = `id, publication_id AS publicationId, state, year, number, total, date, theme, editors, reviewer, signer,
  distribution, page_adjust AS pageAdjust, review_note AS reviewNote, corrects_id AS correctsId, version, signed_at AS signedAt,
  standing`;

const toIssue = (row: IssueRecord): Issue => ({
  ...row,
  editors: fromJson(z.array(z.string()), row.editors),
  distribution: fromJson(distributionSchema, row.distribution),
  pageAdjust: fromJson(pageAdjustSchema, row.pageAdjust),
  standing: row.standing === 1,
});

export function getIssue(r: Readable, id: IssueId): Issue | null {
  const row = r.get<IssueRecord>(`SELECT ${columns} FROM issues WHERE id = ?`, [id]);
  return row ? toIssue(row) : null;
}

/** An issue as it begins: being assembled, without a number. */
export const newIssue = (
  begun: Pick<Issue, 'publicationId' | 'date' | 'theme' | 'editors' | 'distribution' | 'correctsId'>,
): Issue => ({
  ...begun,
  id: newId(),
  state: 'assembling',
  year: dateParts(begun.date).year,
  number: null,
  total: null,
  reviewer: null,
  signer: null,
  pageAdjust: noAdjust,
  reviewNote: '',
  version: 1,
  signedAt: null,
  standing: true,
});

export function addIssue(w: Writable, issue: Issue): void {
  w.run(
    `INSERT INTO issues (id, publication_id, state, year, number, total, date, theme, editors, reviewer, signer, distribution,
       page_adjust, review_note, corrects_id, version, signed_at, standing)
     VALUES (@id, @publicationId, @state, @year, @number, @total, @date, @theme, @editors, @reviewer, @signer, @distribution,
       @pageAdjust, @reviewNote, @correctsId, @version, @signedAt, @standing)`,
    parameters(issue),
  );
  w.touch('issues');
}

export function updateIssue(w: Writable, issue: Issue): void {
  w.run(
    `UPDATE issues SET state = @state, year = @year, number = @number, total = @total, date = @date, theme = @theme,
       editors = @editors, reviewer = @reviewer, signer = @signer, distribution = @distribution,
       page_adjust = @pageAdjust, review_note = @reviewNote,
       version = @version, signed_at = @signedAt, standing = @standing WHERE id = @id`,
    parameters(issue),
  );
  w.touch('issues');
}

function parameters({ editors, distribution, pageAdjust, standing, ...issue }: Issue) {
  return {
    ...issue,
    editors: toJson(editors),
    distribution: toJson(distribution),
    pageAdjust: toJson(pageAdjust),
    standing: standing ? 1 : 0,
  };
}

export function deleteIssue(w: Writable, id: IssueId): void {
  w.run('DELETE FROM issue_entries WHERE issue_id = ?', [id]);
  w.run('DELETE FROM review_marks WHERE issue_id = ?', [id]);
  w.run('DELETE FROM issues WHERE id = ?', [id]);
  w.touch('issues', 'items');
}

export interface Entry {
  itemId: ItemId;
  kind: EntryKind;
  section: string | null;
}

export const listEntries = (r: Readable, id: IssueId): Entry[] =>
  r.all<Entry>('SELECT item_id AS itemId, kind, section FROM issue_entries WHERE issue_id = ? ORDER BY position', [id]);

export const countEntries = (r: Readable, id: IssueId): number =>
  r.get<{ n: number }>('SELECT count(*) AS n FROM issue_entries WHERE issue_id = ?', [id])?.n ?? 0;

export function setEntries(w: Writable, id: IssueId, entries: readonly Entry[]): void {
  w.run('DELETE FROM issue_entries WHERE issue_id = ?', [id]);
  entries.forEach(({ itemId, kind, section }, position) => {
    w.run('INSERT INTO issue_entries (issue_id, position, item_id, kind, section) VALUES (?, ?, ?, ?, ?)', [
      id,
      position,
      itemId,
      kind,
      section,
    ]);
  });
  w.touch('issues', 'items');
}

export interface IssueFilter {
  frozen: boolean;
  year: number | null;
  publicationId: PublicationId | null;
  /** Part of theme, date or title. */
  search: string;
  /** Those the search index names; null where it was not asked. */
  among: readonly string[] | null;
}

/** Open issues by when they were begun, signed ones by number; the newest first. */
export function listIssues(
  r: Readable,
  { frozen, publicationId, year, search, among }: IssueFilter,
  page: { offset: number; limit: number },
): { issues: Issue[]; total: number } {
  const parts = [frozen ? 'number IS NOT NULL AND standing = 1' : 'number IS NULL'];
  const params: Record<string, string | number> = {};
  if (publicationId !== null) {
    parts.push('publication_id = @publicationId');
    params['publicationId'] = publicationId;
  }
  if (year !== null) {
    parts.push('year = @year');
    params['year'] = year;
  }
  if (search !== '') {
    parts.push(`(instr(theme, @search) > 0 OR instr('第' || number || '期', @search) > 0 OR instr(date, @search) > 0
      OR EXISTS (SELECT 1 FROM issue_entries e JOIN items t ON t.id = e.item_id
                 WHERE e.issue_id = issues.id AND instr(t.title, @search) > 0))`);
    params['search'] = search;
  }
  if (among !== null) {
    parts.push('id IN (SELECT value FROM json_each(@among))');
    params['among'] = toJson(among);
  }
  const where = parts.join(' AND ');
  const order = frozen ? 'year DESC, number DESC, seq DESC' : 'seq DESC';
  const issues = r
    .all<IssueRecord>(`SELECT ${columns} FROM issues WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`, {
      ...params,
      ...page,
    })
    .map(toIssue);
  const { total } = r.get<{ total: number }>(`SELECT count(*) AS total FROM issues WHERE ${where}`, params) ?? {
    total: 0,
  };
  return { issues, total };
}

/** The latest issue of a publication, signed or filed; a new one counts its theme on. */
export function latestSigned(r: Readable, id: PublicationId): Issue | null {
  const row = r.get<IssueRecord>(
    `SELECT ${columns} FROM issues WHERE publication_id = ? AND number IS NOT NULL AND standing = 1
     ORDER BY year DESC, number DESC LIMIT 1`,
    [id],
  );
  return row ? toIssue(row) : null;
}

/** Years in which issues were signed or filed, the newest first. */
export const listYears = (r: Readable): number[] =>
  r
    .all<{ year: number }>(
      'SELECT DISTINCT year FROM issues WHERE number IS NOT NULL AND standing = 1 ORDER BY year DESC',
    )
    .map((row) => row.year);

export const isVoided = (r: Readable, id: IssueId): boolean =>
  r.get('SELECT 1 AS found FROM issue_voids WHERE issue_id = ?', [id]) !== undefined;

export function addVoid(w: Writable, id: IssueId, at: Timestamp, person: string, reason: string): void {
  w.run('INSERT INTO issue_voids (issue_id, at, person, reason) VALUES (?, ?, ?, ?)', [id, at, person, reason]);
  w.touch('issues', 'items', 'submissions');
}
