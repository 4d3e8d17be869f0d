import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a system keeps what programs store for a user. */
export interface Places {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
}

const here = (): Places => ({ platform: process.platform, env: process.env, home: homedir() });

/**
 * The data folder of a user who names none, by the convention of the system; the same in the desktop window and in the
 * browser workstation, so that either opens the other's work.
 */
export function defaultDataFolder({ platform, env, home }: Places = here()): string {
  switch (platform) {
    case 'win32':
      // Not the roaming profile: that is copied over the network, and a live database must not be.
      return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'BulletinDesk');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'BulletinDesk');
    default:
      return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'bulletin-desk');
  }
}

/** Where exported issues go unless the office chooses another folder: beside the user's documents. */
export function defaultExportFolder({ home }: Places = here()): string {
  return join(home, 'Documents', '信息编刊');
}
