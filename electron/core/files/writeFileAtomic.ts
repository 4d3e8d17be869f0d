import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CoreError } from '../errors.ts';
import { syncFolder } from './folder.ts';

export interface WriteOptions {
  /** How long a target that another program holds is tried again, ms. */
  patience?: number;
  /** For tests: the rename, which Windows refuses while Word or a virus scanner holds the file. */
  rename?: (from: string, to: string) => Promise<void>;
}

/**
 * Writes `bytes` so that under `file` there is at any moment, through kill and power cut, either the old content or the
 * whole new one. Its folder must exist.
 * Throws `target-locked`, `target-not-writable` or `disk-full`; the old file then stands and no temporary one is left.
 */
export async function writeFileAtomic(file: string, bytes: Uint8Array, options: WriteOptions = {}): Promise<void> {
  const folder = path.dirname(file);
  const temp = path.join(folder, tempName());
  writing.add(temp);
  try {
    await writeAndSync(temp, bytes);
    await renamePatiently(temp, file, options);
    syncFolder(folder);
  } catch (error) {
    await fs.rm(temp, { force: true }).catch(() => {});
    throw asTargetError(error, folder);
  } finally {
    writing.delete(temp);
  }
}

/**
 * Removes what a killed program of ours left in `folder` (a missing one is fine) and returns the names. What a living one
 * is writing stays: the name carries its process id.
 */
export async function removeStrayTemps(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const strays = names.filter((name) => {
    const pid = TEMP_NAME.exec(name)?.[1];
    return pid !== undefined && !writing.has(path.join(folder, name)) && !isOtherLiving(Number(pid));
  });
  for (const name of strays) await fs.rm(path.join(folder, name), { force: true });
  return strays;
}

/** The same for `folder` and every folder below it: an export folder with one of its own for each issue. */
export async function removeStrayTempsBelow(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const below = entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
  const removed = await Promise.all([folder, ...below].map(removeStrayTemps));
  return removed.flat();
}

/** Temporary files this process is writing. */
const writing = new Set<string>();

/** Independent of the target's name, which may already be as long as the system allows. */
const tempName = () => `.desk-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
const TEMP_NAME = /^\.desk-(\d+)-[0-9a-f]{16}\.tmp$/;

/** Defender holds a fresh file for seconds (write-file-atomic #28, #49). */
const PATIENCE = 10_000;
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 1_000;

async function writeAndSync(temp: string, bytes: Uint8Array) {
  const handle = await fs.open(temp, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function renamePatiently(temp: string, file: string, { patience = PATIENCE, rename = fs.rename }: WriteOptions) {
  let waited = 0;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await rename(temp, file);
    } catch (error) {
      if (!isHeld(error)) throw error;
      if (waited >= patience) throw new CoreError('target-locked', { file: path.basename(file) }, { cause: error });
    }
    const wait = Math.min(pause, patience - waited);
    await sleep(wait);
    waited += wait;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';
const isHeld = (error: unknown) => ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error));

function isOtherLiving(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to another user.
    return codeOf(error) !== 'ESRCH';
  }
}

/** Reasons a person can do something about; the folder is named in full, the reason in words. */
const REASONS: Record<string, string> = {
  ENOENT: '文件夹不存在。',
  ENOTDIR: '它不是文件夹。',
  EACCES: '没有写入权限。',
  EPERM: '没有写入权限。',
  EROFS: '磁盘是只读的。',
  EISDIR: '已有同名的文件夹。',
  EEXIST: '已有同名的文件。',
  ENAMETOOLONG: '文件名太长。',
  EINVAL: '名称中有不能使用的字符。',
  EIO: '磁盘读写出错，可能已拔出或损坏。',
  ENXIO: '磁盘或网络盘已断开。',
  ENODEV: '磁盘或网络盘已断开。',
  ESTALE: '磁盘或网络盘已断开。',
  UNKNOWN: '系统没有说明原因。',
};

/** What the system says of a target, as a sentence that names its folder; other errors as they are. */
export function asTargetError(error: unknown, folder: string): unknown {
  if (error instanceof CoreError) return error;
  const code = codeOf(error);
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return new CoreError('disk-full', {}, { cause: error });
  const detail = REASONS[code];
  return detail ? new CoreError('target-not-writable', { folder, detail }, { cause: error }) : error;
}
