import { spawn } from 'node:child_process';
import { findBrowser } from './browser.ts';
import { isRoot } from './debian.ts';

/** How a page can be shown here, and in a few words why so. */
export type Window =
  | { readonly kind: 'app'; readonly browser: string; readonly why: string }
  | { readonly kind: 'default-browser'; readonly why: string }
  | { readonly kind: 'none'; readonly why: string };

/** Whether a window can appear at all. */
export function hasDisplay(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** The way to show a page: the system browser's window without tabs, else the default browser, else none. */
export function chooseWindow(): Window {
  if (!hasDisplay()) return { kind: 'none', why: '没有图形界面' };
  // Chromium refuses to run as root with its sandbox, and without it we do not start it.
  if (isRoot) return { kind: 'none', why: '以 root 身份运行时不打开浏览器' };
  const browser = findBrowser();
  if (browser === null) return { kind: 'default-browser', why: '没有找到 Chromium、Chrome 或 Edge' };
  return { kind: 'app', browser, why: '没有 Electron 运行时' };
}

/** Shows an address. Failing to is no failure of the program: the address has been printed. */
export function openWindow(window: Window, url: string): void {
  switch (window.kind) {
    case 'app':
      start(window.browser, [`--app=${url}`, '--no-first-run', '--no-default-browser-check']);
      break;
    case 'default-browser':
      openDefault(url);
      break;
    case 'none':
      break;
    default:
      window satisfies never;
  }
}

function openDefault(url: string): void {
  const [command, args] = defaultOpener(url);
  start(command, args);
}

function defaultOpener(url: string): readonly [command: string, args: readonly string[]] {
  switch (process.platform) {
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', url]];
    case 'darwin':
      return ['open', [url]];
    default:
      return ['xdg-open', [url]];
  }
}

function start(command: string, args: readonly string[]): void {
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => console.error('浏览器没有打开，请把上面的地址复制到浏览器中。'));
  child.unref();
}
