import type { CheckPoint } from '../../../../shared/contract/methods/checklist.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { useProofView } from '../../proof/useProofing.tsx';

/** Opens the item of a point and selects the passage in it. */
export type Jump = (point: Pick<CheckPoint, 'itemId' | 'key'>) => void;

export function useJump(open: (itemId: ItemId) => void): Jump {
  const { live } = useProofView();
  return ({ itemId, key }) => {
    if (itemId === null) return;
    if (key) live.want(key);
    open(itemId);
  };
}
