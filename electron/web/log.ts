import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { TOKEN } from './session.ts';

export type Level = 'info' | 'warn' | 'error';

/** One line of JSON per event. Never throws: work goes on when the disk is full. */
export type Log = (level: Level, event: string, fields?: Readonly<Record<string, unknown>>) => void;

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
 * The program's log: `desk.log`, older ones `desk.1.log` … Without tokens, and without anything that breaks or turns a
 * line: a name with CR LF, an escape sequence or U+202E shows as `\u…`.
 */
export function openLog({ folder, limit = 5_000_000, keep = 5, now = () => new Date() }: LogOptions): Log {
  const file = (n: number) => path.join(folder, n === 0 ? 'desk.log' : `desk.${n}.log`);
  const rotate = () => {
    for (let n = keep - 1; n > 0; n -= 1) ifThere(() => renameSync(file(n - 1), file(n)));
  };
  return (level, event, fields = {}) => {
    const line = `${toLine({ time: now().toISOString(), level, event, ...fields })}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      const size = ifThere(() => statSync(file(0)).size) ?? 0;
      if (size > 0 && size + Buffer.byteLength(line) > limit) rotate();
      appendFileSync(file(0), line, { mode: 0o600 });
    } catch (error) {
      console.error(`日志无法写入：${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

/** What an error tells the maintainer: never sent to a page. */
export const errorFields = (error: unknown) => ({
  error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  ...(error instanceof Error && error.cause !== undefined ? { cause: String(error.cause) } : {}),
});

/** JSON leaves these as they are: DEL and C1 controls, line separators, marks that turn the writing direction. */
const TURNING = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const toLine = (fields: Record<string, unknown>) =>
  JSON.stringify(fields)
    .replace(TURNING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(TOKEN, 'desk_…');

function ifThere<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
