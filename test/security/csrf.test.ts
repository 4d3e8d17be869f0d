import { describe, expect, test } from 'vitest';
import { errorCode, openDoor } from './support/door.ts';
import { standInCore } from './support/standInCore.ts';

/** What a page elsewhere can make a browser send, the victim's cookie included (as if SameSite had failed). */
const foreign = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' };

const posts = {
  'a form': { 'content-type': 'application/x-www-form-urlencoded' },
  'a multipart form': { 'content-type': 'multipart/form-data; boundary=x' },
  'a text/plain form': { 'content-type': 'text/plain' },
  JSON: { 'content-type': 'application/json' },
  'JSON with our own header': { 'content-type': 'application/json', 'x-desk': '1' },
};

describe('a foreign page', () => {
  test.each(Object.entries(posts))('cannot post %s', async (_, headers) => {
    const core = standInCore();
    const door = await openDoor(core);
    const cookie = await door.enter();
    for (const sender of [foreign, { ...foreign, origin: 'null' }, { origin: `http://127.0.0.1:${door.port + 1}` }]) {
      const answer = await fetch(`${door.url}/rpc/office.save`, {
        method: 'POST',
        headers: { ...headers, ...sender, cookie },
        body: '{}',
      });
      expect(answer.status).toBe(403);
      expect(await errorCode(answer)).toBe('wrong-origin');
    }
    expect(core.reached).toEqual([]);
  });

  test('cannot read by script, image or event stream', async () => {
    const core = standInCore();
    const door = await openDoor(core);
    const cookie = await door.enter();
    for (const path of ['/events', '/files/departments.xlsx', '/assets/index-1a2b.js', '/']) {
      const asScript = await fetch(door.url + path, { headers: { ...foreign, cookie } });
      const asImage = await fetch(door.url + path, { headers: { 'sec-fetch-site': 'same-site', cookie } });
      expect([asScript.status, asImage.status], path).toEqual([403, 403]);
    }
    expect(core.reached).toEqual([]);
    expect(core.listeners.size).toBe(0);
  });

  test('is not allowed to ask first (CORS)', async () => {
    const door = await openDoor(standInCore());
    const answer = await fetch(`${door.url}/rpc/office.save`, {
      method: 'OPTIONS',
      headers: { ...foreign, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-desk' },
    });
    expect(answer.status).toBe(403);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

test('a call of our own page without our own header, or without any origin, is refused', async () => {
  const core = standInCore();
  const door = await openDoor(core);
  const own = { ...door.ownHeaders(await door.enter()), 'content-type': 'application/json' };
  for (const missing of [['x-desk'], ['origin', 'sec-fetch-site']]) {
    const headers = Object.fromEntries(Object.entries(own).filter(([name]) => !missing.includes(name)));
    const answer = await fetch(`${door.url}/rpc/office.save`, { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(403);
  }
  expect(core.reached).toEqual([]);
});

test('GET never reaches a method', async () => {
  const core = standInCore();
  const door = await openDoor(core);
  const headers = door.ownHeaders(await door.enter());
  for (const path of ['/rpc/office.begin', '/rpc/issues.sign?id=1', '/files/intake?name=a.txt', '/session/codes']) {
    const answer = await fetch(door.url + path, { headers });
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
  }
  expect(core.reached).toEqual([]);
});

test('the cookie is kept from scripts and from foreign pages', async () => {
  const door = await openDoor(standInCore());
  const answer = await fetch(door.openUrl(), { redirect: 'manual' });
  const parts = (answer.headers.get('set-cookie') ?? '').split('; ');
  expect(parts).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']));
});
