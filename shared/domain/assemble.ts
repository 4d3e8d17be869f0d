import type { Block, Bulletin, BulletinEntry, EntryKind, ImprintRow } from './bulletin.ts';
import type { IsoDate } from './dates.ts';
import type { Publication } from './publication.ts';

/** What an issue brings to its pages besides its publication. */
export interface IssueParts {
  number: number;
  total: number;
  date: IsoDate;
  /** Theme heading; lines divided by a line feed, empty where there is none. */
  theme: string;
  entries: readonly IssuePartEntry[];
  editors: readonly string[];
  reviewer: string | null;
  signer: string | null;
  /** Rows of the distribution as printed, and 印数. */
  distributionRows: readonly ImprintRow[];
  copies: number;
}

export interface IssuePartEntry {
  id: string;
  kind: EntryKind;
  section: string | null;
  title: string;
  blocks: Block[];
  source: string | null;
}

/** Put an issue's parts into the form that is printed. Pure: the same parts give the same bulletin. */
export function assembleBulletin(publication: Publication, issue: IssueParts): Bulletin {
  const { style } = publication;
  const fill = (wording: string) =>
    wording.replaceAll('{n}', String(issue.number)).replaceAll('{t}', String(issue.total));
  return {
    masthead: {
      name: publication.name,
      issueText: fill(style.issueWording),
      totalText: style.totalWording === '' ? null : fill(style.totalWording),
      office: publication.office,
      date: issue.date,
      secrecy: style.secrecy === '' ? null : style.secrecy,
      copyNumber: null,
    },
    theme: issue.theme.split('\n').filter((line) => line.trim() !== ''),
    entries: openSections(issue.entries),
    imprint: imprintRows(publication, issue),
    style,
  };
}

/** A section heading is printed where it changes, not before each entry under it. */
function openSections(entries: readonly IssuePartEntry[]): BulletinEntry[] {
  let current: string | null = null;
  return entries.map(({ id, kind, section, title, blocks, source }) => {
    const opens = section !== null && section !== current;
    current = section;
    return { id, kind, section: opens ? section : null, title: kind === 'brief' ? null : title, body: blocks, source };
  });
}

function imprintRows(publication: Publication, issue: IssueParts): ImprintRow[] {
  const rows: ImprintRow[] = issue.distributionRows.map((row) => ({ ...row }));
  const parts = new Set(publication.imprintParts);
  const names = [
    ...(parts.has('editors') ? [{ label: '责任编辑', text: issue.editors.join('　') }] : []),
    ...(parts.has('reviewer') ? [{ label: '审核', text: issue.reviewer ?? '' }] : []),
    ...(parts.has('signer') ? [{ label: '签发', text: issue.signer ?? '' }] : []),
  ];
  rows.push(...names.filter((row) => row.text !== ''));
  const last = rows.at(-1);
  if (parts.has('copies') && last) last.right = `（共印${issue.copies}份）`;
  return rows;
}
