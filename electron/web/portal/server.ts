import { readFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import type { PortalSettings } from '../../../shared/domain/portal.ts';
import type { Log } from '../../core/db/open.ts';
import type { Core } from '../../core/index.ts';
import type { Assets } from '../assets.ts';
import { type Limits, type Listener, listen, PortTaken, type Reach } from '../listen.ts';
import { createPortalHandle } from './handle.ts';
import { unitSessions } from './sessions.ts';

export interface PortalDoorOptions {
  core: Pick<Core, 'portal' | 'subscribe'>;
  /** The built department page. */
  assets: Assets;
  log: Log;
  /** How long a connection may take; tests are less patient. */
  limits?: Limits;
}

export interface PortalDoor {
  /** Resolves once the door stands as the settings say; for tests and the command line. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Connections one address may hold: a browser takes six, an office behind one router has several. */
const PER_ADDRESS = 50;

/**
 * Opens and closes the department page as the office switches it, for as long as the program runs. What stops it from
 * opening is told to the core, in words, for the screen that switched it.
 */
export function openPortalDoor({ core, assets, log, limits }: PortalDoorOptions): PortalDoor {
  let listener: Listener | null = null;
  let applied = '';
  let closed = false;
  let work = Promise.resolve();

  const stop = async () => {
    await listener?.close();
    listener = null;
  };
  const apply = async () => {
    const settings = core.portal.settings();
    const wanted = JSON.stringify([settings.on, settings.port, settings.tls]);
    if (closed || wanted === applied) return;
    applied = wanted;
    await stop();
    if (!settings.on) return core.portal.report({ kind: 'off' });
    try {
      const urls = await start(settings);
      log.info('department page opened', { urls });
      core.portal.report({ kind: 'on', urls });
    } catch (error) {
      log.warn('department page not opened', { error });
      core.portal.report({ kind: 'failed', reason: reasonOf(error, settings) });
    }
  };
  const start = async ({ port, tls }: PortalSettings): Promise<string[]> => {
    const reach: Reach = {
      host: '0.0.0.0',
      tls: tls && { cert: await readFile(tls.certFile), key: await readFile(tls.keyFile) },
      perAddress: PER_ADDRESS,
    };
    const scheme = tls === null ? 'http' : 'https';
    const sessions = unitSessions({ cookie: `desk-unit-${port}`, secure: tls !== null });
    let origins: string[] = [];
    listener = await listen(
      (opened) => {
        origins = ownNames().map((name) => new URL(`${scheme}://${name}:${opened}`).origin);
        return createPortalHandle({ core: core.portal, assets, origins, sessions, log });
      },
      port,
      limits,
      reach,
    );
    return origins.filter((origin) => !LOOPBACK.some((name) => origin.includes(`//${name}:`)));
  };

  const follow = () => {
    work = work.then(apply).catch((error: unknown) => log.error('department page', { error }));
  };
  const unsubscribe = core.subscribe((event) => {
    if (event.type === 'changed' && event.topics.includes('portal')) follow();
  });
  follow();
  return {
    settled: () => work,
    async close() {
      closed = true;
      unsubscribe();
      await work;
      await stop();
    },
  };
}

const LOOPBACK = ['127.0.0.1', 'localhost'];

/** Names and addresses under which this machine is known on its networks; another name in `Host` is DNS rebinding. */
function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter((one) => one.family === 'IPv4' && !one.internal).map((one) => one.address),
  );
  return [...new Set([...addresses, hostname().toLowerCase(), ...LOOPBACK])];
}

function reasonOf(error: unknown, { tls, port }: PortalSettings): string {
  if (error instanceof PortTaken) return `端口 ${port} 已被其他程序占用，请换一个端口。`;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (tls !== null && (code === 'ENOENT' || code === 'EACCES')) return '证书或私钥文件读不到，请检查路径。';
  if (tls !== null) return '证书或私钥不能使用，请换用 PEM 格式的证书和不带密码的私钥。';
  return '报送端没有打开，请查看日志。';
}
