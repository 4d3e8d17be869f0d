import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ProofKnowledge, proof } from '../../../shared/text/proof/index.ts';
import { findingsAt, type MarkedText, readMarked } from './marked.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/proof/planted/${name}`, import.meta.url), 'utf8');
const knowledge = JSON.parse(read('knowledge.json')) as ProofKnowledge;

/** Slips an editor marked in right texts without knowing the rules; the floor is what stands, never lowered. */
const SETS: readonly [string, number][] = [
  ['office.txt', 0.87],
  ['unseen.txt', 0.85],
  ['later.txt', 0.8],
  ['typist.txt', 0.8],
  ['planter.txt', 0.75],
  ['examiner.txt', 0.8],
];

describe.each(SETS)('errors marked by hand in %s', (file, floor) => {
  const texts = readMarked(read(file), knowledge);
  const proofed = texts.map((text) => ({ text, right: proof(text.right, text.knowledge) }));

  it('are found, by alarms alone', () => {
    const all = proofed.flatMap(({ text, right }) => text.slips.map((slip) => findingsAt(slip, right, text.knowledge)));
    const found = all.filter((findings) => findings.some(({ severity }) => severity !== 'query'));
    expect(all.length).toBeGreaterThan(60);
    expect(found.length / all.length).toBeGreaterThanOrEqual(floor);
  });

  it.each(proofed.map(({ text, right }) => [text.name, right, text] as const))(
    'leave %s without an alarm where it is right',
    (_, right, { right: given }: MarkedText) => {
      expect(right.text).toBe(given);
      const alarms = right.findings.filter(({ severity }) => severity !== 'query');
      expect(alarms.map(({ rule, start, end }) => `${rule} ${given.slice(start, end)}`)).toEqual([]);
      expect(right.figures.filter(({ verdict }) => verdict === 'red')).toEqual([]);
    },
  );

  it('raise at most one question per 300 characters of the right text', () => {
    const questions = proofed.reduce(
      (sum, { right }) => sum + right.findings.filter(({ severity }) => severity === 'query').length,
      0,
    );
    expect(questions).toBeLessThanOrEqual(proofed.reduce((sum, { right }) => sum + right.text.length, 0) / 300);
  });
});
