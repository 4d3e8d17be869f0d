import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askAgainInALull } from '../../renderer/data/index.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** A query of the pool that counts how often it was asked. */
async function pool() {
  const queries = new QueryClient();
  const ask = vi.fn(async () => 'answer');
  await queries.fetchQuery({ queryKey: ['items.list', {}], queryFn: ask });
  const observer = new QueryObserver(queries, { queryKey: ['items.list', {}], queryFn: ask, staleTime: Infinity });
  const stop = observer.subscribe(() => {});
  return { queries, asked: () => ask.mock.calls.length - 1, stop };
}

async function typeFor(ms: number, each: () => void): Promise<void> {
  const field = document.body.appendChild(document.createElement('textarea'));
  for (let passed = 0; passed < ms; passed += 200) {
    fireEvent.input(field, { target: { value: `字${passed}` } });
    each();
    await vi.advanceTimersByTimeAsync(200);
  }
}

it('asks at once what changed while nobody types', async () => {
  const { queries, asked, stop } = await pool();
  await vi.advanceTimersByTimeAsync(5_000);
  askAgainInALull(queries, ['items']);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked()).toBe(1);
  stop();
});

it('asks once, after a pause, what changed many times under somebody who types', async () => {
  const { queries, asked, stop } = await pool();
  await typeFor(4_000, () => askAgainInALull(queries, ['items', 'issues']));
  expect(asked()).toBe(0);
  await vi.advanceTimersByTimeAsync(600);
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked()).toBe(1);
  stop();
});

it('does not wait for ever on somebody who never pauses', async () => {
  const { queries, asked, stop } = await pool();
  await typeFor(15_000, () => askAgainInALull(queries, ['items']));
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked()).toBe(2);
  stop();
});
