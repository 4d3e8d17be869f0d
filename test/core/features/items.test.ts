import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/domain/bulletin.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { addItem, addUnit, openDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let id: ItemId;
beforeEach(async () => {
  desk = await openDesk();
  id = await addItem(desk, '区商务局开展冷链防控', '全面督查。');
});
afterEach(() => desk.close());

const text = (value: string): Block[] => [{ kind: 'text', text: value }];
const save = (version: number, value: string) =>
  desk.call('items.save', { id, version, title: '题', blocks: text(value), kind: 'item', sourceOverride: null });
const revisions = async () => (await desk.call('items.revisions', { id })).map((revision) => revision.origin);

describe('稿件', () => {
  it('typing that goes on is one revision; after five minutes a new one begins', async () => {
    await save(1, '甲');
    await save(2, '甲乙');
    expect(await revisions()).toEqual(['edit', 'submission']);
    desk.setTime('2020-03-06T02:06:00.000Z');
    await save(3, '甲乙丙');
    expect(await revisions()).toEqual(['edit', 'edit', 'submission']);
    expect((await desk.call('items.revision', { id, seq: 2 })).blocks).toEqual(text('甲乙'));
  });

  it('a clock set back does not let a revision swallow an earlier one', async () => {
    await save(1, '甲');
    desk.setTime('2019-01-01T00:00:00.000Z');
    await save(2, '乙');
    expect(await revisions()).toEqual(['edit', 'edit', 'submission']);
  });

  it('typing goes on in one revision until a pause, not for ever, and not once somebody else has looked at it', async () => {
    const at = (minutes: number) =>
      desk.setTime(new Date(Date.parse('2020-03-06T02:00:00Z') + minutes * 60_000).toISOString());
    let version = 1;
    for (let minutes = 0; minutes < 28; minutes += 4) {
      at(minutes);
      version = (await save(version, `写到第${minutes}分钟`)).version;
    }
    expect(await revisions()).toEqual(['edit', 'submission']);
    at(31);
    version = (await save(version, '写了半小时以上')).version;
    expect(await revisions()).toHaveLength(3);
    const note = { itemId: id, version, kind: 'note' as const, text: '看', anchor: null };
    await desk.call('comments.add', note);
    version = (await save(version, '批注之后又改')).version;
    await desk.call('items.save', {
      ...{ id, version, title: '题', blocks: text('退回'), kind: 'item', sourceOverride: null },
      note: '退回一处修改',
    });
    await save(version + 1, '退回之后又改');
    const notes = (await desk.call('items.history', { id })).map((revision) => revision.note);
    expect(notes).toEqual(['', '', '', '', '退回一处修改', '']);
  });

  it('a save on an older text is refused and names who saved in between', async () => {
    await save(1, '甲');
    await expect(save(1, '乙')).rejects.toMatchObject({ code: 'item-changed-elsewhere', params: { person: '郝婕' } });
    expect((await desk.call('items.get', { id })).blocks).toEqual(text('甲'));
  });

  it('an earlier text comes back as a new revision, nothing is lost', async () => {
    await save(1, '改坏了');
    const { version } = await desk.call('items.restore', { id, seq: 1, version: 2 });
    const item = await desk.call('items.get', { id });
    expect(item).toMatchObject({ version, title: '区商务局开展冷链防控', blocks: text('全面督查。') });
    expect(await revisions()).toEqual(['restore', 'edit', 'submission']);
  });

  it('keeps the submission as it was sent beside what was edited', async () => {
    await save(1, '全然不同');
    const { submissions } = await desk.call('items.get', { id });
    expect(submissions[0]).toMatchObject({ title: '区商务局开展冷链防控', paragraphs: ['全面督查。'] });
  });

  it('prints the credited units, or the wording an editor chose', async () => {
    const units = [await addUnit(desk, '区商务局'), await addUnit(desk, '区卫健委')];
    await desk.call('items.setCredits', { id, departmentIds: units });
    expect((await desk.call('items.get', { id })).source).toBe('区商务局、区卫健委');
    const blocks = text('x');
    await desk.call('items.save', { id, version: 1, title: '题', blocks, kind: 'item', sourceOverride: '区商务局等' });
    expect((await desk.call('items.get', { id })).source).toBe('区商务局等');
  });

  it('lists ten thousand and finds one among them', { timeout: 120_000 }, async () => {
    const many = Array.from({ length: 2500 }, (_, i) => `△第${i}号稿，峡窝镇完成麦收${i}亩。（峡窝镇）`).join('\n\n');
    for (let i = 0; i < 4; i++) await desk.call('submissions.paste', { text: many });
    const query = { state: null, departmentId: null, offset: 9_900, limit: 100 };
    const all = await desk.call('submissions.list', { ...query, search: '' });
    expect([all.total, all.rows.length]).toEqual([10_001, 100]);
    const found = await desk.call('submissions.list', { ...query, offset: 0, search: '麦收2345亩' });
    expect(found.total).toBe(4);
  });

  it('of a later issue suggests the theme counted on', async () => {
    const { id: issue, version } = await desk.call('issues.create', {
      publicationId: desk.publicationId,
      date: '2020-03-06' as IsoDate,
      theme: '精准服务 主动作为（三）',
      correctsId: null,
    });
    const entries = [{ itemId: id, kind: 'item' as const, section: null }];
    const arranged = await desk.call('issues.setEntries', { id: issue, version, entries });
    await desk.call('issues.sign', { id: issue, version: arranged.version, expectedNumber: 19 });
    expect(await desk.call('issues.suggest', { publicationId: desk.publicationId })).toEqual({
      theme: '精准服务 主动作为（四）',
      number: 20,
    });
  });
});
