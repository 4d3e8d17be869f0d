import { describe, expect, test } from 'vitest';
import { createHandle } from '../../../electron/web/handle.ts';
import { soleSession } from '../../../electron/web/session.ts';
import { assets } from '../../security/support/door.ts';
import { standInCore } from '../../security/support/standInCore.ts';
import { silentLog } from '../support/desk.ts';

/** The handler as a window on a scheme of its own uses it: no port, no cookie, no `Host`, perhaps no `Origin`. */
function openWindow() {
  const core = standInCore();
  const handle = createHandle({
    core,
    assets,
    door: {
      origins: ['app://desk'],
      sendsOrigin: false,
      sessions: soleSession(),
      entry: null,
      capabilities: { showInFolder: true, chooseFolder: true, print: true },
    },
    log: silentLog,
    closing: new AbortController().signal,
  });
  const post = (address: string, headers: Record<string, string>) =>
    handle(
      new Request(address, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' }),
    );
  return { core, handle, post };
}

describe('in a window on a scheme of its own', () => {
  test('the page and its calls are answered, and who works is remembered', async () => {
    const { core, handle, post } = openWindow();
    const page = await handle(new Request('app://desk/items/1', { headers: { accept: 'text/html' } }));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root">')]);
    expect((await post('app://desk/rpc/session.choose', { 'x-desk': '1' })).status).toBe(200);
    const file = new Request('app://desk/files/intake?name=a.txt', {
      method: 'POST',
      headers: { 'x-desk': '1', origin: 'app://desk', 'content-type': 'application/octet-stream' },
      body: '文',
    });
    expect((await handle(file)).status).toBe(200);
    expect(core.reached).toEqual(['session.choose', 'a.txt']);
  });

  test('another host of the scheme, a foreign origin and a call without our header are refused', async () => {
    const { core, post } = openWindow();
    const own = { 'x-desk': '1' };
    const answers = [
      await post('app://evil/rpc/office.save', own),
      await post('http://desk/rpc/office.save', own),
      await post('app://desk/rpc/office.save', { ...own, origin: 'http://evil.example' }),
      await post('app://desk/rpc/office.save', { ...own, origin: 'null' }),
      await post('app://desk/rpc/office.save', {}),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(core.reached).toEqual([]);
  });

  test('there is no way in by code', async () => {
    const { handle, post } = openWindow();
    expect((await handle(new Request('app://desk/session?code=x'))).status).toBe(400);
    expect((await post('app://desk/session/codes', { 'x-desk': '1', authorization: 'Bearer x' })).status).toBe(400);
  });
});
