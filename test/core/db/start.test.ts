import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/db/open.ts';
import { isNewEnough } from '../../../electron/core/db/sqlite.ts';
import { classifyPlace } from '../../../electron/core/files/folder.ts';
import { office } from './programs/office.ts';
import { coreErrorOf, otherUser, Program, snapshot, tempFolder } from './support.ts';

const STARTER = new URL('./programs/starter.ts', import.meta.url);

/** A closed office with a hundred notes. */
function usedFolder(): { dir: string; file: string } {
  const dir = tempFolder();
  const db = openDatabase(office(dir));
  db.write((w) => {
    for (let n = 0; n < 100; n++) w.run('INSERT INTO notes (body, hash) VALUES (?, ?)', ['信息'.repeat(200), 'x']);
  });
  db.close();
  return { dir, file: path.join(dir, 'desk.db') };
}

describe('a damaged database is refused by name and not changed', () => {
  const damages: [string, (file: string) => void][] = [
    ['header overwritten', (file) => overwrite(file, 0, Buffer.alloc(16, 0x5a))],
    ['first page overwritten after the header', (file) => overwrite(file, 100, Buffer.alloc(400, 0x5a))],
    ['cut in the middle', (file) => fs.truncateSync(file, fs.statSync(file).size / 2)],
    ['cut to a few bytes', (file) => fs.truncateSync(file, 50)],
    ['another file under its name', (file) => fs.writeFileSync(file, '上街信息'.repeat(1_000))],
    ['a database of another program', (file) => overwrite(file, 68, Buffer.from('ABCD'))],
    ['main part gone, log left', (file) => fs.renameSync(file, `${file}-wal`)],
  ];
  for (const [name, damage] of damages) {
    test(name, () => {
      const { dir, file } = usedFolder();
      damage(file);
      const before = snapshot(dir);
      expect(coreErrorOf(() => openDatabase(office(dir)))).toEqual({ code: 'database-damaged', params: { file } });
      expect(snapshot(dir)).toEqual(before);
      // The refusal let go of the folder.
      expect(coreErrorOf(() => openDatabase(office(dir))).code).toBe('database-damaged');
    });
  }
});

test('damage deep inside does not keep the program from starting, and the check tells of it', () => {
  const { dir, file } = usedFolder();
  overwrite(file, Math.floor(fs.statSync(file).size / 8192) * 4096, Buffer.alloc(4096, 0x5a));
  const db = openDatabase(office(dir));
  expect(db.faults()).not.toEqual([]);
  expect(coreErrorOf(() => db.read((r) => r.all('SELECT sum(length(body)) FROM notes')))).toEqual({
    code: 'database-damaged',
    params: { file },
  });
  db.close();
});

describe('a folder that cannot be written is refused by name', () => {
  test('its parent is a file', () => {
    const file = path.join(tempFolder(), 'file');
    fs.writeFileSync(file, '');
    const folder = path.join(file, 'data');
    expect(coreErrorOf(() => openDatabase(office(folder)))).toEqual({
      code: 'folder-not-writable',
      params: { folder },
    });
  });

  test('it belongs to somebody else, empty or with an office in it', async (ctx) => {
    const user = otherUser();
    if (!user) return ctx.skip('needs root and a checkout that other users can read');
    const { dir } = usedFolder();
    const empty = tempFolder();
    for (const folder of [dir, empty]) fs.chmodSync(folder, 0o755);
    const before = snapshot(dir);
    const other = new Program(STARTER, [], user);
    await other.line(0);
    other.say(`open ${dir}`);
    other.say(`open ${empty}`);
    expect(await other.line(1)).toBe(`folder-not-writable {"folder":"${dir}"}`);
    expect(await other.line(2)).toBe(`folder-not-writable {"folder":"${empty}"}`);
    await other.kill();
    expect(snapshot(dir)).toEqual(before);
  });
});

test('the folder is made, and the same office is found in it again', () => {
  const dir = path.join(tempFolder(), '办公室', '数据');
  const first = openDatabase(office(dir));
  first.close();
  const again = openDatabase(office(dir));
  expect(again.id).toMatch(/^[0-9a-f]{32}$/);
  expect(again.id).toBe(first.id);
  again.close();
});

test('a network share and a cloud folder are told from a local disk', () => {
  const place = (realPath: string, fsType = 0xef53) => classifyPlace({ realPath, fsType });
  expect(place('/home/desk/data')).toBe('local');
  expect(place('/mnt/share/data', 0x6969)).toBe('network');
  // statfs may give the type as a negative number.
  expect(place('/mnt/share/data', 0xff534d42 | 0)).toBe('network');
  expect(place('\\\\server\\share\\data', 0)).toBe('network');
  expect(place('C:\\Users\\desk\\OneDrive - 区委办\\data', 0)).toBe('synced');
  expect(place('/home/desk/我的坚果云/data')).toBe('synced');
});

test('a SQLite that can lose writes is told from one that cannot', () => {
  expect(['3.51.2', '3.50.7', '2.99.99', '3.51'].map(isNewEnough)).toEqual([false, false, false, false]);
  expect(['3.51.3', '3.54.1', '3.100.0', '4.0.0'].map(isNewEnough)).toEqual([true, true, true, true]);
});

function overwrite(file: string, position: number, bytes: Buffer) {
  const fd = fs.openSync(file, 'r+');
  fs.writeSync(fd, bytes, 0, bytes.length, position);
  fs.closeSync(fd);
}
