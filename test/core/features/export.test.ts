import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CorePress } from '../../../electron/core/index.ts';
import type { PageCheck } from '../../../shared/contract/views.ts';
import { addIssue, noPress, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const pressThatFinds = (findings: PageCheck['findings']): CorePress => ({
  ...noPress,
  plan: () => [
    {
      name: 'issue.pdf',
      make: async () => ({
        bytes: new Uint8Array(1),
        pages: { count: 1, check: { verdict: 'fail', findings }, remarks: [] },
      }),
    },
  ],
});

describe('导出', () => {
  it('writes into a folder of the issue, marked 暂定 until it is signed', async () => {
    const id = await addIssue(desk);
    const draft = await desk.call('issues.export', { id, folder: null, job: 'a' });
    expect(draft.folder).toBe(path.join(desk.folder, 'out', '上街信息', '2020年第19期（暂定）'));
    await sign(desk, id);
    const signed = await desk.call('issues.export', { id, folder: null, job: 'b' });
    expect(signed.folder).toBe(path.join(desk.folder, 'out', '上街信息', '2020年第19期'));
    expect(readdirSync(signed.folder).sort()).toEqual(signed.files.map((file) => file.name).sort());
  });

  it('tells how far it is and which issue it is about', async () => {
    const events: string[] = [];
    desk.core.subscribe((event) => events.push(event.type));
    await desk.call('issues.export', { id: await addIssue(desk), folder: null, job: 'j' });
    expect(events).toContain('changed');
  });

  it('into a place that cannot be written names the place', async () => {
    writeFileSync(path.join(desk.folder, 'a-file'), '');
    const folder = path.join(desk.folder, 'a-file', 'below');
    await expect(desk.call('issues.export', { id: await addIssue(desk), folder, job: 'j' })).rejects.toMatchObject({
      code: 'target-not-writable',
    });
  });

  it('without a full path is refused: it would land wherever the program was started', async () => {
    const order = { id: await addIssue(desk), folder: '付印', job: 'j' };
    await expect(desk.call('issues.export', order)).rejects.toMatchObject({
      code: 'target-not-writable',
      params: { folder: '付印', detail: '请填写完整路径。' },
    });
  });

  it('puts the report beside the files, the same each time: verdict, remarks, fonts, sizes and hashes', async () => {
    const id = await addIssue(desk);
    await sign(desk, id);
    const { folder, files } = await desk.call('issues.export', { id, folder: null, job: 'a' });
    const report = readFileSync(path.join(folder, '导出报告.txt'), 'utf8');
    expect(report).toContain('《上街信息》第19期导出报告');
    expect(report).toContain('版面检查：合格');
    expect(report).toContain(`issue.txt\t${files[0]?.bytes}\t${files[0]?.sha256}`);
    desk.setTime('2020-03-09T02:00:00.000Z');
    await desk.call('issues.export', { id, folder: null, job: 'b' });
    expect(readFileSync(path.join(folder, '导出报告.txt'), 'utf8')).toBe(report);
  });

  it('of pages that fail says so, and why, in the report', async () => {
    const findings = [{ severity: 'fail' as const, page: 2, text: '第2页 21 行，应为 22 行' }];
    await desk.close();
    desk = await openDesk({ press: pressThatFinds(findings) });
    const { folder, check } = await desk.call('issues.export', { id: await addIssue(desk), folder: null, job: 'a' });
    expect(check).toEqual({ verdict: 'fail', findings });
    const report = readFileSync(path.join(folder, '导出报告.txt'), 'utf8');
    expect(report).toContain('版面检查：不合格，付印前请看下面各条');
    expect(report).toContain('1. 第2页：第2页 21 行，应为 22 行');
    expect(report).toContain('未签发，各页印有“清样');
  });

  it('beside what is there takes the next free name', async () => {
    const id = await addIssue(desk);
    const folders = [];
    for (const beside of [false, true, true])
      folders.push((await desk.call('issues.export', { id, folder: null, job: 'j', beside })).folder);
    expect(folders.map((folder) => path.basename(folder))).toEqual([
      '2020年第19期（暂定）',
      '2020年第19期（暂定）（2）',
      '2020年第19期（暂定）（3）',
    ]);
  });

  it('remembers what was wanted for the office', async () => {
    const wish = {
      parts: ['pdf' as const, 'labels' as const],
      labels: { sheet: 'c5' as const, first: 1, per: 'copy' as const },
    };
    await desk.call('issues.export', { id: await addIssue(desk), folder: null, job: 'j', wish });
    expect((await desk.call('session.get', {})).office?.exportWish).toEqual(wish);
  });

  it('can be stopped before its next file, and then has written nothing', async () => {
    const id = await addIssue(desk);
    desk.core.subscribe((event) => {
      if (event.type === 'progress' && event.done === 0) void desk.call('issues.stopExport', { job: 'stop' });
    });
    await expect(desk.call('issues.export', { id, folder: null, job: 'stop' })).rejects.toMatchObject({
      code: 'export-stopped',
    });
    expect(existsSync(path.join(desk.folder, 'out'))).toBe(false);
    await desk.call('issues.stopExport', { job: 'of another day' });
  });

  it('one file is made alone, under its name or as what is to be printed', async () => {
    const id = await addIssue(desk);
    const [person] = await desk.call('people.list', {});
    const give = (name: string) =>
      desk.core.files.download(`issues/${id}/${name}`, person ? desk.core.actorFor(person.id) : null);
    expect((await give('付印.pdf')).bytes).toEqual((await give('issue.txt')).bytes);
    await expect(give('../desk.db')).rejects.toMatchObject({ code: 'not-found' });
    await expect(give('导出报告.txt')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leavings of a killed export are gone after the next start', async () => {
    const folder = path.join(desk.folder, 'out', '上街信息', '2020年第19期');
    mkdirSync(folder, { recursive: true });
    const stray = path.join(folder, '.desk-999999-0123456789abcdef.tmp');
    writeFileSync(stray, 'half');
    await desk.reopen();
    await vi.waitFor(() => expect(existsSync(stray)).toBe(false));
  });
});
