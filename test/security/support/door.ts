import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Assets } from '../../../electron/web/assets.ts';
import type { DoorCore } from '../../../electron/web/caller.ts';
import { openLog } from '../../../electron/web/log.ts';
import { serve, type Workstation } from '../../../electron/web/server.ts';

export const INDEX = `<!doctype html><html><head><meta property="csp-nonce" nonce="__CSP_NONCE__">
<script type="module" src="/assets/index-1a2b.js"></script></head><body><div id="root"></div></body></html>`;

const encoder = new TextEncoder();

/** A built page of two files. */
export const assets: Assets = async (wanted) => {
  if (wanted === 'index.html') return { bytes: encoder.encode(INDEX), type: 'text/html; charset=utf-8' };
  if (wanted === 'assets/index-1a2b.js') return { bytes: encoder.encode('export {}'), type: 'text/javascript' };
  return null;
};

export interface TestDoor extends Workstation {
  folder: string;
  /** A new session's cookie, got as a window gets it. */
  enter(): Promise<string>;
  /** As our page calls: own header, own origin, cookie. */
  call(name: string, input: unknown, cookie: string): Promise<Response>;
  ownHeaders(cookie: string): Record<string, string>;
  /** Everything in the log, as text. */
  log(): Promise<string>;
  /** Sends bytes as they are and returns all that comes back until the other side closes (or falls silent). */
  raw(text: string | Uint8Array): Promise<string>;
}

/** The browser workstation over a core, on a free port and a folder of its own, closed after the test. */
export async function openDoor(core: DoorCore, folder?: string): Promise<TestDoor> {
  const home = folder ?? (await mkdtemp(path.join(tmpdir(), 'desk-door-')));
  const logs = path.join(home, 'logs');
  const door = await serve({ core, assets, folder: home, log: openLog({ folder: logs }), port: 0 });
  onTestFinished(async () => {
    await door.close();
    await rm(home, { recursive: true, force: true });
  });
  const ownHeaders = (cookie: string) => ({ cookie, origin: door.url, 'sec-fetch-site': 'same-origin', 'x-desk': '1' });
  return {
    ...door,
    folder: home,
    ownHeaders,
    async enter() {
      const answer = await fetch(door.openUrl(), { redirect: 'manual' });
      return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    },
    call: (name, input, cookie) =>
      fetch(`${door.url}/rpc/${name}`, {
        method: 'POST',
        headers: { ...ownHeaders(cookie), 'content-type': 'application/json' },
        body: JSON.stringify(input),
      }),
    async log() {
      const files = await readdir(logs);
      return (await Promise.all(files.map((file) => readFile(path.join(logs, file), 'utf8')))).join('');
    },
    raw: (text) => sendRaw(door.port, text),
  };
}

/** Code of the error an answer carries. */
export async function errorCode(response: Response): Promise<string> {
  const body = (await response.json()) as { error: { code: string } };
  return body.error.code;
}

/** How long a connection may say nothing before the test takes what it has, ms. */
const SILENCE = 400;

function sendRaw(port: number, text: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(SILENCE, () => socket.destroy());
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
  });
}
