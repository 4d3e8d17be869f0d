import { joinWraps } from './joining.ts';
import { createProofer } from './proofer.ts';
import type { Proofing, ProofKnowledge } from './types.ts';

/**
 * Proofs a text once, from cold. `text` may be raw, with hard wraps; the offsets of what comes back count
 * UTF-16 units in the returned text, which is the given one with its wraps joined and nothing else changed.
 * Never throws.
 */
export function proof(text: string, knowledge: ProofKnowledge = {}): Proofing {
  return createProofer(knowledge).update(joinWraps(text).split('\n'));
}
