import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { DraftView } from '../../shared/contract/portal/views.ts';
import { blankFields, newDraft } from '../core/portal/unit.ts';
import { openDesk, type TestDesk } from '../core/support/desk.ts';
import { openPortal, type TestPortal } from './support/portal.ts';

/** As served, a hundred times less patient. */
const limits = {
  headersTimeout: 300,
  requestTimeout: 600,
  connectionsCheckingInterval: 20,
  keepAliveTimeout: 5_000,
  requireHostHeader: false,
};

let desk: TestDesk;
let portal: TestPortal;
beforeEach(async () => {
  desk = await openDesk();
  portal = await openPortal(desk, limits);
});
afterEach(() => desk.close());

interface Line {
  socket: Socket;
  received(): string;
  closed: Promise<unknown>;
}

async function open(localAddress = '127.0.0.1'): Promise<Line> {
  const socket = connect({ port: portal.port, host: '127.0.0.1', localAddress });
  onTestFinished(() => void socket.destroy());
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  // Being cut off is what these are for.
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  return { socket, received: () => received, closed };
}

/** Sends a byte now and then until the other side has had enough. */
async function drip({ socket, closed }: Line, opening: string): Promise<void> {
  socket.write(opening);
  const dripping = setInterval(() => socket.write('a'), 20);
  await closed;
  clearInterval(dripping);
}

const uploadHead = (id: string, cookie: string, length: number) =>
  `POST /files/drafts/${id}?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1:${portal.port}\r\nx-desk: 1\r\ncookie: ${cookie}\r\n` +
  `content-type: application/octet-stream\r\ncontent-length: ${length}\r\n\r\n`;

const newFile = async (cookie: string) => {
  const id = newDraft();
  await portal.call('/rpc/drafts.save', { id, fields: blankFields }, cookie);
  return id;
};
const draftFiles = async (cookie: string) => {
  const [draft] = (await (await portal.call('/rpc/drafts.list', {}, cookie)).json()) as DraftView[];
  return draft?.files.map(({ name }) => name);
};

describe('slow and half-finished', () => {
  test.each([
    ['a request line', 'GET /'],
    ['headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: '],
  ])('%s that drip are cut off', async (_, opening) => {
    await drip(await open(), opening);
  });

  test('an upload that drips is cut off, and nothing of it stays with the draft', async () => {
    const { cookie } = await portal.enter('区审计局');
    const id = await newFile(cookie);
    await drip(await open(), uploadHead(id, cookie, 1_000_000));
    expect(await draftFiles(cookie)).toEqual([]);
  });

  test('an upload broken off half-way leaves nothing, and the same file sent again is whole', async () => {
    const { cookie } = await portal.enter('区审计局');
    const id = await newFile(cookie);
    const line = await open();
    line.socket.write(`${uploadHead(id, cookie, 2_000_000)}${'半'.repeat(1000)}`);
    await pause(50);
    line.socket.destroy();
    await line.closed;
    expect(await draftFiles(cookie)).toEqual([]);
    await fetch(`${portal.url}/files/drafts/${id}?name=a.txt`, {
      method: 'POST',
      headers: { 'x-desk': '1', 'content-type': 'application/octet-stream', cookie },
      body: '整份',
    });
    expect(await draftFiles(cookie)).toEqual(['a.txt']);
  });

  test('an upload without a sign-in is refused before any of it is taken', async () => {
    const line = await open();
    line.socket.write(uploadHead('draft', '', 20_000_000));
    await expect.poll(line.received).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('many at once', () => {
  test('fifty dripping uploads keep no other unit waiting', async () => {
    const slow = await portal.enter('区审计局');
    const quick = await portal.enter('区财政局');
    const id = await newFile(slow.cookie);
    const lines = await Promise.all(Array.from({ length: 49 }, () => open('127.0.0.2')));
    const dripping = Promise.all(lines.map((line) => drip(line, uploadHead(id, slow.cookie, 1_000_000))));
    const answer = await portal.call('/rpc/handIns.list', { offset: 0, limit: 50 }, quick.cookie);
    expect(answer.status).toBe(200);
    await dripping;
  });

  test('an address that holds fifty connections gets no more, another one does', async () => {
    await Promise.all(Array.from({ length: 50 }, () => open('127.0.0.2')));
    const refused = await open('127.0.0.2');
    await refused.closed;
    const other = await open('127.0.0.3');
    other.socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${portal.port}\r\nAccept: text/html\r\n\r\n`);
    await expect.poll(other.received).toMatch(/^HTTP\/1\.1 200 /);
  });
});
