import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where LibreOffice lies when it is not on the path. */
const PLACES = [
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
];

/** @returns path of LibreOffice's program, `null` where it is not on this machine */
export function findOffice(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''), ...PLACES];
  const name = process.platform === 'win32' ? 'soffice.exe' : 'soffice';
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}
