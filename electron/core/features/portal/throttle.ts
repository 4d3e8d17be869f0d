/** How many tries are allowed in a minute; beyond, the wait in seconds is told. */
const PER_UNIT = 5;
const PER_ADDRESS = 20;
const WINDOW = 60_000;
/** Keys remembered: past this the oldest are forgotten, so that a flood of names takes no memory. */
const MOST_KEYS = 10_000;

export interface Throttle {
  /** Notes a try. @returns seconds to wait, 0 where it may go on */
  attempt(unit: string, address: string): number;
  /** Remembers that this address knows the unit's code: guesses from elsewhere no longer slow it down. */
  succeeded(unit: string, address: string): void;
}

/**
 * Slows guessing without letting anybody lock a unit out: tries from an address that has signed in for the unit before
 * are counted apart from everybody else's. `now` counts up in ms whatever the wall clock does.
 */
export function createThrottle(now: () => number = () => performance.now()): Throttle {
  const tries = new Map<string, number[]>();
  const known = new Set<string>();

  const recent = (key: string): number[] => (tries.get(key) ?? []).filter((at) => now() - at < WINDOW);
  const wait = (key: string, most: number): number => {
    const times = recent(key);
    const oldest = times[times.length - most];
    return oldest === undefined ? 0 : Math.ceil((WINDOW - (now() - oldest)) / 1000);
  };
  const note = (key: string) => {
    const times = recent(key);
    tries.delete(key);
    tries.set(key, [...times, now()]);
    for (const oldest of tries.keys()) {
      if (tries.size <= MOST_KEYS) break;
      tries.delete(oldest);
    }
  };

  return {
    attempt(unit, address) {
      const pair = `${unit}\n${address}`;
      const unitKey = known.has(pair) ? `known ${pair}` : `unit ${unit}`;
      const addressKey = `address ${address}`;
      const seconds = Math.max(wait(unitKey, PER_UNIT), wait(addressKey, PER_ADDRESS));
      if (seconds > 0) return seconds;
      note(unitKey);
      note(addressKey);
      return 0;
    },
    succeeded(unit, address) {
      if (known.size >= MOST_KEYS) known.clear();
      known.add(`${unit}\n${address}`);
    },
  };
}
