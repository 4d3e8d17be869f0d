import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { openLog } from '../../../electron/web/log.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'desk-log-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const lines = (name = 'desk.log') => readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1);

test('a name with line breaks, escapes and turning marks stays on one line and shows what it is', () => {
  const log = openLog({ folder });
  const name = 'a\r\n{"level":"error","event":"forged"}\u001b[31m\u0085\u2028\u202egnp.exe\u0000';
  log.warn('refused', { name });
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).toMatch(/^[\x20-\x7e]+$/);
  expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ level: 'warn', event: 'refused', name });
});

test('tokens are taken out wherever they stand', () => {
  const token = `desk_${'aB-_5'.repeat(8)}xyz`;
  openLog({ folder }).error('failed', { cookie: `desk-1=${token}; a=b`, error: new Error(`at ${token}`), [token]: 1 });
  expect(lines()[0]).not.toContain(token.slice(5));
  expect(lines()[0]?.match(/desk_…/g)?.length).toBeGreaterThanOrEqual(3);
});

test('an error is told with its stack and its causes', () => {
  const error = new Error('outer', { cause: new TypeError('inner') });
  openLog({ folder }).error('failed', { error });
  const told = JSON.parse(lines()[0] ?? '');
  expect(told.error.stack).toMatch(/outer[\s\S]*log\.test/);
  expect(told.error.cause.stack).toMatch(/inner/);
});

test('a full file is put aside, the oldest goes', () => {
  const log = openLog({ folder, limit: 200, keep: 3 });
  for (let n = 0; n < 20; n += 1) log.info('event', { n });
  expect(readdirSync(folder).sort()).toEqual(['desk.1.log', 'desk.2.log', 'desk.log']);
  const kept = ['desk.2.log', 'desk.1.log', 'desk.log'].flatMap((name) =>
    lines(name).map((line) => JSON.parse(line).n),
  );
  expect(kept).toEqual(kept.map((_, i) => 20 - kept.length + i));
  expect(kept.length).toBeGreaterThan(3);
});

test('work goes on where the log cannot be written, or a fact is not to be told', () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => complain.mockRestore());
  writeFileSync(path.join(folder, 'file'), '');
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  openLog({ folder: path.join(folder, 'file') }).info('event');
  openLog({ folder }).info('event', { circle });
  expect(complain).toHaveBeenCalledTimes(2);
});
