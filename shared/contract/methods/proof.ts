import { z } from 'zod';
import type { IsoDate } from '../../domain/dates.ts';
import { itemId } from '../../domain/ids.ts';
import type { UnitEntry } from '../../text/proof/index.ts';
import { command, query } from '../define.ts';
import { editors, staff } from './common.ts';

/** What the office knows that a text does not say; the proofer's `ProofKnowledge` is made of it. */
export interface ProofKnowledgeView {
  /** Day of the issue the item stands in; `null` where it stands in none. */
  issueDate: IsoDate | null;
  units: UnitEntry[];
  /** Passages that are right whatever a rule says, in the order they were added. */
  whiteList: string[];
}

/**
 * A passage for the white list. One character would hide every finding on that character, and no finding that is
 * a matter of one wording is longer than a line.
 */
const passage = z.string().trim().min(2).max(60);

/** 校对: the proofer runs in the page; the core keeps what it must know. */
export const proofMethods = {
  'proof.knowledge': query(staff, z.object({ id: itemId })).returns<ProofKnowledgeView>(),
  /** Puts a passage on the office's white list, or takes it off. */
  'proof.ignore': command(editors, z.object({ passage, ignored: z.boolean() })).returns<void>(),
};
