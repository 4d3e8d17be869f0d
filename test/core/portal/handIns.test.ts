import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskEvent } from '../../../shared/contract/events.ts';
import { defaultPortalSettings } from '../../../shared/domain/portal.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { blankFields, newDraft, signedInUnit, type TestUnit } from './unit.ts';

let desk: TestDesk;
let unit: TestUnit;
beforeEach(async () => {
  desk = await openDesk();
  unit = await signedInUnit(desk);
});
afterEach(() => desk.close());

const submissions = async () =>
  (await desk.call('submissions.list', { state: null, search: '', departmentId: null, offset: 0, limit: 50 })).rows;
const firstSubmission = async () => (await submissions())[0] ?? expect.unreachable();

describe('handing in', () => {
  it('files the text as a submission of the unit, with its fields, and gives a receipt with number and time', async () => {
    const receipt = await unit.handIn();
    expect(receipt).toMatchObject({ number: '〔2020〕第1号', at: '2020-03-06T02:00:00.000Z' });
    const row = await firstSubmission();
    expect(row).toMatchObject({ department: '区审计局', title: '审计整改见实效', state: 'new' });
    const { fields } = await desk.call('submissions.get', { id: row.id });
    expect(fields).toEqual({ author: '张三', signer: '李四', phone: '6812' });
  });

  it('receives a draft once, however often a cut line makes the page send it', async () => {
    const id = newDraft();
    const fields = { ...blankFields, title: '一次', text: '只应收到一次。' };
    const [first, second] = await Promise.all([
      unit.call('handIns.send', { id, fields }),
      unit.call('handIns.send', { id, fields }),
    ]);
    expect(second).toEqual(first);
    expect(await unit.call('handIns.send', { id, fields })).toEqual(first);
    expect(await submissions()).toHaveLength(1);
  });

  it('reads an attached file like any other, as the unit that sent it, and keeps the bytes', async () => {
    const id = newDraft();
    await unit.call('drafts.save', { id, fields: blankFields });
    const bytes = new TextEncoder().encode('峡窝镇完成麦收 全镇小麦收割完毕，亩产达到1050斤。（峡窝镇）\n');
    await desk.core.portal.attach(id, { name: '麦收.txt', bytes }, unit.unit());
    const receipt = await unit.call('handIns.send', { id, fields: blankFields });
    expect(await firstSubmission()).toMatchObject({ department: '区审计局', fileName: '麦收.txt' });
    const sent = desk.core.portal.download(receipt.id, 0, unit.unit());
    expect({ name: sent.name, bytes: [...sent.bytes] }).toEqual({ name: '麦收.txt', bytes: [...bytes] });
    expect(await unit.call('drafts.list', {})).toEqual([]);
  });

  it('keeps attachments over a restart, and none once the draft is sent or thrown away', async () => {
    const held = () => readdirSync(path.join(desk.folder, 'data', 'drafts'));
    const [kept, thrown] = [newDraft(), newDraft()];
    for (const id of [kept, thrown]) {
      await unit.call('drafts.save', { id, fields: blankFields });
      const bytes = new TextEncoder().encode(`峡窝镇完成麦收${id} 亩产达到1050斤。（峡窝镇）`);
      await desk.core.portal.attach(id, { name: '麦收.txt', bytes }, unit.unit());
    }
    writeFileSync(path.join(desk.folder, 'data', 'drafts', 'left-by-a-kill'), 'x');
    await desk.reopen();
    await vi.waitUntil(() => held().length === 2);
    // The session is kept by the door, which goes on.
    await unit.call('drafts.discard', { id: thrown });
    expect(held()).toHaveLength(1);
    await unit.call('handIns.send', { id: kept, fields: blankFields });
    expect([held(), await firstSubmission()]).toMatchObject([[], { fileName: '麦收.txt' }]);
  });

  it('an attachment that is no longer as it was uploaded is refused by name', async () => {
    const id = newDraft();
    await unit.call('drafts.save', { id, fields: blankFields });
    await desk.core.portal.attach(id, { name: '麦收.txt', bytes: new TextEncoder().encode('麦收') }, unit.unit());
    const folder = path.join(desk.folder, 'data', 'drafts');
    for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), '别的');
    await expect(unit.call('handIns.send', { id, fields: blankFields })).rejects.toMatchObject({
      code: 'file-damaged',
      params: expect.objectContaining({ file: '麦收.txt' }),
    });
  });

  it('refuses the whole where a file cannot be read, and names the file', async () => {
    const id = newDraft();
    await unit.call('drafts.save', { id, fields: blankFields });
    await desk.core.portal.attach(id, { name: '坏.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9]) }, unit.unit());
    await expect(unit.call('handIns.send', { id, fields: { ...blankFields, text: '正文' } })).rejects.toMatchObject({
      params: expect.objectContaining({ file: '坏.docx' }),
    });
    expect(await submissions()).toEqual([]);
    expect(await unit.call('drafts.list', {})).toHaveLength(1);
  });

  it('refuses a hand-in of nothing', async () => {
    await expect(unit.handIn({ text: ' \n' })).rejects.toMatchObject({ code: 'hand-in-empty' });
  });

  it('keeps ordinary items to the daily cap; urgent ones and answers do not count', async () => {
    await desk.call('portal.configure', { ...defaultPortalSettings, dailyCap: 1 });
    await unit.handIn();
    await expect(unit.handIn()).rejects.toMatchObject({ code: 'hand-in-cap' });
    await unit.handIn({ urgent: { stage: 'first', chain: null } });
    expect((await unit.call('unit.get', {})).leftToday).toBe(0);
    desk.setTime('2020-03-07T02:00:00.000Z');
    await unit.handIn();
  });
});

