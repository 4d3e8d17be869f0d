import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { SubmissionId } from '../../../shared/domain/ids.ts';
import { applyChange } from '../../../shared/text/split/review/index.ts';
import { addUnit, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const threeItems = `区发改委推动项目有序开复工 一是建立机制。二是加大督查，54项手续已办结45项。（区发改委）

区人社局缓解企业招工难 随着复工复产有序进行，共计招录50余人。（区人社局）

△近日，区委老干部局组织捐款32310元。（区委老干部局）`;

const state = async (id: SubmissionId) => (await desk.call('submissions.get', { id })).state;
const list = async (search: string) =>
  (await desk.call('submissions.list', { state: null, search, departmentId: null, offset: 0, limit: 50 })).rows;
const pool = async () => (await desk.call('items.list', { where: 'pool', search: '', offset: 0, limit: 50 })).rows;
const paste = async () => (await desk.call('submissions.paste', { text: threeItems })).submissions;

async function one(): Promise<SubmissionId> {
  const [row] = await paste();
  return row?.id ?? expect.unreachable();
}

describe('来稿', () => {
  it('are split from one text, each with the unit the register knows', async () => {
    const fgw = await addUnit(desk, '区发改委', '上街区发展和改革委员会');
    const rows = await paste();
    expect(rows.map((row) => [row.title, row.kind, row.departmentId])).toEqual([
      ['区发改委推动项目有序开复工', 'item', fgw],
      ['区人社局缓解企业招工难', 'item', null],
      ['', 'brief', null],
    ]);
    const detail = await desk.call('submissions.get', { id: rows[2]?.id ?? expect.unreachable() });
    expect(detail.source).toBe('区委老干部局');
    expect(detail.originalText).toBe(threeItems);
  });

  it('are cut by the titles the office had before, and stay so cut', async () => {
    const title = '小麦一喷三防实现全覆盖的做法';
    const leader = '区长周斌督导项目建设\n10月8日，区长周斌督导项目建设并讲话。\n';
    const body = '抢抓关键期，统筹资金820万元，防治58万亩。';
    const text = `${leader}${title}${body}（区农业农村局）`;
    const split = async () => (await desk.call('submissions.paste', { text })).submissions.map((row) => row.title);
    expect(await split()).not.toContain(title);
    await desk.call('submissions.paste', { text: `${title}\n${body}（区农业农村局）` });
    const { submissions, intakeId } = await desk.call('submissions.paste', { text });
    expect(submissions.map((row) => row.title)).toEqual(['区长周斌督导项目建设', title]);
    const { split: shown } = await desk.call('submissions.split', { intakeId });
    expect(shown.items).toHaveLength(2);
  });

  it('are found by part of the text, by unit name and by the initials of the unit', async () => {
    await addUnit(desk, '区发改委');
    await paste();
    for (const search of ['54项', '发改', 'qfgw', 'QFGW']) expect((await list(search)).length, search).toBe(1);
    expect(await list('100%')).toEqual([]);
  });

  it('become an item when shortlisted, and undo takes it away again with what was typed kept', async () => {
    const id = await one();
    await desk.call('submissions.shortlist', { ids: [id] });
    const [item] = await pool();
    expect(item?.title).toBe('区发改委推动项目有序开复工');
    const edited = { version: 1, title: '改过的题', blocks: [], kind: 'item' as const, sourceOverride: null };
    await desk.call('items.save', { id: item?.id ?? expect.unreachable(), ...edited });
    await desk.call('submissions.undo', { ids: [id] });
    expect([await state(id), await pool()]).toEqual(['new', []]);
    await desk.call('submissions.shortlist', { ids: [id] });
    expect((await pool())[0]?.title).toBe('改过的题');
  });

  it('undo goes back along the decisions one by one, and ends with a sentence', async () => {
    const id = await one();
    await desk.call('submissions.hold', { ids: [id] });
    await desk.call('submissions.return', { ids: [id], reason: '请核实', dueDate: '2020-03-09' as IsoDate });
    await desk.call('submissions.reject', { ids: [id], reason: '重复' });
    const seen = [await state(id)];
    for (let i = 0; i < 3; i++) {
      await desk.call('submissions.undo', { ids: [id] });
      seen.push(await state(id));
    }
    expect(seen).toEqual(['rejected', 'returned', 'held', 'new']);
    await expect(desk.call('submissions.undo', { ids: [id] })).rejects.toMatchObject({ code: 'nothing-to-undo' });
    const { decisions } = await desk.call('submissions.get', { id });
    expect(decisions.map((d) => [d.to, d.undo])).toHaveLength(6);
  });

  it('merge into one item with credit to each unit, and undo gives every one back', async () => {
    const units = [await addUnit(desk, '区发改委'), await addUnit(desk, '区人社局')];
    const rows = (await paste()).slice(0, 2);
    const ids = rows.map((row) => row.id);
    await desk.call('submissions.shortlist', { ids: ids.slice(0, 1) });
    const { itemId } = await desk.call('submissions.merge', { ids });
    const item = await desk.call('items.get', { id: itemId });
    expect(item.credits.map((credit) => credit.departmentId)).toEqual(units);
    expect(item.source).toBe('区发改委、区人社局');
    expect(item.blocks.map((block) => block.kind)).toContain('subhead');
    expect((await pool()).map((row) => row.id)).toEqual([itemId]);
    await desk.call('submissions.undo', { ids: ids.slice(1) });
    expect([await state(ids[0] as SubmissionId), await state(ids[1] as SubmissionId)]).toEqual(['shortlisted', 'new']);
    expect((await pool()).map((row) => row.title)).toEqual(['区发改委推动项目有序开复工']);
  });

  it('are adopted when their issue is signed, and cannot be undone then', async () => {
    const id = await one();
    await desk.call('submissions.shortlist', { ids: [id] });
    const { itemId } = await desk.call('submissions.get', { id });
    const issue = await desk.call('issues.create', {
      publicationId: desk.publicationId,
      date: '2020-03-06' as IsoDate,
      theme: '',
      correctsId: null,
    });
    await desk.call('issues.setEntries', {
      id: issue.id,
      version: issue.version,
      entries: [{ itemId: itemId ?? expect.unreachable(), kind: 'item', section: null }],
    });
    await expect(desk.call('submissions.undo', { ids: [id] })).rejects.toMatchObject({ code: 'item-in-issue' });
    await sign(desk, issue.id);
    expect(await desk.call('submissions.get', { id })).toMatchObject({
      state: 'adopted',
      issue: { label: '《上街信息》第19期' },
    });
    await expect(desk.call('submissions.undo', { ids: [id] })).rejects.toMatchObject({ code: 'issue-frozen' });
  });

  it('an intake can be taken back whole, until something was decided on it', async () => {
    const { submissions, intakeId } = await desk.call('submissions.paste', { text: threeItems });
    await desk.call('submissions.hold', { ids: [submissions[0]?.id ?? expect.unreachable()] });
    await expect(desk.call('submissions.undoIntake', { id: intakeId })).rejects.toMatchObject({
      code: 'state-changed',
    });
    await desk.call('submissions.undo', { ids: [submissions[0]?.id ?? expect.unreachable()] });
    await expect(desk.call('submissions.undoIntake', { id: intakeId })).rejects.toMatchObject({
      code: 'state-changed',
    });
  });

  it('a decision on several is all or none', async () => {
    const rows = await paste();
    const ids = rows.map((row) => row.id);
    await desk.call('submissions.merge', { ids: ids.slice(0, 2) });
    await expect(desk.call('submissions.hold', { ids: ids.toReversed() })).rejects.toMatchObject({
      code: 'state-changed',
    });
    expect(await state(ids[2] as SubmissionId)).toBe('new');
  });

  it('the same file a second time adds nothing and says when it came', async () => {
    const [actor] = await desk.call('people.list', {});
    if (!actor) return expect.unreachable();
    const file = { name: '区发改委.txt', bytes: new TextEncoder().encode(threeItems) };
    const who = { personId: actor.id, name: actor.name, roles: actor.roles };
    const first = await desk.core.intakeFile(file, who);
    const second = await desk.core.intakeFile({ ...file, name: '重发.txt' }, who);
    expect([first.submissions.length, first.alreadyReceivedAt]).toEqual([3, null]);
    expect(second.alreadyReceivedAt).toBe('2020-03-06T02:00:00.000Z');
    expect(await list('')).toHaveLength(3);
  });
});

describe('a received text', () => {
  const split = async (id: SubmissionId) =>
    desk.call('submissions.split', { intakeId: (await desk.call('submissions.get', { id })).intakeId });

  it('is split otherwise by hand, keeps that and the units set by hand, and is found by its new parts', async () => {
    const unit = await addUnit(desk, '区农业局');
    const rows = await paste();
    const [first, second] = [rows[0]?.id ?? expect.unreachable(), rows[1]?.id ?? expect.unreachable()];
    await desk.call('submissions.setDepartment', { ids: [first], departmentId: unit });
    const { text, split: before, intakeId, open } = await split(second);
    expect(open).toBe(true);
    const after = applyChange(text, before, { does: 'merge', item: 2 });
    const result = await desk.call('submissions.resplit', { intakeId, split: after });
    expect(result.submissions.map(({ title, departmentId }) => [title, departmentId])).toEqual([
      ['区发改委推动项目有序开复工', unit],
      ['区人社局缓解企业招工难', null],
    ]);
    expect((await split(first)).split).toEqual(after);
    expect((await list('32310')).map(({ title }) => title)).toEqual(['区人社局缓解企业招工难']);
  });

  it('stays as it is split once a part was decided, and a split that loses text is refused', async () => {
    const id = await one();
    const { split: before, intakeId } = await split(id);
    const holed = { ...before, pieces: before.pieces.slice(1) };
    await expect(desk.call('submissions.resplit', { intakeId, split: holed })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await desk.call('submissions.hold', { ids: [id] });
    expect((await split(id)).open).toBe(false);
    await expect(desk.call('submissions.resplit', { intakeId, split: before })).rejects.toMatchObject({
      code: 'state-changed',
    });
  });
});
