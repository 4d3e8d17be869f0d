import type { BackDraftKey } from '../../../../shared/contract/methods/backIssues.ts';
import { backProblemNames } from '../../../../shared/domain/backIssue.ts';
import { wordsOf } from '../../../../shared/domain/bulletin.ts';
import { toIsoDate } from '../../../../shared/domain/dates.ts';
import { emptyDistribution } from '../../../../shared/domain/distribution.ts';
import type { IssueId, ItemId } from '../../../../shared/domain/ids.ts';
import { blocksOf, bulletinOfSplit, entryKindOf, printedSource } from '../../../../shared/domain/printedIssue.ts';
import { issueText } from '../../../../shared/domain/wording.ts';
import { charCount } from '../../../../shared/text/normalise.ts';
import type { SplitIssue, SplitItem } from '../../../../shared/text/split/document.ts';
import { type Call, newId, now, record } from '../../context.ts';
import { putBlob } from '../../db/blobs.ts';
import type { Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { freeze } from '../issues/frozen.ts';
import { issueLabel } from '../issues/labels.ts';
import { addIssue, type Entry, type Issue, newIssue, setEntries, updateIssue } from '../issues/repo.ts';
import { voidIssue } from '../issues/service.ts';
import { existingIssue } from '../issues/views.ts';
import { addItem, setCredits } from '../items/repo.ts';
import { getPublication } from '../publications/repo.ts';
import { issuesOf } from './drafts.ts';
import {
  bytesOf,
  draftOfIssue,
  draftsOfFile,
  getDraft,
  getFile,
  putDraft,
  readSplit,
  setFiled,
  setUnfiled,
} from './repo.ts';
import { sourceUnits } from './units.ts';
import { blockingProblems, creditedFor } from './views.ts';

/**
 * Files one back issue: items, credits, the issue under its own number, its content frozen at the end of the chain of all
 * frozen contents, the file among the originals. It is marked as filed and by whom; nobody is said to have signed it.
 * Throws `back-issue-not-ready` with what stands in the way.
 */
export function fileDraft(w: Writable, call: Call, { fileId, part }: BackDraftKey): IssueId {
  const file = getFile(w, fileId);
  const draft = getDraft(w, fileId, part);
  if (draft.issueId !== null) throw new CoreError('back-issue-not-ready', { file: file.name, detail: '已经补录' });
  const problems = blockingProblems(w, draft, toIsoDate(call.desk.clock()));
  const { publicationId, number, total, date } = draft;
  if (problems.length > 0 || publicationId === null || number === null || date === null)
    throw new CoreError('back-issue-not-ready', {
      file: file.name,
      detail: problems.map((problem) => backProblemNames[problem]).join('、'),
    });
  const { text, split } = readSplit(w, fileId);
  const found = issuesOf(text, split)[part];
  if (!found) throw new CoreError('not-found', { what: '这一期' });
  const { editors, reviewers, signers, theme } = found.issue;
  const issue: Issue = {
    ...newIssue({
      publicationId,
      date,
      theme: theme ?? '',
      editors,
      distribution: emptyDistribution,
      correctsId: null,
    }),
    // As printed: whoever signed it then did not do so here.
    reviewer: reviewers.join('、') || null,
    signer: signers.join('、') || null,
  };
  addIssue(w, issue);
  const entries = addItems(w, call, found);
  setEntries(w, issue.id, entries);
  updateIssue(w, { ...issue, state: 'filed', number, total });
  freeze(w, issue.id, contentOf(w, issue, found, entries, number));
  putBlob(w, bytesOf(w, fileId));
  putDraft(w, { ...draft, issueId: issue.id });
  if (draftsOfFile(w, fileId).every((one) => one.issueId !== null)) setFiled(w, fileId);
  record(w, call, issue.id, `补录${issueLabel(w, issue.id)}，原件“${file.name}”`);
  w.touch('issues', 'items', 'publications', 'backIssues');
  return issue.id;
}

function addItems(w: Writable, call: Call, { items }: SplitIssue): Entry[] {
  const units = sourceUnits(w);
  return items.map((item) => {
    const id = newId<ItemId>();
    const blocks = blocksOf(item);
    const kind = entryKindOf(item.kind, item.title);
    addItem(w, {
      id,
      title: item.title ?? '',
      blocks,
      kind,
      sourceOverride: sourceOf(item),
      charCount: charCount(wordsOf(blocks).join('\n')),
      version: 1,
      updatedAt: now(call.desk),
      updatedBy: call.actor.name,
      withdrawn: false,
    });
    setCredits(w, id, creditedFor(units, item));
    return { itemId: id, kind, section: item.column };
  });
}

/** As printed, also where the register now has another name; what had no source is not given one. */
const sourceOf = (item: SplitItem): string => printedSource(item) ?? '';

/** The pages as far as the text tells them, in the publication's style of today. */
function contentOf(w: Writable, issue: Issue, found: SplitIssue, entries: readonly Entry[], number: number) {
  const { name, office, style } = getPublication(w, issue.publicationId);
  const { bulletin } = bulletinOfSplit(found, { number: null, date: issue.date });
  const { masthead } = bulletin;
  return {
    bulletin: {
      ...bulletin,
      masthead: {
        ...masthead,
        name: found.issue.name ?? name,
        office: found.issue.issuer ?? office,
        issueText: found.issue.issueNumberText ?? issueText(style, number),
      },
      entries: bulletin.entries.map((entry, i) => ({ ...entry, id: entries[i]?.itemId ?? entry.id })),
      style,
    },
    // 印数 only where it is printed: a figure of our own would stand for one.
    distribution: { shares: [], spare: 0, total: found.issue.copies ?? 0 },
  };
}

/** Takes a filing back: the issue gives its number up and leaves 往期, its file waits to be filed again. */
export function withdrawFiling(w: Writable, call: Call, id: IssueId, reason: string): void {
  const issue = existingIssue(w, id);
  const label = issueLabel(w, id);
  if (issue.state !== 'filed') throw new CoreError('issue-frozen', { issue: label });
  voidIssue(w, call, id, reason);
  const key = draftOfIssue(w, id);
  if (!key) return;
  putDraft(w, { ...getDraft(w, key.fileId, key.part), issueId: null });
  setUnfiled(w, key.fileId);
  w.touch('backIssues');
}
