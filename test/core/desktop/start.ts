import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { CancelableEvent, StandIn, type StandInWindow } from './standIn.ts';

export interface Started {
  readonly electron: StandIn;
  readonly dataDir: string;
  /** Sends a request as the page would. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  readonly window: StandInWindow;
}

const PAGE = '<!doctype html><html lang="zh-CN"><title>信息编刊工作站</title><div id="root"></div></html>';

/** A temporary folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desktop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the real `main.ts` on a stand-in of Electron, up to the moment its window is open. */
export async function start(prepare: (electron: StandIn, dataDir: string) => void = () => {}): Promise<Started> {
  const appPath = temporaryFolder();
  mkdirSync(join(appPath, 'dist', 'renderer'), { recursive: true });
  writeFileSync(join(appPath, 'dist', 'renderer', 'index.html'), PAGE);
  const dataDir = join(appPath, 'data');
  const electron = new StandIn({ appPath, appData: join(appPath, 'profile') });
  prepare(electron, dataDir);
  await runMain(electron, dataDir);
  await electron.becomeReady();
  onTestFinished(() => quit(electron));
  return {
    electron,
    dataDir,
    ask: async (path, init) => {
      if (electron.handler === null) throw new Error('nothing answers app://');
      return electron.handler(new Request(`app://desk${path}`, init));
    },
    get window() {
      const [first] = electron.windows;
      if (first === undefined) throw new Error('no window was opened');
      return first;
    },
  };
}

/** Imports `main.ts` afresh, as a new process would. */
export async function runMain(electron: StandIn, dataDir: string): Promise<void> {
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  const { argv } = process;
  process.argv = [argv[0] ?? '', 'main.js', `--data=${dataDir}`, '--no-sandbox-of-chromium'];
  try {
    await import('../../../electron/desktop/main.ts');
  } finally {
    process.argv = argv;
  }
}

/** The last window closed; resolves when the data folder is closed, too. */
export async function quit(electron: StandIn): Promise<void> {
  const before = electron.calls.filter((call) => call === 'quit').length;
  const event = new CancelableEvent();
  electron.app.emit('will-quit', event);
  if (event.prevented)
    await vi.waitUntil(() => electron.calls.filter((call) => call === 'quit').length > before, 10_000);
}
