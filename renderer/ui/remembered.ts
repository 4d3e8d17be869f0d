import { useCallback, useState } from 'react';

/**
 * A choice of this screen that is remembered on this machine (how large the pages are drawn, which tab is open).
 * Anything stored that is no `valid` value counts as not stored; a machine that stores nothing forgets.
 */
export function useRemembered<Value extends string | number | boolean>(
  name: string,
  initial: Value,
  valid: (value: unknown) => boolean,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    const stored = read(`remembered:${name}`);
    return valid(stored) ? (stored as Value) : initial;
  });
  const remember = useCallback(
    (next: Value) => {
      setValue(next);
      try {
        localStorage.setItem(`remembered:${name}`, JSON.stringify(next));
      } catch {
        // Storage is full or switched off: the choice holds until the screen is left.
      }
    },
    [name],
  );
  return [value, remember];
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
