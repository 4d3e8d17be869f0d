import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { UnitView } from '../../shared/contract/portal/views.ts';
import type { PortalClient } from '../data/portal.ts';

/** What every part of the page works with. */
export interface Portal {
  client: PortalClient;
  unit: UnitView;
  /** Asks for the unit's view again: numbers on the tabs, what is left today. */
  refresh(): void;
  /** For anything thrown by the client: ends the session on the page where it ended at the office. */
  failed(error: unknown): string;
}

export const PortalContext = createContext<Portal | null>(null);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error('no unit has signed in');
  return portal;
}

/** How often lists are asked for again, ms; there is no push to this page. */
const AGAIN = 30_000;

/** An answer kept fresh while the page is seen. `ask` must keep its identity. */
export function useAnswer<Answer>(ask: () => Promise<Answer>) {
  const { failed } = usePortal();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<string | null>(null);
  const again = useCallback(() => {
    ask().then(
      (given) => {
        setAnswer(given);
        setError(null);
      },
      (reason: unknown) => setError(failed(reason)),
    );
  }, [ask, failed]);
  useEffect(again, [again]);
  useWhileSeen(again);
  return { answer, error, again };
}

/** Runs one command at a time; what went wrong stays to be shown. */
export function useAttempt() {
  const { failed } = usePortal();
  const [error, setError] = useState<string | null>(null);
  const attempt = (work: () => Promise<unknown>) => {
    setError(null);
    work().catch((reason: unknown) => setError(failed(reason)));
  };
  return { attempt, fault: error === null ? null : <Fault text={error} /> };
}

export const Fault = ({ text }: { text: string }) => (
  <p className="error" role="alert">
    {text}
  </p>
);

/** Runs again and again while the page is seen. `run` must keep its identity. */
export function useWhileSeen(run: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) run();
    }, AGAIN);
    return () => clearInterval(timer);
  }, [run]);
}
