import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatPoints, points } from '../../../shared/domain/scoring/points.ts';
import { aQuarter, type Quarter, quarter } from '../statistics/quarter.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { signInUnit, type TestUnit } from './unit.ts';

let desk: TestDesk;
let made: Quarter;
let reform: TestUnit;
let street: TestUnit;
beforeAll(async () => {
  desk = await openDesk({ time: '2020-04-02T02:00:00.000Z' });
  made = await aQuarter(desk);
  reform = await signInUnit(desk, made.units.reform, '区发改委');
  street = await signInUnit(desk, made.units.street, '济源路街道');
});
afterAll(() => desk.close());

const FIRST_QUARTER = { from: '2020-01', to: '2020-03' };

describe('积分 on the unit’s page', () => {
  it('tells the figures reckoned by hand, the own place, and for each line what it stands on', async () => {
    const standing = await reform.call('unit.standing', FIRST_QUARTER);
    expect(standing).toMatchObject({
      submitted: 4,
      adopted: 3,
      points: points(54),
      place: { rank: 1, of: 2, group: '区直' },
    });
    expect(standing.lines.reduce((sum, line) => sum + line.points, 0)).toBe(points(54));
    const [latest] = standing.lines;
    expect(latest).toMatchObject({
      kind: 'upper',
      date: '2020-03-20',
      what: '“一建二抓三推四督” 省级《河南信息》',
      issue: '《上街信息》第22期',
      points: points(20),
      clause: { number: expect.any(Number), text: expect.stringContaining('省级采用') },
    });
    const february = await reform.call('unit.standing', { from: '2020-02', to: '2020-02' });
    expect([february.submitted, february.adopted, formatPoints(february.points)]).toEqual([1, 1, '23']);
  });

  it('tells deductions and their working too', async () => {
    const { points: worth, place, lines } = await street.call('unit.standing', FIRST_QUARTER);
    expect([formatPoints(worth), place]).toEqual(['0.5', { rank: 2, of: 2, group: '镇办' }]);
    expect(lines.find(({ kind }) => kind === 'quota')).toMatchObject({
      points: points(-1),
      working: '本季度报送2条，缺1条',
    });
    expect(lines.find(({ kind }) => kind === 'manual')).toMatchObject({ points: points(-1.5), what: '数字有误' });
  });

  it('gives no place before there are rules', async () => {
    const { points: worth, place } = await reform.call('unit.standing', { from: '2019-01', to: '2019-12' });
    expect([worth, place]).toEqual([0, null]);
  });

  it('names no other unit, whatever the months', async () => {
    const told = JSON.stringify(await reform.call('unit.standing', { from: '2019-01', to: '2020-12' }));
    for (const name of ['济源路街道', '峡窝镇', '区审计局', made.units.town, made.units.audit])
      expect(told).not.toContain(name);
  });
});

describe('通报 on the unit’s page', () => {
  it('is there from publishing until it is taken back, with the ranking whole and of the lists the unit’s own', async () => {
    const draft = await desk.call('circulars.create', { ...quarter, kind: 'quarterly', date: '2020-04-02' as IsoDate });
    expect(await reform.call('circulars.list', {})).toEqual([]);
    await expect(reform.call('circulars.get', { id: draft.id })).rejects.toMatchObject({ code: 'not-found' });

    await desk.call('circulars.publish', { id: draft.id, version: draft.version });
    const [row] = await reform.call('circulars.list', {});
    expect(row).toMatchObject({ id: draft.id, title: '关于2020年第一季度信息报送采用情况的通报' });
    const seen = await reform.call('circulars.get', { id: draft.id });
    const [, bureaus] = seen.groups;
    expect(bureaus?.units.map(({ unit, rank, own, points: worth }) => [rank, unit, own, formatPoints(worth)])).toEqual([
      [1, '区发改委', true, '54'],
      [2, '区审计局', false, '5'],
    ]);
    expect(seen.own.find(({ part }) => part === 'titles')?.lines.map(({ text }) => text)).toEqual([
      '项目开复工（《上街信息》第19期）',
      '营商环境（《上街信息》第20期）',
      '“一建二抓三推四督”（《上街信息》第22期）',
    ]);
    const lists = JSON.stringify((await street.call('circulars.get', { id: draft.id })).own);
    expect(lists).toContain('缺1条');
    for (const other of ['区发改委', '项目开复工', '麦田管理', '缺2条']) expect(lists).not.toContain(other);

    await desk.call('circulars.withdraw', { id: draft.id });
    await expect(reform.call('circulars.get', { id: draft.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows no ranking where the editor leaves it out', async () => {
    const { id, version, content } = await desk.call('circulars.create', {
      ...quarter,
      kind: 'other',
      date: '2020-04-02' as IsoDate,
    });
    const { figures: _figures, style: _style, ...words } = content;
    const saved = await desk.call('circulars.save', { id, version, content: { ...words, parts: ['titles'] } });
    await desk.call('circulars.publish', { id, version: saved.version });
    const seen = await reform.call('circulars.get', { id });
    expect([seen.groups, seen.own.map(({ part }) => part)]).toEqual([[], ['titles']]);
  });
});
