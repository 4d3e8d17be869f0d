import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { isComposing, useKeys } from './keys.ts';
import { useTicks } from './ticks.ts';

/** Height of a row, px (design §8). */
const rowHeight = 32;

/** A list of which only some rows are here, fetched as they are looked at. */
interface Sparse<Row> {
  total: number;
  /** The place of each of `rows` in the whole. */
  places: readonly number[];
  rowAt: (place: number) => Row | undefined;
  look: (from: number, to: number) => void;
}

interface RowListProps<Row, Id extends string> {
  label: string;
  /** All rows, or those of `long` that are here. */
  rows: readonly Row[];
  long?: Sparse<Row>;
  idOf: (row: Row) => Id;
  renderRow: (row: Row) => ReactNode;
  /** The row shown beside. */
  current: Id | null;
  onCurrent: (id: Id) => void;
  /** Rows marked for a step on all of them; left out where the list has no such steps. */
  ticked?: ReadonlySet<Id>;
  onTicked?: (ticked: ReadonlySet<Id>) => void;
  onOpen?: (id: Id) => void;
  empty: ReactNode;
  /** px; 32 unless the row has a second line. */
  height?: number;
  /** J and K go through it from anywhere on the screen; off where two lists stand side by side. */
  withKeys?: boolean;
}

/** Rows that are fetched beyond those in view, and how long a view must stand before they are, ms. */
const ahead = 60;
const settled = 60;

/** A list of any length: arrows when focused, J/K from anywhere, Space or Ctrl/Shift+click to mark, Enter to open. */
export function RowList<Row, Id extends string>(props: RowListProps<Row, Id>) {
  const { label, rows, idOf, renderRow, current, onCurrent, onOpen, long, empty, height = rowHeight } = props;
  const { ticked, onTicked, withKeys = true } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const total = long?.total ?? rows.length;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const here = rows.findIndex((row) => idOf(row) === current);
  const index = here < 0 ? -1 : (long?.places[here] ?? here);
  const rowAt = (n: number) => (long ? long.rowAt(n) : rows[n]);
  const ticks = useTicks({ rows, idOf, current, ticked, onTicked });

  /** A row the keys went to before it was here. */
  const [awaited, setAwaited] = useState<number | null>(null);
  const goTo = (place: number) => {
    const n = Math.max(0, Math.min(total - 1, place));
    const row = rowAt(n);
    // From here on the list's own keys work, too: arrows, Space to mark, Enter to open.
    scroller.current?.focus({ preventScroll: true });
    setAwaited(row === undefined && total > 0 ? n : null);
    if (row !== undefined) return onCurrent(idOf(row));
    virtual.scrollToIndex(n);
    long?.look(n, n);
  };
  const arrived = awaited === null ? undefined : rowAt(awaited);
  useEffect(() => {
    if (arrived === undefined) return;
    setAwaited(null);
    onCurrent(idOf(arrived));
  }, [arrived, onCurrent, idOf]);
  useKeys(
    withKeys
      ? [
          { key: 'J', label: '下一条', group: '列表', run: () => goTo(index + 1) },
          { key: 'K', label: '上一条', group: '列表', run: () => goTo(index - 1) },
        ]
      : [],
  );

  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [index, virtual]);

  const items = virtual.getVirtualItems();
  const [firstShown, lastShown] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const look = long?.look;
  useEffect(() => {
    if (!look) return;
    const timer = setTimeout(() => look(firstShown - ahead, Math.min(total - 1, lastShown + ahead)), settled);
    return () => clearTimeout(timer);
  }, [look, firstShown, lastShown, total]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + 12,
      PageUp: index - 12,
      Home: 0,
      End: total - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) goTo(target);
    else if (event.key === ' ' && current !== null && ticks.possible) ticks.toggle(current);
    else if (event.key === 'Enter' && current !== null && onOpen) onOpen(current);
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent, id: Id) => {
    const onTick = event.target instanceof Element && event.target.closest('.row-tick') !== null;
    if (ticks.possible && event.shiftKey) ticks.toHere(id);
    else if (ticks.possible && (onTick || event.ctrlKey || event.metaKey)) ticks.toggle(id);
    else onCurrent(id);
  };

  if (total === 0) return <div className="row-list row-list-empty">{empty}</div>;
  return (
    <div
      ref={scroller}
      className="row-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable={ticks.possible}
      aria-activedescendant={current === null ? undefined : rowDomId(label, current)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="row-list-inner" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index: n, start }) => {
          const row = rowAt(n);
          const place = { height, transform: `translateY(${start}px)` };
          if (row === undefined) return <div key={n} className="row row-awaited" style={place} aria-hidden />;
          const id = idOf(row);
          return (
            // The list itself takes the keys; a row is reached through aria-activedescendant.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={id}
              id={rowDomId(label, id)}
              role="option"
              aria-selected={id === current}
              {...(ticks.possible ? { 'aria-checked': ticked?.has(id) ?? false } : {})}
              aria-posinset={n + 1}
              aria-setsize={total}
              className={`row${id === current ? ' row-current' : ''}${ticked?.has(id) ? ' row-ticked' : ''}`}
              style={place}
              onClick={(event) => onClick(event, id)}
              onDoubleClick={() => onOpen?.(id)}
            >
              {ticks.possible && <span className="row-tick" aria-hidden />}
              {renderRow(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const rowDomId = (label: string, id: string) => `row-${label}-${id}`;
