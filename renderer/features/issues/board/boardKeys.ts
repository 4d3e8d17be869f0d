import { entryKinds } from '../../../../shared/domain/bulletin.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { BoardEdit, BoardEntry } from './board.ts';

/** What a key does on the board: an edit, another entry selected, the selected one opened for editing. */
export type BoardKey =
  | { type: 'edit'; edit: BoardEdit; select: ItemId | null }
  | { type: 'select'; itemId: ItemId }
  | { type: 'open'; itemId: ItemId };

export interface KeyPress {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/**
 * ↑↓ Home End select · Alt+↑↓ move · 1 2 3 make it 头条, 稿件, 简讯 · Delete takes it out · Enter opens it.
 * `null` where the key says nothing here. `readOnly`: only selecting and opening.
 */
export function boardKey(
  press: KeyPress,
  entries: readonly BoardEntry[],
  selected: ItemId | null,
  readOnly: boolean,
): BoardKey | null {
  if (press.ctrlKey || press.metaKey) return null;
  const at = entries.findIndex(({ itemId }) => itemId === selected);
  const current = entries[at];
  if (!press.altKey) {
    const target = selectTarget(press.key, at, entries.length);
    const next = target === null ? undefined : entries[target];
    if (next) return { type: 'select', itemId: next.itemId };
  }
  if (!current) return null;
  const { itemId } = current;
  if (press.key === 'Enter' && !press.altKey) return { type: 'open', itemId };
  const edit = readOnly ? null : editFor(press, itemId);
  if (!edit) return null;
  const after = entries[at + 1] ?? entries[at - 1];
  return { type: 'edit', edit, select: edit.type === 'remove' ? (after?.itemId ?? null) : itemId };
}

function selectTarget(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function editFor({ key, altKey }: KeyPress, itemId: ItemId): BoardEdit | null {
  if (altKey) {
    if (key === 'ArrowUp') return { type: 'shift', itemId, by: -1 };
    if (key === 'ArrowDown') return { type: 'shift', itemId, by: 1 };
    return null;
  }
  if (key === 'Delete' || key === 'Backspace') return { type: 'remove', itemId };
  const kind = entryKinds[Number(key) - 1];
  return kind && key.length === 1 ? { type: 'setKind', itemId, kind } : null;
}
