import type { DuplicateRow, Duplicates } from '../../../../shared/contract/methods/search.ts';
import type { DepartmentId, ItemId, SubmissionId } from '../../../../shared/domain/ids.ts';
import { openingOf } from '../../../../shared/text/opening.ts';
import { sharedPassages } from '../../../../shared/text/similar/compare.ts';
import { type HandlersOf, now, record } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { issueLabel } from '../issues/labels.ts';
import { itemsOfSubmission, submissionsOfItem } from '../items/repo.ts';
import { readDocument, wholeText } from '../search/documents.ts';
import { readIndex } from '../search/keeper.ts';
import { isEarlier } from '../search/searchIndex.ts';
import { getSubmission, submissionsOfIntake } from '../submissions/repo.ts';
import { findNear, type Near } from './find.ts';

/** Rows answered; who sees ten of the same looks no further. */
const MOST = 10;

export const duplicateHandlers: HandlersOf<'duplicates'> = {
  'duplicates.find': (about, { desk }) =>
    readIndex(desk, (r) => {
      const { kind, id } = refOf(about);
      return duplicatesOf(r, kind, id, kind === 'submission' ? '这件来稿' : '这篇稿件');
    }),

  'duplicates.ofIntake': ({ intakeId }, { desk }) =>
    readIndex(desk, (r) =>
      submissionsOfIntake(r, intakeId).flatMap((submissionId) => {
        const { text, rows } = duplicatesOf(r, 'submission', submissionId, '这件来稿');
        const { title } = getSubmission(r, submissionId);
        return rows.slice(0, 1).map((near) => ({ submissionId, title, text, near }));
      }),
    ),

  'duplicates.setApart': ({ about, other, apart }, call) =>
    call.desk.db.write((w) => {
      const one = refOf(about);
      const [mine, theirs] = [readDocument(w, one.kind, one.id), readDocument(w, other.kind, other.id)];
      if (!mine || !theirs) throw new CoreError('not-found', { what: '要对照的文字' });
      const pair = [`${one.kind} ${one.id}`, `${other.kind} ${other.id}`].sort();
      if (apart)
        w.run('INSERT INTO texts_apart (one, other, at, person) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', [
          ...pair,
          now(call.desk),
          call.actor.name,
        ]);
      else w.run('DELETE FROM texts_apart WHERE one = ? AND other = ?', pair);
      record(
        w,
        call,
        one.id,
        `${apart ? '认定不是同一件事' : '撤销“不是同一件事”'}：${theirs.title || openingOf(theirs.body, 20)}`,
      );
      w.touch('items');
    }),
};

const refOf = (about: { submissionId: SubmissionId } | { itemId: ItemId }) =>
  'submissionId' in about
    ? { kind: 'submission' as const, id: about.submissionId }
    : { kind: 'item' as const, id: about.itemId };

/** What was said to tell something else than `ref`, or than what it was made of or into. */
function setApart(r: Readable, refs: readonly string[]): string[] {
  return refs.flatMap((ref) =>
    r
      .all<{ name: string }>(
        'SELECT other AS name FROM texts_apart WHERE one = @ref UNION SELECT one FROM texts_apart WHERE other = @ref',
        { ref },
      )
      .flatMap(({ name }) => {
        const [kind, id = ''] = name.split(' ');
        return [name, ...relatives(r, kind === 'item' ? 'item' : 'submission', id)];
      }),
  );
}

function duplicatesOf(r: Readable, kind: 'submission' | 'item', id: string, what: string): Duplicates {
  const document = readDocument(r, kind, id);
  if (!document) throw new CoreError('not-found', { what });
  const key = r.get<{ key: number }>('SELECT key FROM search_documents WHERE kind = ? AND id = ?', [kind, id])?.key;
  const text = wholeText(document);
  const own = [`${kind} ${id}`, ...relatives(r, kind, id)];
  const near = findNear(r, text, new Set([...own, ...setApart(r, own)]));
  const rows = withoutDoubles(r, near).slice(0, MOST);
  return { text, rows: rows.map((one) => toRow(r, text, key ?? Number.MIN_SAFE_INTEGER, one)) };
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
    earlier: state === 'printed' || isEarlier(other, key),
    text: theirs,
    passages: sharedPassages(text, theirs),
  } as DuplicateRow;
}

const unitName = (r: Readable, id: DepartmentId): string =>
  r.get<{ name: string }>('SELECT short_name AS name FROM departments WHERE id = ?', [id])?.name ?? '';
