import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasDisplay } from '../../../build/setup/appWindow.ts';
import { findBrowser } from '../../../build/setup/browser.ts';
import { hashSources } from '../../../build/setup/bundle.ts';
import { root } from '../../../build/setup/process.ts';
import { serveFailure } from '../../../build/start/failure.ts';
import { CoreError } from '../../../electron/core/index.ts';

function temporaryFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('dependencies', () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '1.0.0', optional: true },
  };

  /** Asks the plain module in a process of its own, as the start command does. */
  function reason(files: Record<string, string>): string {
    const folder = temporaryFolder(files);
    const code = `import { outdatedReason } from ${JSON.stringify(join(root, 'build/setup/dependencies.mjs'))};
      console.log(JSON.stringify(outdatedReason(${JSON.stringify(folder)})));`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).stdout.trim();
  }

  test('are installed where there are none', () => {
    expect(reason({ 'package-lock.json': lock(wanted) })).toBe('"尚未安装"');
  });

  test('are left alone where all are there, those of other systems aside', () => {
    const installed = { 'node_modules/a': { version: '1.0.0' } };
    expect(reason({ 'package-lock.json': lock(wanted), 'node_modules/.package-lock.json': lock(installed) })).toBe(
      'null',
    );
  });

  test.each([
    ['another version', { 'node_modules/a': { version: '0.9.0' } }],
    ['a missing one', {}],
  ])('are installed again for %s', (_, installed) => {
    const files = { 'package-lock.json': lock(wanted), 'node_modules/.package-lock.json': lock(installed) };
    expect(reason(files)).toBe('"a 有变动"');
  });
});

describe('the browser', () => {
  const among = (...files: string[]) => ({ exists: (file: string) => files.includes(file) });

  test.each([
    ['linux', { PATH: '/opt/bin' }, ['/usr/bin/chromium'], '/usr/bin/chromium'],
    ['linux', { PATH: '/opt/bin' }, ['/opt/bin/microsoft-edge', '/opt/bin/chromium'], '/opt/bin/chromium'],
    ['linux', { PATH: '', BULLETIN_DESK_BROWSER: '/my/browser' }, ['/my/browser', '/usr/bin/chromium'], '/my/browser'],
    [
      'darwin',
      {},
      ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'win32',
      { PROGRAMFILES: '/P' },
      [join('/P', 'Microsoft', 'Edge', 'Application', 'msedge.exe')],
      join('/P', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ],
    ['linux', { PATH: '' }, [], null],
  ] as const)('on %s with %o', (platform, env, files, found) => {
    expect(findBrowser({ platform, env, ...among(...files) })).toBe(found);
  });

  test('opens nothing on a Linux without display, and may elsewhere', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});

test('a build is stale when a source changes, is renamed or comes to it', async () => {
  const folder = temporaryFolder({ 'src/a.ts': '1', 'src/deep/b.ts': '2', 'lock.json': '{}' });
  const hash = () => hashSources(folder, ['src', 'lock.json']);
  const hashes = [await hash()];
  expect(await hash()).toBe(hashes[0]);
  writeFileSync(join(folder, 'src/deep/b.ts'), '3');
  hashes.push(await hash());
  renameSync(join(folder, 'src/a.ts'), join(folder, 'src/c.ts'));
  hashes.push(await hash());
  writeFileSync(join(folder, 'src/d.ts'), '');
  hashes.push(await hash());
  expect(new Set(hashes).size).toBe(4);
});

test('the page of a failed start says why, tries again, and goes on once it succeeds', async () => {
  const outcomes = [new CoreError('disk-full'), 'http://127.0.0.1:1/session?code=x'];
  const failure = await serveFailure(new CoreError('data-in-use', { folder: '/数据' }), async () => {
    const next = outcomes.shift();
    if (typeof next !== 'string') throw next;
    return next;
  });
  onTestFinished(() => failure.close());
  const first = await fetch(failure.url);
  expect(first.status).toBe(503);
  expect(await first.text()).toContain('“/数据”正被另一个程序使用');
  expect(await (await fetch(`${failure.url}retry`)).text()).toContain('磁盘已满');
  const last = await fetch(`${failure.url}retry`, { redirect: 'manual' });
  expect([last.status, last.headers.get('location')]).toEqual([303, 'http://127.0.0.1:1/session?code=x']);
});
