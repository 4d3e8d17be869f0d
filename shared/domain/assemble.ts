import type { Block, Bulletin, BulletinEntry, EntryKind, ImprintRow } from './bulletin.ts';
import type { IsoDate } from './dates.ts';
import type { Publication } from './publication.ts';
import { correctionText, issueText, totalText } from './wording.ts';

/** What an issue brings to its pages besides its publication. */
export interface IssueParts {
  number: number;
  /** `null` where it is not known. */
  total: number | null;
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
  /** The issue this one corrects (更正), as it is named, and its date. */
  corrects?: { label: string; date: IsoDate } | null;
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
  const notice = issue.corrects ? correctionText(style, issue.corrects.label, issue.corrects.date) : '';
  return {
    masthead: {
      name: publication.name,
      issueText: issueText(style, issue.number),
      totalText: issue.total === null ? null : totalText(style, issue.total),
      office: publication.office,
      date: issue.date,
      secrecy: style.secrecy === '' ? null : style.secrecy,
      copyNumber: null,
    },
    theme: issue.theme.split('\n').filter((line) => line.trim() !== ''),
    ...(notice === '' ? {} : { notice }),
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

/** Rows of the distribution, then the names in the order the publication prints them, 印数 at the right of the last. */
function imprintRows({ style, imprintParts }: Publication, issue: IssueParts): ImprintRow[] {
  const names: Record<Exclude<(typeof imprintParts)[number], 'copies'>, ImprintRow> = {
    editors: { label: style.editorsLabel, text: issue.editors.join(BETWEEN_NAMES) },
    reviewer: { label: style.reviewerLabel, text: issue.reviewer ?? '' },
    signer: { label: style.signerLabel, text: issue.signer ?? '' },
  };
  const named = imprintParts.flatMap((part) => (part === 'copies' || names[part].text === '' ? [] : [names[part]]));
  const rows = issue.distributionRows.map((row) => ({ ...row }));
  if (style.namesInOneRow && named.length > 1) rows.push(inOneRow(named));
  else rows.push(...named);
  const last = rows.at(-1);
  const copies = style.copiesWording.replaceAll('{n}', String(issue.copies));
  if (imprintParts.includes('copies') && copies !== '' && last) last.right = copies;
  return rows;
}

const BETWEEN_NAMES = '　';

/** 签发：某某　　审核：某某　　责任编辑：某某 */
function inOneRow([first, ...others]: readonly ImprintRow[]): ImprintRow {
  const rest = others.map(({ label, text }) => `${BETWEEN_NAMES}${BETWEEN_NAMES}${label}：${text}`);
  return { label: first?.label ?? '', text: (first?.text ?? '') + rest.join('') };
}
