import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../../../build/setup/process.ts';
import { runDesk } from '../../../electron/cli/run.ts';

export const corpus = (name: string): string => join(root, 'test', 'fixtures', 'corpus', name);

/** A temporary folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end in this process. */
export async function desk(...args: string[]): Promise<Said> {
  const said: string[] = [];
  const { code, output } = await runDesk(args, (line) => said.push(line));
  return { code, stdout: output, stderr: said.join('\n') };
}

/** Runs a command to its end in a process of its own, as a shell does. */
export function shell(...args: string[]): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'electron', 'cli.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The document of a command that succeeded. */
export async function document<Shape>(...args: string[]): Promise<Shape> {
  const { code, stdout, stderr } = await desk(...args);
  if (code !== 0) throw new Error(`desk ${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Shape;
}
