import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../core/db/open.ts';
import { TOKEN } from './session.ts';

export interface LogOptions {
  /** `logs` below the data folder; made where missing. */
  folder: string;
  /** Size at which a file is put aside, bytes. */
  limit?: number;
  /** Files kept, the current one among them. */
  keep?: number;
  now?: () => Date;
}

/**
 * The program's log: one line of JSON per event in `desk.log`, older ones in `desk.1.log` … Without tokens, and without
 * anything that breaks or turns a line: a name with CR LF, an escape sequence or U+202E shows as `\u…`. Never throws: work
 * goes on when the disk is full.
 */
export function openLog({ folder, limit = 5_000_000, keep = 5, now = () => new Date() }: LogOptions): Log {
  const file = (n: number) => path.join(folder, n === 0 ? 'desk.log' : `desk.${n}.log`);
  const rotate = () => {
    for (let n = keep - 1; n > 0; n -= 1) ifThere(() => renameSync(file(n - 1), file(n)));
  };
  const write = (level: keyof Log) => (event: string, facts?: Readonly<Record<string, unknown>>) => {
    try {
      const line = `${toLine({ time: now().toISOString(), level, event, ...facts })}\n`;
      mkdirSync(folder, { recursive: true });
      const size = ifThere(() => statSync(file(0)).size) ?? 0;
      if (size > 0 && size + Buffer.byteLength(line) > limit) rotate();
      appendFileSync(file(0), line, { mode: 0o600 });
    } catch (error) {
      console.error(`日志无法写入：${String(error)}`);
    }
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** JSON leaves these as they are: DEL and C1 controls, line separators, marks that turn the writing direction. */
const TURNING = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const toLine = (facts: Record<string, unknown>) =>
  JSON.stringify(facts, readable)
    .replace(TURNING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(TOKEN, 'desk_…');

/** An error is told in full, its causes too: the log is for the maintainer. */
const readable = (_: string, value: unknown) =>
  value instanceof Error ? { stack: value.stack, ...(value.cause === undefined ? {} : { cause: value.cause }) } : value;

function ifThere<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
