import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** One thing a key does. `key` is a letter, a name of KeyboardEvent.key, or one of these after `Ctrl+`, `Alt+`, `Shift+`. */
export interface KeyBinding {
  key: string;
  /** What it does, for the sheet. */
  label: string;
  run: () => void;
  /** Listed under this head in the sheet. */
  group?: string;
  enabled?: boolean;
  /** Works while typing, too; only for keys with Ctrl and function keys. */
  whileTyping?: boolean;
}

/**
 * Whether a key press belongs to an input method: letters typed to spell Chinese are no commands. Chromium reports the
 * first and last press of a composition as key code 229 without `isComposing`.
 */
export const isComposing = (event: { isComposing: boolean; keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229;

/** Bind keys of the window while the component stands. They rest while somebody types or a dialog is open. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  useEffect(publish);
  useEffect(() => {
    active.add(latest);
    publish();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const binding = latest.current.find((one) => one.enabled !== false && matches(one, event));
      if (!binding) return;
      event.preventDefault();
      // Drawn before the next key is heard, so that J and A in quick turn mean the row that J went to.
      flushSync(binding.run);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      active.delete(latest);
      publish();
    };
  }, []);
}

/** All bindings of the screen as it stands, for the sheet. */
export const useBoundKeys = (): readonly KeyBinding[] => useSyncExternalStore(subscribe, () => snapshot);

function matches({ key, whileTyping }: KeyBinding, event: KeyboardEvent): boolean {
  const [, control, alt, shift, name = key] = /^(Ctrl\+)?(Alt\+)?(Shift\+)?(.+)$/.exec(key) ?? [];
  if (Boolean(control) !== (event.ctrlKey || event.metaKey) || Boolean(alt) !== event.altKey) return false;
  // Shift is part of how a letter or sign is typed; beside a function key it stands for something else.
  if ((shift || /^F\d/.test(name)) && Boolean(shift) !== event.shiftKey) return false;
  if (event.key.toLowerCase() !== name.toLowerCase()) return false;
  if (isInDialog(event.target)) return false;
  return whileTyping === true || !isTypingPlace(event.target);
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;

const isTypingPlace = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable="true"]') !== null);

const active = new Set<{ current: readonly KeyBinding[] }>();
const subscribers = new Set<() => void>();
let snapshot: readonly KeyBinding[] = [];

const subscribe = (listener: () => void) => {
  subscribers.add(listener);
  return () => subscribers.delete(listener);
};

/** The sheet re-renders only when keys or words changed, not with each new closure. */
function publish(): void {
  const next = [...active].flatMap(({ current }) => current);
  const same =
    next.length === snapshot.length &&
    next.every((one, n) => one.key === snapshot[n]?.key && one.label === snapshot[n]?.label);
  if (same) return;
  snapshot = next;
  for (const listener of subscribers) listener();
}
