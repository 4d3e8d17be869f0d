import { useEffect, useRef } from 'react';
import type { ItemDetail } from '../../../../shared/contract/views.ts';
import type { DraftSaver } from '../draft/drafts.tsx';
import { type Lease, useLease } from './useLease.ts';

/** The right to type in the item. Whoever loses it saves at once: nothing typed here may wait for another's text. */
export function useItemLease(saver: DraftSaver, { id }: ItemDetail, wanted: boolean): Lease {
  const seen = useRef(saver.draft);
  const lease = useLease(id, wanted, () => {
    const typed = seen.current !== saver.draft;
    seen.current = saver.draft;
    return typed;
  });
  const { mayType } = lease;
  useEffect(() => {
    if (!mayType) void saver.flush();
  }, [mayType, saver]);
  return lease;
}
