import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { departmentId, issueId, itemId, recognitionId } from '../../../shared/domain/ids.ts';
import { clausesOf } from '../../../shared/domain/scoring/clauses.ts';
import { exampleLedger, exampleUnits } from '../../../shared/domain/scoring/example.ts';
import type { Facts, LedgerLine } from '../../../shared/domain/scoring/ledger.ts';
import { formatSpan, type Month } from '../../../shared/domain/scoring/months.ts';
import { formatPoints, points } from '../../../shared/domain/scoring/points.ts';
import { rulesPresets } from '../../../shared/domain/scoring/presets.ts';
import type { ScoringRules } from '../../../shared/domain/scoring/rules.ts';
import { score } from '../../../shared/domain/scoring/score.ts';
import { version } from './facts.ts';

const preset = (id: string): ScoringRules => rulesPresets.find((one) => one.id === id)?.rules ?? expect.unreachable();
const told = (lines: readonly LedgerLine[]) =>
  lines.map(({ kind, unitId, points: worth, working }) => [
    exampleUnits[unitId] ?? unitId,
    kind,
    formatPoints(worth),
    working,
  ]);

describe('the rule books that come with the program, on the example month', () => {
  test('分级累计: each adoption and instruction adds up, every unit of a merged item gets its points', () => {
    expect(told(exampleLedger(preset('county')))).toEqual([
      ['乙局', 'printed', '5', ''],
      ['乙局', 'instruction', '10', ''],
      ['乙局', 'upper', '10', ''],
      ['乙局', 'upper', '20', ''],
      ['甲街道', 'printed', '3', ''],
      ['甲街道', 'instruction', '20', ''],
      ['乙局', 'printed', '3', ''],
      ['丙办', 'printed', '3', ''],
      ['乙局', 'commission', '10', '按时完成'],
      ['甲街道', 'commission', '0', '逾期完成'],
      ['丙办', 'commission', '0', '未完成'],
      ['甲街道', 'manual', '2', ''],
    ]);
  });

  test('基础分加任务: who met the month’s quota gets the base, who did not loses for each piece', () => {
    const lines = exampleLedger(preset('base')).filter(({ kind }) => kind === 'base' || kind === 'quota');
    expect(told(lines)).toEqual([
      ['乙局', 'base', '10', ''],
      ['甲街道', 'quota', '-2', '本月报送6条，缺2条'],
      ['丙办', 'quota', '-2', '本月报送0条，缺2条'],
    ]);
  });

  test('转报翻倍: an adoption above counts the own points twice or four times', () => {
    const upper = exampleLedger(preset('times')).filter(({ kind }) => kind === 'upper');
    expect(told(upper)).toEqual([
      ['乙局', 'upper', '10', '5分×2'],
      ['乙局', 'upper', '20', '5分×4'],
    ]);
  });

  test('clauses are numbered and worded for print', () => {
    expect(clausesOf(preset('base')).map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 区级采用：单篇10分，简讯5分',
      '2 区级采用（快报）：单篇5分，简讯5分',
      '3 区级采用（增刊）：单篇30分，简讯30分',
      '4 区级采用（参阅）：单篇30分，简讯30分',
      '5 市级采用：单篇50分，简讯20分',
      '6 市级采用（交流）：单篇80分，简讯80分',
      '7 基础分：每月10分，当月完成任务的计，全年最多120分',
      '8 任务：镇办每月报送8条，缺一条扣1分',
      '9 任务：其他单位每月报送2条，缺一条扣1分',
      '10 紧急信息迟报：-1分',
      '11 上级通报的严重差错：-2分',
    ]);
  });
});

