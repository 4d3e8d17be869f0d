import { expect, it } from 'vitest';
import type { ProofKnowledge } from '../../../../shared/text/proof/index.ts';
import { found } from '../support.ts';

/** Passages a rule must flag: the text, and what the rule points at. */
export function flags(
  rule: string,
  cases: readonly (readonly [text: string, passage: string])[],
  knowledge?: ProofKnowledge,
): void {
  it.each(cases)(`${rule} flags %s`, (text, passage) => {
    expect(found(text, knowledge, true)).toContain(`${rule}: ${passage}`);
  });
}

/** Right passages on which no rule at all may raise an alarm. */
export function leaves(cases: readonly string[], knowledge?: ProofKnowledge): void {
  it.each(cases)('leaves %s', (text) => {
    expect(found(text, knowledge)).toEqual([]);
  });
}
