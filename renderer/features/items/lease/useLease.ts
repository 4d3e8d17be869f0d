import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskEvent } from '../../../../shared/contract/events.ts';
import type { LeaseStep, LeaseView } from '../../../../shared/contract/methods/leases.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { sentenceOf, useDesk, useEvents } from '../../../data/index.ts';

/** A window says this often that it is still here, ms; a third of what it may be silent for. */
const BEAT = 15_000;

/** Going from the text to its changes and back is no leaving, ms. */
const GRACE = 300;
/** How many screens of this window have an item open. */
const holders = new Map<ItemId, number>();

/** This window, until it is loaded anew. */
const windowId = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join('');

export interface Lease {
  /** `null` until the core has answered, and for who may not edit anyhow. */
  view: LeaseView | null;
  /** Whether the text may be typed in. A core that does not answer refuses nobody: saving guards by version. */
  mayType: boolean;
  failure: string | null;
  step: (step: LeaseStep) => void;
}

/**
 * Who may type in an item: taken when it is opened, kept while the window lives, given back when it is left. `typing` is
 * called to learn whether somebody has typed since it was last asked.
 */
export function useLease(id: ItemId, wanted: boolean, typing: () => boolean): Lease {
  const { client } = useDesk();
  const [view, setView] = useState<LeaseView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(typing);
  latest.current = typing;
  const step = useCallback(
    (what: LeaseStep) => {
      const beat = what === 'renew' && latest.current() ? 'typed' : what;
      client.call('leases.step', { itemId: id, window: windowId, step: beat }).then(
        (answer) => {
          setView(answer);
          setFailure(null);
        },
        // A beat that was lost is made up for by the next.
        (error: unknown) => what !== 'renew' && setFailure(sentenceOf(error)),
      );
    },
    [client, id],
  );
  useEffect(() => {
    if (!wanted) return;
    const leave = () => client.send('leases.step', { itemId: id, window: windowId, step: 'leave' });
    holders.set(id, (holders.get(id) ?? 0) + 1);
    step('renew');
    const timer = setInterval(() => step('renew'), BEAT);
    const onShow = () => document.visibilityState === 'visible' && step('renew');
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', onShow);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', onShow);
      holders.set(id, (holders.get(id) ?? 1) - 1);
      setTimeout(() => holders.get(id) === 0 && leave(), GRACE);
      setView(null);
    };
  }, [client, id, wanted, step]);
  useEvents(
    useCallback(
      (event: DeskEvent) => {
        if (wanted && event.type === 'lease' && event.itemId === id) step('renew');
      },
      [wanted, id, step],
    ),
  );
  useTakeable(view, step);
  return { view, mayType: !wanted || view === null || view.mine, failure, step };
}

/** Asks again when the time has come at which this window may take over. */
function useTakeable(view: LeaseView | null, step: (step: LeaseStep) => void): void {
  useEffect(() => {
    if (!view?.takeIn) return;
    const timer = setTimeout(() => step('renew'), view.takeIn + 200);
    return () => clearTimeout(timer);
  }, [view, step]);
}
