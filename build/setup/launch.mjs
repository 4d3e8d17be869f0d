import { spawn } from 'node:child_process';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies, ensureNode } from './dependencies.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Compiled modules are kept between starts; loading them takes half the time then. */
const compiled = join(root, '.cache', 'compiled');

/**
 * Brings the checkout to where TypeScript runs, then runs `script` with the command's own arguments.
 * @param {string} script path below the checkout, such as `build/start.ts`
 */
export async function launch(script) {
  const began = Date.now() - Math.round(process.uptime() * 1000);
  process.env.BULLETIN_DESK_BEGAN ??= String(began);
  try {
    standWhereUserStood();
    const say = (/** @type {string} */ line) => console.error(line);
    await ensureDependencies(root, say);
    const node = await ensureNode(root, say);
    const file = join(root, script);
    if (node === process.execPath) {
      module.enableCompileCache?.(compiled);
      // For the processes it starts.
      process.env.NODE_COMPILE_CACHE ??= compiled;
      await import(pathToFileURL(file).href);
    } else process.exitCode = await run(node, [file, ...process.argv.slice(2)]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** npm runs scripts in the checkout; a relative path means the folder the user stood in. */
function standWhereUserStood() {
  const { INIT_CWD, npm_package_json } = process.env;
  if (INIT_CWD !== undefined && npm_package_json === join(root, 'package.json')) process.chdir(INIT_CWD);
}

/**
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<number>} exit code; a child ended by a signal counts as failed
 */
function run(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: compiled } });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    // The terminal sends Ctrl+C to both; staying alive lets the child close its database first.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', pass);
    process.on('SIGHUP', pass);
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
