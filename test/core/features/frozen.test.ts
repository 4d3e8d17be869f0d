import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodName } from '../../../shared/contract/index.ts';
import { methods } from '../../../shared/contract/index.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { IssueId, ItemId } from '../../../shared/domain/ids.ts';
import { addIssue, addItem, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let issue: IssueId;
let other: IssueId;

beforeEach(async () => {
  desk = await openDesk();
  issue = await addIssue(desk);
  other = await addIssue(desk);
  await sign(desk, issue);
});
afterEach(() => desk.close());

const content = async () => JSON.stringify(await desk.call('issues.get', { id: issue }));

describe('a signed issue', () => {
  it('is refused by every command that could change it, and stays as it was', async () => {
    const { version, entries } = await desk.call('issues.get', { id: issue });
    const itemId = entries[0]?.item.id as ItemId;
    const before = await content();
    const attempts: [MethodName, unknown][] = [
      ['issues.update', { id: issue, version, theme: '改' }],
      ['issues.update', { id: issue, version, date: '2020-03-07' as IsoDate }],
      ['issues.update', { id: issue, version, pageAdjust: { rows: 24 } }],
      ['issues.setEntries', { id: issue, version, entries: [] }],
      ['issues.delete', { id: issue }],
      ['issues.sendForReview', { id: issue, version }],
      ['issues.sendBack', { id: issue, note: '' }],
      ['issues.sign', { id: issue, version, expectedNumber: 20 }],
      ['items.save', { id: itemId, version: 1, title: '改', blocks: [], kind: 'item', sourceOverride: null }],
      ['items.restore', { id: itemId, version: 1, seq: 1 }],
      ['items.setCredits', { id: itemId, departmentIds: [] }],
      ['items.delete', { id: itemId }],
    ];
    for (const [name, input] of attempts)
      await expect(desk.call(name, input as never), name).rejects.toMatchObject({ code: 'issue-frozen' });
    const submission = (await desk.call('items.get', { id: itemId })).submissions[0]?.id;
    if (!submission) throw new Error('the item has no submission');
    for (const name of ['submissions.undo', 'submissions.hold'] as const)
      await expect(desk.call(name, { ids: [submission] }), name).rejects.toMatchObject({
        code: name === 'submissions.undo' ? 'issue-frozen' : 'state-changed',
      });
    expect(await content()).toBe(before);
  });

  it('names in this test every command that takes an issue or an item', () => {
    const touching = Object.entries(methods).filter(
      ([name, method]) => method.kind === 'command' && /^(issues|items)\./.test(name),
    );
    expect(touching.map(([name]) => name).sort()).toEqual([
      'issues.create',
      'issues.delete',
      'issues.export',
      'issues.release',
      'issues.sendBack',
      'issues.sendForReview',
      'issues.setEntries',
      'issues.sign',
      'issues.stopExport',
      'issues.update',
      'issues.void',
      'items.accept',
      'items.create',
      'items.delete',
      'items.merge',
      'items.restore',
      'items.save',
      'items.setCredits',
    ]);
  });

  it('does not follow a later change of publication, unit or recipient', async () => {
    const before = await content();
    const [publication] = await desk.call('publications.list', {});
    if (!publication) throw new Error('no publication');
    await desk.call('publications.save', { ...publication, office: '别的办公室' });
    const path = (await desk.call('issues.export', { id: issue, folder: null, job: 'a' })).files[0]?.sha256;
    await desk.call('publications.save', { ...publication, office: '又一个办公室', sections: ['新栏目'] });
    expect((await desk.call('issues.export', { id: issue, folder: null, job: 'b' })).files[0]?.sha256).toBe(path);
    await desk.call('publications.save', publication);
    const after = JSON.parse(await content());
    expect({ ...after, log: [] }).toEqual({ ...JSON.parse(before), log: [] });
  });

  it('withstands raw SQL', async () => {
    await desk.core.close();
    const file = path.join(desk.folder, 'data', 'desk.db');
    const db = new Database(file);
    db.pragma('recursive_triggers = ON');
    const key = `(SELECT seq FROM issues WHERE id = '${issue}')`;
    const columns = `publication_id, state, year, number, total, date, theme, editors, distribution, signed_at`;
    const statements = [
      `UPDATE issues SET theme = '改' WHERE id = '${issue}'`,
      `UPDATE issues SET page_adjust = '{"rows":24}' WHERE id = '${issue}'`,
      `UPDATE issues SET number = NULL, total = NULL, state = 'assembling', signed_at = NULL WHERE id = '${issue}'`,
      `UPDATE issues SET number = 99 WHERE id = '${issue}'`,
      `UPDATE issues SET state = 'released', theme = '改' WHERE id = '${issue}'`,
      `DELETE FROM issues WHERE id = '${issue}'`,
      `INSERT OR REPLACE INTO issues (id, ${columns}) SELECT id, ${columns} FROM issues WHERE id = '${issue}'`,
      `INSERT INTO issues (id, ${columns}) SELECT id, ${columns} FROM issues WHERE id = '${issue}'
         ON CONFLICT (id) DO UPDATE SET theme = '改'`,
      `UPDATE OR REPLACE issues SET id = '${issue}' WHERE id = '${other}'`,
      `UPDATE OR REPLACE issues SET seq = ${key} WHERE id = '${other}'`,
      `UPDATE OR REPLACE issues SET number = 19, total = 512, state = 'signed', signed_at = 'x' WHERE id = '${other}'`,
      `DELETE FROM issue_entries WHERE issue_id = '${issue}'`,
      `UPDATE issue_entries SET kind = 'lead' WHERE issue_id = '${issue}'`,
      `UPDATE OR REPLACE issue_entries SET issue_id = '${issue}' WHERE issue_id = '${other}'`,
      `INSERT INTO issue_entries (issue_id, position, item_id, kind) SELECT issue_id, 7, item_id, kind FROM issue_entries WHERE issue_id = '${issue}'`,
      `UPDATE issue_contents SET content = '{}'`,
      `DELETE FROM issue_contents`,
      `INSERT OR REPLACE INTO issue_contents SELECT seq, issue_id, '{}', sha256, previous FROM issue_contents`,
      `DELETE FROM audit_log`,
      `UPDATE submissions SET title = '改'`,
    ];
    for (const sql of statements) expect(() => db.prepare(sql).run(), sql).toThrow(/issue-frozen|append-only|UNIQUE/);
    db.close();
    await desk.reopen().catch(() => {});
    expect(desk.core.check()).toEqual([]);
  });

  it('is named by the check when its content was changed with the triggers out of the way', async () => {
    await desk.core.close();
    const db = new Database(path.join(desk.folder, 'data', 'desk.db'));
    db.exec('DROP TRIGGER issue_contents_no_update');
    db.exec(`UPDATE issue_contents SET content = replace(content, '上街信息', '下街信息')`);
    db.close();
    await desk.reopen().catch(() => {});
    expect(desk.core.check()).toEqual([expect.stringContaining(issue)]);
    await expect(desk.call('issues.export', { id: issue, folder: null, job: 'j' })).rejects.toMatchObject({
      code: 'file-damaged',
    });
  });

  it('keeps its number when voided, and sets its items free', async () => {
    await desk.call('issues.void', { id: issue, reason: '印错' });
    expect(await desk.call('issues.get', { id: issue })).toMatchObject({ number: 19, voided: true });
    const pool = await desk.call('items.list', { where: 'pool', search: '', offset: 0, limit: 10 });
    expect(pool.total).toBe(1);
    expect(await sign(desk, other)).toBe(20);
    await expect(desk.call('issues.release', { id: issue })).rejects.toMatchObject({ code: 'state-changed' });
  });

  it('is released once and then only ticked off', async () => {
    await desk.call('issues.release', { id: issue });
    expect((await desk.call('issues.get', { id: issue })).state).toBe('released');
    await expect(desk.call('issues.release', { id: issue })).rejects.toMatchObject({ code: 'state-changed' });
  });

  it('holds its items against other issues', async () => {
    const { entries } = await desk.call('issues.get', { id: issue });
    const taken = entries[0]?.item.id as ItemId;
    const { version } = await desk.call('issues.get', { id: other });
    const fresh = await addItem(desk, '另一篇');
    await expect(
      desk.call('issues.setEntries', {
        id: other,
        version,
        entries: [taken, fresh].map((itemId) => ({ itemId, kind: 'item' as const, section: null })),
      }),
    ).rejects.toMatchObject({ code: 'item-in-issue' });
  });
});
