import type { ItemDetail, ItemRow, RevisionOrigin } from '../../../../shared/contract/views.ts';
import { type Block, type EntryKind, wordsOf } from '../../../../shared/domain/bulletin.ts';
import type { DepartmentId, ItemId, SubmissionId } from '../../../../shared/domain/ids.ts';
import { isFrozen } from '../../../../shared/domain/issue.ts';
import { entryKindOf } from '../../../../shared/domain/printedIssue.ts';
import { charCount } from '../../../../shared/text/normalise.ts';
import { type Call, newId, now } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { copyOpenComments, followText } from '../comments/anchors.ts';
import { openComments } from '../comments/repo.ts';
import { issueLabel } from '../issues/labels.ts';
import { getSubmission, type Submission } from '../submissions/repo.ts';
import { submissionDetail } from '../submissions/views.ts';
import {
  addItem,
  addRevision,
  creditsOf,
  getItem,
  getRevision,
  type Item,
  itemsOfSubmission,
  lastRevision,
  linkSubmissions,
  placeOfItem,
  replaceLastRevision,
  sealLastRevision,
  setCredits,
  setWithdrawn,
  submissionsOfItem,
  updateItem,
} from './repo.ts';

/** Saves by one person go on in one revision until he pauses for so long, ms; */
const REVISION_PAUSE = 5 * 60_000;
/** or has worked on it for so long, ms. */
const REVISION_SPAN = 30 * 60_000;

export interface Draft {
  title: string;
  blocks: Block[];
  kind: EntryKind;
  sourceOverride: string | null;
}

/** Makes an item, its first revision, its links and credits. */
export function createItem(
  w: Writable,
  call: Call,
  draft: Draft,
  made: { origin: RevisionOrigin; submissions: readonly SubmissionId[]; credits: readonly DepartmentId[] },
): ItemId {
  const id = newId<ItemId>();
  const item: Item = {
    ...draft,
    id,
    charCount: countOf(draft),
    version: 1,
    updatedAt: now(call.desk),
    updatedBy: call.actor.name,
    withdrawn: false,
  };
  addItem(w, item);
  addRevision(w, revisionOf(item, made.origin));
  linkSubmissions(w, id, made.submissions);
  setCredits(w, id, made.credits);
  return id;
}

/** The item of a shortlisted submission: the one made before, brought back, or a new one with the text as sent. */
export function itemForSubmission(w: Writable, call: Call, submission: Submission): ItemId {
  const earlier = itemsOfSubmission(w, submission.id).find((item) => submissionsOfItem(w, item.id).length === 1);
  if (earlier) {
    setWithdrawn(w, earlier.id, false);
    return earlier.id;
  }
  const { id, departmentId } = submission;
  return createItem(w, call, draftOf(w, submission), {
    origin: 'submission',
    submissions: [id],
    credits: departmentId === null ? [] : [departmentId],
  });
}

/**
 * Saves a text. Throws `item-changed-elsewhere` where somebody saved since `version` was read, `issue-frozen` where the
 * item has been printed. Returns the new version.
 */
export function saveItem(
  w: Writable,
  call: Call,
  id: ItemId,
  version: number,
  draft: Draft,
  origin: RevisionOrigin,
  note = '',
): number {
  const stored = getItem(w, id);
  if (stored.version !== version) throw new CoreError('item-changed-elsewhere', { person: stored.updatedBy });
  refusePrinted(w, id);
  const item: Item = {
    ...stored,
    ...draft,
    charCount: countOf(draft),
    version: version + 1,
    updatedAt: now(call.desk),
    updatedBy: call.actor.name,
  };
  updateItem(w, item);
  followText(w, id, stored, item);
  const revision = revisionOf(item, origin, note);
  if (origin === 'edit' && note === '' && goesOn(w, call, id)) replaceLastRevision(w, revision);
  else addRevision(w, revision);
  return item.version;
}

/** Whether a save now is still the same sitting as the last revision, which nobody has looked at yet. */
function goesOn(r: Readable, call: Call, id: ItemId): boolean {
  const last = lastRevision(r, id);
  if (last?.origin !== 'edit' || last.note !== '' || last.sealed === 1 || last.person !== call.actor.name) return false;
  // Of a clock that was set back nothing is known but that the sitting is another.
  const since = (moment: string) => Math.abs(call.desk.clock().getTime() - Date.parse(moment));
  return since(last.endedAt) < REVISION_PAUSE && since(last.at) < REVISION_SPAN;
}

/** Ends the revision at hand, because somebody else looks at the text as it is: whoever saves next begins another. */
export const sealRevision = sealLastRevision;

