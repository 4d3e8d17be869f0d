import { describe, expect, test, vi } from 'vitest';
import { eventStream } from '../../../electron/web/events.ts';
import type { DeskEvent } from '../../../shared/contract/events.ts';
import { openDoor } from '../../security/support/door.ts';
import { standInCore } from '../../security/support/standInCore.ts';

const changed: DeskEvent = { type: 'changed', topics: ['items'] };

/** Reads a stream until `enough` shows in it. */
async function readUntil(body: ReadableStream<Uint8Array> | null, enough: string): Promise<string> {
  const reader = body?.getReader();
  let text = '';
  while (reader && !text.includes(enough)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += new TextDecoder().decode(value);
  }
  reader?.releaseLock();
  return text;
}

describe('the event stream', () => {
  test('brings what the core reports, over the port', async () => {
    const core = standInCore();
    const door = await openDoor(core);
    const answer = await fetch(`${door.url}/events`, { headers: { cookie: await door.enter() } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    core.emit(changed);
    core.emit({ type: 'progress', job: '1', label: '换\n行', done: 1, total: null });
    const text = await readUntil(answer.body, 'progress');
    expect(text).toContain('data: {"type":"changed","topics":["items"]}\n\n');
    expect(text.split('\n\n').every((event) => event.split('\n').length === 1)).toBe(true);
    await answer.body?.cancel();
  });

  test('ends when the program closes, also with a page that holds it open', async () => {
    const core = standInCore();
    const door = await openDoor(core);
    const answer = await fetch(`${door.url}/events`, { headers: { cookie: await door.enter() } });
    await door.close();
    expect(await answer.text()).toBe('retry: 1000\n\n');
    expect(core.listeners.size).toBe(0);
  });

  test('lets go of the core when the page leaves', async () => {
    const core = standInCore();
    const door = await openDoor(core);
    const leaving = new AbortController();
    await fetch(`${door.url}/events`, { headers: { cookie: await door.enter() }, signal: leaving.signal });
    expect(core.listeners.size).toBe(1);
    leaving.abort();
    await vi.waitFor(() => expect(core.listeners.size).toBe(0));
  });

  test('is cut off from a page that no longer reads', () => {
    const core = standInCore();
    eventStream(core, new AbortController().signal);
    for (let n = 0; n < 2_000; n += 1) core.emit(changed);
    expect(core.listeners.size).toBe(0);
  });

  test('shows that it lives while nothing happens', async () => {
    vi.useFakeTimers();
    const closing = new AbortController();
    const { body } = eventStream(standInCore(), closing.signal);
    await vi.advanceTimersByTimeAsync(31_000);
    closing.abort();
    vi.useRealTimers();
    expect(await new Response(body).text()).toBe('retry: 1000\n\n:\n\n:\n\n');
  });
});
