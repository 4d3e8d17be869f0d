import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { isComposing, useKeys } from './keys.ts';
import { useTicks } from './ticks.ts';

/** Height of a row, px (design §8). */
const rowHeight = 32;

interface RowListProps<Row, Id extends string> {
  label: string;
  rows: readonly Row[];
  idOf: (row: Row) => Id;
  renderRow: (row: Row) => ReactNode;
  /** The row shown beside. */
  current: Id | null;
  onCurrent: (id: Id) => void;
  /** Rows marked for a step on all of them; left out where the list has no such steps. */
  ticked?: ReadonlySet<Id>;
  onTicked?: (ticked: ReadonlySet<Id>) => void;
  onOpen?: (id: Id) => void;
  /** Called near the end of the rows. */
  onMore?: () => void;
  empty: ReactNode;
  /** px; 32 unless the row has a second line. */
  height?: number;
  /** J and K go through it from anywhere on the screen; off where two lists stand side by side. */
  withKeys?: boolean;
}

/** A list of any length: arrows when focused, J/K from anywhere, Space or Ctrl/Shift+click to mark, Enter to open. */
export function RowList<Row, Id extends string>(props: RowListProps<Row, Id>) {
  const { label, rows, idOf, renderRow, current, onCurrent, onOpen, onMore, empty, height = rowHeight } = props;
  const { ticked, onTicked, withKeys = true } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const index = rows.findIndex((row) => idOf(row) === current);
  const ticks = useTicks({ rows, idOf, current, ticked, onTicked });

  const goTo = (n: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, n))];
    if (row === undefined) return;
    // From here on the list's own keys work, too: arrows, Space to mark, Enter to open.
    scroller.current?.focus({ preventScroll: true });
    onCurrent(idOf(row));
  };
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
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - 20) onMore?.();
  }, [lastShown, rows.length, onMore]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + 12,
      PageUp: index - 12,
      Home: 0,
      End: rows.length - 1,
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

  if (rows.length === 0) return <div className="row-list row-list-empty">{empty}</div>;
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
          const row = rows[n];
          if (row === undefined) return null;
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
              aria-setsize={rows.length}
              className={`row${id === current ? ' row-current' : ''}${ticked?.has(id) ? ' row-ticked' : ''}`}
              style={{ height, transform: `translateY(${start}px)` }}
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
