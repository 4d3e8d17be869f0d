import { ConnectionLost, hasCode, sentenceOf } from '../../../data/index.ts';

/** How long a change may wait before it is sent, ms: with the way to the disk it is saved within a second. */
const saveAfter = 700;
/** First and longest wait before a failed save is tried again, ms. */
const retryAfter = 2_000;
const longestRetry = 30_000;

/** Refusals that pass: the disk is cleared, somebody is chosen to work again. */
const passingCodes = ['internal', 'disk-full', 'not-signed-in'] as const;

export type SaveState =
  | { name: 'saved' }
  | { name: 'unsaved' }
  | { name: 'saving' }
  /** Kept here and tried again. */
  | { name: 'failed'; sentence: string }
  /** Refused for good: trying again would not help. */
  | { name: 'refused'; sentence: string }
  /** Somebody else saved in between; nothing is overwritten. */
  | { name: 'conflict'; sentence: string };

interface AutosaverOptions<Draft> {
  draft: Draft;
  version: number;
  /** Sends a draft on top of a version and answers the new one. */
  save: (draft: Draft, version: number) => Promise<number>;
}

/**
 * Keeps one draft and sees that it is saved: within a second of the first change that is not, one save at a time, the
 * newest text always last. Text is never given up: a save that fails is tried again for as long as the page lives.
 */
export class Autosaver<Draft> {
  readonly #save: AutosaverOptions<Draft>['save'];
  readonly #listeners = new Set<() => void>();
  #draft: Draft;
  #version: number;
  #state: SaveState = { name: 'saved' };
  /** Counts changes, so that a save knows whether it carried the newest. */
  #changes = 0;
  #savedChanges = 0;
  #failures = 0;
  #held = false;
  /** When the first change that is not saved yet was made, ms. */
  #unsavedSince: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor({ draft, version, save }: AutosaverOptions<Draft>) {
    this.#draft = draft;
    this.#version = version;
    this.#save = save;
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** The stored version the draft stands on. */
  get version(): number {
    return this.#version;
  }

  get state(): SaveState {
    return this.#state;
  }

  get isClean(): boolean {
    return this.#changes === this.#savedChanges && this.#running === null;
  }

  /** Called with each change of draft or state, until the returned function is. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  edit(change: Partial<Draft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#changes++;
    this.#unsavedSince ??= Date.now();
    if (this.#state.name === 'saved' || this.#state.name === 'refused') this.#state = { name: 'unsaved' };
    if (this.#state.name === 'unsaved') this.#saveIn(saveAfter, { keep: true });
    this.#tell();
  }

  /**
   * While an input method spells a word the letters are not the author's text: saving waits for `release`. What was
   * written before is saved first: who writes Chinese is hardly ever between two words for long.
   */
  hold(): void {
    if (this.#state.name === 'unsaved' && this.#running === null) void this.#run();
    this.#held = true;
  }

  /** An input method is spelling a word in the draft. */
  get isHeld(): boolean {
    return this.#held;
  }

  release(): void {
    if (!this.#held) return;
    this.#held = false;
    this.#tell();
    if (this.#state.name !== 'unsaved') return;
    // Overdue text goes with the next turn, when the word that ended the composition is in it.
    const waited = Date.now() - (this.#unsavedSince ?? Date.now());
    this.#saveIn(waited >= saveAfter ? 0 : saveAfter, { keep: waited < saveAfter });
  }

  /** Save what is unsaved now. Resolves when it is saved or has failed; the state tells which. Never rejects. */
  async flush(): Promise<void> {
    while (this.#running !== null) await this.#running;
    if (this.#changes === this.#savedChanges || this.#state.name === 'conflict') return;
    await this.#run();
  }

  /** Take the stored text in place of the draft, which falls away. */
  adopt(draft: Draft, version: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#draft = draft;
    this.#version = version;
    this.#savedChanges = this.#changes;
    this.#failures = 0;
    this.#state = { name: 'saved' };
    this.#tell();
  }

  /** Keep the draft and save it on top of a version somebody else made, which stays among the revisions. */
  async overrule(version: number): Promise<void> {
    this.#version = version;
    this.#state = { name: 'unsaved' };
    await this.flush();
  }

  #saveIn(ms: number, { keep }: { keep: boolean }): void {
    if (this.#timer !== undefined && keep) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#held) void this.flush();
    }, ms);
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#saveOnce().finally(() => {
      this.#running = null;
      this.#tell();
    });
    return this.#running;
  }

  async #saveOnce(): Promise<void> {
    const sent = this.#changes;
    this.#unsavedSince = null;
    this.#state = { name: 'saving' };
    this.#tell();
    try {
      this.#version = await this.#save(this.#draft, this.#version);
      this.#savedChanges = sent;
      this.#failures = 0;
      this.#state = { name: 'saved' };
      if (this.#changes === sent) return;
      this.#state = { name: 'unsaved' };
      this.#saveIn(saveAfter, { keep: true });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const sentence = sentenceOf(error);
    if (hasCode(error, 'item-changed-elsewhere')) {
      this.#state = { name: 'conflict', sentence };
      return;
    }
    const passing = error instanceof ConnectionLost || passingCodes.some((code) => hasCode(error, code));
    if (!passing) {
      this.#state = { name: 'refused', sentence };
      return;
    }
    this.#state = { name: 'failed', sentence };
    this.#saveIn(Math.min(longestRetry, retryAfter * 2 ** this.#failures++), { keep: false });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
