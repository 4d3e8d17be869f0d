import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { Actor } from '../../../electron/core/index.ts';
import { addUnit, openDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let actor: Actor;
beforeEach(async () => {
  desk = await openDesk();
  const [person] = await desk.call('people.list', {});
  if (!person) throw new Error('no person');
  actor = { personId: person.id, name: person.name, roles: person.roles };
});
afterEach(() => desk.close());

const upload = (path: string, bytes: Uint8Array, name = '名册.xlsx') =>
  desk.core.files.upload(path, { name, bytes }, actor);
const download = (path: string) => desk.core.files.download(path, actor);
const sheetOf = (rows: string[][]) => writeExcelFile(rows).toBuffer();
const departmentHead = ['简称', '全称', '分组', '曾用名', '别名', '停用'];

describe('单位与收件人', () => {
  it('go out as a sheet and come back from it unchanged', async () => {
    await desk.call('departments.save', {
      id: null,
      shortName: '区自然资源局',
      fullName: '郑州市自然资源和规划局上街分局',
      group: '区直',
      otherNames: [
        { name: '区国土资源局', kind: 'former', validFrom: null, validTo: '2019-03-31' as never },
        { name: '区资源规划局', kind: 'alias', validFrom: null, validTo: null },
      ],
      active: false,
    });
    await addUnit(desk, '=1+1');
    const before = await desk.call('departments.list', {});
    const { bytes } = await download('departments.xlsx');
    expect(await upload('departments', bytes)).toEqual({ added: 0, updated: 0, unchanged: 2 });
    expect(await desk.call('departments.list', {})).toEqual(before);
    expect((await readSheet(Buffer.from(bytes)))[2]?.[0]).toBe('=1+1');
  });

  it('a sheet adds and updates by short name, in whole or not at all', async () => {
    const id = await addUnit(desk, '区发改委');
    const good = await sheetOf([
      departmentHead,
      ['区发改委', '上街区发展和改革委员会', '区直', '', '', ''],
      ['峡窝镇', '', '镇办', '', '', ''],
    ]);
    expect(await upload('departments', good)).toEqual({ added: 1, updated: 1, unchanged: 0 });
    const list = await desk.call('departments.list', {});
    expect(list.find((d) => d.id === id)?.fullName).toBe('上街区发展和改革委员会');
    const bad = await sheetOf([departmentHead, ['区审计局', '', '', '', '', ''], ['', '没有简称', '', '', '', '']]);
    await expect(upload('departments', bad)).rejects.toMatchObject({ code: 'sheet-row', params: { row: 3 } });
    expect(await desk.call('departments.list', {})).toEqual(list);
  });

  it('a sheet without the columns, or what is no sheet, gets its sentence', async () => {
    await expect(upload('departments', await sheetOf([['名称'], ['x']]))).rejects.toMatchObject({
      code: 'sheet-columns',
    });
    await expect(upload('recipients', new TextEncoder().encode('不是表格'))).rejects.toMatchObject({
      code: 'file-damaged',
    });
  });

  it('recipients come in with their groups', async () => {
    const rows = [
      ['收件人', '分组', '备注', '停用'],
      ['区委书记', '区县处级领导、常委', '一份', ''],
      ['区长', '区县处级领导', '', ''],
    ];
    await upload('recipients', await sheetOf(rows));
    const { recipients, groups } = await desk.call('recipients.list', {});
    expect(recipients.map((r) => r.name)).toEqual(['区委书记', '区长']);
    expect(groups.map((g) => [g.name, g.members.length])).toEqual([
      ['区县处级领导', 2],
      ['常委', 1],
    ]);
    const { bytes } = await download('recipients.xlsx');
    expect(await upload('recipients', bytes)).toEqual({ added: 0, updated: 0, unchanged: 2 });
  });

  it('a unit that submissions refer to is not deleted but may be set inactive', async () => {
    const id = await addUnit(desk, '区发改委');
    await desk.call('submissions.paste', { text: '区发改委推动复工 一是建立机制。（区发改委）' });
    await expect(desk.call('departments.delete', { id })).rejects.toMatchObject({ code: 'still-used' });
  });

  it('two units cannot have one name, nor the last editor lose the right to edit', async () => {
    await addUnit(desk, '区发改委');
    await expect(addUnit(desk, '区发改委')).rejects.toMatchObject({ code: 'name-taken' });
    const [person] = await desk.call('people.list', {});
    if (!person) return expect.unreachable();
    await expect(desk.call('people.save', { ...person, roles: ['signer'] })).rejects.toMatchObject({
      code: 'still-used',
    });
  });
});

describe('领导名录与提法用语', () => {
  it('go out as sheets and come back unchanged', async () => {
    const leader = { id: null, validFrom: '2019-01-01' as never, note: '' };
    await desk.call('leaders.save', {
      ...leader,
      name: '张晓明',
      posts: ['区委书记', '人大常委会主任'],
      validTo: null,
    });
    await desk.call('leaders.save', { ...leader, name: '=李', posts: [], validTo: '2020-01-31' as never });
    const leaders = await desk.call('leaders.list', {});
    expect(await upload('leaders', (await download('leaders.xlsx')).bytes)).toEqual({
      added: 0,
      updated: 0,
      unchanged: 2,
    });
    expect(await desk.call('leaders.list', {})).toEqual(leaders);
    await desk.call('wordings.save', { id: null, kind: 'term', word: '峡窝乡', preferred: '峡窝镇', reason: '' });
    expect(await upload('wordings', (await download('wordings.xlsx')).bytes)).toEqual({
      added: 0,
      updated: 0,
      unchanged: 1,
    });
  });

  it('a sheet sets the order of precedence, and its dates may be written in Chinese', async () => {
    await desk.call('leaders.save', {
      id: null,
      name: '李建国',
      posts: ['区长'],
      validFrom: null,
      validTo: null,
      note: '',
    });
    const rows = [
      ['姓名', '职务', '起始日期', '截止日期', '备注'],
      ['张晓明', '区委书记', '2019年1月3日', '', ''],
      ['李建国', '区委副书记、区长', '', '', ''],
    ];
    expect(await upload('leaders', await sheetOf(rows))).toEqual({ added: 1, updated: 1, unchanged: 0 });
    const list = await desk.call('leaders.list', {});
    expect(list.map(({ name, posts, validFrom }) => [name, posts, validFrom])).toEqual([
      ['张晓明', ['区委书记'], '2019-01-03'],
      ['李建国', ['区委副书记', '区长'], null],
    ]);
  });

  it('refuse a row without a name, a day that is none, a kind nobody knows, and a post that ends before it begins', async () => {
    const head = ['姓名', '职务', '起始日期', '截止日期', '备注'];
    const row3 = { code: 'sheet-row', params: { row: 3 } };
    const good = ['张晓明', '', '', '', ''];
    await expect(upload('leaders', await sheetOf([head, good, ['', '区长', '', '', '']]))).rejects.toMatchObject(row3);
    await expect(upload('leaders', await sheetOf([head, good, ['李', '', '去年', '', '']]))).rejects.toMatchObject(
      row3,
    );
    const words = [
      ['类别', '词语', '应为', '理由'],
      ['禁用词', '刁民', '', ''],
      ['别的', '刁民', '', ''],
    ];
    await expect(upload('wordings', await sheetOf(words))).rejects.toMatchObject(row3);
    expect(await desk.call('wordings.list', {})).toEqual([]);
    const backwards = {
      id: null,
      name: '李',
      posts: [],
      validFrom: '2020-02-01' as never,
      validTo: '2020-01-01' as never,
      note: '',
    };
    await expect(desk.call('leaders.save', backwards)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('a term needs its right form, and no word stands twice in its kind', async () => {
    const term = { id: null, kind: 'term' as const, word: '峡窝乡', preferred: '', reason: '' };
    await expect(desk.call('wordings.save', term)).rejects.toMatchObject({ code: 'invalid-input' });
    await desk.call('wordings.save', { ...term, preferred: '峡窝镇' });
    await expect(desk.call('wordings.save', { ...term, preferred: '峡窝' })).rejects.toMatchObject({
      code: 'name-taken',
    });
  });
});
