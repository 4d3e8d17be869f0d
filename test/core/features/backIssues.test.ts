import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackRow, BackUpload } from '../../../shared/contract/methods/backIssues.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { points } from '../../../shared/domain/scoring/points.ts';
import { rulesPresets } from '../../../shared/domain/scoring/presets.ts';
import { applyChange } from '../../../shared/text/split/review/index.ts';
import { addIssue, addUnit, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const corpus = (name: string) => readFileSync(new URL(`../../fixtures/corpus/${name}.txt`, import.meta.url), 'utf8');

/** An issue as an office typed it years ago: the corpus text under another number and day. */
const issueText = (number: number, date: string, total: number | null = null) =>
  corpus('001')
    .replace('第 19 期', `第${number}期${total === null ? '' : `（总第${total}期）`}`)
    .replace('2020 年 3 月 6 日', date)
    .replace('疫情防控', `第${number}次部署`);

async function handOver(name: string, text: string): Promise<BackUpload> {
  const [person] = await desk.call('people.list', {});
  const actor = person ? desk.core.actorFor(person.id) : null;
  return (await desk.core.files.upload('back-issues', { name, bytes: Buffer.from(text) }, actor)) as BackUpload;
}

const status = () => desk.call('backIssues.status', {});
const allRead = () => vi.waitUntil(async () => (await status()).waiting === 0, { timeout: 20_000, interval: 20 });
const rows = async (only: 'all' | 'problems' | 'ready' = 'all'): Promise<BackRow[]> =>
  (await desk.call('backIssues.list', { only, sort: 'number', descending: false, offset: 0, limit: 100 })).rows;
const fileAll = () => desk.call('backIssues.file', { drafts: null, job: 'test' });
const archive = async () =>
  (await desk.call('issues.list', { frozen: true, publicationId: null, search: '', offset: 0, limit: 100 })).rows;

describe('back issues', () => {
  it('are read from their files, filed under their own numbers, and live with those that are signed', async () => {
    await addUnit(desk, '区发改委', '上街区发展和改革委员会');
    await handOver('2018/第17期.txt', issueText(17, '2018年4月2日', 301));
    await handOver('2018/第18期.txt', issueText(18, '2018年4月9日', 302));
    await allRead();
    expect((await rows()).map((row) => [row.number, row.total, row.date, row.items])).toEqual([
      [17, 301, '2018-04-02', 9],
      [18, 302, '2018-04-09', 9],
    ]);
    expect(await fileAll()).toEqual({ filed: 2, left: 0 });

    const filed = await archive();
    expect(filed.map((row) => [row.label, row.date, row.state, row.total, row.signedBy, row.signedAt])).toEqual([
      ['第18期', '2018-04-09', 'filed', 302, null, null],
      ['第17期', '2018-04-02', 'filed', 301, null, null],
    ]);
    const issue = await desk.call('issues.get', { id: filed[1]?.id ?? expect.unreachable() });
    expect(issue.entries.map((entry) => entry.item.source)).toContain('区发改委');
    expect(issue.resolved.rows.map((row) => row.label)).toContain('本期送');
    const credited = issue.entries.find((entry) => entry.item.source === '区发改委')?.item.id ?? expect.unreachable();
    const item = await desk.call('items.get', { id: credited });
    expect(item).toMatchObject({ readOnly: true, credits: [{ department: '区发改委' }] });

    // The year the program was begun in counts on from where the office said.
    expect(await sign(desk, await addIssue(desk))).toBe(19);
    const { rows: found } = await desk.call('search.query', { text: '第17次部署', offset: 0, limit: 10 });
    expect(found.map((row) => row.issue?.label)).toContain('《上街信息》2018年第17期');
    expect(desk.core.check()).toEqual([]);
  });

  it('count in the statistics and for points like those that are signed, until they are withdrawn', async () => {
    const departmentId = await addUnit(desk, '区发改委', '上街区发展和改革委员会');
    const rules = rulesPresets[0]?.rules ?? expect.unreachable();
    await desk.call('scoring.saveRules', { id: null, validFrom: '2018-01-01' as IsoDate, rules });
    await handOver('第17期.txt', issueText(17, '2018年4月2日'));
    await allRead();
    await fileAll();
    const span = { from: '2018-04-01' as IsoDate, to: '2018-04-30' as IsoDate, publicationId: null };
    const figures = async () => (await desk.call('statistics.ledger', { ...span, departmentId })).figures;
    expect(await figures()).toEqual({ submitted: 0, adopted: 1, points: points(5) });
    const { total, earliest } = await desk.call('statistics.matrix', span);
    expect([total.adopted, earliest]).toEqual([9, '2018-04-02']);
    const { lastIssues } = await desk.call('statistics.balance', span);
    expect(lastIssues.map(({ label }) => label)).toEqual(['《上街信息》2018年第17期']);

    const [issue] = await archive();
    await desk.call('issues.void', { id: issue?.id ?? expect.unreachable(), reason: '补录有误' });
    expect(await figures()).toEqual({ submitted: 0, adopted: 0, points: 0 });
  });

  it('cannot be changed afterwards, not by raw SQL either, and are withdrawn whole', async () => {
    await handOver('第17期.txt', issueText(17, '2018年4月2日'));
    await allRead();
    await fileAll();
    const [issue] = await archive();
    const id = issue?.id ?? expect.unreachable();
    await expect(desk.call('issues.update', { id, version: 1, theme: '改' })).rejects.toMatchObject({
      code: 'issue-frozen',
    });
    await desk.core.close();
    const db = new Database(path.join(desk.folder, 'data', 'desk.db'));
    db.pragma('recursive_triggers = ON');
    for (const sql of [
      `UPDATE issues SET number = 99`,
      `UPDATE issues SET standing = 0, number = 99`,
      `UPDATE issues SET state = 'signed', signed_at = 'x', total = 9`,
      `UPDATE issues SET state = 'released'`,
      `DELETE FROM issues`,
      `INSERT OR REPLACE INTO issues (id, publication_id, state, year, number, date, theme, editors, distribution)
         SELECT 'other', publication_id, state, year, number, date, theme, editors, distribution FROM issues`,
    ])
      expect(() => db.prepare(sql).run(), sql).toThrow(/issue-frozen|UNIQUE|CHECK/);
    db.close();
    await desk.reopen().catch(() => {});

    await desk.call('backIssues.withdraw', { issueId: id, reason: '日期有误' });
    expect(await archive()).toEqual([]);
    const { rows: pool } = await desk.call('items.list', { where: 'all', search: '', offset: 0, limit: 50 });
    expect(pool).toEqual([]);
    expect(await rows()).toMatchObject([{ number: 17, state: 'draft' }]);
    expect(await fileAll()).toEqual({ filed: 1, left: 0 });
    expect((await archive()).map((row) => row.number)).toEqual([17]);
    expect(desk.core.check()).toEqual([]);
  });

  it('name what stands in the way: a number twice, one that is filed, one the program gives itself, none at all', async () => {
    await sign(desk, await addIssue(desk));
    await handOver('a.txt', issueText(3, '2019年2月1日'));
    await handOver('b.txt', issueText(3, '2019年2月2日'));
    await handOver('c.txt', issueText(25, '2020年2月1日'));
    await handOver('d.txt', '一件没有报头的事。\n二、另一件事。\n');
    await handOver('e.txt', ' \n');
    await allRead();
    const problems = Object.fromEntries((await rows()).map((row) => [row.fileName, row.problems]));
    expect(problems['a.txt']).toContain('number-twice');
    expect(problems['b.txt']).toContain('number-twice');
    expect(problems['c.txt']).toContain('number-reserved');
    expect(problems['d.txt']).toEqual(expect.arrayContaining(['no-number', 'no-date']));
    expect((await rows()).find((row) => row.fileName === 'e.txt')?.sentence).toBe(
      '“e.txt”里没有文字。可能是图片或扫描件，请改用补录。',
    );
    expect(await fileAll()).toEqual({ filed: 0, left: 0 });

    const b = (await rows()).find((row) => row.fileName === 'b.txt') ?? expect.unreachable();
    const { fileId, part, publicationId, total, date } = b;
    await desk.call('backIssues.save', { fileId, part, publicationId, number: 4, total, date });
    expect(await fileAll()).toEqual({ filed: 2, left: 0 });
    await handOver('f.txt', `${issueText(3, '2019年2月1日')}\n补一行。`);
    await allRead();
    expect((await rows('problems')).find((row) => row.fileName === 'f.txt')?.problems).toContain('number-filed');
  });

  it('two issues in one file are two', async () => {
    await handOver('合订.txt', `${issueText(5, '2017年3月1日')}\n\n\n${issueText(6, '2017年3月8日')}`);
    await allRead();
    expect((await rows()).map((row) => [row.part, row.number])).toEqual([
      [0, 5],
      [1, 6],
    ]);
    expect((await fileAll()).filed).toBe(2);
  });

  it('a second run takes only what is new, whatever the files are called', async () => {
    expect((await handOver('1.txt', issueText(1, '2018年1月2日'))).state).toBe('added');
    expect((await handOver('副本 1.txt', issueText(1, '2018年1月2日'))).state).toBe('known');
    await allRead();
    await fileAll();
    expect((await handOver('1.txt', issueText(1, '2018年1月2日'))).state).toBe('known');
    expect(await status()).toMatchObject({ drafts: 0, filed: 1, waiting: 0 });
  });

  it('gaps and doubles are told for each year, over what is filed and what waits', async () => {
    for (const [number, day] of [
      [2, 5],
      [3, 9],
      [7, 20],
    ] as const)
      await handOver(`${number}.txt`, issueText(number, `2018年1月${day}日`, 100 + number));
    await allRead();
    await fileAll();
    await handOver('另.txt', `${issueText(7, '2018年1月21日')}。`);
    await allRead();
    const { years, totals } = await desk.call('backIssues.numbers', {});
    expect(years).toMatchObject([
      {
        year: 2018,
        standing: 3,
        drafts: 1,
        missing: [
          [1, 1],
          [4, 6],
        ],
        doubled: [7],
      },
    ]);
    expect(totals).toMatchObject([{ missing: [[104, 106]], doubled: [] }]);
  });

  it('reading goes on after the program was killed, and rests while it is paused', async () => {
    await desk.call('backIssues.pause', { paused: true });
    for (let n = 1; n <= 4; n++) await handOver(`${n}.txt`, issueText(n, `2018年1月${n}日`));
    expect(await status()).toMatchObject({ waiting: 4, paused: true });
    // What a kill leaves: the database as it lies, without the core having closed it.
    const file = path.join(desk.folder, 'data', 'desk.db');
    for (const end of ['', '-wal']) copyFileSync(file + end, `${file}.copy${end}`);
    await desk.core.close();
    for (const end of ['', '-wal']) copyFileSync(`${file}.copy${end}`, file + end);
    await desk.reopen().catch(() => {});
    expect(await status()).toMatchObject({ waiting: 4, paused: true });
    await desk.call('backIssues.pause', { paused: false });
    await allRead();
    expect(await status()).toMatchObject({ waiting: 0, drafts: 4, ready: 4 });
  });

  it('a split put right by hand is filed as it was put right; one that loses text is refused', async () => {
    const { fileId } = await handOver('第9期.txt', issueText(9, '2018年3月1日'));
    await allRead();
    const { text, split } = await desk.call('backIssues.get', { fileId, part: 0 });
    expect(split.items).toHaveLength(9);
    const joined = applyChange(text, split, { does: 'merge', item: 8 });
    const lost = { ...joined, pieces: joined.pieces.slice(1) };
    await expect(desk.call('backIssues.saveSplit', { fileId, split: lost })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await desk.call('backIssues.saveSplit', { fileId, split: joined });
    expect(await rows()).toMatchObject([{ number: 9, items: 8 }]);
    await fileAll();
    expect(await archive()).toMatchObject([{ number: 9, entryCount: 8 }]);
  });

  it('a printed name is said to mean a unit once, for all issues that wait', async () => {
    const id = await addUnit(desk, '区发改局', '上街区发展和改革局');
    await handOver('1.txt', issueText(1, '2018年1月1日'));
    await handOver('2.txt', issueText(2, '2018年1月8日'));
    await allRead();
    const before = await desk.call('backIssues.unknownSources', {});
    expect(before.find(({ name }) => name === '区发改委')).toEqual({ name: '区发改委', items: 2 });
    await desk.call('backIssues.nameUnit', { name: '区发改委', departmentId: id });
    const after = await desk.call('backIssues.unknownSources', {});
    expect(after.map(({ name }) => name)).not.toContain('区发改委');
    await desk.call('backIssues.save', {
      ...((await rows())[0] ?? expect.unreachable()),
      date: '2018-01-02' as IsoDate,
    });
    await fileAll();
    const { rows: credited } = await desk.call('search.query', {
      text: '',
      kinds: ['item'],
      departmentId: id,
      offset: 0,
      limit: 10,
    });
    expect(credited).toHaveLength(2);
  });
});
