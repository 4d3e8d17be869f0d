import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
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
