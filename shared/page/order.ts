import type { BulletinEntry } from '../domain/bulletin.ts';

/** The entries without one of them. The heading of its section stays with those after it. */
export function withoutEntry(entries: readonly BulletinEntry[], id: string): BulletinEntry[] {
  return opened(sectioned(entries).filter((entry) => entry.id !== id));
}

/** The entries with one of them at another place. */
export function movedEntry(entries: readonly BulletinEntry[], from: number, to: number): BulletinEntry[] {
  const all = sectioned(entries);
  const [entry] = all.splice(from, 1);
  if (entry) all.splice(to, 0, entry);
  return opened(all);
}

/**
 * Pairs of places, from 0, between which an entry can move: within its section and kind, which are the editor's to
 * choose. Neighbours come first.
 */
export function movesWithin(entries: readonly BulletinEntry[]): [from: number, to: number][] {
  const all = sectioned(entries);
  const moves: [number, number][] = [];
  all.forEach((entry, from) => {
    all.forEach((other, to) => {
      // Two neighbours change places whichever of them is moved.
      if (to === from || to === from - 1) return;
      if (entry.section === other.section && entry.kind === other.kind) moves.push([from, to]);
    });
  });
  return moves.sort(([a, b], [c, d]) => Math.abs(a - b) - Math.abs(c - d));
}

/** Each entry under the section it stands in, where an entry names it only when it opens it. */
function sectioned(entries: readonly BulletinEntry[]): BulletinEntry[] {
  let current: string | null = null;
  return entries.map((entry) => {
    current = entry.section ?? current;
    return { ...entry, section: current };
  });
}

function opened(entries: readonly BulletinEntry[]): BulletinEntry[] {
  return entries.map((entry, i) => ({
    ...entry,
    section: entry.section === entries[i - 1]?.section ? null : entry.section,
  }));
}
