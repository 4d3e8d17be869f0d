import { expect, test } from 'vitest';
import { openDoor } from './support/door.ts';
import { standInCore } from './support/standInCore.ts';

/** Answers of every kind the door gives: page, file, data, refusal, failure. */
async function everyAnswer() {
  const core = standInCore({
    call: async (name) => {
      if (name === 'boom') throw new TypeError('secret detail');
      return null;
    },
  });
  const door = await openDoor(core);
  const cookie = await door.enter();
  const own = door.ownHeaders(cookie);
  const get = (path: string, headers: Record<string, string> = own) =>
    fetch(door.url + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
  await door.call('session.choose', {}, cookie);
  return {
    page: await get('/'),
    'page inside': await get('/items/1'),
    script: await get('/assets/index-1a2b.js'),
    download: await get('/files/originals/1'),
    'not found': await get('/assets/nope.js', { ...own, accept: '*/*' }),
    data: await door.call('office.counts', {}, cookie),
    failure: await door.call('boom', {}, cookie),
    'no session': await get('/', {}),
    'no session, data': await door.call('office.counts', {}, ''),
    'way in': await fetch(door.openUrl(), { redirect: 'manual' }),
    'wrong code': await get('/session?code=desk_x', {}),
    'wrong host': await get('/', { host: 'evil.example' }),
    'wrong origin': await get('/', { origin: 'http://evil.example' }),
    'no such route': await fetch(`${door.url}/nope`, { method: 'PUT', headers: own }),
  };
}

test('every answer carries the protecting headers and names no software', async () => {
  for (const [kind, { headers }] of Object.entries(await everyAnswer())) {
    expect(Object.fromEntries(headers), kind).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.has('server') || headers.has('x-powered-by'), kind).toBe(false);
    const policy = (headers.get('content-security-policy') ?? '').split('; ');
    const wanted = [
      "default-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ];
    expect(policy, kind).toEqual(expect.arrayContaining(wanted));
    const cached = kind === 'script' ? 'public, max-age=31536000, immutable' : 'no-store';
    expect(headers.get('cache-control'), kind).toBe(cached);
  }
});

test('what the parser itself refuses carries them too', async () => {
  const door = await openDoor(standInCore());
  const host = `Host: 127.0.0.1:${door.port}\r\n`;
  const requests = [
    'nonsense\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    `GET / HTTP/1.1\r\n${host}Bad Header: x\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}Expect: the-moon\r\nConnection: close\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(20_000)}\r\n\r\n`,
    `OPTIONS * HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
    `GET \\ HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
  ];
  for (const request of requests) {
    const answer = (await door.raw(request)).toLowerCase();
    expect(answer, request).toMatch(/^http\/1\.1 4\d\d /);
    for (const line of [
      "content-security-policy: default-src 'self'",
      'x-content-type-options: nosniff',
      'cache-control: no-store',
    ]) {
      expect(answer, request).toContain(line);
    }
  }
});

test('each page has a nonce of its own for its styles, scripts get none', async () => {
  const { page, 'page inside': inside } = await everyAnswer();
  const nonces = await Promise.all(
    [page, inside].map(async (answer) => {
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /style-src-elem 'self' 'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? 'none';
      expect(policy).toContain("script-src 'self';");
      expect(await answer.text()).toContain(`nonce="${nonce}"`);
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});
