import type { Actor, Core, SessionPort } from '../core/index.ts';

/** What the doors use of the core; opening, checking and closing it is their host's. */
export type DoorCore = Pick<Core, 'call' | 'intakeFile' | 'files' | 'actorFor' | 'subscribe'>;

/** A request that passed the guards: whose it is. `actor` is null until a person is chosen. */
export interface Caller {
  core: DoorCore;
  actor: Actor | null;
  session: SessionPort;
}
