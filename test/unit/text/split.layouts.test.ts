import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../shared/text/split/index.ts';
import { accountFor, compare, issuesOf } from './compare.ts';
import { FAMILY_NAMES, family } from './layouts/families.ts';
import { print } from './layouts/press.ts';

/** Texts per family; the seed is fixed so that a change of the splitter is all that changes a rate. */
const RUNS = 40;
const SEED = 20200306;
/** Least share of exact items. Where nothing at all parts title and body, only words can tell. */
const LEAST = 0.95;
const LEAST_OF: Record<string, number> = { 'run-in titles joined by nothing': 0.93 };

describe.each(FAMILY_NAMES)('layouts: %s', (name) => {
  const printed = fc
    .sample(family(name), { numRuns: RUNS, seed: SEED })
    .map(({ layout, choice }) => print(layout, choice));

  it('are split into exact items nearly always', () => {
    let exact = 0;
    let total = 0;
    for (const { text, truth } of printed) {
      const [issue] = issuesOf(splitText(text));
      const comparison = issue && compare(issue, truth);
      exact += Math.max(0, (comparison?.exact ?? 0) - (comparison?.surplus ?? 0));
      total += truth.items.length;
    }
    expect(exact / total).toBeGreaterThanOrEqual(LEAST_OF[name] ?? LEAST);
  });

  it('lose and double no character', () => {
    for (const { text } of printed) expect(accountFor(text, splitText(text))).toEqual({ lost: '', doubled: '' });
  });
});