describe('what the unit hears back', () => {
  const state = async (id: string) => (await unit.call('handIns.get', { id: id as never })).state;

  it('is received until an editor opens it, and then can no longer be withdrawn', async () => {
    const { id } = await unit.handIn();
    expect(await state(id)).toBe('received');
    await desk.call('portal.markRead', { submissionId: (await firstSubmission()).id });
    expect(await state(id)).toBe('reading');
    await expect(unit.call('handIns.withdraw', { id })).rejects.toMatchObject({ code: 'hand-in-read' });
  });

  it('takes an unread one back with all that was made of it, and keeps what was sent', async () => {
    const { id } = await unit.handIn();
    await unit.call('handIns.withdraw', { id });
    expect(await submissions()).toEqual([]);
    expect(await unit.call('handIns.get', { id })).toMatchObject({ state: 'withdrawn', fields: { author: '张三' } });
  });

  it('cannot take back one that was decided on without being opened', async () => {
    const { id } = await unit.handIn();
    await desk.call('submissions.hold', { ids: [(await firstSubmission()).id] });
    await expect(unit.call('handIns.withdraw', { id })).rejects.toMatchObject({ code: 'hand-in-read' });
  });

  it('is told the questions of a return, answers in the same thread, and the return no longer waits', async () => {
    const { id } = await unit.handIn();
    const { id: submissionId } = await firstSubmission();
    await desk.call('submissions.return', { ids: [submissionId], reason: '请核实总数', dueDate: null });
    expect((await unit.call('handIns.get', { id })).pieces[0]).toMatchObject({
      state: 'returned',
      reason: '请核实总数',
    });
    expect((await unit.call('unit.get', {})).waiting.returned).toBe(1);

    const answer = await unit.handIn({ answers: id, title: '审计整改见实效（改）' });
    const { thread } = await unit.call('handIns.get', { id: answer.id });
    expect(thread.map((row) => row.id)).toEqual([id, answer.id]);
    expect((await unit.call('unit.get', {})).waiting.returned).toBe(0);
    const [newest] = await submissions();
    const seen = await desk.call('portal.thread', { submissionId: newest?.id ?? expect.unreachable() });
    expect(seen?.thread.map((row) => row.submissionIds)).toEqual([[submissionId], [newest?.id]]);
  });

  it('names the issue only once it is signed', async () => {
    const { id } = await unit.handIn();
    const { id: submissionId } = await firstSubmission();
    await desk.call('submissions.shortlist', { ids: [submissionId] });
    const { itemId } = await desk.call('submissions.get', { id: submissionId });
    const issue = await desk.call('issues.create', {
      publicationId: desk.publicationId,
      date: '2020-03-06' as never,
      theme: '',
      correctsId: null,
    });
    const entries = [{ itemId: itemId ?? expect.unreachable(), kind: 'item' as const, section: null }];
    const { version, number } = await desk.call('issues.setEntries', { id: issue.id, version: issue.version, entries });
    expect(await unit.call('handIns.get', { id })).toMatchObject({ state: 'shortlisted', issue: null });
    await desk.call('issues.sign', { id: issue.id, version, expectedNumber: number });
    expect(await unit.call('handIns.get', { id })).toMatchObject({ state: 'printed', issue: '《上街信息》第19期' });
  });

  it('reads the reason of a rejection and the feedback of the editor', async () => {
    const { id } = await unit.handIn();
    const { id: submissionId } = await firstSubmission();
    await desk.call('submissions.reject', { ids: [submissionId], reason: '内容已见报' });
    await desk.call('portal.giveFeedback', { submissionId, text: '数据翔实，可再报做法。' });
    expect((await unit.call('handIns.get', { id })).pieces[0]).toMatchObject({
      state: 'rejected',
      reason: '内容已见报',
      feedback: '数据翔实，可再报做法。',
    });
  });
});

