import { spawn } from 'node:child_process';
import { root } from '../setup/process.ts';
import type { StartOptions } from './options.ts';

/**
 * Runs the desktop program until its last window closes.
 * @param electron its executable
 * @returns exit code
 */
export function startElectron(electron: string, { dataDir, timing }: StartOptions): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(electron, [root, `--data=${dataDir}`, ...(timing ? ['--timing'] : [])], {
      env,
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
