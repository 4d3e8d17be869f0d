import {
  DndContext,
  type DragEndEvent,
  type DragOverEvent,
  DragOverlay,
  type DragStartEvent,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, useState } from 'react';
import type { ItemRow } from '../../../../shared/contract/views.ts';
import type { BoardEdit, BoardEntry } from './board.ts';
import { type Dragged, type DropPlace, editOfDrop, fallsAt } from './drop.ts';

interface DragBoardProps {
  entries: readonly BoardEntry[];
  /** `pooled`: the item that was dragged out of the pool. */
  onDrop: (edit: BoardEdit, pooled: ItemRow | null) => void;
  children: (falls: DropPlace | null) => ReactNode;
}

/** Lets items be dragged from the pool to the board and about on it. A press that does not move stays a click. */
export function DragBoard({ entries, onDrop, children }: DragBoardProps) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [falls, setFalls] = useState<DropPlace | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const rest = () => {
    setDragged(null);
    setFalls(null);
  };
  const placeOf = (event: DragOverEvent | DragEndEvent): DropPlace | null =>
    (event.over?.data.current as DropPlace | undefined) ?? null;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{ screenReaderInstructions: { draggable: '用 Alt 加上下箭头移动' } }}
      onDragStart={({ active }: DragStartEvent) => setDragged((active.data.current as Dragged | undefined) ?? null)}
      onDragOver={(event) => {
        const place = placeOf(event);
        setFalls(dragged && place ? fallsAt(entries, dragged, place) : null);
      }}
      onDragCancel={rest}
      onDragEnd={(event) => {
        const place = placeOf(event);
        const edit = dragged && place ? editOfDrop(dragged, place) : null;
        if (dragged && edit) onDrop(edit, dragged.pooled);
        rest();
      }}
    >
      {children(falls)}
      <DragOverlay dropAnimation={null}>{dragged && <div className="drag-chip">{dragged.words}</div>}</DragOverlay>
    </DndContext>
  );
}
