import { type IsoDate, isIsoDate } from '../../../../shared/domain/dates.ts';
import type { PublicationId } from '../../../../shared/domain/ids.ts';
import { printedSource } from '../../../../shared/domain/printedIssue.ts';
import type { SplitIssue } from '../../../../shared/text/split/document.ts';
import { parseDate, parseIssueNumber } from '../../../../shared/text/split/fields.ts';
import { UNSURE } from '../../../../shared/text/split/index.ts';
import { documentOf, type Split } from '../../../../shared/text/split/review/index.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { listPublications } from '../publications/repo.ts';
import { type BackDraft, type BackFile, draftsOfFile, putDraft, removeDraftsFrom } from './repo.ts';

/** The issues of a file as its split now makes them. */
export function issuesOf(text: string, split: Split): SplitIssue[] {
  const document = documentOf(text, split);
  return 'issues' in document ? document.issues : [document];
}

/** Writes one draft for each issue of a file; numbers set by hand and issues filed already stay. */
export function putDrafts(w: Writable, file: Pick<BackFile, 'id' | 'name'>, text: string, split: Split): void {
  const issues = issuesOf(text, split);
  const known = draftsOfFile(w, file.id);
  const publications = listPublications(w);
  issues.forEach((issue, part) => {
    const before = known.find((draft) => draft.part === part);
    if (before?.issueId) return;
    const read = numbersIn(issue, issues.length === 1 ? file.name : '', publications);
    const numbers = before?.byHand ? before : { ...read, byHand: false };
    putDraft(w, { ...numbers, ...countsOf(issue, part, split), fileId: file.id, part, issueId: null });
  });
  removeDraftsFrom(w, file.id, issues.length);
}

type Numbers = Pick<BackDraft, 'publicationId' | 'number' | 'total' | 'date'>;

/** What an issue says of itself; where it says nothing, what its file is called. */
function numbersIn(
  { issue }: SplitIssue,
  fileName: string,
  publications: readonly { id: PublicationId; name: string }[],
): Numbers {
  const name = issue.name?.replace(/[\s《》]/gu, '') ?? null;
  const named = publications.find((publication) => publication.name.replace(/\s/gu, '') === name);
  const only = publications.length === 1 && name === null ? publications[0] : undefined;
  const date = issue.date ?? parseDate(fileName);
  return {
    publicationId: (named ?? only)?.id ?? null,
    number: issue.issueNumber ?? parseIssueNumber(/第[^第]{1,8}期/u.exec(fileName)?.[0] ?? null),
    total: issue.totalNumber,
    date: date !== null && isIsoDate(date) ? (date as IsoDate) : null,
  };
}

function countsOf({ items, leftover }: SplitIssue, part: number, split: Split) {
  const unsure = split.items.filter(
    ({ issueIndex }, i) => issueIndex === part && (split.confidence[i] ?? 1) < UNSURE,
  ).length;
  return {
    items: items.length,
    unsure,
    leftover: leftover.filter((text) => SENTENCE.test(text)).length,
    sources: items.map((item) => printedSource(item) ?? ''),
  };
}

/** Contents lists, page numbers and running heads hold no sentence. */
const SENTENCE = /[，。；！？]/u;

/** Publications by name, for a view. */
export const publicationNames = (r: Readable): ReadonlyMap<PublicationId, string> =>
  new Map(listPublications(r).map(({ id, name }) => [id, name]));
