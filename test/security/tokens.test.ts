import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { askRunning } from '../../electron/web/running.ts';
import { browserSessions } from '../../electron/web/session.ts';
import { openDoor } from './support/door.ts';
import { standInCore } from './support/standInCore.ts';

const TOKEN = /desk_[\w-]{20,}/;

describe('the one-time code', () => {
  test('opens one window and leaves a clean address', async () => {
    const door = await openDoor(standInCore());
    const address = door.openUrl();
    const first = await fetch(address, { redirect: 'manual' });
    const second = await fetch(address, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
    expect([second.status, second.headers.get('set-cookie')]).toEqual([401, null]);
    expect(await second.text()).toContain('没有打开工作站的凭证');
  });

  test('sends nobody elsewhere, whatever else the address says', async () => {
    const door = await openDoor(standInCore());
    const answer = await fetch(`${door.openUrl()}&next=//evil.example&to=http://evil.example`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/');
  });

  test('keeps the person of a browser that has a session already', async () => {
    const core = standInCore();
    const door = await openDoor(core);
    const cookie = await door.enter();
    const again = await fetch(door.openUrl(), { redirect: 'manual', headers: { cookie } });
    expect([again.status, again.headers.get('set-cookie')]).toEqual([303, null]);
    expect((await door.call('office.counts', {}, cookie)).status).toBe(200);
  });
});

test('guessed, empty and foreign cookies are no session', async () => {
  const core = standInCore();
  const door = await openDoor(core);
  const name = (await door.enter()).split('=')[0];
  for (const value of ['', 'x', '__proto__', 'constructor', `desk_${'A'.repeat(43)}`, '%00', 'null']) {
    expect((await door.call('office.counts', {}, `${name}=${value}`)).status, value).toBe(401);
  }
  expect(core.reached).toEqual([]);
});

test('a session nobody uses for two weeks and a code a day old are dead', () => {
  let now = 0;
  const sessions = browserSessions({ cookie: 'desk', now: () => now });
  const nothing = new Request('http://127.0.0.1/');
  const enter = () => sessions.exchange(sessions.issueCode(), nothing) ?? '';
  const asks = (cookie: string) => sessions.of(new Request('http://127.0.0.1/', { headers: { cookie } })) !== null;
  const cookie = enter().split(';')[0] ?? '';
  const stale = sessions.issueCode();
  const days = (n: number) => n * 24 * 3600_000;
  now = days(1) + 1;
  expect(sessions.exchange(stale, nothing)).toBeNull();
  expect(asks(cookie)).toBe(true);
  now += days(14) + 1;
  expect(asks(cookie)).toBe(false);
});

test('no token shows in any address, answer, log or file of the data folder but its own', async () => {
  const core = standInCore({
    call: async (name) => {
      throw new Error(`failed in ${name} with cookie ${cookie}`);
    },
  });
  const door = await openDoor(core);
  const cookie = await door.enter();
  const answers = [
    await door.call('office.counts', {}, cookie),
    await fetch(`${door.url}/`, { headers: { cookie, accept: 'text/html', referer: door.openUrl() } }),
    await fetch(`${door.url}/nope${cookie}`, { headers: { cookie, referer: door.openUrl() } }),
    await fetch(`${door.url}/session?code=${cookie.split('=')[1]}`, { redirect: 'manual' }),
  ];
  for (const answer of answers)
    expect(`${JSON.stringify([...answer.headers])}${await answer.text()}`).not.toMatch(TOKEN);
  const log = await door.log();
  expect(log).toContain('failed in office.counts');
  expect(log).not.toMatch(TOKEN);
  const files = (await readdir(door.folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  for (const file of files.filter(({ name }) => name !== 'desk.door.json')) {
    expect(await readFile(path.join(file.parentPath, file.name), 'utf8'), file.name).not.toMatch(TOKEN);
  }
});

describe('a second start', () => {
  test('gets an address from the running program, and none once it has ended', async () => {
    const door = await openDoor(standInCore());
    const address = await askRunning(door.folder);
    expect((await fetch(address ?? '', { redirect: 'manual' })).status).toBe(303);
    await door.close();
    expect(await askRunning(door.folder)).toBeNull();
  });

  test.skipIf(process.platform === 'win32')('keeps the secret to the owner of the folder', async () => {
    const door = await openDoor(standInCore());
    expect((await stat(path.join(door.folder, 'desk.door.json'))).mode & 0o777).toBe(0o600);
  });

  test('is refused without the secret', async () => {
    const door = await openDoor(standInCore());
    const headers = door.ownHeaders(await door.enter());
    for (const authorization of ['', 'Bearer ', 'Bearer desk_x', 'Basic eDp5']) {
      const answer = await fetch(`${door.url}/session/codes`, {
        method: 'POST',
        headers: { ...headers, authorization },
      });
      expect(answer.status).toBe(401);
    }
  });
});
