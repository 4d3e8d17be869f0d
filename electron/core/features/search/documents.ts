import { z } from 'zod';
import { blockSchema, wordsOf } from '../../../../shared/domain/bulletin.ts';
import { formatDate, type IsoDate, type Timestamp, toIsoDate } from '../../../../shared/domain/dates.ts';
import type { DepartmentId, IssueId, ItemId, PublicationId, SubmissionId } from '../../../../shared/domain/ids.ts';
import { isFrozen } from '../../../../shared/domain/issue.ts';
import { submissionFieldsSchema } from '../../../../shared/domain/submission.ts';
import type { Readable } from '../../db/open.ts';
import { fromJson } from '../../json.ts';
import { issueLabel } from '../issues/labels.ts';
import { getIssue, isVoided } from '../issues/repo.ts';

/** What is indexed; departments are few and found without an index. */
export type DocumentKind = 'submission' | 'item' | 'issue';
export const documentKinds = ['submission', 'item', 'issue'] as const satisfies readonly DocumentKind[];

/** What can be found of one submission, item or issue. */
export interface SearchDocument {
  kind: DocumentKind;
  id: string;
  /** The day it is listed under: received, printed or to be printed, last edited. */
  date: IsoDate;
  title: string;
  /** Paragraphs, one a line. */
  body: string;
  /** What stands around the text: source as written, author; of an issue its numbers, date and editors. */
  byline: string;
  state: string;
  unitIds: DepartmentId[];
  issueId: IssueId | null;
  publicationId: PublicationId | null;
}

/** Title and text, as near texts are compared. */
export const wholeText = ({ title, body }: Pick<SearchDocument, 'title' | 'body'>): string =>
  title === '' ? body : `${title}\n${body}`;

/** A document as it now stands in the office's tables; null where there is none to be found (any more). */
export function readDocument(r: Readable, kind: DocumentKind, id: string): SearchDocument | null {
  const document = readers[kind](r, id);
  return document && { ...document, kind, id };
}

type Read = Omit<SearchDocument, 'kind' | 'id'>;

const readers: Record<DocumentKind, (r: Readable, id: string) => Read | null> = {
  submission: readSubmission,
  item: readItem,
  issue: readIssue,
};

const strings = z.array(z.string());
const blocks = z.array(blockSchema);

function readSubmission(r: Readable, id: string): Read | null {
  const row = r.get<{
    title: string;
    paragraphs: string;
    source: string | null;
    fields: string;
    state: string;
    unit: DepartmentId | null;
    date: IsoDate;
  }>(
    `SELECT s.title, s.paragraphs, s.source, s.fields, s.state, s.department_id AS unit, i.received_date AS date
     FROM submissions s JOIN intakes i ON i.id = s.intake_id WHERE s.id = ?`,
    [id as SubmissionId],
  );
  if (!row) return null;
  const { author, signer, phone } = fromJson(submissionFieldsSchema, row.fields);
  return {
    date: row.date,
    title: row.title,
    body: fromJson(strings, row.paragraphs).join('\n'),
    byline: lines(row.source, author, signer, phone),
    state: row.state,
    unitIds: row.unit === null ? [] : [row.unit],
    issueId: null,
    publicationId: null,
  };
}

/** One question for all of it: a page of hits reads twenty. */
function readItem(r: Readable, id: string): Read | null {
  const row = r.get<{
    title: string;
    blocks: string;
    source: string | null;
    updatedAt: Timestamp;
    place: string | null;
    units: string;
  }>(
    `SELECT title, blocks, source_override AS source, updated_at AS updatedAt,
       (SELECT json_array(i.id, i.date, i.publication_id, i.number IS NOT NULL)
        FROM issue_entries e JOIN issues i ON i.id = e.issue_id
        WHERE e.item_id = t.id AND NOT EXISTS (SELECT 1 FROM issue_voids v WHERE v.issue_id = i.id)
        ORDER BY i.seq DESC LIMIT 1) AS place,
       (SELECT json_group_array(c.department_id ORDER BY c.position) FROM item_credits c WHERE c.item_id = t.id) AS units
     FROM items t WHERE id = ? AND withdrawn = 0`,
    [id as ItemId],
  );
  if (!row) return null;
  const [issueId, date, publicationId, printed] = JSON.parse(row.place ?? '[]') as
    | [IssueId, IsoDate, PublicationId, number]
    | [];
  return {
    date: date ?? toIsoDate(new Date(row.updatedAt)),
    title: row.title,
    body: wordsOf(fromJson(blocks, row.blocks)).join('\n'),
    byline: lines(row.source),
    state: printed === undefined ? 'pool' : printed === 1 ? 'printed' : 'inIssue',
    unitIds: JSON.parse(row.units) as DepartmentId[],
    issueId: issueId ?? null,
    publicationId: publicationId ?? null,
  };
}

/** The texts of an issue are found as its items; the issue itself by number, date, theme, contents and editors. */
function readIssue(r: Readable, id: string): Read | null {
  const issue = getIssue(r, id as IssueId);
  if (!issue) return null;
  const signed = isFrozen(issue.state);
  // As printed: after 作废 the items go on and may change.
  const titles = r.all<{ title: string }>(
    `SELECT e.value ->> 'title' AS title FROM issue_contents c, json_each(c.content, '$.bulletin.entries') e
     WHERE c.issue_id = ? AND e.value ->> 'title' <> ''`,
    [issue.id],
  );
  // The number an open issue would take changes as others are signed.
  const total = issue.total === null ? [] : [`总第${issue.total}期`];
  const numbers = signed ? [`${issue.year}年第${issue.number}期`, ...total] : [];
  return {
    date: issue.date,
    title: signed ? issueLabel(r, issue.id) : '',
    body: lines(issue.theme, ...titles.map((entry) => entry.title)),
    byline: lines(...numbers, formatDate(issue.date), issue.date, ...issue.editors, issue.reviewer, issue.signer),
    state: isVoided(r, issue.id) ? 'voided' : issue.state,
    unitIds: [],
    issueId: issue.id,
    publicationId: issue.publicationId,
  };
}

const lines = (...parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join('\n');
