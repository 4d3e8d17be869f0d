import { mkdir, stat } from 'node:fs/promises';
import { asTargetError } from './writeFileAtomic.ts';

/** Makes a folder to write into, and those above it. Throws `target-not-writable` with the reason, or `disk-full`. */
export async function makeTargetFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw asTargetError(error, folder);
  }
}

/** `folder`, or where it is there already the first of folder（2）, folder（3） … that is not. */
export async function freeFolder(folder: string): Promise<string> {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? folder : `${folder}（${n}）`;
    if (!(await stat(candidate).catch(() => null))) return candidate;
  }
}
