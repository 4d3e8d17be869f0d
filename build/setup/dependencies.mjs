import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * First part of every command's set-up. Plain JavaScript for Node >= 20, and no package may be imported here:
 * it runs before there are any.
 */

/** Oldest major version of Node that runs the TypeScript sources as they are and suits the SQLite driver. */
const WANTED_NODE = 24;

/**
 * Installs the packages of `package-lock.json` where any is missing or has another version.
 * @param {string} root the checkout
 * @param {(line: string) => void} say one line for the user
 * @returns {Promise<void>} rejects with a sentence that says what to do
 */
export async function ensureDependencies(root, say) {
  const reason = outdatedReason(root);
  if (reason === null) return;
  say(`正在安装依赖包（${reason}），首次约需一分钟……`);
  // Native parts come prebuilt; install scripts would only try to compile them again, which needs a compiler.
  const code = await npm(root, [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) throw new Error('依赖包没有装好：请检查网络或 npm 源，再运行一次；也可先手工运行 npm ci 查看原因。');
}

/**
 * The Node that everything after set-up runs on: the running one where it is new enough,
 * else the one from the `node` package, fetched by that package's own script.
 * @param {string} root the checkout
 * @param {(line: string) => void} say one line for the user
 * @returns {Promise<string>} path of the executable; rejects with a sentence that says what to do
 */
export async function ensureNode(root, say) {
  // Run by the packaged Node, a fresh install has just taken that away.
  if (Number.parseInt(process.versions.node, 10) >= WANTED_NODE && existsSync(process.execPath))
    return process.execPath;
  const file = packagedNode(root);
  if (existsSync(file)) return file;
  say(`正在取得 Node ${WANTED_NODE}……`);
  await npm(root, ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  if (existsSync(file)) return file;
  throw new Error(`取不到 Node ${WANTED_NODE}：请检查网络或 npm 源后重试，或自行安装 Node ${WANTED_NODE} 以上版本。`);
}

/**
 * Compares the lock file with npm's own record of what is installed, so that a hand-made `npm install` counts too.
 * @param {string} root the checkout
 * @returns {string | null} why an install is needed, `null` where it is not
 */
export function outdatedReason(root) {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (installed === null) return '尚未安装';
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (wanted === null) throw new Error('找不到 package-lock.json：程序文件不完整，请重新取得整个文件夹。');
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === '') continue;
    const present = installed[path];
    // Optional packages are those of other systems; npm leaves them out.
    if (present === undefined && optional === true) continue;
    if (present?.version !== version) return `${path.slice(path.lastIndexOf('node_modules/') + 13)} 有变动`;
  }
  return null;
}

/**
 * @param {string} file a lock file
 * @returns {Record<string, { version?: string, optional?: boolean }> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** @param {string} root */
function packagedNode(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Runs npm without stdin; its output goes to stderr, for stdout may belong to a JSON document.
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
function npm(root, args) {
  const script = process.env.npm_execpath;
  const [command, first] =
    script?.endsWith('.js') === true
      ? [process.execPath, [script]]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const env = {
    ...process.env,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    PUPPETEER_SKIP_DOWNLOAD: '1',
    ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
    npm_config_update_notifier: 'false',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', process.stderr, process.stderr],
      shell: command.endsWith('.cmd'),
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
