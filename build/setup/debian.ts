import { existsSync } from 'node:fs';
import { run } from './process.ts';

/** Debian and its kin: programs come from apt. */
export const isDebian: boolean = process.platform === 'linux' && existsSync('/etc/debian_version');

export const isRoot: boolean = process.getuid?.() === 0;

const quiet = { DEBIAN_FRONTEND: 'noninteractive', DEBCONF_NONINTERACTIVE_SEEN: 'true' };
const lockWait = ['-o', 'DPkg::Lock::Timeout=120'];

/** The command a person without root rights is told to run. */
export function aptCommand(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
}

/**
 * Installs packages as root; fetches the package lists first where apt does not know the names yet.
 * @throws Error with the end of apt's own words and the command to run by hand
 */
export async function aptInstall(packages: readonly string[]): Promise<void> {
  const install = () =>
    run('apt-get', [...lockWait, 'install', '-y', '--no-install-recommends', ...packages], { env: quiet });
  let result = await install();
  if (result.code !== 0) {
    // Lists may be missing, or name versions the mirror no longer has.
    await run('apt-get', [...lockWait, 'update'], { env: quiet });
    result = await install();
  }
  if (result.code !== 0) {
    throw new Error(
      `apt-get 没有装好 ${packages.join('、')}：${lastLine(result.output)}。请手工运行 ${aptCommand(packages)}`,
    );
  }
}

/** Fetches one package into `folder` without installing it; needs no root where the lists are there. */
export async function aptDownload(name: string, folder: string): Promise<void> {
  const download = () => run('apt-get', ['download', name], { cwd: folder, env: quiet });
  let result = await download();
  if (result.code !== 0 && isRoot) {
    await run('apt-get', [...lockWait, 'update'], { env: quiet });
    result = await download();
  }
  if (result.code !== 0) throw new Error(`apt-get 没有取得 ${name}：${lastLine(result.output)}`);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
