import type { DuplicateRow, Duplicates } from '../../../../shared/contract/methods/search.ts';
import type { DepartmentId, ItemId, SubmissionId } from '../../../../shared/domain/ids.ts';
import { sharedPassages } from '../../../../shared/text/similar/compare.ts';
import type { HandlersOf } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { issueLabel } from '../issues/labels.ts';
import { itemsOfSubmission, submissionsOfItem } from '../items/repo.ts';
import { readDocument, wholeText } from '../search/documents.ts';
import { readIndex } from '../search/keeper.ts';
import { findNear, type Near } from './find.ts';

/** Rows answered; who sees ten of the same looks no further. */
const MOST = 10;

export const duplicateHandlers: HandlersOf<'duplicates'> = {
  'duplicates.find': (about, { desk }) =>
    readIndex(desk, (r) =>
      'submissionId' in about
        ? duplicatesOf(r, 'submission', about.submissionId, '这件来稿')
        : duplicatesOf(r, 'item', about.itemId, '这篇稿件'),
    ),
};

function duplicatesOf(r: Readable, kind: 'submission' | 'item', id: string, what: string): Duplicates {
  const document = readDocument(r, kind, id);
  if (!document) throw new CoreError('not-found', { what });
  const key = r.get<{ key: number }>('SELECT key FROM search_documents WHERE kind = ? AND id = ?', [kind, id])?.key;
  const text = wholeText(document);
  const near = findNear(r, text, new Set([`${kind} ${id}`, ...relatives(r, kind, id)]));
  const rows = withoutDoubles(r, near).slice(0, MOST);
  return { text, rows: rows.map((one) => toRow(r, text, key ?? Number.MAX_SAFE_INTEGER, one)) };
}

/** What was made of it, and what it was made of, as `kind id`: alike for a reason. */
function relatives(r: Readable, kind: 'submission' | 'item', id: string): string[] {
  const items = kind === 'item' ? [id as ItemId] : itemsOfSubmission(r, id as SubmissionId).map((item) => item.id);
  const submissions = items.flatMap((item) => submissionsOfItem(r, item));
  return [
    ...items.map((item) => `item ${item}`),
    ...(kind === 'item' ? submissions.map((s) => `submission ${s}`) : []),
  ];
}

/** A submission and the item made of it are one story: the item is shown, which knows its issue. */
function withoutDoubles(r: Readable, near: readonly Near[]): Near[] {
  const shown = new Set(near.map(({ document }) => `${document.kind} ${document.id}`));
  return near.filter(
    ({ document }) =>
      document.kind !== 'submission' ||
      !itemsOfSubmission(r, document.id as SubmissionId).some((item) => shown.has(`item ${item.id}`)),
  );
}

function toRow(r: Readable, text: string, key: number, { document, key: other, score }: Near): DuplicateRow {
  const { kind, id, state, title, issueId, unitIds, date } = document;
  const theirs = wholeText(document);
  return {
    kind,
    id,
    state,
    title,
    unit: unitIds.map((unit) => unitName(r, unit)).join('、'),
    date,
    issue: issueId === null ? null : { id: issueId, label: issueLabel(r, issueId) },
    score: Math.round(score * 100) / 100,
    earlier: state === 'printed' || other < key,
    text: theirs,
    passages: sharedPassages(text, theirs),
  } as DuplicateRow;
}

const unitName = (r: Readable, id: DepartmentId): string =>
  r.get<{ name: string }>('SELECT short_name AS name FROM departments WHERE id = ?', [id])?.name ?? '';
