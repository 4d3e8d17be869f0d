import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillWithSample, openWorkstation } from '../../electron/cli/host.ts';
import { CoreError } from '../../electron/core/index.ts';
import { defaultExportFolder } from '../../electron/desktop/dataFolder.ts';
import { startSentence } from '../../electron/desktop/startFailure.ts';
import { askRunning } from '../../electron/web/running.ts';
import type { Workstation } from '../../electron/web/server.ts';
import { chooseWindow, openWindow, type Window } from '../setup/appWindow.ts';
import { findBrowser } from '../setup/browser.ts';
import { serveFailure } from './failure.ts';
import type { StartOptions } from './options.ts';
import type { Stopwatch } from './stopwatch.ts';

/**
 * Opens the browser workstation and keeps serving until the command is ended. A second start on the same data folder
 * opens one more window of the first and ends.
 * @param why the browser is used, in a few words
 */
export async function startBrowser(options: StartOptions, why: string, stopwatch: Stopwatch): Promise<void> {
  const window: Window = options.open ? chooseWindow() : { kind: 'none', why };
  try {
    await run(options, why, window, stopwatch);
  } catch (error) {
    if (error instanceof CoreError && error.code === 'data-in-use') {
      const running = await askRunning(options.dataDir);
      if (running !== null) return show(window, running, '工作站已在运行，再开一个窗口');
    }
    console.error(startSentence(error));
    if (!(error instanceof CoreError) || window.kind === 'none') {
      process.exitCode = 1;
      return;
    }
    const failure = await serveFailure(error, async () => (await open(options, stopwatch)).openUrl());
    openWindow(window, failure.url);
  }
}

async function run(options: StartOptions, why: string, window: Window, stopwatch: Stopwatch): Promise<void> {
  const station = await open(options, stopwatch);
  stopwatch.lap('打开数据');
  const reason = window.kind === 'none' ? window.why : why;
  show(window, station.openUrl(), `以浏览器方式运行（${reason}）`);
  if (stopwatch.on && window.kind === 'none') measureHeadless(station);
}

async function open(options: StartOptions, stopwatch: Stopwatch): Promise<Workstation> {
  const exportFolder =
    options.exportFolder === null ? defaultExportFolder() : join(options.dataDir, options.exportFolder);
  const onAnswer = stopwatch.on
    ? whenQuiet((at) => {
        stopwatch.lap('显示页面', at);
        stopwatch.stop();
      })
    : () => {};
  if (options.sample) await fillWithSample(options.dataDir, exportFolder);
  const station = await openWorkstation({ dataDir: options.dataDir, exportFolder, port: options.port, onAnswer });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void station.close());
  return station;
}

function show(window: Window, url: string, line: string): void {
  console.error(`${line}：${url}`);
  openWindow(window, url);
}

/** How long no page asks anything before its first screen counts as complete, ms. */
const QUIET = 250;

/** Calls back once, with the time of the last answer before the page fell quiet. */
function whenQuiet(done: (at: number) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let finished = false;
  return () => {
    if (finished) return;
    const at = Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => {
      finished = true;
      done(at);
    }, QUIET);
  };
}

/** Without a display, a headless browser stands in for the window that is timed. */
function measureHeadless(station: Workstation): void {
  const browser = findBrowser();
  if (browser === null) return;
  const profile = mkdtempSync(join(tmpdir(), 'bulletin-desk-timing-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(browser, [...args, ...sandbox, '--remote-debugging-port=0', station.openUrl()], {
    stdio: 'ignore',
  });
  child.on('error', () => {});
  process.once('exit', () => child.kill());
  setTimeout(() => child.kill(), 20_000).unref();
}
