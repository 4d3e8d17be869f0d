import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { ItemId, SubmissionId } from '../../../../shared/domain/ids.ts';
import {
  type DecidedState,
  mayMove,
  type SubmissionState,
  submissionStateNames,
} from '../../../../shared/domain/submission.ts';
import { openingOf } from '../../../../shared/text/opening.ts';
import { type Call, now, record } from '../../context.ts';
import type { Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { itemsOfSubmission, setWithdrawn, submissionsOfItem } from '../items/repo.ts';
import { itemForSubmission, mergeItems, refusePlaced } from '../items/service.ts';
import { addDecision, getSubmission, lastStanding, type Submission, setState } from './repo.ts';

export interface Because {
  reason: string;
  dueDate: IsoDate | null;
}

const noReason: Because = { reason: '', dueDate: null };

/**
 * Decides on a submission. Shortlisting makes its item or brings it back; any other decision withdraws it.
 * Throws `state-changed` where the step is not open, `item-in-issue` where its item stands in an issue.
 */
export function decide(w: Writable, call: Call, id: SubmissionId, to: DecidedState, because: Because = noReason): void {
  const submission = getSubmission(w, id);
  refuseMove(submission, to);
  move(w, call, submission, to, because, null);
  if (to === 'shortlisted') itemForSubmission(w, call, submission);
  else withdrawItem(w, id);
  record(w, call, id, `${submissionStateNames[to]}：${nameOf(submission)}`);
}

/**
 * Takes the last standing decision back, with what it made. Taking back a merge takes it back for all it merged.
 * Throws `nothing-to-undo`; `issue-frozen` once it is printed, `item-in-issue` while it stands in an open issue.
 */
export function undo(w: Writable, call: Call, id: SubmissionId): void {
  const item = liveItem(w, id);
  if (item !== null) refusePlaced(w, item);
  const submission = getSubmission(w, id);
  if (submission.state === 'merged' && item !== null) {
    dissolve(w, call, item);
    return;
  }
  undoOne(w, call, submission);
}

/** 多条合一 from submissions: those not shortlisted yet get their item first, then all become one. */
export function mergeSubmissions(w: Writable, call: Call, ids: readonly SubmissionId[]): ItemId {
  const items = ids.map((id) => {
    const submission = getSubmission(w, id);
    if (submission.state === 'merged' || submission.state === 'adopted') refuseMove(submission, 'merged');
    return liveItem(w, id) ?? itemForSubmission(w, call, submission);
  });
  const merged = mergeItems(w, call, items);
  markMerged(w, call, merged);
  record(w, call, merged, `${ids.length}条来稿合为一篇`);
  return merged;
}

/** Marks every submission of a merged item. */
export function markMerged(w: Writable, call: Call, item: ItemId): void {
  for (const id of submissionsOfItem(w, item)) {
    const submission = getSubmission(w, id);
    if (submission.state !== 'merged') move(w, call, submission, 'merged', noReason, null);
  }
}

/** Takes an item back: withdrawn, each of its submissions where it stood before it, their own items brought back. */
export function dissolve(w: Writable, call: Call, item: ItemId): void {
  setWithdrawn(w, item, true);
  for (const id of submissionsOfItem(w, item)) undoOne(w, call, getSubmission(w, id));
}

/** Called in the transaction that signs an issue, for every submission printed in it. */
export function markAdopted(w: Writable, call: Call, id: SubmissionId, issue: string): void {
  const submission = getSubmission(w, id);
  refuseMove(submission, 'adopted');
  move(w, call, submission, 'adopted', { reason: issue, dueDate: null }, null);
}

/** Called where a signed issue is voided: what it adopted is open again. */
export function unmarkAdopted(w: Writable, call: Call, id: SubmissionId): void {
  const last = lastStanding(w, id);
  if (last?.to === 'adopted') move(w, call, getSubmission(w, id), last.from, noReason, last.seq);
}

function undoOne(w: Writable, call: Call, submission: Submission): void {
  const last = lastStanding(w, submission.id);
  if (!last || last.to !== submission.state || last.to === 'adopted') throw new CoreError('nothing-to-undo');
  move(w, call, submission, last.from, noReason, last.seq);
  if (last.from === 'shortlisted') itemForSubmission(w, call, submission);
  else withdrawItem(w, submission.id);
  record(w, call, submission.id, `撤销${submissionStateNames[last.to]}：${nameOf(submission)}`);
}

function move(
  w: Writable,
  call: Call,
  { id, state }: Submission,
  to: SubmissionState,
  because: Because,
  undoes: number | null,
) {
  addDecision(w, {
    submissionId: id,
    at: now(call.desk),
    person: call.actor.name,
    from: state,
    to,
    ...because,
    undoes,
  });
  setState(w, id, to);
}

function withdrawItem(w: Writable, id: SubmissionId): void {
  const item = liveItem(w, id);
  if (item === null) return;
  refusePlaced(w, item);
  setWithdrawn(w, item, true);
}

const liveItem = (w: Writable, id: SubmissionId): ItemId | null =>
  itemsOfSubmission(w, id).find((item) => !item.withdrawn)?.id ?? null;

function refuseMove(submission: Submission, to: SubmissionState): void {
  if (!mayMove(submission.state, to))
    throw new CoreError('state-changed', { what: nameOf(submission), state: submissionStateNames[submission.state] });
}

const nameOf = ({ title, paragraphs }: Submission) => title || openingOf(paragraphs[0] ?? '', 20);
