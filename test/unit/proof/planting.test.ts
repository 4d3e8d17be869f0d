import { describe, expect, it } from 'vitest';
import { proof } from '../../../shared/text/proof/index.ts';
import { isFound, PLANTERS, seeded } from './planting.ts';
import { ALL_TEXTS, RIGHT_TEXTS } from './support.ts';

/** Lowest share found, per category; what a rule can know without reading for sense differs. */
const FLOOR: Readonly<Record<string, number>> = { missingChar: 0.65, measure: 0.5, unitName: 0.8, commaBeforeAnd: 0.8 };
const USUAL_FLOOR = 0.85;
const SEED = 20_200_306;

const clean = ALL_TEXTS.map((raw) => proof(raw));

describe('planted errors', () => {
  const counts = new Map<string, [number, number]>();

  it.each(Object.entries(PLANTERS))('finds %s', (name, plant) => {
    const random = seeded(SEED);
    const plants = clean.flatMap((base) => plant(base.text, random).map((planted) => ({ planted, base })));
    const hits = plants.filter(({ planted, base }) => isFound(planted, base.findings, base.text)).length;
    counts.set(name, [hits, plants.length]);
    expect(plants.length).toBeGreaterThan(0);
    expect(hits / plants.length).toBeGreaterThanOrEqual(FLOOR[name] ?? USUAL_FLOOR);
  });

  it('finds nine in ten of all', () => {
    const [hits, all] = [...counts.values()].reduce(([a, b], [x, y]) => [a + x, b + y], [0, 0]);
    expect(hits / all).toBeGreaterThanOrEqual(0.9);
  });
});

describe('right texts', () => {
  it.each(RIGHT_TEXTS.map((text) => [text.slice(0, 12), text]))('raises no alarm in %s…', (_, text) => {
    const result = proof(text);
    const alarms = result.findings.filter((finding) => finding.severity !== 'query');
    expect(alarms.map((finding) => `${finding.rule} ${result.text.slice(finding.start, finding.end)}`)).toEqual([]);
    expect(result.figures.filter((figure) => figure.verdict === 'red')).toEqual([]);
  });
});
