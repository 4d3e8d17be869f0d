import type { OpenDesk } from './desk.ts';
import { startFailurePage } from './startFailure.ts';

export interface StartGateOptions {
  readonly dataDir: string;
  readonly open: (dataDir: string) => OpenDesk;
  /** Asks for another data folder; `null` where none was chosen. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly quit: () => void;
}

/**
 * Stands before the program: opens the data folder, and where that fails shows why with the ways out (try again, another
 * folder, quit) instead of a blank window. Once it is open, everything passes through.
 */
export class StartGate {
  readonly #options: StartGateOptions;
  #dataDir: string;
  #desk: OpenDesk | null = null;
  #error: unknown = null;

  constructor(options: StartGateOptions) {
    this.#options = options;
    this.#dataDir = options.dataDir;
    this.#open();
  }

  readonly handle = async (request: Request): Promise<Response> => {
    if (this.#desk !== null) return this.#desk.handle(request);
    switch (new URL(request.url).pathname) {
      case '/start/retry':
        this.#open();
        return toStart();
      case '/start/choose': {
        const chosen = await this.#options.chooseFolder();
        if (chosen !== null) this.#dataDir = chosen;
        this.#open();
        return toStart();
      }
      case '/start/quit':
        this.#options.quit();
        return new Response(null, { status: 204 });
      default:
        return startFailurePage(this.#error, [
          { label: '再试一次', href: '/start/retry' },
          { label: '另选数据文件夹', href: '/start/choose' },
          { label: '退出', href: '/start/quit' },
        ]);
    }
  };

  async close(): Promise<void> {
    await this.#desk?.close();
    this.#desk = null;
  }

  #open(): void {
    if (this.#desk !== null) return;
    try {
      this.#desk = this.#options.open(this.#dataDir);
    } catch (error) {
      this.#error = error;
    }
  }
}

const toStart = () => new Response(null, { status: 303, headers: { location: '/' } });
