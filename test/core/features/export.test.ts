import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addIssue, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('导出', () => {
  it('writes into a folder of the issue, marked 暂定 until it is signed', async () => {
    const id = await addIssue(desk);
    const draft = await desk.call('issues.export', { id, folder: null, job: 'a' });
    expect(draft.folder).toBe(path.join(desk.folder, 'out', '上街信息', '2020年第19期（暂定）'));
    await sign(desk, id);
    const signed = await desk.call('issues.export', { id, folder: null, job: 'b' });
    expect(signed.folder).toBe(path.join(desk.folder, 'out', '上街信息', '2020年第19期'));
    expect(readdirSync(signed.folder)).toEqual(signed.files.map((file) => file.name));
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

  it('leavings of a killed export are gone after the next start', async () => {
    const folder = path.join(desk.folder, 'out', '上街信息', '2020年第19期');
    mkdirSync(folder, { recursive: true });
    const stray = path.join(folder, '.desk-999999-0123456789abcdef.tmp');
    writeFileSync(stray, 'half');
    await desk.reopen();
    await vi.waitFor(() => expect(existsSync(stray)).toBe(false));
  });
});
