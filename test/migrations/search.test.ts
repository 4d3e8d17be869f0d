import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/core/db/open.ts';
import { office } from '../../electron/core/migrations/0001-office.ts';
import type { migrations } from '../../electron/core/migrations/index.ts';
import { tempFolder } from '../core/db/support.ts';
import { openDesk, silentLog } from '../core/support/desk.ts';

const clock = () => new Date('2020-03-06T01:12:00.000Z');
const open = (dir: string, steps: typeof migrations) =>
  openDatabase({ dir, migrations: steps, clock, log: silentLog, programVersion: '1.0.0' });

/** An office as the first schema left it: `count` submissions of one day, each with its item, and a signed issue. */
function officeAtOne(count: number): string {
  const folder = tempFolder();
  const db = open(path.join(folder, 'data'), [office]);
  const at = clock().toISOString();
  db.write((w) => {
    w.run(`INSERT INTO intakes (id, way, text, warnings, received_at, received_date, received_by)
      VALUES ('in', 'paste', '原文', '[]', '${at}', '2020-03-05', '郝婕')`);
    for (let n = 1; n <= count; n++) {
      const text = `第${n}号稿，峡窝镇完成麦收${n}亩。`;
      w.run(
        `INSERT INTO submissions (id, intake_id, candidates, state, kind, title, paragraphs, subheads, fields, char_count)
         VALUES (?, 'in', '[]', 'shortlisted', 'item', ?, ?, '[]', '{"author":null,"signer":null,"phone":null}', 20)`,
        [`s${n}`, `来稿${n}`, JSON.stringify([text])],
      );
      w.run(
        `INSERT INTO items (id, title, blocks, kind, char_count, version, updated_at, updated_by, withdrawn)
         VALUES (?, ?, ?, 'item', 20, 1, ?, '郝婕', ?)`,
        [`i${n}`, `稿件${n}`, JSON.stringify([{ kind: 'text', text }]), at, n === 3 ? 1 : 0],
      );
    }
  });
  db.close();
  return folder;
}

test('what was there before the index is found after it, newest first, and the check agrees', async () => {
  const desk = await openDesk({ folder: officeAtOne(30) });
  const query = { offset: 0, limit: 100 };
  const { rows, total, unindexed } = await desk.call('search.query', { text: '麦收', ...query });
  expect([total, unindexed]).toEqual([59, 0]);
  expect(rows[0]).toMatchObject({ kind: 'item', id: 'i30', date: '2020-03-06' });
  expect(rows.at(-1)).toMatchObject({ kind: 'submission', id: 's1', date: '2020-03-05' });
  const exact = await desk.call('search.query', { text: '第3号稿', ...query });
  expect(exact.rows.map((row) => row.id)).toEqual(['s3']);
  expect(desk.core.check()).toEqual([]);
  await desk.close();
});

test('of very many the start does not wait for all; the rest is indexed between calls, across a restart too', async () => {
  const desk = await openDesk({ folder: officeAtOne(1_600) });
  const ask = () => desk.call('search.query', { text: '麦收', offset: 0, limit: 1 });
  const first = await ask();
  expect(first.unindexed).toBeGreaterThan(0);
  const events: string[] = [];
  desk.core.subscribe((event) => events.push(event.type));
  await desk.reopen();
  desk.core.subscribe((event) => events.push(event.type));
  while ((await ask()).unindexed > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const exact = await desk.call('search.query', { text: '完成麦收1600亩', offset: 0, limit: 5 });
  expect(exact.rows.map((row) => row.id)).toEqual(['i1600', 's1600']);
  expect(desk.core.check()).toEqual([]);
  expect(new Set(events)).toEqual(new Set(['progress', 'finished']));
  await desk.close();
});
