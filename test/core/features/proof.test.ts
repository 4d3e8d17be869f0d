import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { addIssue, addItem, openDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('what the proofer is told', () => {
  it('is the date of the issue an item stands in, and none before it stands in one', async () => {
    const loose = await addItem(desk, '甲');
    const issue = await desk.call('issues.get', { id: await addIssue(desk, '2020-03-09' as IsoDate) });
    const placed = issue.entries[0]?.item.id ?? expect.unreachable();
    expect((await desk.call('proof.knowledge', { id: loose })).issueDate).toBeNull();
    expect((await desk.call('proof.knowledge', { id: placed })).issueDate).toBe('2020-03-09');
  });

  it('is every name of every unit, with the days a former one was in force', async () => {
    await desk.call('departments.save', {
      id: null,
      shortName: '区自然资源和规划局',
      fullName: '上街区自然资源和规划局',
      group: '区直',
      otherNames: [
        { name: '区国土局', kind: 'former', validFrom: null, validTo: '2019-03-01' as IsoDate },
        { name: '区资规局', kind: 'alias', validFrom: null, validTo: null },
      ],
      active: true,
    });
    const { units } = await desk.call('proof.knowledge', { id: await addItem(desk, '甲') });
    expect(units.map(({ names }) => names.map(({ name, kind, validTo }) => [name, kind, validTo ?? null]))).toEqual([
      [
        ['区自然资源和规划局', 'short', null],
        ['上街区自然资源和规划局', 'full', null],
        ['区国土局', 'former', '2019-03-01'],
        ['区资规局', 'short', null],
      ],
    ]);
  });

  it('is the white list, kept over a restart, each passage once, with who changed it in the log', async () => {
    const id = await addItem(desk, '甲');
    await desk.call('proof.ignore', { passage: '采购采购', ignored: true });
    await desk.call('proof.ignore', { passage: '预预', ignored: true });
    await desk.call('proof.ignore', { passage: '采购采购', ignored: true });
    await desk.reopen();
    expect((await desk.call('proof.knowledge', { id })).whiteList).toEqual(['预预', '采购采购']);
    await desk.call('proof.ignore', { passage: '预预', ignored: false });
    expect((await desk.call('proof.knowledge', { id })).whiteList).toEqual(['采购采购']);
    const [last] = await desk.call('office.log', { subject: null, limit: 1 });
    expect(last).toMatchObject({ person: '郝婕', text: '校对恢复提示“预预”' });
  });

  it('is no white list of single characters: one would hide every finding on it', async () => {
    await expect(desk.call('proof.ignore', { passage: '地', ignored: true })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