describe('checks before sending', () => {
  it('names what is missing, what a proofreader finds, and an own hand-in that tells the same', async () => {
    const { number } = await unit.handIn();
    const id = newDraft();
    const text = '区审计局近日对3家单位开展财务审计，，发现问题12个，已整改10个。';
    await unit.call('drafts.save', { id, fields: { ...blankFields, signer: '', title: '审计整改见实效', text } });
    const check = await unit.call('handIns.check', { id });
    expect(check.missing).toContain('没有填写审核或签发人');
    expect(check.findings.map(({ severity }) => severity)).toContain('error');
    expect(check.similar).toMatchObject([{ number }]);
  });

  it('says nothing about texts of other units', async () => {
    const other = await signedInUnit(desk, '区财政局', '10.0.0.10');
    await other.handIn();
    const id = newDraft();
    await unit.call('drafts.save', {
      id,
      fields: { ...blankFields, text: '区审计局近日对3家单位开展财务审计，发现问题12个，已整改10个。' },
    });
    expect((await unit.call('handIns.check', { id })).similar).toEqual([]);
  });
});

describe('urgent reports', () => {
  it('reach the open workstations at once, and later reports stand in one chain', async () => {
    const events: DeskEvent[] = [];
    desk.core.subscribe((event) => events.push(event));
    const first = await unit.handIn({ urgent: { stage: 'first', chain: null }, title: '突发情况' });
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'urgent', unit: '区审计局', title: '突发情况', stage: 'first' }),
    );
    await unit.handIn({ urgent: { stage: 'followUp', chain: first.id } });
    const last = await unit.handIn({ urgent: { stage: 'final', chain: first.id } });
    const { thread } = await unit.call('handIns.get', { id: last.id });
    expect(thread.map((row) => row.urgent)).toEqual(['first', 'followUp', 'final']);
  });
});

describe('commissions', () => {
  it('are seen by the units asked, acknowledged, answered, and the office sees who did', async () => {
    const { id } = await desk.call('commissions.publish', {
      topic: '复工复产',
      text: '请报做法。',
      publicationId: null,
      deadline: '2020-03-10T10:00:00.000Z',
      departmentIds: [unit.departmentId],
    });
    expect(await unit.call('commissions.list', {})).toMatchObject([
      { topic: '复工复产', readAt: null, answeredAt: null },
    ]);
    await unit.call('commissions.acknowledge', { id });
    await unit.handIn({ commission: id });
    const [seen] = await desk.call('commissions.list', {});
    expect(seen?.units).toMatchObject([
      { name: '区审计局', readAt: expect.any(String), answeredAt: expect.any(String) },
    ]);
  });

  it('of other units cannot be seen, acknowledged or answered', async () => {
    const other = await signedInUnit(desk, '区财政局', '10.0.0.10');
    const { id } = await desk.call('commissions.publish', {
      topic: '仅财政局',
      text: '',
      publicationId: null,
      deadline: '2020-03-10T10:00:00.000Z',
      departmentIds: [other.departmentId],
    });
    expect(await unit.call('commissions.list', {})).toEqual([]);
    await expect(unit.call('commissions.acknowledge', { id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(unit.handIn({ commission: id })).rejects.toMatchObject({ code: 'not-found' });
  });
});
