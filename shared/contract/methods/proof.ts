import { z } from 'zod';
import type { IsoDate, Timestamp } from '../../domain/dates.ts';
import { itemId, submissionId } from '../../domain/ids.ts';
import type { ProofKnowledge } from '../../text/proof/index.ts';
import { command, query } from '../define.ts';
import { editors, proofreaders, staff } from './common.ts';

/**
 * What the office knows that a text does not say: units, leaders, wordings, what it printed before of the same units.
 * `issueDate` is `null` where the item stands in no issue.
 */
export type ProofKnowledgeView = Omit<Required<ProofKnowledge>, 'issueDate'> & {
  issueDate: IsoDate | null;
};

/**
 * A passage for the white list. One character would hide every finding on that character, and no finding that is
 * a matter of one wording is longer than a line.
 */
const passage = z.string().trim().min(2).max(60);

/**
 * What somebody decided on a finding (waive: it stays as it is, with a reason) or on a figure that cannot be recomputed
 * (confirm: it was checked). Filed under the words it was given on.
 */
export interface ProofDecision {
  seq: number;
  kind: 'waive' | 'confirm';
  rule: string;
  passage: string;
  context: string;
  message: string;
  /** Never empty for an error; a doubt may be passed over without one. */
  reason: string;
  at: Timestamp;
  person: string;
}

const decision = z.object({
  itemId,
  kind: z.enum(['waive', 'confirm']),
  rule: z.string().min(1).max(40),
  passage: z.string().min(1).max(4000),
  context: z.string().min(1).max(4100),
  message: z.string().max(1000),
  reason: z.string().trim().max(500),
});

/** 校对: the proofer runs in the page; the core keeps what it must know and what was decided. */
export const proofMethods = {
  /** For one item, or `null` for a text from elsewhere. */
  'proof.knowledge': query(staff, z.object({ id: itemId.nullable() })).returns<ProofKnowledgeView>(),
  /** Puts a passage on the office's white list, or takes it off. */
  'proof.ignore': command(editors, z.object({ passage, ignored: z.boolean() })).returns<void>(),
  /** Questions a text raises that only its unit can answer, numbered, one a line; empty where there are none. */
  'proof.questions': query(staff, z.object({ id: submissionId })).returns<string>(),
  'proof.decisions': query(staff, z.object({ id: itemId })).returns<ProofDecision[]>(),
  'proof.decide': command(proofreaders, decision).returns<void>(),
  'proof.withdraw': command(proofreaders, z.object({ itemId, seq: z.int() })).returns<void>(),
};
