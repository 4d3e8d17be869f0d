import type { SplitIssue, SplitIssueFields, SplitItem, SplitKind } from '../text/split/document.ts';
import type { Block, Bulletin, BulletinEntry, EntryKind, ImprintRow } from './bulletin.ts';
import type { IsoDate } from './dates.ts';
import type { DistributionRow, DistributionSheet } from './distributionSheet.ts';
import { defaultHouseStyle } from './houseStyle.ts';

/** What the text does not say, or what is to be printed instead. */
export interface Given {
  /** 期号; `null` takes the text's, or leaves the place empty. */
  readonly number: number | null;
  readonly date: IsoDate;
}

/** Name and office of the bulletin this program is made for; for texts without a masthead. */
const NAME = '上街信息';
const OFFICE = '中共上街区委办公室';

/** The printed issue a split text stands for, and its distribution with one copy for each reader named. */
export function bulletinOfSplit(
  { issue, items }: SplitIssue,
  given: Given,
): { bulletin: Bulletin; sheet: DistributionSheet } {
  const name = issue.name ?? NAME;
  const issueText = numberText(issue, given);
  const bulletin: Bulletin = {
    masthead: {
      name,
      issueText,
      totalText: issue.totalNumberText,
      office: issue.issuer ?? OFFICE,
      date: given.date,
      secrecy: null,
      copyNumber: null,
    },
    theme: issue.theme === null ? [] : [issue.theme],
    entries: items.map((item, index) => entryOf(item, items[index - 1])),
    imprint: imprintOf(issue),
    style: defaultHouseStyle,
  };
  const { office } = bulletin.masthead;
  return { bulletin, sheet: sheetOf(issue, { title: name, issueText, office, date: given.date }) };
}

/** An empty place, to be filled by hand, where nobody says the number. */
function numberText(issue: SplitIssueFields, { number }: Given): string {
  return number === null
    ? (issue.issueNumberText ?? '第　期')
    : defaultHouseStyle.issueWording.replace('{n}', String(number));
}

function entryOf(item: SplitItem, before: SplitItem | undefined): BulletinEntry {
  const opensColumn = item.column !== null && item.column !== before?.column;
  return {
    id: String(item.n),
    kind: item.kind === 'column-brief' ? 'brief' : item.kind,
    section: opensColumn ? item.column : null,
    title: item.title,
    body: blocksOf(item),
    source: printedSource(item),
  };
}

/** The text of an item, block by block. */
export const blocksOf = ({ body, subheads }: Pick<SplitItem, 'body' | 'subheads'>): Block[] =>
  body.map((text, index) => ({ kind: subheads.includes(index) ? 'subhead' : 'text', text }));

/** What stands after an item, without its brackets. */
export const printedSource = ({ source, bylineText }: Pick<SplitItem, 'source' | 'bylineText'>): string | null =>
  source ?? withoutBrackets(bylineText);

/** What an item of a text is in an issue: what has a title is no 简讯. */
export function entryKindOf(kind: SplitKind, title: string | null): EntryKind {
  switch (kind) {
    case 'lead':
    case 'item':
      return kind;
    case 'brief':
    case 'column-brief':
      return title === null || title === '' ? 'brief' : 'item';
  }
}

function withoutBrackets(mark: string | null): string | null {
  return mark === null ? null : mark.replace(/^[（(]\s*|\s*[）)]$/g, '');
}

/** Rows as the text prints them, label and words parted at the first colon. */
function imprintOf(issue: SplitIssueFields): ImprintRow[] {
  const printed = [
    issue.recipientsReportText,
    issue.recipientsToText,
    issue.recipientsSendText,
    issue.editorsText,
    issue.reviewersText,
    issue.signersText,
  ];
  const rows = printed.filter((text) => text !== null).map(rowOf);
  const last = rows.at(-1);
  if (last !== undefined && issue.copies !== null) last.right = `（共印${issue.copies}份）`;
  return rows;
}

function rowOf(text: string): ImprintRow {
  const [, label = '', words = text] = /^([^：:]{1,12})[：:]\s*([\s\S]*)$/.exec(text) ?? [];
  return { label, text: words };
}

function sheetOf(
  issue: SplitIssueFields,
  head: Pick<DistributionSheet, 'title' | 'issueText' | 'office' | 'date'>,
): DistributionSheet {
  const rows = [
    ...readers(issue.recipientsReport, issue.recipientsReportText, '报'),
    ...readers(issue.recipientsTo, issue.recipientsToText, '送'),
    ...readers(issue.recipientsSend, issue.recipientsSendText, '发'),
  ];
  const total = Math.max(issue.copies ?? 0, rows.length);
  return { ...head, rows, spare: total - rows.length, total };
}

function readers(names: readonly string[] | null, printed: string | null, usual: string): DistributionRow[] {
  const label = printed === null ? usual : rowOf(printed).label || usual;
  return (names ?? []).map((recipient) => ({ label, recipient, copies: 1 }));
}
