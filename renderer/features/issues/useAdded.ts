import { useCallback, useState } from 'react';
import type { IssueDetail, ItemRow } from '../../../shared/contract/views.ts';
import type { IssueEdits } from './useIssueEdits.ts';

/** Items put on the board in this sitting: named there before the core has answered, and after an undo and redo. */
export function useAdded({ edit }: IssueEdits) {
  const [items, setItems] = useState<ReadonlyMap<string, { item: ItemRow }>>(new Map());
  const remember = useCallback((item: ItemRow) => setItems((before) => new Map(before).set(item.id, { item })), []);
  return {
    remember,
    add: (item: ItemRow) => {
      remember(item);
      edit({ type: 'add', itemId: item.id, kind: item.kind, section: null });
    },
    views: ({ entries }: IssueDetail): ReadonlyMap<string, { item: ItemRow }> =>
      new Map([...items, ...entries.map((entry): [string, { item: ItemRow }] => [entry.item.id, entry])]),
  };
}
