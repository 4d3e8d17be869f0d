import type { ItemRow } from '../../../../shared/contract/views.ts';
import type { EntryKind } from '../../../../shared/domain/bulletin.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { BoardEdit, BoardEntry } from './board.ts';

/** What is being dragged. */
export interface Dragged {
  itemId: ItemId;
  /** The item, where it comes from the pool; `null` from the board itself. */
  pooled: ItemRow | null;
  /** Shown under the pointer. */
  words: string;
}

/** Where it would fall: on an entry (before or after it), or under a heading. */
export type DropPlace =
  | { type: 'entry'; itemId: ItemId; side: 'before' | 'after' }
  | { type: 'group'; section: string | null; kind: EntryKind };

/** The place as it is drawn: an entry dragged down the list falls after the one it is held over, as `moveOnto` does. */
export function fallsAt(entries: readonly BoardEntry[], dragged: Dragged, over: DropPlace): DropPlace | null {
  if (over.type === 'group') return over;
  if (over.itemId === dragged.itemId) return null;
  const place = (id: ItemId) => entries.findIndex(({ itemId }) => itemId === id);
  const from = place(dragged.itemId);
  return { ...over, side: from >= 0 && from < place(over.itemId) ? 'after' : 'before' };
}

/** The edit a drop makes; `null` where it changes nothing. */
export function editOfDrop({ pooled, itemId }: Dragged, over: DropPlace): BoardEdit | null {
  if (over.type === 'entry') {
    if (over.itemId === itemId) return null;
    return pooled ? { type: 'insert', itemId, before: over.itemId } : { type: 'moveOnto', itemId, target: over.itemId };
  }
  const { section, kind } = over;
  return { type: pooled ? 'add' : 'moveInto', itemId, section, kind };
}
