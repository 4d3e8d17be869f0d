import { dateParts } from '../../../../shared/domain/dates.ts';
import { resolveDistribution } from '../../../../shared/domain/distribution.ts';
import { arranged, entryOrderOf } from '../../../../shared/domain/entryOrder.ts';
import type { IssueId, ItemId } from '../../../../shared/domain/ids.ts';
import { type IssueState, isFrozen, issueStateNames, mayAdvance } from '../../../../shared/domain/issue.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import { type Call, now, record } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { sealReview } from '../checklist/signing.ts';
import { getItem, placeOfItem, setWithdrawn, submissionsOfItem } from '../items/repo.ts';
import { sealRevision } from '../items/service.ts';
import { listGroups, listRecipients } from '../recipients/repo.ts';
import { markAdopted, unmarkAdopted } from '../submissions/decisions.ts';
import { freeze } from './frozen.ts';
import { issueLabel, nextNumbersOf } from './labels.ts';
import {
  addVoid,
  deleteIssue,
  type Entry,
  type Issue,
  isVoided,
  listEntries,
  listIssues,
  setEntries,
  updateIssue,
} from './repo.ts';
import { bulletinOf, existingIssue } from './views.ts';

/** What an editor may change while an issue is being assembled. */
export type IssueEdit = Partial<
  Pick<Issue, 'date' | 'theme' | 'editors' | 'reviewer' | 'signer' | 'distribution' | 'pageAdjust'>
>;

/** Throws `issue-frozen` once signed, `state-changed` while it is with the reviewer or was changed in between. */
export function editIssue(w: Writable, id: IssueId, version: number, edit: IssueEdit): void {
  const issue = forEditing(w, id, version);
  const changed = { ...issue, ...edit };
  updateIssue(w, { ...changed, year: dateParts(changed.date).year, version: version + 1 });
}

/** Order, kinds and sections of all entries. An item stands in one issue only. */
export function arrange(w: Writable, id: IssueId, version: number, entries: readonly Entry[]): void {
  const issue = forEditing(w, id, version);
  const seen = new Set<ItemId>();
  for (const { itemId } of entries) {
    if (seen.has(itemId)) throw new CoreError('invalid-input', { detail: '同一篇稿件编入了两次' });
    seen.add(itemId);
    const item = getItem(w, itemId);
    const place = placeOfItem(w, itemId);
    if (place && place.id !== id) throw new CoreError('item-in-issue', { issue: issueLabel(w, place.id) });
    if (item.withdrawn) throw new CoreError('state-changed', { what: item.title || '这篇稿件', state: '撤下' });
  }
  setEntries(w, id, entries);
  updateIssue(w, { ...issue, version: version + 1 });
}

/** Puts the entries of every open issue of a publication into its order, after that has changed. */
export function rearrange(w: Writable, publication: Publication): void {
  const open = { frozen: false, publicationId: publication.id, year: null, search: '', among: null };
  for (const issue of listIssues(w, open, { offset: 0, limit: -1 }).issues) {
    const entries = listEntries(w, issue.id);
    const after = arranged(entries, entryOrderOf(publication));
    if (after.every((entry, i) => entry === entries[i])) continue;
    setEntries(w, issue.id, after);
    updateIssue(w, { ...issue, version: issue.version + 1 });
  }
}

/** Moves an issue between 编排 and 送审. */
export function moveIssue(
  w: Writable,
  call: Call,
  id: IssueId,
  to: Extract<IssueState, 'assembling' | 'inReview'>,
  note = '',
): void {
  const issue = existingIssue(w, id);
  refuseAdvance(w, issue, to);
  if (to === 'inReview') refuseEmpty(w, issue);
  updateIssue(w, { ...issue, state: to, reviewNote: note, version: issue.version + 1 });
  // What the reviewer was given, and what he gave back, stays to be compared with.
  for (const { itemId } of listEntries(w, id)) sealRevision(w, itemId);
  record(
    w,
    call,
    id,
    `${issueLabel(w, id)}${to === 'inReview' ? '送审' : `退回编排${note === '' ? '' : `：${note}`}`}`,
  );
}

/**
 * Signs: takes the number and freezes the content, in one transaction with the record. The signer has seen
 * `expectedNumber`; where another issue was signed in between, nothing happens and `state-changed` says so.
 */
