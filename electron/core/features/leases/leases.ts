import type { LeaseStep, LeaseView } from '../../../../shared/contract/methods/leases.ts';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { ItemId, PersonId } from '../../../../shared/domain/ids.ts';

/** A window that is heard of again within this time still has its item, ms. Hidden windows beat slower than shown ones. */
const ALIVE = 45_000;
/** A request that nobody answers for so long may be helped oneself to, ms. */
const ANSWER = 60_000;
/** Who has not typed for so long has left the desk, ms. */
const IDLE = 5 * 60_000;

/** A window and who works in it. */
export interface Asker {
  window: string;
  personId: PersonId;
  person: string;
}

interface Lease {
  holder: Asker;
  since: Timestamp;
  heardAt: number;
  typedAt: number;
  asked: (Asker & { at: number; declined: boolean }) | null;
}

/**
 * One window at a time types in an item. Whoever comes second reads, and may ask; he takes over at once where it is his
 * own other window, where the first has been idle for five minutes or is gone, and after a minute without an answer.
 */
export class Leases {
  readonly #leases = new Map<ItemId, Lease>();
  /** ms of a clock that only goes forward. */
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Does a step of a window; answers how things then stand, and whether others must be told. */
  step(id: ItemId, asker: Asker, step: LeaseStep, at: Timestamp): { view: LeaseView | null; changed: boolean } {
    const lease = this.#alive(id);
    if (step === 'leave') return { view: null, changed: this.#leave(id, lease, asker) };
    if (!lease) return { view: this.#view(this.#hand(id, asker, at), asker), changed: step === 'take' };
    if (lease.holder.window === asker.window) return this.#holderStep(id, lease, asker, step, at);
    return this.#othersStep(id, lease, asker, step, at);
  }

  #holderStep(id: ItemId, lease: Lease, asker: Asker, step: LeaseStep, at: Timestamp) {
    lease.heardAt = this.#now();
    lease.holder = asker;
    if (step === 'typed') lease.typedAt = this.#now();
    if (step === 'keep' && lease.asked) lease.asked.declined = true;
    if (step !== 'give' || !lease.asked) return { view: this.#view(lease, asker), changed: step === 'keep' };
    return { view: this.#view(this.#hand(id, lease.asked, at), asker), changed: true };
  }

  #othersStep(id: ItemId, lease: Lease, asker: Asker, step: LeaseStep, at: Timestamp) {
    if (step === 'take' && this.#view(lease, asker).takeIn === 0)
      return { view: this.#view(this.#hand(id, asker, at), asker), changed: true };
    const asks = step === 'ask' && (!lease.asked || lease.asked.declined || lease.asked.window === asker.window);
    if (asks) lease.asked = { ...asker, at: this.#now(), declined: false };
    return { view: this.#view(lease, asker), changed: asks };
  }

  #hand(id: ItemId, { window, personId, person }: Asker, since: Timestamp): Lease {
    const now = this.#now();
    const lease = { holder: { window, personId, person }, since, heardAt: now, typedAt: now, asked: null };
    this.#leases.set(id, lease);
    return lease;
  }

  #leave(id: ItemId, lease: Lease | undefined, { window }: Asker): boolean {
    if (lease?.asked?.window === window) lease.asked = null;
    else if (lease?.holder.window === window) this.#leases.delete(id);
    else return false;
    return true;
  }

  /** The lease of an item, where its window was heard of lately. */
  #alive(id: ItemId): Lease | undefined {
    const lease = this.#leases.get(id);
    if (lease && this.#now() - lease.heardAt > ALIVE) this.#leases.delete(id);
    return this.#leases.get(id);
  }

  #view({ holder, since, typedAt, asked }: Lease, { window, personId }: Asker): LeaseView {
    const mine = holder.window === window;
    const self = !mine && holder.personId === personId;
    const asking = asked?.window === window && !asked.declined;
    const idleIn = typedAt + IDLE - this.#now();
    const left = self ? 0 : asking ? Math.min(idleIn, asked.at + ANSWER - this.#now()) : idleIn;
    return {
      mine,
      holder: { person: holder.person, self, since },
      asked: asked && { person: asked.person, mine: asked.window === window, declined: asked.declined },
      takeIn: mine ? null : Math.max(0, left),
    };
  }
}