describe('counting', () => {
  const unit = departmentId.parse('unit');
  const other = departmentId.parse('other');
  const item = itemId.parse('item');
  const day = (text: string) => text as IsoDate;
  const entry = {
    itemId: item,
    issueId: issueId.parse('issue'),
    date: day('2020-03-06'),
    publication: '上街信息',
    section: null,
    form: 'item' as const,
    units: [unit],
    correction: false,
  };
  const nothing: Facts = {
    units: [{ id: unit, group: '镇办', active: true }],
    printed: [],
    upper: [],
    instructions: [],
    credits: new Map(),
    submitted: [],
    commissions: [],
    adjustments: [],
  };
  const upper = (id: string, level: 'city' | 'province', date: string) => ({
    id: recognitionId.parse(id),
    itemId: item,
    level,
    publication: '郑州信息',
    form: 'item' as const,
    date: day(date),
  });

  test('highest only: a later, higher adoption adds the difference, a lower one nothing', () => {
    const facts = {
      ...nothing,
      printed: [entry],
      upper: [upper('p', 'province', '2020-04-01'), upper('c', 'city', '2020-05-01')],
    };
    const lines = score(facts, [version({ ...preset('county'), combine: 'highest' })], day('2020-05-31'));
    expect(lines.map(({ points: worth, working }) => [formatPoints(worth), working])).toEqual([
      ['5', ''],
      ['15', '取最高分，此前已计5分，补15分'],
      ['0', '取最高分，此前已计20分，不再计'],
    ]);
  });

  test('a rule of a later version is for what happens from its day on', () => {
    const dearer = {
      ...preset('county'),
      adoptions: preset('county').adoptions.map((one) => ({ ...one, item: points(8) })),
    };
    const facts = {
      ...nothing,
      printed: [entry, { ...entry, itemId: itemId.parse('later'), date: day('2020-07-01') }],
    };
    const versions = [version(dearer, day('2020-07-01')), version(preset('county'))];
    expect(score(facts, versions, day('2020-12-31')).map((line) => formatPoints(line.points))).toEqual(['5', '8']);
  });

  test('what happened before there were rules is listed and has no points', () => {
    const [line] = score(
      { ...nothing, printed: [entry] },
      [version(preset('county'), day('2021-01-01'))],
      day('2021-01-31'),
    );
    expect(line).toMatchObject({ points: 0, versionId: null, clause: null, working: '当时没有计分规则' });
  });

  test('an entry printed again as a correction is listed and not counted', () => {
    const again = { ...entry, itemId: itemId.parse('again'), issueId: issueId.parse('second'), correction: true };
    const lines = score({ ...nothing, printed: [entry, again] }, [version(preset('county'))], day('2020-12-31'));
    expect(lines.map(({ points: worth, working }) => [formatPoints(worth), working])).toEqual([
      ['5', ''],
      ['0', '更正重印，不重复计分'],
    ]);
  });

  test('an item forwarded without having been printed here counts for the units it is credited to', () => {
    const facts = { ...nothing, upper: [upper('c', 'city', '2020-05-01')], credits: new Map([[item, [unit, other]]]) };
    const lines = score(facts, [version({ ...preset('times'), mergedCredit: 'split' })], day('2020-05-31'));
    expect(lines.map(({ unitId, points: worth, working }) => [unitId, formatPoints(worth), working])).toEqual([
      ['unit', '5', '5分×2；10分由2个单位平分'],
      ['other', '5', '5分×2；10分由2个单位平分'],
    ]);
  });

  test('the clause that names the longest part of publication or section is taken', () => {
    const named = (place: string, worth: number) => ({
      ...(preset('county').adoptions[0] ?? expect.unreachable()),
      id: `own-${place}`,
      place,
      item: points(worth),
    });
    const rules = { ...preset('county'), adoptions: [named('', 5), named('增刊', 7), named('增刊（特）', 9)] };
    const at = (publication: string, section: string | null) =>
      score({ ...nothing, printed: [{ ...entry, publication, section }] }, [version(rules)], day('2020-03-31')).map(
        (line) => formatPoints(line.points),
      );
    expect([at('上街信息', null), at('上街信息', '增刊'), at('上街信息增刊（特）', null)]).toEqual([
      ['5'],
      ['7'],
      ['9'],
    ]);
  });

  test('a quota is reckoned when its period is over, for whole periods under the rules only', () => {
    const quota = { id: 'q', group: '镇办', period: 'quarter' as const, counts: 'submitted' as const, quota: 3 };
    const rules = { ...preset('county'), quotas: [{ ...quota, penalty: points(2), most: points(5) }] };
    const facts = { ...nothing, submitted: [{ unitId: unit, month: '2020-02' as Month, count: 1 }] };
    const at = (from: string, asOf: string) =>
      score(facts, [version(rules, day(from))], day(asOf)).map(
        (line) => `${line.date} ${formatPoints(line.points)} ${line.working}`,
      );
    expect(at('2020-01-01', '2020-03-30')).toEqual([]);
    expect(at('2020-01-01', '2020-06-30')).toEqual(['2020-06-30 -5 本季度报送0条，缺3条，最多扣5分']);
    expect(at('2020-02-15', '2020-03-31')).toEqual([]);
  });
});

test.each([
  ['2020-03-06', '2020-03-06', '2020年3月6日'],
  ['2020-03-01', '2020-03-31', '2020年3月'],
  ['2020-04-01', '2020-06-30', '2020年第二季度'],
  ['2020-07-01', '2020-12-31', '2020年下半年'],
  ['2020-01-01', '2020-12-31', '2020年'],
  ['2020-02-01', '2020-05-31', '2020年2月至5月'],
  ['2019-12-01', '2020-01-31', '2019年12月至2020年1月'],
  ['2020-03-02', '2020-03-08', '2020年3月2日至3月8日'],
])('%s to %s reads %s', (from, to, text) => {
  expect(formatSpan(from as IsoDate, to as IsoDate)).toBe(text);
});
