import { describe, expect, it } from 'vitest';
import { splitText } from '../../../shared/text/split/index.ts';
import { accountFor, compare, issuesOf } from './compare.ts';
import { printDistrict } from './layouts/districts.ts';

/** Numbers nobody looked at while the splitter was written; fixed, so that a change of it is all that changes a rate. */
const FIRST = 50_000;
const BULLETINS = 150;

describe('bulletins of offices the other layouts do not know', () => {
  const printed = Array.from({ length: BULLETINS }, (_, i) => printDistrict(FIRST + i));

  it('are split into exact items nearly always, and into as many issues as they hold', () => {
    let [exact, total] = [0, 0];
    for (const { text, truths } of printed) {
      const issues = issuesOf(splitText(text));
      expect(issues).toHaveLength(truths.length);
      truths.forEach((truth, i) => {
        const comparison = issues[i] && compare(issues[i], truth);
        exact += Math.max(0, (comparison?.exact ?? 0) - (comparison?.surplus ?? 0));
        total += truth.items.length;
      });
    }
    expect(exact / total).toBeGreaterThanOrEqual(0.98);
  });

  it('lose and double no character', () => {
    for (const { text } of printed) expect(accountFor(text, splitText(text))).toEqual({ lost: '', doubled: '' });
  });
});
