import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import { CoreError } from '../../../electron/core/errors.ts';

/**
 * How often to try what happens at random: at each change, or (`DESK_NIGHT=1`) as often as the promise says. Each try
 * starts a process; a machine that is busy with others gets its time.
 */
export const tries = (atEachChange: number, atNight: number) => {
  const count = process.env['DESK_NIGHT'] ? atNight : atEachChange;
  return { count, timeout: 150_000 * (process.env['DESK_NIGHT'] ? Math.ceil(atNight / atEachChange) : 1) };
};

/** An empty folder, removed with all in it after the test. */
export function tempFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'desk-test-')));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

/** Every file in the folder (not the lock's) with its bytes, to compare before and after. */
export function snapshot(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder).filter((name) => !name.startsWith('desk.lock'));
  return Object.fromEntries(
    names
      .map((name) => path.join(folder, name))
      .filter((file) => fs.statSync(file).isFile())
      .map((file) => [path.basename(file), fs.readFileSync(file).toString('base64')]),
  );
}

/**
 * Another user of this computer to run programs as; `undefined` where we may not, or where that user cannot read this
 * checkout.
 */
export function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const nobody = { uid: 65_534, gid: 65_534 };
  const probe = spawnSync(process.execPath, ['-e', 'fs.readFileSync(process.argv[1])', import.meta.filename], nobody);
  return probe.status === 0 ? nobody : undefined;
}

/** Whether system calls can be watched here. */
export const canTrace = () => spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

/** The error `work` throws, as code and parameters; anything but a `CoreError` fails the test. */
export function coreErrorOf(work: () => unknown): { code: string; params: Readonly<Record<string, unknown>> } {
  try {
    work();
  } catch (error) {
    if (error instanceof CoreError) return error.data;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** A program of this folder in its own process, to be killed. */
export class Program {
  readonly process: ChildProcess;
  readonly lines: string[] = [];
  readonly ended: Promise<unknown>;
  #waiting: (() => void)[] = [];
  #errors = '';

  /** `name` is a file URL of a .ts file. */
  constructor(name: URL, args: string[], options: { uid?: number; gid?: number; under?: string[] } = {}) {
    const { under = [], ...identity } = options;
    const [command = process.execPath, ...rest] = [...under, process.execPath, fileURLToPath(name), ...args];
    this.process = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'], ...identity });
    this.process.stderr?.on('data', (chunk) => {
      this.#errors += chunk;
    });
    const { stdout } = this.process;
    if (!stdout) throw new Error('no pipe');
    createInterface({ input: stdout }).on('line', (line) => {
      this.lines.push(line);
      this.#wake();
    });
    this.ended = Promise.all([once(this.process, 'close')]).finally(() => this.#wake());
  }

  /** The line at `index`, as soon as it is there. */
  async line(index: number): Promise<string> {
    for (;;) {
      const line = this.lines[index];
      if (line !== undefined) return line;
      if (this.process.exitCode !== null || this.process.signalCode !== null) {
        await this.ended;
        const late = this.lines[index];
        if (late !== undefined) return late;
        throw new Error(`the program ended before line ${index}: ${this.#errors}`);
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  say(line: string) {
    this.process.stdin?.write(`${line}\n`);
  }

  /** kill -9, and waits until it is gone. */
  async kill() {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  #wake() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
