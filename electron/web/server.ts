import type { Log } from '../core/db/open.ts';
import type { Assets } from './assets.ts';
import type { DoorCore } from './caller.ts';
import { loopbackOrigins } from './door.ts';
import { createHandle } from './handle.ts';
import { listen } from './listen.ts';
import { entryUrl, forgetRunning, tellRunning } from './running.ts';
import { type BrowserSessions, browserSessions } from './session.ts';

export interface ServeOptions {
  core: DoorCore;
  assets: Assets;
  /** The data folder: a second start finds the way in there. */
  folder: string;
  log: Log;
  /** `null` takes the usual port or the next free one; a number is that port or PortTaken. */
  port: number | null;
}

export interface Workstation {
  /** `http://127.0.0.1:17419` */
  readonly url: string;
  readonly port: number;
  /** An address that opens one window, once; every call makes a new one. */
  openUrl(): string;
  /** Ends event streams and connections. The core stays open: it is the caller's. */
  close(): Promise<void>;
}

/**
 * The browser workstation: the program on a port of this machine that no other machine can reach.
 * Throws PortTaken.
 */
export async function serve({ core, assets, folder, log, port }: ServeOptions): Promise<Workstation> {
  const closing = new AbortController();
  let sessions: BrowserSessions | undefined;
  const listener = await listen((opened) => {
    sessions = browserSessions({ cookie: `desk-${opened}`, now: Date.now });
    const door = {
      origins: loopbackOrigins(opened),
      sendsOrigin: true,
      sessions,
      entry: sessions,
      capabilities: { showInFolder: false, chooseFolder: false, print: false },
    };
    return createHandle({ core, assets, door, log, closing: closing.signal });
  }, port);
  if (sessions === undefined) throw new Error('listening without a handle');
  const { issueCode, secret } = sessions;
  const url = `http://127.0.0.1:${listener.port}`;
  log.info('started', { url });
  try {
    tellRunning(folder, { url, secret });
  } catch (error) {
    // A second start will not find us; that is no reason to stop the first.
    log.warn('way in not written', { error });
  }
  return {
    url,
    port: listener.port,
    openUrl: () => entryUrl(url, issueCode()),
    async close() {
      if (closing.signal.aborted) return;
      forgetRunning(folder);
      closing.abort();
      await listener.close();
      log.info('stopped', { url });
    },
  };
}
