import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/db/open.ts';
import { readHolder } from '../../../electron/core/files/folderLock.ts';
import { office } from './programs/office.ts';
import { coreErrorOf, otherUser, Program, tempFolder, tries } from './support.ts';

const STARTER = new URL('./programs/starter.ts', import.meta.url);
const RACES = tries(20, 100);
const KILLS = tries(20, 50);

const started: Program[] = [];
afterEach(async () => {
  for (const program of started.splice(0)) await program.kill();
});

async function start(...[options]: [ConstructorParameters<typeof Program>[2]?]) {
  const program = new Program(STARTER, [], options);
  started.push(program);
  await program.line(0);
  return program;
}

test('of two programs that start on one folder at once exactly one gets it, every time', RACES, async () => {
  const pair = [await start(), await start()];
  const outcomes: string[][] = [];
  for (let race = 0; race < RACES.count; race++) {
    const dir = tempFolder();
    const answer = 1 + race * 2;
    for (const program of pair) program.say(`open ${dir}`);
    const answers = await Promise.all(pair.map((program) => program.line(answer)));
    outcomes.push(answers.map((line) => line.split(' ')[0] ?? '').sort());
    for (const program of pair) program.say('close');
    await Promise.all(pair.map((program) => program.line(answer + 1)));
  }
  expect(outcomes).toEqual(Array.from({ length: RACES.count }, () => ['data-in-use', 'owner']));
});

test('a killed program leaves its folder free, and the next start takes under a second', KILLS, async () => {
  const dir = tempFolder();
  for (let kill = 0; kill < KILLS.count; kill++) {
    const program = await start();
    program.say(`open ${dir}`);
    expect(await program.line(1)).toBe('owner');
    await program.kill();
    const before = performance.now();
    const db = openDatabase(office(dir));
    expect(performance.now() - before).toBeLessThan(1_000);
    db.close();
  }
});

test('the second start is told who works on the folder, and where', async () => {
  const dir = tempFolder();
  const db = openDatabase(office(dir));
  db.announce('http://127.0.0.1:4000/');
  const second = await start();
  second.say(`open ${dir}`);
  const [code, params] = (await second.line(1)).split(/ (.*)/s);
  expect(code).toBe('data-in-use');
  expect(JSON.parse(params ?? '')).toMatchObject({ folder: dir, pid: process.pid, url: 'http://127.0.0.1:4000/' });
  db.close();
  expect(readHolder(dir)).toBeUndefined();
});

test('the second start does not look at the database: a damaged one does not matter to it', () => {
  const dir = tempFolder();
  const db = openDatabase(office(dir));
  const other = path.join(dir, 'desk.db');
  // Replaced by name, as somebody might by hand; the first program keeps the file it has.
  fs.renameSync(other, `${other}.first`);
  fs.writeFileSync(other, 'not a database');
  expect(coreErrorOf(() => openDatabase(office(dir))).code).toBe('data-in-use');
  db.close();
});

test('the lock holds against another user of the computer', async (ctx) => {
  const user = otherUser();
  if (!user) return ctx.skip('E1 needs root and a checkout that other users can read');
  const dir = tempFolder();
  fs.chmodSync(dir, 0o755);
  const db = openDatabase(office(dir));
  const other = await start(user);
  other.say(`open ${dir}`);
  expect(await other.line(1)).toMatch(/^data-in-use/);
  db.close();
});

test('an old note of a holder does not keep anybody out', () => {
  const dir = tempFolder();
  fs.writeFileSync(path.join(dir, 'desk.lock'), '');
  fs.writeFileSync(path.join(dir, 'desk.lock.json'), '{"pid":1,"host":');
  openDatabase(office(dir)).close();
});
