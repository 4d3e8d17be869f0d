import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Gives each data folder a profile (Chromium's own files, the place of the window) and with it a single-instance lock of
 * its own. It lies with the user, not in the data folder: that one may be read-only, and the window must open to say so.
 * @returns the folder of the profile
 */
export function takeProfile(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const folder = join(app.getPath('appData'), 'BulletinDeskWindow', name);
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
  return folder;
}
