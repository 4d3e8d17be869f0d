import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/core/db/open.ts';
import { migrations } from '../../electron/core/migrations/index.ts';
import { tempFolder } from '../core/db/support.ts';
import { silentLog } from '../core/support/desk.ts';

const BEFORE = 2;

test('the revisions of an office from before editing stay as they were, open to comments and still to be accepted', () => {
  const dir = path.join(tempFolder(), 'data');
  const open = (steps: typeof migrations) =>
    openDatabase({ dir, migrations: steps, clock: () => new Date(0), log: silentLog, programVersion: '1.0.0' });
  const old = open(migrations.slice(0, BEFORE));
  old.write((w) => {
    w.run(`INSERT INTO items (id, title, blocks, kind, char_count, version, updated_at, updated_by)
      VALUES ('i', '稿件', '[]', 'item', 2, 2, '2020-03-05T00:00:00.000Z', '郝婕')`);
    for (const [seq, origin, title] of [
      [1, 'submission', '来稿'],
      [2, 'edit', '稿件'],
    ])
      w.run(`INSERT INTO item_revisions (item_id, seq, at, person, origin, title, blocks, char_count)
        VALUES ('i', ${seq}, '2020-03-05T00:00:00.000Z', '郝婕', '${origin}', '${title}', '[]', 2)`);
  });
  const rows = 'SELECT seq, at, person, origin, title, blocks, char_count FROM item_revisions ORDER BY seq';
  const before = old.read((r) => r.all(rows));
  old.close();

  const db = open(migrations);
  expect(db.read((r) => r.all(rows))).toEqual(before);
  expect(db.read((r) => r.all('SELECT DISTINCT ended_at, sealed, note FROM item_revisions'))).toEqual([
    { ended_at: null, sealed: 0, note: '' },
  ]);
  expect(db.read((r) => r.all('SELECT * FROM item_accepted'))).toEqual([]);
  const comment = (start: number, end: number) =>
    db.write((w) =>
      w.run(`INSERT INTO item_comments (id, item_id, kind, at, person, text, part, start_at, end_at)
        VALUES ('c', 'i', 'question', '2020-03-06', '李德昭', '几家？', 'title', ${start}, ${end})`),
    );
  expect(() => comment(2, 1)).toThrow();
  comment(0, 2);
  expect(db.read((r) => r.all('SELECT item_id, quote, resolved_at FROM item_comments'))).toEqual([
    { item_id: 'i', quote: '', resolved_at: null },
  ]);
  db.close();
});
