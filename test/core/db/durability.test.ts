import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/core/db/open.ts';
import { office } from './programs/office.ts';
import { canTrace, Program, tempFolder, tries } from './support.ts';

const WRITER = new URL('./programs/writer.ts', import.meta.url);
const KILLS = tries(50, 500);
const LANES = 2;

/** What was acknowledged before the kill, against what is there after it. */
function checkAfterKill(dir: string, acknowledged: ReadonlyMap<number, string>) {
  const started = performance.now();
  const db = openDatabase(office(dir));
  const reopened = performance.now() - started;
  const notes = db.read((r) => r.all<{ id: number; body: string; hash: string }>('SELECT id, body, hash FROM notes'));
  const logged = db.read((r) => r.all<{ note: number; hash: string }>('SELECT note, hash FROM note_log ORDER BY note'));
  const faults = db.faults();
  db.close();
  const found = new Map(notes.map((note) => [note.id, note.hash]));
  return {
    reopened,
    faults,
    lost: [...acknowledged].filter(([id, hash]) => found.get(id) !== hash),
    bad: notes.filter(({ body, hash }) => createHash('sha256').update(body).digest('hex') !== hash),
    halves: JSON.stringify(logged) === JSON.stringify(notes.map(({ id, hash }) => ({ note: id, hash }))) ? [] : logged,
  };
}

test('nothing acknowledged is lost when the program is killed at random points', KILLS, async () => {
  let acknowledgements = 0;
  async function lane() {
    const dir = tempFolder();
    const acknowledged = new Map<number, string>();
    for (let kill = 0; kill < KILLS.count / LANES; kill++) {
      const writer = new Program(WRITER, [dir]);
      await writer.line(0);
      await sleep(Math.random() * 60);
      await writer.kill();
      for (const line of writer.lines) {
        const [id, hash] = line.split(' ');
        // The last line may be cut; a whole one is an acknowledgement.
        if (hash?.length === 64) acknowledged.set(Number(id), hash);
      }
      const { reopened, ...wrong } = checkAfterKill(dir, acknowledged);
      expect(wrong).toEqual({ faults: [], lost: [], bad: [], halves: [] });
      expect(reopened).toBeLessThan(3_000);
    }
    acknowledgements += acknowledged.size;
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(acknowledgements).toBeGreaterThan(KILLS.count);
});

test('the -wal is synced between any two acknowledgements', (ctx) => {
  if (!canTrace()) return ctx.skip('A2 needs strace and the right to trace');
  const dir = tempFolder();
  const trace = path.join(dir, 'trace');
  const count = 1_000;
  const run = spawnSync('strace', [
    ...['-f', '-y', '-e', 'trace=write,fsync,fdatasync', '-o', trace],
    ...[process.execPath, fileURLToPath(WRITER), dir, String(count)],
  ]);
  expect(run.status).toBe(0);

  let synced = false;
  let answers = 0;
  let tooEarly = 0;
  for (const line of fs.readFileSync(trace, 'utf8').split('\n')) {
    // “unfinished” where another thread's call came between: the writer has waited for it all the same.
    if (/f(data)?sync\(\d+<[^>]*desk\.db-wal>(\)\s+= 0| <unfinished)/.test(line)) synced = true;
    if (!/write\(1<[^>]*>, "\d+ [0-9a-f]/.test(line)) continue;
    answers += 1;
    if (!synced) tooEarly += 1;
    synced = false;
  }
  expect({ answers, tooEarly }).toEqual({ answers: count, tooEarly: 0 });
});
