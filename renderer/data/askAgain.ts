import type { QueryClient } from '@tanstack/react-query';
import type { Topic } from '../../shared/contract/events.ts';
import { isTouched } from './topics.ts';

/** Who has typed nothing for so long has stopped, ms: longer than between two words. */
const PAUSE = 600;
/** What changed is asked again after so long even while somebody types on, ms. */
const LONGEST = 10_000;

/** Make the queries that these topics touch ask again. */
export const askAgain = (queries: QueryClient, topics: readonly Topic[]): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => isTouched(String(queryKey[0]), topics) });

const gathered = new WeakMap<QueryClient, Set<Topic>>();
let typedAt = Number.NEGATIVE_INFINITY;
globalThis.document?.addEventListener('input', () => (typedAt = performance.now()), { capture: true, passive: true });

/**
 * The same, once nobody types: a text saved every second would ask a dozen questions again each time, and the key typed
 * next would wait for their answers. What changes meanwhile is asked once.
 */
export function askAgainInALull(queries: QueryClient, topics: readonly Topic[]): void {
  const waiting = gathered.get(queries);
  if (waiting) {
    for (const topic of topics) waiting.add(topic);
    return;
  }
  const all = new Set(topics);
  gathered.set(queries, all);
  inALull(() => {
    gathered.delete(queries);
    void askAgain(queries, [...all]);
  });
}

function inALull(run: () => void): void {
  const latest = performance.now() + LONGEST;
  const look = () => {
    const rest = Math.min(typedAt + PAUSE, latest) - performance.now();
    if (rest <= 0) run();
    else setTimeout(look, rest);
  };
  look();
}
