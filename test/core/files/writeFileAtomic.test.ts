import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { removeStrayTemps, writeFileAtomic } from '../../../electron/core/files/writeFileAtomic.ts';
import { canTrace, Program, tempFolder, tries } from '../db/support.ts';

const EXPORTER = new URL('./programs/exporter.ts', import.meta.url);
const KILLS = tries(30, 200);
const bytes = Buffer.from('第19期');

/** As the system refuses a rename onto a file that Word has open. */
const held = (code: string) => Object.assign(new Error(code), { code, syscall: 'rename' });

test(
  'an export killed at random points never leaves half a file under its name, and its leavings go',
  KILLS,
  async () => {
    let strays = 0;
    let whole = 0;
    for (let kill = 0; kill < KILLS.count; kill++) {
      const folder = tempFolder();
      const exporter = new Program(EXPORTER, [folder]);
      await exporter.line(0);
      await sleep(Math.random() * 30);
      await exporter.kill();
      const target = path.join(folder, 'issue.pdf');
      if (fs.existsSync(target)) {
        const written = fs.readFileSync(target);
        expect(written.equals(Buffer.alloc(2_000_000, written[0]))).toBe(true);
        whole += 1;
      }
      strays += (await removeStrayTemps(folder)).length;
      expect(fs.readdirSync(folder).filter((name) => name !== 'issue.pdf')).toEqual([]);
    }
    // Some were killed in the middle and some after a file was there: the points were random indeed.
    expect(strays).toBeGreaterThan(0);
    expect(whole).toBeGreaterThan(0);
  },
);

test('the bytes and then their name are synced to the disk', (ctx) => {
  if (!canTrace()) return ctx.skip('J1 needs strace and the right to trace');
  const folder = tempFolder();
  const trace = path.join(tempFolder(), 'trace');
  const program = `
    const { writeFileAtomic } = await import(process.argv[1]);
    await writeFileAtomic(process.argv[2], Buffer.from('x'));`;
  const module = new URL('../../../electron/core/files/writeFileAtomic.ts', import.meta.url).href;
  execFileSync('strace', [
    ...['-f', '-y', '-e', 'trace=write,pwrite64,fsync,fdatasync,rename', '-o', trace, process.execPath],
    ...['--input-type=module', '-e', program, module, path.join(folder, 'issue.pdf')],
  ]);
  const steps = fs
    .readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => line.includes(folder) && !line.includes('resumed'))
    .map((line) => /^\d+ +(\w+)\(/.exec(line)?.[1]);
  expect(steps).toEqual([expect.stringMatching(/write/), 'fsync', 'rename', 'fsync']);
});

test('a target that another program holds for a moment is written when it lets go', async () => {
  const file = path.join(tempFolder(), 'issue.pdf');
  fs.writeFileSync(file, 'old');
  const refusals = ['EBUSY', 'EPERM', 'EACCES'];
  await writeFileAtomic(file, bytes, {
    rename: async (from, to) => {
      const code = refusals.pop();
      if (code) throw held(code);
      fs.renameSync(from, to);
    },
  });
  expect(refusals).toEqual([]);
  expect(fs.readFileSync(file)).toEqual(bytes);
});

test('a target that stays held is named, the old file stands and nothing is left beside it', async () => {
  const file = path.join(tempFolder(), '上街信息第19期.docx');
  fs.writeFileSync(file, 'old');
  const refused = writeFileAtomic(file, bytes, { patience: 50, rename: () => Promise.reject(held('EBUSY')) });
  await expect(refused).rejects.toMatchObject({ code: 'target-locked', params: { file: '上街信息第19期.docx' } });
  expect(fs.readdirSync(path.dirname(file))).toEqual(['上街信息第19期.docx']);
  expect(fs.readFileSync(file, 'utf8')).toBe('old');
});

test('what is wrong with the folder is said', async () => {
  const folder = tempFolder();
  const plain = path.join(folder, 'plain');
  fs.writeFileSync(plain, '');
  fs.mkdirSync(path.join(folder, 'issue.pdf'));
  const refusal = async (file: string) => {
    const error = await writeFileAtomic(file, bytes).catch((thrown) => thrown);
    return [error.code, error.params];
  };
  const gone = path.join(folder, 'gone');
  expect(await refusal(path.join(gone, 'issue.pdf'))).toEqual([
    'target-not-writable',
    { folder: gone, detail: '文件夹不存在。' },
  ]);
  expect(await refusal(path.join(plain, 'issue.pdf'))).toEqual([
    'target-not-writable',
    { folder: plain, detail: '它不是文件夹。' },
  ]);
  expect(await refusal(path.join(folder, 'issue.pdf'))).toEqual([
    'target-not-writable',
    { folder, detail: '已有同名的文件夹。' },
  ]);
  expect(fs.readdirSync(folder).sort()).toEqual(['issue.pdf', 'plain']);
});

test('a full disk is said', async () => {
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  const file = path.join(tempFolder(), 'issue.pdf');
  const refused = writeFileAtomic(file, bytes, { rename: () => Promise.reject(full) });
  await expect(refused).rejects.toMatchObject({ code: 'disk-full' });
});

test('a name as long as the system allows can be written', async () => {
  const file = path.join(tempFolder(), `${'a'.repeat(251)}.pdf`);
  await writeFileAtomic(file, bytes);
  expect(fs.readFileSync(file)).toEqual(bytes);
});

test('what a living program is writing, and what is not ours, stays', async () => {
  const folder = tempFolder();
  const kept = [`.desk-${process.ppid}-0123456789abcdef.tmp`, '.desk-notes.tmp', 'issue.tmp'];
  for (const name of kept) fs.writeFileSync(path.join(folder, name), '');
  let during: string[] = [];
  await writeFileAtomic(path.join(folder, 'issue.pdf'), bytes, {
    rename: async (from, to) => {
      during = await removeStrayTemps(folder);
      fs.renameSync(from, to);
    },
  });
  expect(during).toEqual([]);
  expect(fs.readdirSync(folder).sort()).toEqual([...kept, 'issue.pdf'].sort());
  expect(await removeStrayTemps(path.join(folder, 'gone'))).toEqual([]);
});
