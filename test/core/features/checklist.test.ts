import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckName, CheckPoint } from '../../../shared/contract/methods/checklist.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { IssueId, ItemId } from '../../../shared/domain/ids.ts';
import { addItem, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** An issue with one item of this text. */
async function issueOf(
  text: string,
  { date = '2020-03-06', theme = '' } = {},
): Promise<{ id: IssueId; itemId: ItemId }> {
  const { id, version } = await desk.call('issues.create', {
    publicationId: desk.publicationId,
    date: date as IsoDate,
    theme,
    correctsId: null,
  });
  const itemId = await addItem(desk, '街道开展活动', text);
  await desk.call('issues.setEntries', { id, version, entries: [{ itemId, kind: 'item', section: null }] });
  return { id, itemId };
}

const row = async (id: IssueId, name: CheckName) =>
  (await desk.call('checklist.get', { id })).rows.find((one) => one.name === name) ?? expect.unreachable();

async function decide(point: CheckPoint | undefined, reason: string): Promise<void> {
  if (!point?.key || !point.itemId) return expect.unreachable();
  const { itemId, passage, message, key } = point;
  await desk.call('proof.decide', { itemId, passage, message, reason, ...key });
}

async function write(itemId: ItemId, text: string): Promise<void> {
  const { version, title, kind, sourceOverride } = await desk.call('items.get', { id: itemId });
  const blocks = [{ kind: 'text' as const, text }];
  await desk.call('items.save', { id: itemId, version, title, kind, sourceOverride, blocks });
}

const refusal = { code: 'issue-not-ready' };

describe('签发前核对', () => {
  it('an error keeps an issue from being signed until it is mended', async () => {
    const { id, itemId } = await issueOf('做好采购采购工作，，抓好落实。');
    expect((await row(id, 'errors')).points.map(({ passage }) => passage)).toEqual(['采购采购', '，，']);
    await expect(sign(desk, id)).rejects.toMatchObject(refusal);
    await write(itemId, '做好采购工作，抓好落实。');
    expect((await row(id, 'errors')).state).toBe('done');
    await sign(desk, id);
  });

  it('or waived with a reason; without one it stays open', async () => {
    const { id } = await issueOf('做好采购采购工作。');
    await decide((await row(id, 'errors')).points[0], '');
    await expect(sign(desk, id)).rejects.toMatchObject(refusal);
    await decide((await row(id, 'errors')).points[0], '文件原名如此');
    expect((await row(id, 'errors')).points[0]?.decision).toMatchObject({ reason: '文件原名如此', person: '郝婕' });
    await sign(desk, id);
  });

  it('a waiver is void once its passage is edited, and holds while the text changes elsewhere', async () => {
    const { id, itemId } = await issueOf('做好采购采购工作。街道随后进行了检查和总结。');
    await decide((await row(id, 'errors')).points[0], '文件原名如此');
    await write(itemId, '做好采购采购工作。街道随后进行了检查。');
    expect((await row(id, 'errors')).state).toBe('done');
    await write(itemId, '抓好采购采购工作。街道随后进行了检查。');
    expect((await row(id, 'errors')).state).toBe('open');
  });

  it('the office may let errors warn only', async () => {
    const { id } = await issueOf('做好采购采购工作。');
    await desk.call('checklist.setBlocking', { blocks: false });
    await sign(desk, id);
  });

  it('figures that cannot be recomputed are asked for, and confirmed one by one', async () => {
    const { id } = await issueOf('14个项目已复工，占项目总数的77.8%。');
    const { points, state } = await row(id, 'figures');
    expect([state, points.map(({ passage }) => passage)]).toEqual(['open', ['77.8%']]);
    await decide(points[0], '已与区发改委核实，总数18个');
    expect((await row(id, 'figures')).state).toBe('done');
  });

  it('units and posts are confirmed by hand, until anything of the issue changes', async () => {
    const { id, itemId } = await issueOf('扎实开展活动。');
    expect((await row(id, 'units')).state).toBe('open');
    await desk.call('checklist.confirm', { id, name: 'units', note: '电话核实', confirmed: true });
    expect((await row(id, 'units')).confirmed).toMatchObject({ note: '电话核实', person: '郝婕' });
    await write(itemId, '扎实开展志愿服务活动。');
    expect((await row(id, 'units')).state).toBe('open');
  });

  it('a series that jumps, an empty distribution and a missing source are named', async () => {
    await sign(desk, (await issueOf('扎实开展活动。', { theme: '奋力夺取“双胜利”（一）' })).id);
    const { id } = await issueOf('扎实开展巡查活动。', { theme: '奋力夺取“双胜利”（三）', date: '2020-03-09' });
    expect((await row(id, 'series')).points.map(({ message }) => message)).toEqual(['上一期为第1篇，这一期应为第2篇']);
    expect((await row(id, 'distribution')).points.map(({ passage }) => passage)).toEqual(['发送范围', '印数']);
    expect((await row(id, 'sources')).points.map(({ message }) => message)).toContain('没有来稿单位');
  });

  it('one fact with two figures in two items of the issue is asked about', async () => {
    const { id, itemId } = await issueOf('全区59个社区参加。');
    const other = await addItem(desk, '全区社区行动', '全区60个社区行动起来。');
    const { version } = await desk.call('issues.get', { id });
    const entries = [itemId, other].map((one) => ({ itemId: one, kind: 'item' as const, section: null }));
    await desk.call('issues.setEntries', { id, version, entries });
    const messages = (await row(id, 'doubts')).points.map(({ passage }) => passage);
    expect(messages).toEqual(['60']);
  });
});
