import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCore } from '../core/index.ts';
import { pressForCore } from '../core/press.ts';
import { createFileReader, READERS } from '../intake/readInChild.ts';
import { createPress, type ForkChild } from '../press/index.ts';
import { folderAssets } from '../web/assets.ts';
import { createHandle, type Handle } from '../web/handle.ts';
import { openLog } from '../web/log.ts';
import { openPortalDoor } from '../web/portal/server.ts';
import { soleSession } from '../web/session.ts';
import { ORIGIN } from './origin.ts';
import type { ShowableFolders } from './showInFolder.ts';

export interface DeskOptions {
  readonly dataDir: string;
  readonly exportFolder: string;
  readonly version: string;
  /** Folder of the built page. */
  readonly page: string;
  /** Folder of the built department page. */
  readonly portalPage: string;
  /** The built page that makes packets. */
  readonly packetPage: string;
  /** Folders of the fonts the program brings along. */
  readonly fontDirs: readonly string[];
  readonly fork: ForkChild;
  /** Starts the process that reads what comes in. */
  readonly forkReader: ForkChild;
  readonly folders: ShowableFolders;
}

export interface OpenDesk {
  readonly handle: Handle;
  /** Ends streams, press and core, in that order. */
  close(): Promise<void>;
}

/**
 * The whole program behind one function, on one data folder.
 * @throws CoreError with a start code where the folder cannot be opened
 */
export function openDesk(options: DeskOptions): OpenDesk {
  const { dataDir, exportFolder, version, page, portalPage, packetPage, fontDirs, fork, forkReader, folders } = options;
  const log = openLog({ folder: join(dataDir, 'logs') });
  const press = pressForCore(createPress({ fork, fontDirs }));
  const core = createCore({
    dataDir,
    press,
    reader: createFileReader({ fork: forkReader, processes: READERS }),
    log,
    version,
    exportFolder,
    packetPage: () => readFile(packetPage, 'utf8'),
  });
  const closing = new AbortController();
  const handle = createHandle({
    core: folders.watch(core),
    assets: folderAssets(page),
    door: {
      origins: [ORIGIN],
      sendsOrigin: false,
      sessions: soleSession(),
      entry: null,
      capabilities: { showInFolder: true, chooseFolder: true, print: true },
    },
    log,
    closing: closing.signal,
  });
  const portal = openPortalDoor({ core, assets: folderAssets(portalPage), log });
  log.info('started', { url: ORIGIN });
  return {
    handle,
    async close() {
      closing.abort();
      await portal.close();
      await core.close();
      log.info('stopped', { url: ORIGIN });
    },
  };
}
