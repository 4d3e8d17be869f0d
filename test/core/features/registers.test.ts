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
