import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { addIssue, addItem, addUnit, openDesk, sign, type TestDesk } from '../support/desk.ts';

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
    expect((await desk.call('proof.knowledge', { id })).whiteList).toEqual(['采购采购', '预预']);
    await desk.call('proof.ignore', { passage: '预预', ignored: false });
    expect((await desk.call('proof.knowledge', { id })).whiteList).toEqual(['采购采购']);
    const [last] = await desk.call('office.log', { subject: null, limit: 1 });
    expect(last).toMatchObject({ person: '郝婕', text: '白名单去掉“预预”' });
  });

  it('is no white list of single characters: one would hide every finding on it', async () => {
    await expect(desk.call('proof.ignore', { passage: '地', ignored: true })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('is the leaders in their order with their days, and what the office decided on words', async () => {
    const id = await addItem(desk, '甲');
    const leader = { id: null, posts: ['区长'], validFrom: null, note: '' };
    const first = await desk.call('leaders.save', { ...leader, name: '王大山', validTo: '2020-01-31' as IsoDate });
    const second = await desk.call('leaders.save', { ...leader, name: '李建国', validTo: null });
    await desk.call('leaders.order', { ids: [second.id, first.id] });
    const word = { id: null, preferred: '', reason: '' };
    await desk.call('wordings.save', { ...word, kind: 'term', word: '峡窝乡', preferred: '峡窝镇' });
    await desk.call('wordings.save', { ...word, kind: 'formulation', word: '不忘初心、牢记使命' });
    await desk.call('wordings.save', { ...word, kind: 'forbidden', word: '刁民' });
    const known = await desk.call('proof.knowledge', { id });
    expect(known.leaders.map(({ name, order, validTo }) => [name, order, validTo])).toEqual([
      ['李建国', 1, null],
      ['王大山', 2, '2020-01-31'],
    ]);
    expect(known).toMatchObject({
      terms: [{ wrong: '峡窝乡', right: '峡窝镇' }],
      formulations: ['不忘初心、牢记使命'],
      flaggedWords: [{ word: '刁民', level: 'forbidden' }],
    });
  });

  it('is what was printed of the same unit in earlier issues, named by them', async () => {
    const unit = await addUnit(desk, '区金融局');
    const earlier = await desk.call('items.create', { title: '区金融局助企', departmentId: unit });
    await desk.call('items.save', {
      id: earlier.id,
      version: earlier.version,
      title: '区金融局助企',
      blocks: [{ kind: 'text', text: '累计发放贷款2700笔。' }],
      kind: 'item',
      sourceOverride: null,
    });
    const issue = await desk.call('issues.create', {
      publicationId: desk.publicationId,
      date: '2020-03-06' as IsoDate,
      theme: '',
      correctsId: null,
    });
    const entries = [{ itemId: earlier.id, kind: 'item' as const, section: null }];
    await desk.call('issues.setEntries', { id: issue.id, version: issue.version, entries });
    await sign(desk, issue.id);
    const later = await desk.call('items.create', { title: '区金融局再助企', departmentId: unit });
    const { earlierItems } = await desk.call('proof.knowledge', { id: later.id });
    expect(earlierItems).toEqual([{ text: '区金融局助企\n累计发放贷款2700笔。', where: '《上街信息》第19期' }]);
  });

  it('is the running totals printed of the same unit this year, and a total that falls against them is found before signing', async () => {
    const unit = await addUnit(desk, '区金融局');
    const other = await addUnit(desk, '区商务局');
    const write = async (departmentId: typeof unit, title: string, text: string) => {
      const item = await desk.call('items.create', { title, departmentId });
      const block = { kind: 'text' as const, text };
      await desk.call('items.save', {
        ...{ id: item.id, version: item.version, title, blocks: [block] },
        ...{ kind: 'item' as const, sourceOverride: null },
      });
      return item;
    };
    const print = async (date: string, item: { id: ItemId }) => {
      const { publicationId } = desk;
      const issue = await desk.call('issues.create', {
        publicationId,
        date: date as IsoDate,
        theme: '',
        correctsId: null,
      });
      const entries = [{ itemId: item.id, kind: 'item' as const, section: null }];
      await desk.call('issues.setEntries', { id: issue.id, version: issue.version, entries });
      return issue.id;
    };
    const old = await write(unit, '区金融局年终盘点', '累计发放贷款9800笔。');
    await sign(desk, await print('2019-12-27', old));
    await sign(desk, await print('2020-03-06', await write(unit, '区金融局助企', '累计发放贷款2700笔。')));
    await sign(desk, await print('2020-03-13', await write(other, '区商务局稳供', '累计发放贷款90笔。')));
    const fallen = await write(unit, '区金融局再助企', '截至目前，累计发放贷款2500笔。');
    const next = await print('2020-03-20', fallen);
    expect((await desk.call('proof.knowledge', { id: fallen.id })).earlierFigures).toEqual([
      { label: '累计发放贷款', value: 2700, unit: '笔', where: '《上街信息》第19期' },
    ]);
    const { rows } = await desk.call('checklist.get', { id: next });
    const doubts = rows.find(({ name }) => name === 'doubts')?.points;
    expect(doubts).toMatchObject([{ passage: '2500笔', message: '《上街信息》第19期已为2700笔，累计数不应减少' }]);
  });
});
