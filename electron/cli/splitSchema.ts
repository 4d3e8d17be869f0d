import { z } from 'zod';
import type { SplitDocument, SplitIssue, SplitIssueFields, SplitItem } from '../../shared/text/split/document.ts';

const text = z.string().nullable().default(null);
const number = z.int().nullable().default(null);
const names = z.array(z.string()).default([]);
const nullableNames = z.array(z.string()).nullable().default(null);

const fields = z.object({
  name: text,
  issueNumber: number,
  issueNumberText: text,
  totalNumber: number,
  totalNumberText: text,
  date: text,
  dateText: text,
  issuer: text,
  theme: text,
  recipientsTo: nullableNames,
  recipientsToText: text,
  recipientsReport: nullableNames,
  recipientsReportText: text,
  recipientsSend: nullableNames,
  recipientsSendText: text,
  editors: names,
  editorsText: text,
  reviewers: names,
  reviewersText: text,
  signers: names,
  signersText: text,
  copies: number,
  copiesText: text,
}) satisfies z.ZodType<SplitIssueFields>;

const item = z.object({
  n: z.int(),
  kind: z.enum(['lead', 'item', 'brief', 'column-brief']),
  title: text,
  titleLines: names,
  body: z.array(z.string()),
  subheads: z.array(z.int().nonnegative()).default([]),
  source: text,
  sourceText: text,
  byline: z.object({ reporters: names, correspondents: names }).default({ reporters: [], correspondents: [] }),
  bylineText: text,
  marker: text,
  column: text,
  continuedFrom: text,
  unitInTitle: text,
}) satisfies z.ZodType<SplitItem>;

const issue = z.object({ issue: fields, items: z.array(item), leftover: names }) satisfies z.ZodType<SplitIssue>;

/** A split document read back from a file; fields a text has none of may be left out. */
export const splitDocumentSchema: z.ZodType<SplitDocument> = z.union([z.object({ issues: z.array(issue) }), issue]);
