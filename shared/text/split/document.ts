/**
 * What the splitter makes of a text, and what `desk split` prints: the issue's own fields, its items in order,
 * and what belongs to nothing. Every character of the input, white space aside, is in the output exactly once.
 */

export interface SplitIssueFields {
  name: string | null;
  issueNumber: number | null;
  /** As printed, 第19期. */
  issueNumberText: string | null;
  totalNumber: number | null;
  totalNumberText: string | null;
  /** ISO date, 2020-03-06. */
  date: string | null;
  dateText: string | null;
  issuer: string | null;
  theme: string | null;
  recipientsTo: string[] | null;
  recipientsToText: string | null;
  recipientsReport: string[] | null;
  recipientsReportText: string | null;
  recipientsSend: string[] | null;
  recipientsSendText: string | null;
  editors: string[];
  editorsText: string | null;
  reviewers: string[];
  reviewersText: string | null;
  signers: string[];
  signersText: string | null;
  copies: number | null;
  copiesText: string | null;
}

/** lead 头条 · item 稿件 · brief 简讯 (△, untitled) · column-brief under a column heading. */
export type SplitKind = 'lead' | 'item' | 'brief' | 'column-brief';

export interface SplitItem {
  /** 1-based place in the text. */
  n: number;
  kind: SplitKind;
  /** Printed lines joined by one space; `null` for briefs. */
  title: string | null;
  titleLines: string[];
  /** Paragraphs, hard wraps joined. */
  body: string[];
  /** Indices into `body` that are sub-headings. */
  subheads: number[];
  source: string | null;
  /** The mark as printed, （区委政法委）. */
  sourceText: string | null;
  byline: { reporters: string[]; correspondents: string[] };
  bylineText: string | null;
  /** △ ●, as printed. */
  marker: string | null;
  column: string | null;
  /** A jump line as printed, （上接第一版）. */
  continuedFrom: string | null;
  /** The unit that opens the title. */
  unitInTitle: string | null;
}

export interface SplitIssue {
  issue: SplitIssueFields;
  items: SplitItem[];
  leftover: string[];
}

/** One issue, or several where a file holds several. */
export type SplitDocument = SplitIssue | { issues: SplitIssue[] };
