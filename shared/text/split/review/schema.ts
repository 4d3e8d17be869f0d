import { z } from 'zod';
import type { Split } from './whole.ts';

const index = z.int().nonnegative();

const piece = z.strictObject({
  start: index,
  end: index,
  issueIndex: index,
  role: z.enum([
    'name',
    'issueNumber',
    'totalNumber',
    'date',
    'issuer',
    'theme',
    'recipientsTo',
    'recipientsReport',
    'recipientsSend',
    'editors',
    'reviewers',
    'signers',
    'copies',
    'title',
    'body',
    'subhead',
    'source',
    'byline',
    'marker',
    'column',
    'continuedFrom',
    'leftover',
    'layout',
  ]),
  itemIndex: index.nullable(),
  part: z.int(),
});

const facts = z.strictObject({
  issueIndex: index,
  kind: z.enum(['lead', 'item', 'brief', 'column-brief']),
  unitInTitle: z.string().nullable(),
  column: z.string().nullable(),
});

/** A split as it comes back from a page or out of storage; whether it is whole, `faultOf` says. */
export const splitSchema: z.ZodType<Split> = z.strictObject({
  pieces: z.array(piece).max(500_000),
  items: z.array(facts).max(50_000),
  confidence: z.array(z.number().min(0).max(1)).max(50_000),
});
