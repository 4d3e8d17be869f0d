import { useRef } from 'react';

interface TickProps<Row, Id> {
  rows: readonly Row[];
  idOf: (row: Row) => Id;
  current: Id | null;
  ticked: ReadonlySet<Id> | undefined;
  onTicked: ((ticked: ReadonlySet<Id>) => void) | undefined;
}

/** Marking rows one by one or, with Shift, from the last one touched to this one. */
export function useTicks<Row, Id>({ rows, idOf, current, ticked, onTicked }: TickProps<Row, Id>) {
  const anchor = useRef<Id | null>(null);
  const possible = ticked !== undefined && onTicked !== undefined;
  return {
    possible,
    toggle: (id: Id) => {
      if (!possible) return;
      anchor.current = id;
      const next = new Set(ticked);
      if (!next.delete(id)) next.add(id);
      onTicked(next);
    },
    toHere: (id: Id) => {
      if (!possible) return;
      const ids = rows.map(idOf);
      const from = Math.max(0, ids.indexOf(anchor.current ?? current ?? id));
      const to = ids.indexOf(id);
      onTicked(new Set([...ticked, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]));
    },
  };
}
