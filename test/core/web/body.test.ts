import { describe, expect, test } from 'vitest';
import { CoreError } from '../../../electron/core/errors.ts';
import { inMegabytes, MEGABYTE, readBody } from '../../../electron/web/body.ts';

const tooLarge = (announced: number | null) => new CoreError('too-large', { what: String(announced), limit: '' });

function post(body: BodyInit | null, announced?: number): Request {
  const headers: Record<string, string> = announced === undefined ? {} : { 'content-length': String(announced) };
  return new Request('http://127.0.0.1/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}

/** A body of pieces that are made when asked for; tells how many were. */
function pieces(make: (n: number) => Uint8Array | Error | null) {
  const asked = { count: 0 };
  const body = new ReadableStream({
    pull(controller) {
      const piece = make(asked.count);
      asked.count += 1;
      if (piece instanceof Error) controller.error(piece);
      else if (piece === null) controller.close();
      else controller.enqueue(piece);
    },
  });
  return { body, asked };
}

describe('a body', () => {
  test('is put together from its pieces, up to the limit', async () => {
    const { body } = pieces((n) => (n < 3 ? new Uint8Array([n]) : null));
    expect([...(await readBody(post(body), 3, tooLarge))]).toEqual([0, 1, 2]);
    expect(await readBody(post(null), 3, tooLarge)).toHaveLength(0);
  });

  test('over the limit is read to its end before it is refused', async () => {
    const { body, asked } = pieces((n) => (n < 50 ? new Uint8Array(10) : null));
    await expect(readBody(post(body, 500), 15, tooLarge)).rejects.toMatchObject({
      code: 'too-large',
      params: { what: '500' },
    });
    expect(asked.count).toBe(51);
  });

  test('that never ends is refused all the same', async () => {
    const piece = new Uint8Array(10);
    // A turn of the event loop between pieces, as on a line.
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setImmediate(resolve));
        controller.enqueue(piece);
      },
    });
    await expect(readBody(post(body), 15, tooLarge)).rejects.toMatchObject({ params: { what: 'null' } });
  });

  test('announced as far too long is refused unread', async () => {
    const { body, asked } = pieces(() => new Uint8Array(10));
    await expect(readBody(post(body, 10_240 * MEGABYTE), 15, tooLarge)).rejects.toMatchObject({ code: 'too-large' });
    expect(asked.count).toBeLessThanOrEqual(1);
  });

  test('whose sender breaks off is no request', async () => {
    const { body } = pieces((n) => (n === 0 ? new Uint8Array(1) : new Error('ECONNRESET')));
    await expect(readBody(post(body), 15, tooLarge)).rejects.toMatchObject({ code: 'invalid-request' });
  });
});

test('a size just over a limit never reads like the limit', () => {
  expect(inMegabytes(20 * MEGABYTE)).toBe('20 MB');
  expect(inMegabytes(20 * MEGABYTE + 1)).toBe('21 MB');
});
