import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatPoints, points } from '../../../shared/domain/scoring/points.ts';
import { formatRate, rateOf } from '../../../shared/domain/statistics/matrix.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { aQuarter, byHand, type Quarter, quarter, rulesOf } from './quarter.ts';

let desk: TestDesk;
let made: Quarter;
beforeAll(async () => {
  desk = await openDesk({ time: '2020-04-02T02:00:00.000Z' });
  made = await aQuarter(desk);
});
afterAll(() => desk.close());

const figures = async (span = quarter) =>
  (await desk.call('statistics.matrix', span)).groups.flatMap(({ group, units }) =>
    units.map(({ unit, total, months, rank }) => ({
      group,
      unit,
      submitted: total.submitted,
      adopted: total.adopted,
      rate: formatRate(rateOf(total)),
      points: formatPoints(total.points),
      months: months.map((month) => formatPoints(month.points)),
      rank,
    })),
  );

describe('统计', () => {
  it('gives the figures reckoned by hand: voided issues and corrections do not count, rules by their day', async () => {
    expect(await figures()).toEqual(byHand);
    const { total } = await desk.call('statistics.matrix', quarter);
    expect({ ...total, points: formatPoints(total.points) }).toEqual({ submitted: 9, adopted: 5, points: '63.5' });
  });

  it('opens a figure to item, issue, rule book and clause', async () => {
    const ledger = await desk.call('statistics.ledger', { ...quarter, departmentId: made.units.reform });
    expect(ledger.rank).toBe(1);
    expect(
      ledger.rows.map(({ date, what, item, issue, rules, clause, points: worth, working }) =>
        [date, item?.title, issue?.label, what, rules?.validFrom, clause?.number, formatPoints(worth), working].join(
          '|',
        ),
      ),
    ).toEqual([
      '2020-01-20|项目开复工|《上街信息》第19期||2020-01-01|1|5|',
      '2020-02-10|项目开复工|《上街信息》第19期|市级《郑州信息》|2020-01-01|2|10|',
      '2020-02-12|项目开复工|《上街信息》第19期|区级 区委书记|2020-01-01|6|10|',
      '2020-02-25|营商环境|《上街信息》第20期||2020-01-01|1|3|',
      '2020-03-06|“一建二抓三推四督”|《上街信息》第22期||2020-03-01|1|6|',
      '2020-03-09|“一建二抓三推四督”（更正）|《上街信息》第23期||2020-03-01||0|更正重印，不重复计分',
      '2020-03-20|“一建二抓三推四督”|《上街信息》第22期|省级《河南信息》|2020-03-01|3|20|',
    ]);
    expect(ledger.rows[0]?.clause?.text).toBe('区级采用：单篇5分，简讯3分，综合3分');
    expect(ledger.submissions.map(({ title }) => title)).toEqual([
      '项目开复工',
      '价格监测',
      '营商环境',
      '“一建二抓三推四督”',
    ]);
    const sum = ledger.rows.reduce((total, row) => total + row.points, 0);
    expect(sum).toBe(ledger.figures.points);
  });

  it('follows a change of the rules at once, and back', async () => {
    const [latest] = await desk.call('scoring.rules', {});
    if (!latest) throw new Error('no rules');
    await desk.call('scoring.saveRules', { id: latest.id, validFrom: latest.validFrom, rules: rulesOf(8) });
    expect((await figures()).map(({ points: total }) => total)).toEqual(['6', '0.5', '56', '5']);
    await desk.call('scoring.saveRules', { id: latest.id, validFrom: latest.validFrom, rules: rulesOf(6) });
    expect(await figures()).toEqual(byHand);
    const log = await desk.call('office.log', { subject: latest.id, limit: 10 });
    expect(log[0]?.text).toContain('改为 区级采用：单篇6分，简讯3分，综合3分');
  });

  it('keeps to the days asked for, and to one publication', async () => {
    const february = { ...quarter, from: '2020-02-01' as IsoDate, to: '2020-02-29' as IsoDate };
    expect((await figures(february)).map(({ unit, points: total, rank }) => `${unit} ${total} ${rank}`)).toEqual([
      '济源路街道 0 1',
      '峡窝镇 0 1',
      '区发改委 23 1',
      '区审计局 3 2',
    ]);
    const extra = await desk.call('publications.save', {
      ...((await desk.call('publications.list', {}))[0] ?? expect.unreachable()),
      id: null,
      name: '上街信息（增刊）',
    });
    expect((await figures({ ...quarter, publicationId: extra.id as never })).every((row) => row.points === '0')).toBe(
      true,
    );
    const own = await figures({ ...quarter, publicationId: desk.publicationId as never });
    // Bonuses and quotas are no publication's.
    expect(own.map(({ unit, points: total }) => `${unit} ${total}`)).toEqual([
      '峡窝镇 6',
      '济源路街道 3',
      '区发改委 54',
      '区审计局 3',
    ]);
  });

  it('says who was in none of the last three issues, and what was written about', async () => {
    const balance = await desk.call('statistics.balance', quarter);
    expect(balance.lastIssues.map(({ label }) => label)).toEqual([
      '《上街信息》第23期',
      '《上街信息》第22期',
      '《上街信息》第20期',
    ]);
    expect(balance.unheard.map(({ unit, last }) => [unit, last?.label])).toEqual([
      ['济源路街道', '《上街信息》第19期'],
    ]);
    expect(balance.groups).toEqual([
      { group: '镇办', adopted: [1, 0, 1] },
      { group: '区直', adopted: [1, 1, 1] },
    ]);
    expect(balance.topics.find(({ topic }) => topic === '项目经济')?.count).toBe(2);
  });

  it('two rule books cannot come into force on one day, and a unit with points by hand is kept', async () => {
    const again = desk.call('scoring.saveRules', { id: null, validFrom: '2020-03-01' as IsoDate, rules: rulesOf(7) });
    await expect(again).rejects.toMatchObject({ code: 'name-taken' });
    await expect(desk.call('departments.delete', { id: made.units.audit })).rejects.toMatchObject({
      code: 'still-used',
    });
  });

  it('lists a 约稿 that nobody answered by its day', async () => {
    await desk.call('commissions.publish', {
      topic: '复工复产中的难点',
      text: '请报典型做法。',
      publicationId: desk.publicationId,
      deadline: '2020-03-10T10:00:00.000Z',
      departmentIds: [made.units.town],
    });
    const { rows } = await desk.call('statistics.ledger', { ...quarter, departmentId: made.units.town });
    expect(rows.find(({ kind }) => kind === 'commission')).toMatchObject({
      what: '复工复产中的难点',
      working: '未完成',
      clause: { text: '约稿：按时完成+10分，逾期完成0分，未完成0分' },
    });
  });

  it('what is entered by hand can be changed and taken back; the log keeps what it was', async () => {
    const { rows } = await desk.call('scoring.adjustments', { departmentId: made.units.audit, offset: 0, limit: 10 });
    const [bonus] = rows;
    if (!bonus) throw new Error('no bonus');
    const { id, unit: _, ...adjustment } = bonus;
    await desk.call('scoring.saveAdjustment', { id, adjustment: { ...adjustment, points: points(3.25) } });
    expect((await figures()).at(-1)?.points).toBe('6.25');
    await desk.call('scoring.deleteAdjustment', { id });
    expect((await figures()).at(-1)?.points).toBe('3');
    const log = await desk.call('office.log', { subject: made.units.audit, limit: 10 });
    expect(log.map(({ text }) => text).slice(0, 2)).toEqual([
      '删除加减分 2020年3月10日 区审计局 加3.25分：约稿质量好',
      '2020年3月10日 区审计局 加3.25分：约稿质量好，原为 2020年3月10日 区审计局 加2分：约稿质量好',
    ]);

    const found = await desk.call('scoring.recognitions', { itemId: null, search: '河南', offset: 0, limit: 10 });
    expect(found.rows.map(({ title, source, issue }) => [title, source, issue?.label])).toEqual([
      ['“一建二抓三推四督”', '区发改委', '《上街信息》第22期'],
    ]);
    await desk.call('scoring.deleteRecognition', { id: found.rows[0]?.id ?? expect.unreachable() });
    expect((await figures())[2]?.points).toBe('34');
  });
});
