import { useRef } from 'react';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { useMethod } from '../../data/index.ts';

/** An item to be worked on. A text that may be out of date is never opened: it is asked for again first. */
export function useOpenedItem(id: ItemId) {
  const { data, isStale, error, refetch } = useMethod('items.get', { id });
  const opened = useRef(false);
  if (data && !isStale) opened.current = true;
  return { item: opened.current ? (data ?? null) : null, error, retry: () => void refetch() };
}