export function restoreRevision(w: Writable, call: Call, id: ItemId, seq: number, version: number): number {
  const { title, blocks } = getRevision(w, id, seq);
  const { kind, sourceOverride } = getItem(w, id);
  return saveItem(w, call, id, version, { title, blocks, kind, sourceOverride }, 'restore');
}

/**
 * 多条合一: a new item with the texts of several put one after the other, every unit credited. The items it was made
 * from are withdrawn, not deleted, so that undoing brings them back as they were.
 */
export function mergeItems(w: Writable, call: Call, ids: readonly ItemId[]): ItemId {
  const items = ids.map((id) => getItem(w, id));
  for (const { id } of items) refusePlaced(w, id);
  const [first] = items;
  if (!first) throw new CoreError('not-found', { what: '要合并的稿件' });
  const submissions = items.flatMap(({ id }) => submissionsOfItem(w, id));
  const credits = items.flatMap(({ id }) => creditsOf(w, id).map((credit) => credit.departmentId));
  const blocks = items.flatMap((item, i): Block[] => [
    ...(i > 0 && item.title !== '' ? [{ kind: 'subhead' as const, text: item.title }] : []),
    ...item.blocks,
  ]);
  const sources = items.map((item) => sourceOf(w, item));
  const id = createItem(
    w,
    call,
    {
      title: first.title,
      blocks,
      kind: first.kind,
      sourceOverride: items.some((item) => item.sourceOverride !== null) ? [...new Set(sources)].join('、') : null,
    },
    { origin: 'merge', submissions, credits },
  );
  copyOpenComments(w, ids, id, { title: first.title, blocks });
  for (const item of items) setWithdrawn(w, item.id, true);
  return id;
}

/** Throws `item-in-issue` (or `issue-frozen`) where the item stands in an issue. */
export function refusePlaced(r: Readable, id: ItemId): void {
  const place = placeOfItem(r, id);
  if (!place) return;
  const issue = issueLabel(r, place.id);
  throw new CoreError(isFrozen(place.state) ? 'issue-frozen' : 'item-in-issue', { issue });
}

/** Throws `issue-frozen` where the item has been printed. */
export function refusePrinted(r: Readable, id: ItemId): void {
  const place = placeOfItem(r, id);
  if (place && isFrozen(place.state)) throw new CoreError('issue-frozen', { issue: issueLabel(r, place.id) });
}

/** What is printed after the text: the editor's own wording, else the units credited. */
export const sourceOf = (r: Readable, item: Pick<Item, 'id' | 'sourceOverride'>): string =>
  item.sourceOverride ??
  creditsOf(r, item.id)
    .map((credit) => credit.department)
    .join('、');

export function itemRow(r: Readable, item: Item): ItemRow {
  const place = placeOfItem(r, item.id);
  return {
    id: item.id,
    title: item.title,
    excerpt: wordsOf(item.blocks).join('\n').slice(0, 60),
    source: sourceOf(r, item),
    charCount: item.charCount,
    kind: item.kind,
    updatedAt: item.updatedAt,
    updatedBy: item.updatedBy,
    issue: place && { ...place, label: issueLabel(r, place.id) },
    ...openComments(r, item.id),
  };
}

export function itemDetail(r: Readable, call: Call, id: ItemId): ItemDetail {
  const item = getItem(r, id);
  const row = itemRow(r, item);
  return {
    ...row,
    blocks: item.blocks,
    version: item.version,
    credits: creditsOf(r, id),
    sourceOverride: item.sourceOverride,
    submissions: submissionsOfItem(r, id).map((submission) => submissionDetail(r, call, submission)),
    readOnly: row.issue !== null && isFrozen(row.issue.state),
  };
}

/** 字数 is that of the text; titles are not counted. */
const countOf = ({ blocks }: Pick<Draft, 'blocks'>) => charCount(wordsOf(blocks).join('\n'));

const revisionOf = (item: Item, origin: RevisionOrigin, note = '') => ({
  itemId: item.id,
  at: item.updatedAt,
  person: item.updatedBy,
  origin,
  note,
  title: item.title,
  blocks: item.blocks,
  charCount: item.charCount,
});

function draftOf(r: Readable, submission: Submission): Draft {
  const { title, paragraphs, subheads, kind, source, departmentId } = getSubmission(r, submission.id);
  const unit = departmentId === null ? null : departmentName(r, departmentId);
  return {
    title,
    blocks: paragraphs.map((text, i) => ({ kind: subheads.includes(i) ? 'subhead' : 'text', text })),
    kind: entryKindOf(kind, title),
    // As the department wrote it, where the register says otherwise or nothing: an editor decides, not we.
    sourceOverride: source === unit ? null : source,
  };
}

const departmentName = (r: Readable, id: DepartmentId) =>
  r.get<{ name: string }>('SELECT short_name AS name FROM departments WHERE id = ?', [id])?.name ?? null;
