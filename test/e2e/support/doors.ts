import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, _electron as electron, type Page } from '@playwright/test';
import { isRoot } from '../../../build/setup/debian.ts';
import { findElectron } from '../../../build/setup/electronRuntime.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** The program, running on a data folder, with a page of it. */
export interface RunningDoor {
  readonly page: Page;
  /** Ends the program as its user would. */
  close(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export type OpenDoor = (dataDir: string) => Promise<RunningDoor>;

/** The browser workstation, served by a process of its own on a free port. */
export function browserDoor(browser: Browser, options: BrowserContextOptions): OpenDoor {
  return async (dataDir) => {
    const server = spawn(process.execPath, ['electron/cli.ts', 'serve', '--data', dataDir, '--port', '0'], {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(await openUrlOf(server));
    const stop = async (signal: NodeJS.Signals) => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill(signal);
      await ended;
    };
    return {
      page,
      close: async () => {
        await context.close();
        await stop('SIGTERM');
      },
      // The server first: a page that is closed would still send what it holds.
      kill: async () => {
        await stop('SIGKILL');
        await context.close();
      },
    };
  };
}

/** The desktop program in a real Electron. */
export function electronDoor(): OpenDoor {
  return async (dataDir) => {
    const executablePath = findElectron();
    if (executablePath === null) throw new Error('there is no Electron runtime on this machine');
    const sandbox = isRoot && process.platform === 'linux' ? ['--no-sandbox'] : [];
    const program = await electron.launch({ executablePath, args: [...sandbox, checkout, `--data=${dataDir}`] });
    return {
      page: await program.firstWindow(),
      close: () => program.close(),
      kill: async () => {
        const child = program.process();
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      },
    };
  };
}

/** Reads the one JSON document `serve` prints. */
export async function openUrlOf(server: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of server.stdout ?? []) {
    text += chunk;
    if (text.endsWith('}\n')) return (JSON.parse(text) as { openUrl: string }).openUrl;
  }
  throw new Error('the workstation did not start');
}
