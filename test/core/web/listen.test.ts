import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen, PortTaken } from '../../../electron/web/listen.ts';

const hello = () => async () => new Response('hello');

async function opened(port: number | null) {
  const listener = await listen(hello, port);
  onTestFinished(() => listener.close());
  return listener;
}

test('a port that was asked for and is taken is refused by name', async () => {
  const { port } = await opened(0);
  await expect(listen(hello, port)).rejects.toThrow(PortTaken);
  await expect(listen(hello, port)).rejects.toThrow(`端口 ${port} 已被其他程序占用`);
});

test('the usual port gives way to the next free one', async () => {
  const ports = [await opened(null), await opened(null), await opened(null)].map(({ port }) => port);
  expect(new Set(ports).size).toBe(3);
  for (const port of ports) expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('hello');
});

test('closing does not wait for a connection that says nothing', async () => {
  const listener = await listen(hello, 0);
  const socket = connect(listener.port, '127.0.0.1');
  // Being cut off is what is to happen.
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write('GET / HTTP/1.1\r\n');
  const ended = new Promise((resolve) => socket.once('close', resolve));
  await listener.close();
  await ended;
  await expect(fetch(`http://127.0.0.1:${listener.port}/`)).rejects.toThrow();
});

describe('a connection that takes its time', () => {
  const limits = {
    headersTimeout: 100,
    requestTimeout: 100,
    connectionsCheckingInterval: 20,
    keepAliveTimeout: 5_000,
    requireHostHeader: false,
  };
  const host = 'Host: localhost\r\n';
  const openings = {
    'says nothing': '',
    'drips its first line': 'GET /',
    'drips its headers': `GET / HTTP/1.1\r\n${host}X: `,
    'drips its body': `POST / HTTP/1.1\r\n${host}Content-Length: 1000\r\n\r\n`,
  };

  test.each(Object.entries(openings))(
    'and %s is cut off, also when it does not read the answer',
    async (_, opening) => {
      const patient = () => async (request: Request) => new Response(await request.text().catch(() => ''));
      const listener = await listen(patient, 0, limits);
      onTestFinished(() => listener.close());
      const socket = connect({ port: listener.port, host: '127.0.0.1', allowHalfOpen: opening !== '' });
      // Who writes learns of the cut by writing; who does not has to look.
      if (opening === '') socket.resume();
      const cut = new Promise((resolve) => socket.once('close', resolve).on('error', () => {}));
      socket.write(opening);
      const dripping = setInterval(() => socket.write(opening && 'a'), 10);
      await cut;
      clearInterval(dripping);
      expect(socket.destroyed).toBe(true);
    },
  );
});
