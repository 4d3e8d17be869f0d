import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Writable } from '../../../electron/core/db/open.ts';
import { connect } from '../../../electron/core/db/sqlite.ts';
import {
  indexPending,
  mergeParts,
  rebuildSearch,
  searchFaults,
} from '../../../electron/core/features/search/searchIndex.ts';
import { migrations } from '../../../electron/core/migrations/index.ts';
import type { SubmissionId } from '../../../shared/domain/ids.ts';
import { addIssue, addItem, openDesk, sign, silentLog, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const found = async (text: string) =>
  (await desk.call('search.query', { text, offset: 0, limit: 50 })).rows.map((row) => `${row.kind} ${row.id}`);

const dataFolder = () => path.join(desk.folder, 'data');

/** Works on the closed office's database, past the core. */
async function behindItsBack(work: (file: string) => void): Promise<void> {
  await desk.core.close();
  work(path.join(dataFolder(), 'desk.db'));
}

function sql(file: string, ...statements: string[]): void {
  const connection = connect(file);
  // As a fault of the disk would: SQLite itself keeps the index's own tables from being written.
  connection.unsafeMode(true);
  for (const statement of statements) connection.exec(statement);
  connection.close();
}

/** Opens the office's database without the core. */
function withDatabase<T>(work: (db: ReturnType<typeof openDatabase>) => T): T {
  const options = { dir: dataFolder(), migrations, clock: () => new Date(), log: silentLog, programVersion: '0' };
  const db = openDatabase({ ...options, beforeCommit: indexPending });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('the search index', () => {
  it('takes up what was written without the core when it is next opened', async () => {
    const id = await addItem(desk, '峡窝镇抢收', '颗粒归仓。');
    await behindItsBack((file) => sql(file, `UPDATE items SET title = '另一个题目' WHERE id = '${id}'`));
    await desk.reopen();
    expect(await found('另一个题目')).toEqual([`item ${id}`]);
    expect(desk.core.check()).toEqual([]);
  });

  it('is named by the check where it lacks a text, has one too many, or differs from one', async () => {
    for (const title of ['甲', '乙', '丙']) await addItem(desk, title, `${title}的正文。`);
    const damages: [string, RegExp][] = [
      [`DELETE FROM search_documents WHERE key = (SELECT max(key) FROM search_documents)`, /缺少1条.*/],
      [`INSERT INTO search_text (rowid, title) VALUES (77, '丁')`, /多出1条/],
      [`UPDATE search_documents SET digest = '' WHERE kind = 'item'`, /与正文不符3条/],
      [`DELETE FROM search_text WHERE rowid IN (SELECT key FROM search_documents WHERE kind = 'item')`, /多出3条/],
    ];
    await desk.core.close();
    for (const [statement, words] of damages) {
      withDatabase((db) => {
        db.write((w) => w.exec(statement));
        expect(db.read(searchFaults).join()).toMatch(words);
        db.write(rebuildSearch);
        expect(db.read(searchFaults)).toEqual([]);
      });
    }
    await desk.reopen();
    expect(await found('乙的正文')).toHaveLength(2);
  });

  it('rebuilt finds the same as before', async () => {
    await sign(desk, await addIssue(desk));
    await addItem(desk, '峡窝镇抢收', '颗粒归仓。');
    const ask = async () => [await found('的正文'), await found('第19期'), await found('仓'), await found('颗粒归仓')];
    const before = await ask();
    await desk.core.close();
    withDatabase((db) => db.write(rebuildSearch));
    await desk.reopen();
    expect(await ask()).toEqual(before);
  });

  const spoilt: [string, (file: string) => void][] = [
    ['its postings overwritten', (file) => sql(file, `UPDATE search_text_data SET block = zeroblob(length(block))`)],
    ['its tables gone', (file) => sql(file, 'DROP TABLE search_text', 'DROP TABLE search_chars')],
    ['half of it gone', (file) => sql(file, 'DELETE FROM search_documents')],
    ['its own tables mutilated', (file) => sql(file, 'DROP TABLE search_chars_idx')],
  ];
  it.each(spoilt)('%s: the office opens, texts are saved, and it is made anew', async (_, spoil) => {
    const id = await addItem(desk, '峡窝镇抢收', '颗粒归仓。');
    await behindItsBack(spoil);
    await desk.reopen();
    const blocks = [{ kind: 'text' as const, text: '粒粒归仓。' }];
    const draft = { title: '峡窝镇抢收', blocks, kind: 'item' as const, sourceOverride: null };
    expect(await desk.call('items.save', { id, version: 1, ...draft })).toEqual({ version: 2 });
    await found('粒粒归仓');
    await settled();
    expect(await found('粒粒归仓')).toEqual([`item ${id}`]);
    expect(await found('颗粒归仓')).toHaveLength(1);
    expect(desk.core.check()).toEqual([]);
  });

  it('damaged it is named by the check as the index it is, and a copy made before a migration counts all the same', async () => {
    await addItem(desk, '峡窝镇抢收', '颗粒归仓。');
    await behindItsBack((file) =>
      sql(file, `UPDATE search_text_data SET block = zeroblob(length(block)) WHERE id > 1000`),
    );
    const later = { version: migrations.length + 1, name: 'later', up: () => {} };
    const options = { dir: dataFolder(), clock: () => new Date(), log: silentLog, programVersion: '0' };
    const db = openDatabase({ ...options, migrations: [...migrations, later] });
    expect(db.faults()).toEqual([]);
    expect(db.read(searchFaults).join()).toMatch(/^搜索索引损坏，需要重建/);
    db.close();
    expect(fs.readdirSync(path.join(dataFolder(), 'backups'))).toHaveLength(2);
    const now = migrations.length;
    await behindItsBack((file) =>
      sql(file, `DELETE FROM migrations WHERE version > ${now}`, `PRAGMA user_version = ${now}`),
    );
    await desk.reopen();
  });

  it('lets one damaged record not keep the others from being found', async () => {
    const [bad, good] = [await addItem(desk, '甲', '颗粒归仓。'), await addItem(desk, '乙', '颗粒归仓。')];
    await behindItsBack((file) =>
      sql(
        file,
        `UPDATE items SET blocks = '[{' WHERE id = '${bad}'`,
        `UPDATE items SET title = '乙乙' WHERE id = '${good}'`,
      ),
    );
    await desk.reopen();
    expect(await found('乙乙')).toEqual([`item ${good}`]);
    expect(desk.core.check().join()).toContain('搜索索引缺少1条');
  });

  it('a text and its row of the index are in one transaction: neither is there when it is broken off', async () => {
    await desk.core.close();
    withDatabase((db) => {
      const breakOff = (w: Writable) => {
        w.run(`INSERT INTO items (id, title, blocks, kind, char_count, version, updated_at, updated_by)
          VALUES ('x', '颗粒归仓', '[]', 'item', 4, 1, '2020-03-06T02:00:00.000Z', '郝婕')`);
        indexPending(w);
        expect(w.all(`SELECT rowid FROM search_text WHERE search_text MATCH '"颗粒"'`)).toHaveLength(1);
        throw new Error('broken off');
      };
      expect(() => db.write(breakOff)).toThrow('broken off');
      expect(db.read((r) => r.all(`SELECT rowid FROM search_text WHERE search_text MATCH '"颗粒"'`))).toEqual([]);
      expect(db.read(searchFaults)).toEqual([]);
    });
    await desk.reopen();
  });

  it('the parts saves leave behind are put together afterwards, and everything is found as before', async () => {
    const id = await addItem(desk, '峡窝镇抢收', '颗粒归仓。');
    for (let version = 1; version <= 12; version++)
      await desk.call('items.save', {
        id,
        version,
        title: '峡窝镇抢收',
        blocks: [{ kind: 'text', text: `颗粒归仓，第${version}稿。` }],
        kind: 'item',
        sourceOverride: null,
      });
    await desk.core.close();
    withDatabase((db) => {
      const parts = () =>
        db.read((r) => r.get<{ n: number }>('SELECT count(DISTINCT segid) AS n FROM search_text_idx'))?.n;
      const before = parts();
      expect(before).toBeGreaterThan(4);
      while (db.write(mergeParts));
      expect(parts()).toBeLessThan(before ?? 0);
      expect(db.read(searchFaults)).toEqual([]);
    });
    await desk.reopen();
    expect(await found('第12稿')).toEqual([`item ${id}`]);
    expect(await found('第11稿')).toEqual([]);
  });

  it('keeps nothing of a text that was taken back', async () => {
    const { intakeId, submissions } = await desk.call('submissions.paste', {
      text: '区审计局练就真功夫 一是望诊。（区审计局）',
    });
    expect(await found('望诊')).toEqual([`submission ${submissions[0]?.id as SubmissionId}`]);
    await desk.call('submissions.undoIntake', { id: intakeId });
    await desk.core.close();
    withDatabase((db) => expect(db.read((r) => r.all('SELECT * FROM search_documents'))).toEqual([]));
    expect(fs.existsSync(dataFolder())).toBe(true);
    await desk.reopen();
  });
});
