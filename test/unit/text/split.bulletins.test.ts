import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../shared/text/split/index.ts';
import { accountFor, compare, issuesOf } from './compare.ts';
import { TALES } from './layouts/bulletinStories.ts';
import { type Bulletin, CHOICES, setBulletin } from './layouts/bulletins.ts';

/** The seed is fixed so that a change of the splitter is all that changes a rate. */
const RUNS = 120;
const SEED = 19;

const layouts = fc.record(
  Object.fromEntries(
    Object.entries(CHOICES).map(([name, values]) => [name, fc.constantFrom(...(values as readonly string[]))]),
  ),
) as unknown as fc.Arbitrary<Bulletin>;
const bulletins = fc.sample(
  fc.tuple(layouts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }))),
  { numRuns: RUNS, seed: SEED },
);

describe('whole bulletins set at random', () => {
  const printed = bulletins.map(([layout, numbers]) =>
    setBulletin(layout, (values) => values[Math.floor((numbers.next().value as number) * values.length)] as never),
  );

  it('are split into exact items nearly always, and their mastheads and imprints always', () => {
    let [exact, total] = [0, 0];
    for (const { text, truth } of printed) {
      const [issue] = issuesOf(splitText(text));
      const comparison = issue && compare(issue, truth);
      exact += Math.max(0, (comparison?.exact ?? 0) - (comparison?.surplus ?? 0));
      total += truth.items.length;
      expect(comparison?.differences.filter((difference) => difference.startsWith('issue'))).toEqual([]);
    }
    expect(exact / total).toBeGreaterThanOrEqual(0.97);
  });

  it('lose and double no character', () => {
    for (const { text } of printed) expect(accountFor(text, splitText(text))).toEqual({ lost: '', doubled: '' });
  });
});

it('a title that nothing parts from its body is mostly found by the words it ends with', () => {
  const tales = TALES.filter(({ unit, subheads, title }) => unit !== '' && !subheads && !/[\s：]/u.test(title));
  const found = tales.map(({ title, paragraphs, unit }) => {
    const text = `${title}${paragraphs.join('\n')}（${unit}）`;
    return issuesOf(splitText(text))[0]?.items[0]?.title === title;
  });
  expect(found.filter(Boolean).length / tales.length).toBeGreaterThanOrEqual(0.75);
});
