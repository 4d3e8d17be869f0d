/** Times of the stages of a start, from the moment the command was typed; silent unless asked for. */
export class Stopwatch {
  readonly #on: boolean;
  readonly #began: number;
  readonly #laps: string[] = [];
  #last: number;

  constructor(on: boolean) {
    this.#on = on;
    // Set by the launcher, whose process began first.
    this.#began = Number(process.env['BULLETIN_DESK_BEGAN'] ?? Date.now());
    this.#last = this.#began;
  }

  get on(): boolean {
    return this.#on;
  }

  /** Ends a stage. @param at ms since the epoch */
  lap(name: string, at: number = Date.now()): void {
    this.#laps.push(`${name} ${at - this.#last} ms`);
    this.#last = at;
  }

  /** Prints the whole time and its stages. */
  stop(): void {
    if (this.#on) console.error(`启动到页面可用 ${this.#last - this.#began} ms（${this.#laps.join('，')}）`);
  }
}
