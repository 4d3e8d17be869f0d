import fs from 'node:fs';
import path from 'node:path';
import { CoreError } from '../errors.ts';

/** Where a folder really lies: a local disk, a network share, or a folder some program copies to a cloud. */
export type FolderPlace = 'local' | 'network' | 'synced';

/** Makes the folder where needed and returns its real, absolute path. Throws `folder-not-writable`. */
export function prepareFolder(folder: string): string {
  try {
    makeFolder(path.resolve(folder));
    return fs.realpathSync.native(folder);
  } catch (error) {
    throw asFolderError(error, folder);
  }
}

/** Step by step: Node's own recursive way never returns where the system answers ENOENT for good, as /proc does. */
function makeFolder(folder: string): void {
  const isFolder = () => fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder()) return;
  const parent = path.dirname(folder);
  if (parent !== folder && !fs.existsSync(parent)) makeFolder(parent);
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    // Two starts at once: the other one made it.
    if (!isFolder()) throw error;
  }
}

/** What the system says of a folder of ours, as `disk-full` or `folder-not-writable`; other errors as they are. */
export function asFolderError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return new CoreError('disk-full', {}, { cause: error });
  return code ? new CoreError('folder-not-writable', { folder }, { cause: error }) : error;
}

/** Looks where an existing folder (by its real path) lies; what cannot be told counts as local. */
export function folderPlace(realPath: string): FolderPlace {
  return classifyPlace({ realPath, fsType: process.platform === 'linux' ? fs.statfsSync(realPath).type : 0 });
}

/**
 * `fsType` is Linux's `f_type`, 0 elsewhere. A mapped drive of Windows shows as its UNC path once resolved; a share
 * mounted on macOS is not recognised.
 */
export function classifyPlace({ realPath, fsType }: { realPath: string; fsType: number }): FolderPlace {
  if (NETWORK_TYPES.has(fsType >>> 0) || realPath.startsWith('\\\\')) return 'network';
  const parts = realPath.split(/[\\/]/).map((part) => part.toLowerCase());
  return parts.some((part) => SYNC_FOLDERS.some((name) => part.startsWith(name))) ? 'synced' : 'local';
}

/** Makes a rename in `folder` survive a power cut. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

export function syncFile(file: string): void {
  // Windows only syncs what is open for writing.
  const fd = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

export const databaseFile = (folder: string) => path.join(folder, 'desk.db');
export const backupFolder = (folder: string) => path.join(folder, 'backups');

/** `f_type` of NFS, SMB, CIFS, SMB2, 9P, AFS, Ceph, NCP, FUSE over ssh and the like: linux/magic.h. */
const NETWORK_TYPES = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x00c36400, 0x564c, 0x65735546,
]);

/** Folders kept by OneDrive, Dropbox, iCloud, Google Drive, 坚果云, 百度网盘, WPS: they copy the file under our feet. */
const SYNC_FOLDERS = [
  'onedrive',
  'dropbox',
  'icloud',
  'com~apple~clouddocs',
  'google drive',
  'nutstore',
  '我的坚果云',
  '坚果云',
  'baidusyncdisk',
  'baidunetdiskworkspace',
  'wps云盘',
  'wpsdrive',
];
