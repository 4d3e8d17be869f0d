import { z } from 'zod';
import type { Timestamp } from '../../domain/dates.ts';
import { itemId } from '../../domain/ids.ts';
import { command } from '../define.ts';
import { editors } from './common.ts';

/** Who may type in an item, as one window sees it. */
export interface LeaseView {
  mine: boolean;
  /** Who has it; `self` where it is the same person in another window. */
  holder: { person: string; self: boolean; since: Timestamp };
  /** Who asked for it; `mine` where this window did. */
  asked: { person: string; mine: boolean; declined: boolean } | null;
  /** ms until this window may take it without being given it; 0 now, `null` not as things stand. */
  takeIn: number | null;
}

/**
 * What a window does about an item it has open. `renew`: I am still here (and take it where nobody has it); `typed`: the
 * same, and somebody is typing; `ask`, `take`: by a window that may only read; `give`, `keep`: the answer of the one that
 * has it; `leave`: it is closed.
 */
export const leaseStepSchema = z.enum(['renew', 'typed', 'ask', 'take', 'give', 'keep', 'leave']);
export type LeaseStep = z.infer<typeof leaseStepSchema>;

/** 谁在改: one window at a time types in an item. Kept in memory: what is saved is guarded by its version. */
export const leaseMethods = {
  /** Throws `item-being-edited` where `take` is too early. */
  'leases.step': command(
    editors,
    z.object({ itemId, window: z.string().min(8).max(64), step: leaseStepSchema }),
  ).returns<LeaseView | null>(),
};