export function signIssue(w: Writable, call: Call, id: IssueId, version: number, expectedNumber: number): void {
  const issue = existingIssue(w, id);
  refuseAdvance(w, issue, 'signed');
  refuseStale(w, issue, version);
  refuseEmpty(w, issue);
  const { number, total } = nextNumbersOf(w, issue);
  if (number !== expectedNumber)
    throw new CoreError('state-changed', { what: `第${expectedNumber}期`, state: '被占用' });
  refuseUnready(w, issue);
  sealReview(w, call, issue);
  const signed: Issue = { ...issue, signer: call.actor.name, state: 'signed', number, total, signedAt: now(call.desk) };
  // The bulletin is made while the row is still open: afterwards it can only be read back from what is frozen here.
  const bulletin = bulletinOf(w, { ...issue, signer: call.actor.name });
  const { shares, total: copies } = resolveDistribution(issue.distribution, listRecipients(w), listGroups(w));
  const entries = listEntries(w, id);
  updateIssue(w, signed);
  freeze(w, id, { bulletin, distribution: { shares, spare: issue.distribution.spare, total: copies } });
  const label = issueLabel(w, id);
  for (const { itemId } of entries)
    for (const submission of submissionsOfItem(w, itemId)) markAdopted(w, call, submission, label);
  record(w, call, id, `签发${label}`);
  w.touch('submissions', 'items', 'publications');
}

export function releaseIssue(w: Writable, call: Call, id: IssueId): void {
  const issue = existingIssue(w, id);
  refuseVoided(w, issue);
  refuseAdvance(w, issue, 'released');
  updateIssue(w, { ...issue, state: 'released' });
  record(w, call, id, `${issueLabel(w, id)}已发送`);
}

/**
 * 作废: the number stays taken; its items are free for another issue. Of a filed issue it is the filing that was wrong, not
 * what was printed: its number is free for a better one, and its items go with it.
 */
export function voidIssue(w: Writable, call: Call, id: IssueId, reason: string): void {
  const issue = existingIssue(w, id);
  if (!isFrozen(issue.state))
    throw new CoreError('state-changed', { what: issueLabel(w, id), state: issueStateNames[issue.state] });
  refuseVoided(w, issue);
  addVoid(w, id, now(call.desk), call.actor.name, reason);
  if (issue.state === 'filed') {
    updateIssue(w, { ...issue, standing: false });
    for (const { itemId } of listEntries(w, id)) setWithdrawn(w, itemId, true);
    record(w, call, id, `撤回补录的${issueLabel(w, id)}：${reason}`);
    return;
  }
  for (const { itemId } of listEntries(w, id))
    for (const submission of submissionsOfItem(w, itemId)) unmarkAdopted(w, call, submission);
  record(w, call, id, `${issueLabel(w, id)}作废：${reason}`);
}

export function discardIssue(w: Writable, call: Call, id: IssueId): void {
  const issue = existingIssue(w, id);
  const label = issueLabel(w, id);
  if (isFrozen(issue.state)) throw new CoreError('issue-frozen', { issue: label });
  deleteIssue(w, id);
  record(w, call, id, `删除未签发的${label}`);
}

function forEditing(r: Readable, id: IssueId, version: number): Issue {
  const issue = existingIssue(r, id);
  if (isFrozen(issue.state)) throw new CoreError('issue-frozen', { issue: issueLabel(r, id) });
  if (issue.state === 'inReview') throw new CoreError('state-changed', { what: issueLabel(r, id), state: '送审' });
  refuseStale(r, issue, version);
  return issue;
}

function refuseStale(r: Readable, issue: Issue, version: number): void {
  if (issue.version !== version)
    throw new CoreError('state-changed', { what: issueLabel(r, issue.id), state: '另行修改过' });
}

function refuseAdvance(r: Readable, issue: Issue, to: IssueState): void {
  if (mayAdvance(issue.state, to)) return;
  const label = issueLabel(r, issue.id);
  if (isFrozen(issue.state) && to !== 'released') throw new CoreError('issue-frozen', { issue: label });
  throw new CoreError('state-changed', { what: label, state: issueStateNames[issue.state] });
}

function refuseEmpty(r: Readable, issue: Issue): void {
  if (listEntries(r, issue.id).length === 0) throw new CoreError('issue-empty', { issue: issueLabel(r, issue.id) });
}

function refuseVoided(r: Readable, issue: Issue): void {
  if (isVoided(r, issue.id)) throw new CoreError('state-changed', { what: issueLabel(r, issue.id), state: '作废' });
}

/** What must be there before an issue can be signed: a title where one is printed, and text. */
function refuseUnready(r: Readable, issue: Issue): void {
  const missing = listEntries(r, issue.id).flatMap(({ itemId, kind }, i) => {
    const item = getItem(r, itemId);
    const what = [
      ...(kind !== 'brief' && item.title.trim() === '' ? ['标题'] : []),
      ...(item.blocks.length === 0 ? ['正文'] : []),
    ];
    return what.length === 0 ? [] : [`第${i + 1}篇缺${what.join('、')}`];
  });
  if (missing.length > 0)
    throw new CoreError('issue-not-ready', { issue: issueLabel(r, issue.id), detail: missing.join('；') });
}
