import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from '../electron/desktop/dataFolder.ts';
import { startSentence } from '../electron/desktop/startFailure.ts';
import { hasDisplay } from './setup/appWindow.ts';
import { buildWhenStale } from './setup/bundle.ts';
import { ensureElectron } from './setup/electronRuntime.ts';
import { ensureFonts } from './setup/fonts.ts';
import type { StartOptions } from './start/options.ts';
import { Stopwatch } from './start/stopwatch.ts';

const USAGE = `npm start                     打开信息编刊工作站
npm start -- 选项
  --browser     用系统浏览器打开，不用 Electron
  --port N      浏览器方式使用的端口（默认 17419，被占用时顺延）
  --data DIR    数据文件夹（默认 ${defaultDataFolder()}）
  --sample      打开一份示例办公室的副本
  --no-open     只提供服务，不打开窗口
  --timing      显示从启动到页面可用的时间
  --help        显示本说明`;

/** Sets up what is missing, then opens the workstation: in Electron where it can be had, else in the browser. */
async function main(): Promise<void> {
  const options = readOptions();
  if (options === null) return;
  const stopwatch = new Stopwatch(options.timing);
  const [{ electron, why }] = await Promise.all([
    chooseDoor(options),
    buildWhenStale('renderer', say).then(() => buildWhenStale('portal', say)),
    // Without fonts the program still runs, and says on the page what it prints with.
    ensureFonts(say).catch((error: unknown) => say(startSentence(error))),
  ]);
  stopwatch.lap('准备');
  if (electron !== null) {
    say('在 Electron 窗口中打开。');
    const { startElectron } = await import('./start/electron.ts');
    process.exitCode = await startElectron(electron, options);
    return;
  }
  const { startBrowser } = await import('./start/browser.ts');
  await startBrowser(options, why, stopwatch);
}

/** Electron's executable, or `null` and why the browser is used. */
async function chooseDoor({ browser, open }: StartOptions): Promise<{ electron: string | null; why: string }> {
  if (browser) return { electron: null, why: '按 --browser 的要求' };
  if (!open) return { electron: null, why: '按 --no-open 的要求' };
  if (!hasDisplay()) return { electron: null, why: '没有图形界面' };
  const electron = await ensureElectron(say);
  if (electron !== null) await buildWhenStale('desktop', say);
  return { electron, why: '没有 Electron 运行时，也无法下载' };
}

/** @returns `null` where there is nothing to start */
function readOptions(): StartOptions | null {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        port: { type: 'string' },
        data: { type: 'string' },
        sample: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        timing: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      return null;
    }
    const port = values.port === undefined ? null : Number(values.port);
    if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65_536))
      throw new Error('--port 应为 1 到 65535 的整数');
    return {
      browser: values.browser,
      port,
      dataDir: dataFolder(values.data, values.sample),
      exportFolder: values.data === undefined && !values.sample ? null : '导出',
      sample: values.sample,
      open: !values['no-open'],
      timing: values.timing,
    };
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exitCode = 1;
    return null;
  }
}

/** A sample is a copy, made anew each time unless a folder for it is named. */
function dataFolder(named: string | undefined, sample: boolean): string {
  if (named !== undefined) return resolve(named);
  return sample ? mkdtempSync(join(tmpdir(), 'bulletin-desk-sample-')) : defaultDataFolder();
}

function say(line: string): void {
  console.error(line);
}

await main().catch((error: unknown) => {
  say(startSentence(error));
  process.exitCode = 1;
});
