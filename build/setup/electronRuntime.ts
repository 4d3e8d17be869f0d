import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './process.ts';

const folder = join(root, 'node_modules', 'electron');
const failureMark = join(root, '.cache', 'electron-unavailable');

/** Time to wait for a download server to answer at all; many office networks drop such packets in silence. */
const ANSWER_MS = 3_000;
const DOWNLOAD_MS = 10 * 60_000;
/** How long a failed download is remembered, so that not every start waits for it again. */
const RETRY_MS = 24 * 3_600_000;

/** @returns path of the Electron executable, `null` where the runtime is not on this machine */
export function findElectron(): string | null {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const file = join(override ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8'));
  return existsSync(file) ? file : null;
}

/**
 * Finds the runtime, or fetches it where the network allows.
 * @param say one line for the user, before a download that takes time
 * @param again tries the download even where it failed lately
 * @returns path of the executable, `null` where it cannot be had
 */
export async function ensureElectron(say: (line: string) => void, again = false): Promise<string | null> {
  const present = findElectron();
  if (present !== null) return present;
  if (!again && (await failedLately())) return null;
  if (!(await serverAnswers())) return giveUp();
  say('正在取得 Electron 运行时（约 120 MB，只此一次）……');
  const { code } = await run(process.execPath, [join(folder, 'install.js')], { timeout: DOWNLOAD_MS });
  const fetched = code === 0 ? findElectron() : null;
  if (fetched === null) return giveUp();
  await rm(failureMark, { force: true });
  return fetched;
}

async function serverAnswers(): Promise<boolean> {
  const { HTTPS_PROXY, https_proxy, ELECTRON_MIRROR, npm_config_electron_mirror } = process.env;
  if (HTTPS_PROXY !== undefined || https_proxy !== undefined) return true;
  const server = ELECTRON_MIRROR ?? npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/';
  try {
    await fetch(server, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) });
    return true;
  } catch {
    return false;
  }
}

async function failedLately(): Promise<boolean> {
  const mark = await stat(failureMark).catch(() => null);
  return mark !== null && Date.now() - mark.mtimeMs < RETRY_MS;
}

async function giveUp(): Promise<null> {
  await mkdir(join(root, '.cache'), { recursive: true });
  await writeFile(failureMark, 'Delete this file to try the download again.\n');
  return null;
}
