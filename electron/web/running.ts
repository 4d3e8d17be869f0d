import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { OWN_HEADER } from './guards/origin.ts';

/** Lies in the data folder while a workstation runs on it; only its owner can read it. */
const runningSchema = z.object({ url: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }), secret: z.string() });
type Running = z.infer<typeof runningSchema>;

const fileIn = (folder: string) => path.join(folder, 'desk.door.json');

export function tellRunning(folder: string, running: Running): void {
  const file = fileIn(folder);
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, JSON.stringify(running), { mode: 0o600, flag: 'wx' });
  renameSync(`${file}.new`, file);
}

export const forgetRunning = (folder: string) => rmSync(fileIn(folder), { force: true });

/**
 * For a second start on the same data folder: asks the running workstation for an address that opens one more window.
 * @returns `null` where none runs there, or none that answers within two seconds
 */
export async function askRunning(folder: string): Promise<string | null> {
  try {
    const { url, secret } = runningSchema.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    const answer = await fetch(`${url}/session/codes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, origin: url, [OWN_HEADER]: '1' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { code } = z.object({ code: z.string() }).parse(await answer.json());
    return entryUrl(url, code);
  } catch {
    return null;
  }
}

/** The address that exchanges a one-time code for a session. */
export const entryUrl = (url: string, code: string) => `${url}/session?code=${code}`;

const PATIENCE = 2_000;
