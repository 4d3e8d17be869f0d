import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

export type Finished = {
  /** Exit code; 1 where a signal ended the program, 127 where it could not be started. */
  readonly code: number;
  /** Standard output and standard error, in the order they came. */
  readonly output: string;
  readonly ms: number;
};

export type RunOptions = {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  /** Ends the program after this many milliseconds. */
  readonly timeout?: number;
};

/** Runs a program to its end without stdin and keeps what it says. Never rejects. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const began = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const finish = (code: number) => resolve({ code, output, ms: Math.round(performance.now() - began) });
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
