import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitText, splitWithTrace } from '../../../shared/text/split/index.ts';
import { accountFor, compare, issuesOf, type Truth } from './compare.ts';

const read = (name: string) => readFileSync(new URL(`../../fixtures/corpus/${name}`, import.meta.url), 'utf8');

describe.each(['000', '001', '003'])('corpus text %s', (name) => {
  const text = read(`${name}.txt`);
  const truth = JSON.parse(read(`${name}.truth.json`)) as Truth;

  it('is split into exactly its items and issue fields', () => {
    const [issue, ...more] = issuesOf(splitText(text));
    expect(more).toEqual([]);
    expect(issue && compare(issue, truth).differences).toEqual([]);
  });

  it('loses and doubles no character', () => {
    expect(accountFor(text, splitText(text))).toEqual({ lost: '', doubled: '' });
  });

  it('is covered by pieces that do not overlap and lead back to the text', () => {
    const { pieces } = splitWithTrace(text);
    const covered = new Array<number>(text.length).fill(0);
    for (const { start, end } of pieces) for (let i = start; i < end; i++) covered[i] = (covered[i] ?? 0) + 1;
    expect(covered.some((times, i) => times !== 1 && /\S/.test(text.charAt(i)))).toBe(false);
    expect(covered.every((times) => times <= 1)).toBe(true);
  });
});
