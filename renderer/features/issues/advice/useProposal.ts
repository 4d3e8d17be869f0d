import { useEffect, useState } from 'react';
import type { FitProposal } from '../../../../shared/page/index.ts';
import { inOrder } from '../board/board.ts';
import type { Previewer } from '../pages/Previewer.ts';
import type { IssueEdits } from '../useIssueEdits.ts';

export interface Proposal {
  shown: FitProposal | null;
  show(fit: FitProposal | null): void;
  take(): void;
}

/** Keeps the pages on the board as it stands, or on a proposal for it, which falls away with the next change of the board. */
export function useProposal(previewer: Previewer, edits: IssueEdits, readOnly: boolean): Proposal {
  const { entries, adjust } = edits.board;
  const [proposed, propose] = useState<{ fit: FitProposal; entries: unknown; adjust: unknown } | null>(null);
  // What was proposed for another board is no proposal for this one.
  const shown = proposed?.entries === entries && proposed.adjust === adjust ? proposed.fit : null;
  const show = (fit: FitProposal | null) => propose(fit && { fit, entries, adjust });
  useEffect(() => {
    if (readOnly) previewer.arrange(null, null);
    else
      previewer.arrange([...inOrder(entries, shown?.order ?? null)], shown ? { ...adjust, ...shown.adjust } : adjust);
  }, [previewer, entries, adjust, shown, readOnly]);
  return {
    shown,
    show,
    take() {
      show(null);
      if (shown) edits.edit({ type: 'fit', adjust: { ...adjust, ...shown.adjust }, order: shown.order });
    },
  };
}
