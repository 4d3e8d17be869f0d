import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../shared/text/split/index.ts';
import { accountFor, compare, issuesOf, type Truth } from './compare.ts';

/** Whole texts set by hand as other offices print theirs; the truth was marked in the text before it was ever split. */
const folder = new URL('../../fixtures/split/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

it('has texts of at least twelve offices', () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
});

describe.each(names)('%s', (name) => {
  const text = read(`${name}.txt`);
  const truth = JSON.parse(read(`${name}.truth.json`)) as Truth | { issues: Truth[] };

  it('is split into exactly its issues, fields and items', () => {
    const truths = 'issues' in truth ? truth.issues : [truth];
    const issues = issuesOf(splitText(text));
    expect(issues).toHaveLength(truths.length);
    const differences = truths.flatMap((expected, i) => {
      const issue = issues[i];
      return issue ? compare(issue, expected).differences : ['no issue'];
    });
    expect(differences).toEqual([]);
  });

  it('loses and doubles no character', () => {
    expect(accountFor(text, splitText(text))).toEqual({ lost: '', doubled: '' });
  });
});
