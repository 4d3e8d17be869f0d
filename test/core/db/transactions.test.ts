import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Commit, Database, Readable, Writable } from '../../../electron/core/db/open.ts';
import { openDatabase } from '../../../electron/core/db/open.ts';
import { configure, connect } from '../../../electron/core/db/sqlite.ts';
import { firstMigration, office } from './programs/office.ts';
import { coreErrorOf, tempFolder } from './support.ts';

function withOffice(use: (db: Database) => void) {
  const db = openDatabase(office(tempFolder(), [firstMigration]));
  try {
    use(db);
  } finally {
    db.close();
  }
}

const note = (w: Writable, body: string) => w.run('INSERT INTO notes (body, hash) VALUES (?, ?)', [body, '']);
const bodies = (r: Readable) => r.all<{ body: string }>('SELECT body FROM notes ORDER BY id').map((row) => row.body);

test('the connection is as durable and as strict as promised', () =>
  withOffice((db) => {
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'trusted_schema'];
    const values = db.write((w) => settings.map((name) => Object.values(w.get<object>(`PRAGMA ${name}`) ?? {})[0]));
    expect(values).toEqual(['wal', 2, 1, 1, 0]);
    expect(db.read((r) => r.get('PRAGMA busy_timeout'))).toEqual({ timeout: 5_000 });
  }));

test('where there can be no -wal, on a network share, commits are as durable', () => {
  const dir = tempFolder();
  openDatabase(office(dir)).close();
  const connection = connect(path.join(dir, 'desk.db'));
  configure(connection, 'truncate');
  connection.exec(`INSERT INTO notes (body, hash) VALUES ('x', 'x')`);
  expect(fs.readdirSync(dir).sort()).toEqual(['desk.db', 'desk.db-journal', 'desk.lock']);
  expect(connection.pragma('synchronous', { simple: true })).toBe(2);
  connection.close();
});

test('a write that throws leaves nothing', () =>
  withOffice((db) => {
    const failing = () =>
      db.write((w) => {
        note(w, 'first');
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(db.read(bodies)).toEqual([]);
    db.write((w) => note(w, 'second'));
    expect(db.read(bodies)).toEqual(['second']);
  }));

test('a write cannot be nested, nor wait for a promise', () =>
  withOffice((db) => {
    expect(() => db.write(() => db.write((w) => note(w, 'inner')))).toThrow('a write within a write');
    expect(() => db.write(async (w) => note(w, 'later'))).toThrow('cannot wait for a promise');
    expect(db.read(bodies)).toEqual([]);
  }));

test('a readable handle refuses to write, a writable one to outlive its transaction', () =>
  withOffice((db) => {
    const insert = `INSERT INTO notes (body, hash) VALUES ('x', 'x') RETURNING id`;
    expect(() => db.read((r) => r.all(insert))).toThrow('cannot write');
    const kept = db.write((w) => w);
    expect(() => note(kept, 'late')).toThrow('after its transaction ended');
    expect(() => kept.get(insert)).toThrow('after its transaction ended');
    expect(() => kept.exec(insert)).toThrow('after its transaction ended');
    expect(db.read(bodies)).toEqual([]);
  }));

test('values come back as they went in, by order and by name', () =>
  withOffice((db) => {
    db.write((w) =>
      w.run('INSERT INTO notes (body, hash) VALUES (@body, @hash)', { body: '“一建二抓”\u0000𠮷', hash: '' }),
    );
    expect(db.read(bodies)).toEqual(['“一建二抓”\u0000𠮷']);
    expect(db.read((r) => r.get('SELECT 1 WHERE 1 = ?', [2]))).toBeUndefined();
  }));

test('listeners hear of a commit that changed something, and only of that', () =>
  withOffice((db) => {
    const heard: Commit[] = [];
    db.onCommit(() => {
      throw new Error('a page that went away');
    });
    const stop = db.onCommit((commit) => heard.push(commit));
    const before = db.commits;
    db.write((w) => w.get('SELECT 1'));
    expect(() =>
      db.write((w) => {
        w.touch('items');
        note(w, 'undone');
        throw new Error('no');
      }),
    ).toThrow();
    db.write((w) => {
      w.touch('issues', 'items');
      note(w, 'kept');
    });
    stop();
    db.write((w) => note(w, 'unheard'));
    expect(heard).toEqual([{ sequence: before + 1, topics: new Set(['issues', 'items']) }]);
    expect(db.commits).toBe(before + 2);
  }));

test('a full disk is said, nothing of the write stays, and the next one goes through when there is room', () =>
  withOffice((db) => {
    db.write((w) => note(w, 'before'));
    const pages = db.read((r) => r.get<{ page_count: number }>('PRAGMA page_count'))?.page_count ?? 0;
    const limit = (most: number) => db.write((w) => w.exec(`PRAGMA max_page_count = ${most}`));
    limit(pages + 2);
    expect(coreErrorOf(() => db.write((w) => note(w, '信息'.repeat(50_000))))).toEqual({
      code: 'disk-full',
      params: {},
    });
    expect(db.read(bodies)).toEqual(['before']);
    limit(pages + 1_000);
    const { lastInsertRowid } = db.write((w) => note(w, 'after'));
    expect(lastInsertRowid).toBe(2);
  }));
