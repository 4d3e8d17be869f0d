import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderAssets } from '../../../electron/web/assets.ts';
import { openDoor } from '../../security/support/door.ts';
import { standInCore } from '../../security/support/standInCore.ts';

async function openPages() {
  const door = await openDoor(standInCore());
  const cookie = await door.enter();
  return (target: string, accept = 'text/html,*/*') => fetch(door.url + target, { headers: { cookie, accept } });
}

test('every address inside the page answers the page', async () => {
  const get = await openPages();
  for (const address of ['/', '/index.html', '/items/a-1', '/issues/3/preview?page=2', '/%E6%9D%A5%E7%A8%BF']) {
    const answer = await get(address);
    expect(answer.status, address).toBe(200);
    expect(await answer.text(), address).toContain('<div id="root">');
  }
});

test('a file that is not there is not answered with the page', async () => {
  const get = await openPages();
  const answer = await get('/assets/index-0000.js', '*/*');
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ error: { code: 'not-found', params: { what: '这个页面' } } });
});

test('an address asked by HEAD has the headers and no body', async () => {
  const door = await openDoor(standInCore());
  const answer = await fetch(door.url, {
    method: 'HEAD',
    headers: { cookie: await door.enter(), accept: 'text/html' },
  });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test('of a folder only the files listed in it are given, with their types', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const root = path.join(folder, 'page');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(root, 'index.html'), '<html>');
  writeFileSync(path.join(root, 'assets', 'a-1.js'), 'export {}');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(root, 'link.txt'));
  const assets = folderAssets(root);
  expect((await assets('assets/a-1.js'))?.type).toBe('text/javascript; charset=utf-8');
  expect((await assets('index.html'))?.type).toBe('text/html; charset=utf-8');
  for (const wanted of [
    '',
    'assets',
    '../secret.txt',
    'assets/../index.html',
    'link.txt',
    '__proto__',
    'constructor',
  ]) {
    expect(await assets(wanted), wanted).toBeNull();
  }
});
