import type { ReviewEntry } from '../../../../shared/contract/methods/review.ts';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { IssueId, ItemId } from '../../../../shared/domain/ids.ts';
import { issueStateNames } from '../../../../shared/domain/issue.ts';
import { type HandlersOf, now, record } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { openComments } from '../comments/repo.ts';
import { issueLabel } from '../issues/labels.ts';
import { listEntries } from '../issues/repo.ts';
import { existingIssue } from '../issues/views.ts';
import { getItem, listRevisions } from '../items/repo.ts';
import { sealRevision } from '../items/service.ts';

export const reviewHandlers: HandlersOf<'review'> = {
  'review.get': ({ issueId }, { desk }) => desk.db.read((r) => entriesOf(r, issueId)),

  'review.mark': ({ issueId, itemIds, passed }, call) =>
    call.desk.db.write((w) => {
      const issue = existingIssue(w, issueId);
      const label = issueLabel(w, issueId);
      if (issue.state !== 'inReview')
        throw new CoreError('state-changed', { what: label, state: issueStateNames[issue.state] });
      const standing = new Set(listEntries(w, issueId).map(({ itemId }) => itemId));
      for (const id of itemIds) {
        if (!standing.has(id)) throw new CoreError('not-found', { what: '这一期中的这篇稿件' });
        if (passed) pass(w, issueId, id, now(call.desk), call.actor.name);
        else w.run('DELETE FROM review_marks WHERE issue_id = ? AND item_id = ?', [issueId, id]);
      }
      const entries = entriesOf(w, issueId);
      const done = entries.every((entry) => entry.passed !== null && !entry.passed.stale);
      if (passed && done) record(w, call, issueId, `${label}逐篇审核通过`);
      w.touch('issues');
      return entries;
    }),
};

function pass(w: Writable, issueId: IssueId, itemId: ItemId, at: Timestamp, person: string): void {
  // What was passed stays as it was passed; a change after it is a revision of its own.
  sealRevision(w, itemId);
  w.run(
    `INSERT INTO review_marks (issue_id, item_id, at, person, revision) VALUES (@issueId, @itemId, @at, @person, @revision)
     ON CONFLICT (issue_id, item_id) DO UPDATE SET at = excluded.at, person = excluded.person, revision = excluded.revision`,
    { issueId, itemId, at, person, revision: lastRevision(w, itemId) },
  );
}

function entriesOf(r: Readable, issueId: IssueId): ReviewEntry[] {
  existingIssue(r, issueId);
  return listEntries(r, issueId).map(({ itemId }) => {
    const revision = lastRevision(r, itemId);
    const mark = r.get<{ at: Timestamp; person: string; revision: number }>(
      'SELECT at, person, revision FROM review_marks WHERE issue_id = ? AND item_id = ?',
      [issueId, itemId],
    );
    return {
      itemId,
      revision,
      passed: mark ? { ...mark, stale: mark.revision !== revision } : null,
      ...openComments(r, itemId),
    };
  });
}

const lastRevision = (r: Readable, id: ItemId) => listRevisions(r, getItem(r, id).id)[0]?.seq ?? 0;
