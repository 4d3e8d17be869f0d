import type { IssueDetail, IssueRow } from '../../../../shared/contract/views.ts';
import { assembleBulletin } from '../../../../shared/domain/assemble.ts';
import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import { resolveDistribution } from '../../../../shared/domain/distribution.ts';
import { entryOrderOf } from '../../../../shared/domain/entryOrder.ts';
import type { BackFileId, IssueId, ItemId, PublicationId } from '../../../../shared/domain/ids.ts';
import { isFrozen } from '../../../../shared/domain/issue.ts';
import { adjustedStyle, type PageAdjust } from '../../../../shared/domain/pageAdjust.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import { issueText } from '../../../../shared/domain/wording.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { getItem, type Item } from '../items/repo.ts';
import { itemRow, sourceOf } from '../items/service.ts';
import { readLog } from '../office/office.ts';
import { getPublication } from '../publications/repo.ts';
import { listGroups, listRecipients } from '../recipients/repo.ts';
import { readFrozen } from './frozen.ts';
import { issueLabel, nextNumbersOf, numbersOf } from './labels.ts';
import { countEntries, type Entry, getIssue, type Issue, isVoided, listEntries } from './repo.ts';

/** Throws `not-found`. */
export function existingIssue(r: Readable, id: IssueId): Issue {
  const issue = getIssue(r, id);
  if (!issue) throw new CoreError('not-found', { what: '这一期' });
  return issue;
}

/** Rows of a list: a publication is read once for all its issues. */
export function issueRows(r: Readable, issues: readonly Issue[]): IssueRow[] {
  const publications = new Map<PublicationId, Publication>();
  return issues.map((issue) => {
    const { publicationId: id } = issue;
    const publication = publications.get(id) ?? getPublication(r, id);
    publications.set(id, publication);
    return issueRow(r, issue, publication);
  });
}

export function issueRow(r: Readable, issue: Issue, publication = getPublication(r, issue.publicationId)): IssueRow {
  const numbers = numbersOf(r, issue);
  const wording = issueText(publication.style, numbers.number);
  return {
    id: issue.id,
    publicationId: publication.id,
    publication: publication.name,
    state: issue.state,
    ...numbers,
    label: numbers.tentative ? `${wording}（暂定）` : wording,
    date: issue.date,
    theme: issue.theme,
    entryCount: countEntries(r, issue.id),
    voided: isVoided(r, issue.id),
    signedAt: issue.signedAt,
    signedBy: issue.signedAt === null ? null : issue.signer,
  };
}

/** An issue as the board shows it; of a frozen one the distribution is the one it was signed with. */
export function issueDetail(r: Readable, id: IssueId): IssueDetail {
  const issue = existingIssue(r, id);
  const publication = getPublication(r, issue.publicationId);
  return {
    ...issueRow(r, issue),
    entries: listEntries(r, id).map(({ itemId, kind, section }) => {
      const item = getItem(r, itemId);
      return { item: itemRow(r, item), kind, section, blocks: item.blocks };
    }),
    editors: issue.editors,
    reviewer: issue.reviewer,
    signer: issue.signer,
    distribution: issue.distribution,
    resolved: resolvedOf(r, issue),
    filedFrom: filedFrom(r, issue.id),
    corrects: correctedBy(r, issue),
    pageAdjust: issue.pageAdjust,
    reviewNote: issue.reviewNote,
    version: issue.version,
    order: entryOrderOf(publication),
    log: readLog(r, id, 100),
  };
}

function filedFrom(r: Readable, id: IssueId): IssueDetail['filedFrom'] {
  const file = r.get<{ fileId: BackFileId; fileName: string }>(
    `SELECT f.id AS fileId, f.name AS fileName FROM back_files f JOIN back_drafts d ON d.file_id = f.id WHERE d.issue_id = ?`,
    [id],
  );
  const [filed] = file ? readLog(r, id, 100).slice(-1) : [];
  return file && filed ? { ...file, by: filed.person, at: filed.at } : null;
}

function resolvedOf(r: Readable, issue: Issue): IssueDetail['resolved'] {
  if (!isFrozen(issue.state)) return resolveDistribution(issue.distribution, listRecipients(r), listGroups(r));
  const { bulletin, distribution } = readFrozen(r, issue.id, issueLabel(r, issue.id));
  return { rows: bulletin.imprint, shares: distribution.shares, repeated: [], total: distribution.total };
}

/** What stands on a screen and is not saved yet: a text being typed, a board being arranged. */
export interface IssueDraft {
  item: ({ itemId: ItemId } & Pick<Item, 'title' | 'blocks'>) | null;
  entries: readonly Entry[] | null;
  pageAdjust: PageAdjust | null;
}

const nothingDrafted: IssueDraft = { item: null, entries: null, pageAdjust: null };

/** The issue as printed: as signed, or as it stands now, with what is drafted in place of what is stored. */
export function bulletinOf(r: Readable, issue: Issue, draft: IssueDraft = nothingDrafted): Bulletin {
  if (isFrozen(issue.state)) return readFrozen(r, issue.id, issueLabel(r, issue.id)).bulletin;
  return assembled(r, issue, getPublication(r, issue.publicationId), draft);
}

/** The issue put together from its items as they stand, for `publication`; also a signed one, to see a style by. */
export function assembled(
  r: Readable,
  issue: Issue,
  publication: Publication,
  draft: IssueDraft = nothingDrafted,
): Bulletin {
  const { rows, total: copies } = resolveDistribution(issue.distribution, listRecipients(r), listGroups(r));
  const entries = (draft.entries ?? listEntries(r, issue.id)).map(({ itemId, kind, section }) => {
    const item = getItem(r, itemId);
    const { title, blocks } = draft.item?.itemId === itemId ? draft.item : item;
    return { id: itemId, kind, section, title, blocks, source: sourceOf(r, item) || null };
  });
  const { number, total } = nextNumbersOf(r, issue);
  const style = adjustedStyle(publication.style, draft.pageAdjust ?? issue.pageAdjust);
  return assembleBulletin(
    { ...publication, style },
    {
      ...issue,
      number,
      total,
      entries,
      distributionRows: rows,
      copies,
      corrects: correctedBy(r, issue),
    },
  );
}

function correctedBy(r: Readable, { correctsId }: Issue) {
  if (correctsId === null) return null;
  return { id: correctsId, label: issueLabel(r, correctsId), date: existingIssue(r, correctsId).date };
}
