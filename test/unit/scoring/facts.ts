import fc from 'fast-check';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import {
  adjustmentId,
  commissionId,
  type DepartmentId,
  departmentId,
  issueId,
  itemId,
  recognitionId,
  scoringRulesId,
} from '../../../shared/domain/ids.ts';
import type { Facts, LedgerLine } from '../../../shared/domain/scoring/ledger.ts';
import type { Month } from '../../../shared/domain/scoring/months.ts';
import type { Points } from '../../../shared/domain/scoring/points.ts';
import { rulesPresets } from '../../../shared/domain/scoring/presets.ts';
import type { RulesVersion, ScoringRules } from '../../../shared/domain/scoring/rules.ts';

/** Offices made up at random: a year, up to seven units, whatever can happen to an item. */

export const asOf = '2020-12-31' as IsoDate;
export const units = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => departmentId.parse(id));
const items = Array.from({ length: 12 }, (_, n) => itemId.parse(`item${n}`));

const date = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day }) => `2020-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate);
const credited = fc.shuffledSubarray(units, { minLength: 1 });
const place = fc.constantFrom('上街信息', '上街信息（增刊）', '工作交流', '快报');

/** One entry for each of some items: an item stands in one issue. */
const printed = fc.shuffledSubarray(items).chain((chosen) =>
  fc.tuple(
    ...chosen.map((item) =>
      fc.record({
        itemId: fc.constant(item),
        issueId: fc.constant(issueId.parse('issue')),
        date,
        publication: place,
        section: fc.constantFrom(null, '专刊'),
        form: fc.constantFrom('lead' as const, 'item' as const, 'brief' as const),
        units: credited,
        correction: fc.constant(false),
      }),
    ),
  ),
);

const recognised = <T extends object>(more: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(fc.record({ itemId: fc.constantFrom(...items), date }), more), { maxLength: 12 })
    .map((list) => list.map(([one, rest], n) => ({ ...one, ...rest, id: recognitionId.parse(`r${n}`) })));

export const factsArbitrary: fc.Arbitrary<Facts> = fc.record({
  units: fc.constant(units.map((id, n) => ({ id, group: n < 3 ? '镇办' : '区直', active: n !== 6 }))),
  printed,
  upper: recognised(
    fc.record({
      level: fc.constantFrom('city' as const, 'province' as const, 'central' as const),
      publication: place,
      form: fc.constantFrom('item' as const, 'brief' as const, 'merged' as const),
    }),
  ),
  instructions: recognised(
    fc.record({
      level: fc.constantFrom('own' as const, 'city' as const, 'central' as const),
      rank: fc.constantFrom('chief' as const, 'other' as const),
    }),
  ),
  credits: fc.constant(new Map([[items[0] ?? itemId.parse('none'), units.slice(0, 2)]])),
  submitted: fc.uniqueArray(
    fc.record({
      unitId: fc.constantFrom(...units),
      month: fc.integer({ min: 1, max: 12 }).map((n) => `2020-${String(n).padStart(2, '0')}` as Month),
      count: fc.integer({ min: 1, max: 15 }),
    }),
    { maxLength: 30, selector: ({ unitId, month }) => `${unitId} ${month}` },
  ),
  commissions: fc
    .array(
      fc.record({
        unitId: fc.constantFrom(...units),
        dueDate: date,
        answeredDate: fc.option(date),
        late: fc.boolean(),
      }),
      {
        maxLength: 5,
      },
    )
    .map((list) => list.map((one, n) => ({ ...one, id: commissionId.parse(`c${n}`) }))),
  adjustments: fc
    .array(
      fc.record({
        unitId: fc.constantFrom(...units),
        date,
        points: fc.integer({ min: -500, max: 500 }).map((value) => value as Points),
        clause: fc.constant(null),
      }),
      { maxLength: 5 },
    )
    .map((list) => list.map((one, n) => ({ ...one, id: adjustmentId.parse(`m${n}`) }))),
});

export const rulesArbitrary: fc.Arbitrary<ScoringRules> = fc
  .record({
    preset: fc.constantFrom(...rulesPresets),
    combine: fc.constantFrom('add' as const, 'highest' as const),
    combineInstructions: fc.constantFrom('add' as const, 'highest' as const),
    mergedCredit: fc.constantFrom('each' as const, 'split' as const),
    item: fc.integer({ min: 0, max: 3333 }).map((value) => value as Points),
  })
  .map(({ preset, item, ...rest }) => ({
    ...preset.rules,
    ...rest,
    adoptions: preset.rules.adoptions.map((clause) => ({ ...clause, item: (clause.item + item) as Points })),
  }));

export const version = (rules: ScoringRules, validFrom = '2020-01-01' as IsoDate): RulesVersion => ({
  id: scoringRulesId.parse(`from ${validFrom}`),
  validFrom,
  rules,
});

export const totalOf = (lines: readonly LedgerLine[], unit?: DepartmentId): number =>
  lines.reduce((sum, line) => (unit === undefined || line.unitId === unit ? sum + line.points : sum), 0);

/** Lines as a set: their order says nothing. */
export const asSet = (lines: readonly LedgerLine[]): string[] => lines.map((line) => JSON.stringify(line)).sort();
