import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/core/db/open.ts';
import { migrations } from '../../electron/core/migrations/index.ts';
import { tempFolder } from '../core/db/support.ts';
import { silentLog } from '../core/support/desk.ts';

const BEFORE = 13;

test('the lists of an office from before say where each item stands and which intake each submission came with', () => {
  const dir = path.join(tempFolder(), 'data');
  const open = (steps: typeof migrations) =>
    openDatabase({ dir, migrations: steps, clock: () => new Date(0), log: silentLog, programVersion: '1.0.0' });
  const old = open(migrations.slice(0, BEFORE));
  old.write((w) => {
    w.run(
      `INSERT INTO publications (id, position, name, office, settings) VALUES ('p', 1, '上街信息', '办公室', '{}')`,
    );
    for (const n of [1, 2]) {
      w.run(`INSERT INTO intakes (id, way, text, warnings, received_at, received_date, received_by)
        VALUES ('in${n}', 'paste', '原文', '[]', '2020-03-05T00:00:00.000Z', '2020-03-05', '郝婕')`);
      w.run(`INSERT INTO submissions
          (id, intake_id, candidates, state, kind, title, paragraphs, subheads, fields, char_count)
        VALUES ('s${n}', 'in${n}', '[]', 'new', 'item', '来稿', '[]', '[]', '{}', 1)`);
    }
    for (const id of ['waiting', 'placed', 'printed', 'voided'])
      w.run(`INSERT INTO items (id, title, blocks, kind, char_count, version, updated_at, updated_by)
        VALUES ('${id}', '稿件', '[]', 'item', 1, 1, '2020-03-05T00:00:00.000Z', '郝婕')`);
    for (const [n, id] of ['placed', 'printed', 'voided'].entries()) {
      w.run(`INSERT INTO issues (id, publication_id, state, year, date, theme, editors, distribution)
        VALUES ('i${id}', 'p', 'assembling', 2020, '2020-03-06', '', '[]', '{}')`);
      w.run(`INSERT INTO issue_entries VALUES ('i${id}', 0, '${id}', 'item', NULL)`);
      if (id !== 'placed')
        w.run(
          `UPDATE issues SET state = 'signed', number = ${n}, total = ${n}, signed_at = '2020-03-06' WHERE id = 'i${id}'`,
        );
    }
    w.run(`INSERT INTO issue_voids VALUES ('ivoided', '2020-03-07', '郝婕', '印错')`);
    w.run('DELETE FROM search_pending');
  });
  old.close();

  const db = open(migrations);
  const places = () =>
    Object.fromEntries(
      db
        .read((r) => r.all<{ id: string; place: string }>('SELECT id, place FROM items'))
        .map((row) => [row.id, row.place]),
    );
  expect(places()).toEqual({ waiting: 'pool', placed: 'inIssue', printed: 'printed', voided: 'pool' });
  expect(db.read((r) => r.all('SELECT id, intake_seq FROM submissions ORDER BY id'))).toEqual([
    { id: 's1', intake_seq: 1 },
    { id: 's2', intake_seq: 2 },
  ]);
  // No text was changed, so none waits to be indexed again.
  expect(db.read((r) => r.all('SELECT * FROM search_pending'))).toEqual([]);
  db.write((w) =>
    w.run(`UPDATE issues SET state = 'signed', number = 9, total = 9, signed_at = '2020-03-06' WHERE id = 'iplaced'`),
  );
  expect(places()).toMatchObject({ placed: 'printed' });
  db.close();
});
