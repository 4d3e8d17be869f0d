import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { clausesOf } from '../../../shared/domain/scoring/clauses.ts';
import type { Facts } from '../../../shared/domain/scoring/ledger.ts';
import { firstDay, monthOf, yearOf } from '../../../shared/domain/scoring/months.ts';
import { formatPoints, type Points, parsePoints, points, shares } from '../../../shared/domain/scoring/points.ts';
import { placesOf } from '../../../shared/domain/scoring/ranking.ts';
import { score } from '../../../shared/domain/scoring/score.ts';
import { asOf, asSet, factsArbitrary, rulesArbitrary, totalOf, units, version } from './facts.ts';

const whole = fc.integer({ min: 0, max: 999_999 }).map((value) => value as Points);

describe('the ledger, whatever the office and its rules', () => {
  test('does not depend on the order in which anything was entered', () => {
    fc.assert(
      fc.property(factsArbitrary, rulesArbitrary, fc.infiniteStream(fc.nat()), (facts, rules, stream) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, at: stream.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ value }) => value);
        const mixed: Facts = {
          ...facts,
          units: shuffled(facts.units),
          printed: shuffled(facts.printed),
          upper: shuffled(facts.upper),
          instructions: shuffled(facts.instructions),
          submitted: shuffled(facts.submitted),
          commissions: shuffled(facts.commissions),
          adjustments: shuffled(facts.adjustments),
        };
        expect(asSet(score(mixed, [version(rules)], asOf))).toEqual(asSet(score(facts, [version(rules)], asOf)));
      }),
    );
  });

  test('a thing entered and taken back leaves it as it was', () => {
    fc.assert(
      fc.property(factsArbitrary, factsArbitrary, rulesArbitrary, (facts, more, rules) => {
        const before = asSet(score(facts, [version(rules)], asOf));
        const upper = more.upper.map((one) => ({ ...one, id: `more${one.id}` as typeof one.id }));
        const withMore = { ...facts, upper: [...facts.upper, ...upper], adjustments: more.adjustments };
        score(withMore, [version(rules)], asOf);
        const taken = {
          ...withMore,
          upper: withMore.upper.filter((one) => !upper.includes(one)),
          adjustments: facts.adjustments,
        };
        expect(asSet(score(taken, [version(rules)], asOf))).toEqual(before);
      }),
    );
  });

  test('highest only gives no unit more than adding up does', () => {
    fc.assert(
      fc.property(factsArbitrary, rulesArbitrary, (facts, rules) => {
        const highest = score(facts, [version({ ...rules, combine: 'highest', combineInstructions: 'highest' })], asOf);
        const added = score(facts, [version({ ...rules, combine: 'add', combineInstructions: 'add' })], asOf);
        for (const unit of units) expect(totalOf(highest, unit)).toBeLessThanOrEqual(totalOf(added, unit));
      }),
    );
  });

  test('highest only gives of one item what its best adoption is worth, in whatever order they came', () => {
    fc.assert(
      fc.property(factsArbitrary, rulesArbitrary, (facts, rules) => {
        const one = (combine: 'add' | 'highest') =>
          score({ ...facts, instructions: [] }, [version({ ...rules, combine })], asOf).filter(
            ({ kind }) => kind === 'printed' || kind === 'upper',
          );
        const best = new Map<string, number>();
        for (const { itemId, unitId, points: worth } of one('add')) {
          const key = `${itemId} ${unitId}`;
          best.set(key, Math.max(best.get(key) ?? 0, worth));
        }
        const counted = new Map<string, number>();
        for (const { itemId, unitId, points: worth } of one('highest')) {
          const key = `${itemId} ${unitId}`;
          counted.set(key, (counted.get(key) ?? 0) + worth);
        }
        expect(counted).toEqual(best);
      }),
    );
  });

  test('shared equally, the credits of a merged item are the whole and no more', () => {
    fc.assert(
      fc.property(factsArbitrary, rulesArbitrary, (facts, rules) => {
        const split = score(facts, [version({ ...rules, combine: 'add', mergedCredit: 'split' })], asOf);
        const each = score(facts, [version({ ...rules, combine: 'add', mergedCredit: 'each' })], asOf);
        for (const { itemId, units: named } of facts.printed) {
          const of = (lines: typeof split) => lines.filter((line) => line.kind === 'printed' && line.itemId === itemId);
          expect(totalOf(of(split)) * named.length).toBe(totalOf(of(each)));
        }
      }),
    );
  });

  test('base points keep to the cap of the year', () => {
    fc.assert(
      fc.property(factsArbitrary, rulesArbitrary, whole, whole, (facts, rules, each, yearCap) => {
        for (const per of ['month', 'submission'] as const) {
          const base = { per, points: each, when: 'always' as const, monthCap: null, yearCap };
          const lines = score(facts, [version({ ...rules, base })], asOf).filter(({ kind }) => kind === 'base');
          for (const unit of units) {
            const inYear = lines.filter((line) => line.unitId === unit && yearOf(monthOf(line.date)) === 2020);
            expect(totalOf(inYear)).toBeLessThanOrEqual(yearCap);
          }
        }
      }),
    );
  });

  test('each line stands on a clause of the version in force on its day, or says why it has none', () => {
    const later = '2020-07-01' as IsoDate;
    fc.assert(
      fc.property(factsArbitrary, rulesArbitrary, rulesArbitrary, (facts, first, second) => {
        const versions = [version(second, later), version(first)];
        for (const line of score(facts, versions, asOf)) {
          const inForce = versions.find(({ id }) => id === line.versionId);
          const judged = line.kind === 'base' || line.kind === 'quota' ? firstDay(monthOf(line.date)) : line.date;
          expect(inForce?.validFrom).toBe(judged >= later ? later : '2020-01-01');
          if (line.clause === null) expect(line.kind === 'manual' || line.working !== '').toBe(true);
          else if (inForce && line.kind !== 'commission')
            expect(clausesOf(inForce.rules).map(({ id }) => id)).toContain(line.clause);
          expect(Number.isSafeInteger(line.points)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('points', () => {
  test('are read back as they are printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999, max: 999_999 }), (value) => {
        expect(parsePoints(formatPoints(value as Points))).toBe(value);
      }),
    );
    expect(['', '一', '1.234', '1e3', '12345', '.5', 'NaN'].map(parsePoints)).toEqual(Array(7).fill(null));
  });

  test('parted into equal shares differ by a hundredth at most and sum up to the whole', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 20 }), (value, count) => {
        const parts = shares(value, count);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(value);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
    expect(shares(points(5), 3).map(formatPoints)).toEqual(['1.67', '1.67', '1.66']);
  });

  test('equal figures share a place and the next is skipped', () => {
    expect(placesOf([20, 35.5, 20, 8])).toEqual([2, 1, 2, 4]);
  });
});
