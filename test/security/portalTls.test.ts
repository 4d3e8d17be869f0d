import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { openPortalDoor } from '../../electron/web/portal/server.ts';
import { defaultPortalSettings } from '../../shared/domain/portal.ts';
import { addUnit, openDesk, silentLog, type TestDesk } from '../core/support/desk.ts';
import { freePort } from '../support/freePort.ts';
import { assets } from './support/door.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/portal/${name}`, import.meta.url));

/** The department page with these files of an office's own. @returns its port, once it is open or could not be opened */
async function openWith(certFile: string, keyFile: string): Promise<number> {
  const port = await freePort();
  await desk.call('portal.configure', { ...defaultPortalSettings, on: true, port, tls: { certFile, keyFile } });
  const door = openPortalDoor({ core: desk.core, assets, log: silentLog });
  onTestFinished(() => door.close());
  await door.settled();
  return port;
}

interface Answer {
  status: number;
  cookie: string;
}

/** Asks with the office's certificate as the one that is trusted. */
function signIn(port: number, typed: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-desk': '1', origin: `https://127.0.0.1:${port}` };
    const asked = request(
      { host: '127.0.0.1', port, path: '/sign-in', method: 'POST', headers, ca: readFileSync(fixture('cert.pem')) },
      (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, cookie: response.headers['set-cookie']?.[0] ?? '' });
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify(typed));
  });
}

test('with the office’s own certificate the page speaks HTTPS alone, and its cookie never goes out in the clear', async () => {
  const id = await addUnit(desk, '区审计局');
  const [issued] = await desk.call('portal.issueCodes', { departmentIds: [id] });
  const port = await openWith(fixture('cert.pem'), fixture('key.pem'));
  const { state } = await desk.call('portal.get', {});
  expect(state.kind === 'on' && state.urls.every((url) => url.startsWith('https://'))).toBe(true);
  const { status, cookie } = await signIn(port, { unit: '区审计局', code: issued?.code });
  expect([status, cookie]).toEqual([200, expect.stringMatching(/; Secure/)]);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test.each([
  ['that are not there', 'no-cert.pem', 'no-key.pem', '证书或私钥文件读不到'],
  ['that are no certificate and key', 'key.pem', 'cert.pem', '证书或私钥不能使用'],
])('files %s leave the page closed, with the reason in words', async (_, cert, key, reason) => {
  await openWith(fixture(cert), fixture(key));
  const { state } = await desk.call('portal.get', {});
  expect(state).toEqual({ kind: 'failed', reason: expect.stringContaining(reason) });
});
