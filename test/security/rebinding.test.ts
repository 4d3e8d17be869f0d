import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { openDoor } from './support/door.ts';
import { standInCore } from './support/standInCore.ts';

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

test('only this machine by its own names, with our port, is answered', async () => {
  const core = standInCore();
  const door = await openDoor(core);
  const cookie = await door.enter();
  const get = async (...lines: string[]) =>
    statusOf(
      await door.raw(
        `GET / HTTP/1.1\r\n${lines.map((line) => `${line}\r\n`).join('')}Cookie: ${cookie}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
      ),
    );

  for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
    expect(await get(`Host: ${host}:${door.port}`), host).toBe(200);
  }
  const refused = [
    [`Host: evil.example:${door.port}`],
    [`Host: 127.0.0.1.evil:${door.port}`],
    [`Host: localhost.evil:${door.port}`],
    [`Host: LOCALHOST:${door.port}`],
    [`Host: localhost.:${door.port}`],
    [`Host: 127.1:${door.port}`],
    [`Host: 2130706433:${door.port}`],
    [`Host: 0.0.0.0:${door.port}`],
    [`Host: [::ffff:127.0.0.1]:${door.port}`],
    [`Host: [::]:${door.port}`],
    [`Host: user@127.0.0.1:${door.port}`],
    [`Host: 127.0.0.1:${door.port}, evil.example`],
    ['Host: 127.0.0.1'],
    [`Host: 127.0.0.1:${door.port + 1}`],
    ['Host:'],
    [],
    [`Host: 127.0.0.1:${door.port}`, 'Host: evil.example'],
    ['Host: evil.example', `Host: 127.0.0.1:${door.port}`],
  ];
  for (const lines of refused) expect(await get(...lines), lines.join()).toBeOneOf([400, 403]);
});

test('an absolute request target does not get around it', async () => {
  const door = await openDoor(standInCore());
  const cookie = await door.enter();
  const get = async (target: string, host: string) =>
    statusOf(
      await door.raw(
        `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
      ),
    );
  const own = `127.0.0.1:${door.port}`;
  expect(await get(`http://${own}/`, own)).toBe(200);
  expect(await get(`http://evil.example/`, own)).toBe(403);
  expect(await get(`http://${own}/`, 'evil.example')).toBe(403);
  expect(await get(`https://${own}/`, own)).toBe(403);
});

test('neither a web socket nor an event stream opens from a foreign page', async () => {
  const core = standInCore();
  const door = await openDoor(core);
  const cookie = await door.enter();
  const ask = (path: string, more: string) =>
    door.raw(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${cookie}\r\nOrigin: http://evil.example\r\n${more}\r\n`,
    );
  const socket = await ask(
    '/events',
    'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n',
  );
  const stream = await ask('/events', 'Accept: text/event-stream\r\nConnection: close\r\n');
  expect([statusOf(socket), statusOf(stream)]).toEqual([403, 403]);
  expect(core.listeners.size).toBe(0);
});

test('the port is closed to every other address of this machine', async () => {
  const door = await openDoor(standInCore());
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
  for (const address of [...others, '127.0.0.2']) {
    await expect(fetch(`http://${address}:${door.port}/`)).rejects.toThrow('fetch failed');
  }
});
