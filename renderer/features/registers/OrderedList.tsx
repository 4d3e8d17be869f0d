import { HolderOutlined } from '@ant-design/icons';
import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { isComposing } from '../../ui/keys.ts';
import { RowList } from '../../ui/RowList.tsx';
import { moved } from './order.ts';

interface OrderedListProps<Row, Id extends string> {
  label: string;
  rows: readonly Row[];
  idOf: (row: Row) => Id;
  renderRow: (row: Row) => ReactNode;
  current: Id | null;
  onCurrent: (id: Id) => void;
  /** All ids in their new order; `null` where the list cannot be ordered now (filtered, or not allowed). */
  onOrder: ((ids: Id[]) => void) | null;
  empty: ReactNode;
}

/** A list put in order by hand: dragged by its handle, or Alt+↑↓ on the current row. */
export function OrderedList<Row, Id extends string>(props: OrderedListProps<Row, Id>) {
  const { rows, idOf, renderRow, current, onOrder, ...list } = props;
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const ids = rows.map(idOf);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!onOrder || !event.altKey || current === null || isComposing(event.nativeEvent)) return;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const from = ids.indexOf(current);
    const to = from + by;
    if (from >= 0 && to >= 0 && to < ids.length) onOrder(moved(ids, from, to));
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const from = ids.indexOf(active.id as Id);
    const to = ids.findIndex((id) => `over/${id}` === over?.id);
    if (onOrder && from >= 0 && to >= 0 && from !== to) onOrder(moved(ids, from, to));
  };

  return (
    <DndContext sensors={sensors} collisionDetection={pointerWithin} onDragEnd={onDragEnd}>
      <div className="ordered-list" onKeyDownCapture={onKeyDown}>
        <RowList
          {...list}
          rows={rows}
          idOf={idOf}
          current={current}
          renderRow={(row) => (
            <OrderRow id={idOf(row)} movable={onOrder !== null}>
              {renderRow(row)}
            </OrderRow>
          )}
        />
      </div>
    </DndContext>
  );
}

function OrderRow({ id, movable, children }: { id: string; movable: boolean; children: ReactNode }) {
  const drag = useDraggable({ id, disabled: !movable });
  const drop = useDroppable({ id: `over/${id}`, disabled: !movable });
  const classes = ['order-row', drag.isDragging && 'order-dragged', drop.isOver && !drag.isDragging && 'order-over'];
  return (
    <div ref={drop.setNodeRef} className={classes.filter(Boolean).join(' ')}>
      {movable && (
        <span ref={drag.setNodeRef} className="order-handle" title="拖动排序（Alt+↑↓）" {...drag.listeners}>
          <HolderOutlined />
        </span>
      )}
      {children}
    </div>
  );
}
