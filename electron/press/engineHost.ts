import type { EngineCalls, EngineMethod, EngineRequest, EngineResponse } from './engine/protocol.ts';
import { PressError } from './errors.ts';
import type { ChildPort, ForkChild } from './fork.ts';

export interface EngineHostOptions {
  fork: ForkChild;
  fontDirs: readonly string[];
  templates: string | null;
  /** Resident size above which the process is replaced after the request at hand, bytes. */
  memoryLimit: number;
  /** A request that takes longer is taken for a hang, ms. */
  patience: number;
}

interface Job {
  method: EngineMethod;
  ask: EngineRequest['ask'];
  /** Jobs of the same lane that have not begun give way to a newer one. */
  lane: string | null;
  attempts: number;
  resolve: (answer: never) => void;
  reject: (error: PressError) => void;
}

/**
 * The program's side of the engine's process: starts it when first asked, hands it one request at a time, and replaces it
 * when it has ended, hangs or has grown too large. A request cut short is repeated once.
 */
export class EngineHost {
  readonly #options: EngineHostOptions;
  readonly #queue: Job[] = [];
  #child: ChildPort | null = null;
  #current: Job | null = null;
  #awaited = 0;
  #answered: ((response: EngineResponse) => void) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: EngineHostOptions) {
    this.#options = options;
  }

  /** Asks the engine. Rejects with `PressError`: what the engine refused, `engine`, `superseded` or `closed`. */
  ask<M extends EngineMethod>(
    method: M,
    ask: EngineCalls[M]['ask'],
    lane: string | null = null,
  ): Promise<EngineCalls[M]['answer']> {
    if (this.#closed) return Promise.reject(closedError());
    if (lane !== null) this.#supersede(lane);
    return new Promise((resolve, reject) => {
      this.#queue.push({ method, ask, lane, attempts: 0, resolve, reject });
      this.#next();
    });
  }

  /** Ends the process; requests under way and waiting are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    const waiting = [...(this.#current ? [this.#current] : []), ...this.#queue.splice(0)];
    this.#current = null;
    this.#drop();
    for (const job of waiting) job.reject(closedError());
  }

  #supersede(lane: string): void {
    for (let i = this.#queue.length - 1; i >= 0; i--)
      if (this.#queue[i]?.lane === lane)
        for (const job of this.#queue.splice(i, 1)) job.reject(new PressError('superseded', '已有更新的预览'));
  }

  #next(): void {
    if (this.#current || this.#closed) return;
    // Who types waits for pages; a file may come a moment later.
    const typed = this.#queue.findIndex(({ lane }) => lane !== null);
    const [job] = this.#queue.splice(Math.max(0, typed), 1);
    if (!job) return;
    this.#current = job;
    job.attempts++;
    this.#run(job);
  }

  #run(job: Job): void {
    const child = this.#child ?? this.#start();
    this.#timer = setTimeout(() => this.#ended(child), this.#options.patience);
    this.#send(child, job.method, job.ask, (response) => {
      clearTimeout(this.#timer);
      this.#current = null;
      if (response.memory > this.#options.memoryLimit) this.#replace();
      if (response.ok) job.resolve(response.answer as never);
      else job.reject(new PressError(response.code, response.sentence, { cause: response.detail }));
      this.#next();
    });
  }

  #start(): ChildPort {
    const child = this.#options.fork();
    this.#child = child;
    child.onMessage((message) => {
      if (child === this.#child) this.#receive(message as EngineResponse);
    });
    child.onExit(() => this.#ended(child));
    const { fontDirs, templates } = this.#options;
    // Its answer is not awaited: the process serves in order, and a failed start shows in the request that follows.
    child.post({ id: 0, method: 'start', ask: { fontDirs: [...fontDirs], templates } } satisfies EngineRequest);
    return child;
  }

  #send(
    child: ChildPort,
    method: EngineMethod,
    ask: EngineRequest['ask'],
    answered: (response: EngineResponse) => void,
  ): void {
    this.#awaited++;
    this.#answered = answered;
    child.post({ id: this.#awaited, method, ask } as EngineRequest);
  }

  #receive(response: EngineResponse): void {
    if (response.id !== this.#awaited || !this.#answered) return;
    const answered = this.#answered;
    this.#answered = null;
    answered(response);
  }

  /** The process ended, or was given up: its request is tried once more in a new one. */
  #ended(child: ChildPort): void {
    if (child !== this.#child) return;
    this.#drop();
    const job = this.#current;
    this.#current = null;
    if (job && job.attempts < 2) this.#queue.unshift(job);
    else job?.reject(new PressError('engine', '排版引擎意外停止，这一期没有排成，请再试一次'));
    this.#next();
  }

  /** The new process starts at once, so that the next request does not wait for it. */
  #replace(): void {
    this.#drop();
    this.#start();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    const child = this.#child;
    this.#child = null;
    this.#answered = null;
    child?.kill();
  }
}

const closedError = () => new PressError('closed', '排版已关闭');
