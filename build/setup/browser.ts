import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptCommand, aptInstall, isDebian, isRoot } from './debian.ts';

/** Chromium and its kin, which can show one page as a window of its own (`--app=`), best known first. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  'brave-browser',
];
const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'];
const WINDOWS_FILES = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly exists: (file: string) => boolean;
};

/**
 * The browser to use: the one named by `BULLETIN_DESK_BROWSER`, else the first that is installed.
 * @returns path of the executable, `null` where there is none
 */
export function findBrowser(
  { platform, env, exists }: Surroundings = { platform: process.platform, env: process.env, exists: existsSync },
): string | null {
  const named = env['BULLETIN_DESK_BROWSER'];
  if (named !== undefined && exists(named)) return named;
  return candidates(platform, env).find(exists) ?? null;
}

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  switch (platform) {
    case 'win32': {
      const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
        (path) => path !== undefined,
      );
      return WINDOWS_FILES.flatMap((parts) => roots.map((path) => join(path, ...parts)));
    }
    case 'darwin':
      return MAC_APPS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    default: {
      const folders = [...(env['PATH'] ?? '').split(delimiter).filter((path) => path !== ''), '/usr/bin', '/snap/bin'];
      return NAMES.flatMap((name) => folders.map((path) => join(path, name)));
    }
  }
}

/**
 * The browser for end-to-end tests, installed first where that is possible.
 * @throws Error with a sentence that says what to install
 */
export async function ensureBrowser(say: (line: string) => void): Promise<string> {
  const present = findBrowser();
  if (present !== null) return present;
  if (!isDebian) throw new Error('端到端测试需要 Chromium、Chrome 或 Edge，请先安装其一。');
  if (!isRoot) throw new Error(`端到端测试需要 Chromium。请运行：${aptCommand(['chromium'])}`);
  say('正在安装端到端测试用的 Chromium……');
  await aptInstall(['chromium']);
  const installed = findBrowser();
  if (installed === null) throw new Error('Chromium 已安装，但在 /usr/bin/chromium 没有找到。');
  return installed;
}
