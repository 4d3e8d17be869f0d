import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCore } from '../../../electron/core/index.ts';
import { noPress } from '../support/desk.ts';
import { StandIn } from './standIn.ts';
import { quit, runMain, start, temporaryFolder } from './start.ts';

const JSON_POST = { method: 'POST', headers: { 'content-type': 'application/json', 'x-desk': '1' }, body: '{}' };

describe('start-up', () => {
  test('sandbox, scheme and lock come before Electron is ready, every policy before the page', async () => {
    const { electron } = await start();
    expect(electron.calls).toEqual([
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'setPath userData',
      'requestSingleInstanceLock',
      'ready',
      'setPermissionRequestHandler',
      'onBeforeRequest',
      'handle app',
      'ipc desk:showInFolder',
      'ipc desk:chooseFolder',
      'loadURL app://desk/',
    ]);
  });

  test('pages live on a standard, secure scheme that can fetch and stream', async () => {
    const { electron } = await start();
    expect(electron.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ]);
  });

  test('a second start brings the first window to the front and opens no data', async () => {
    const first = await start();
    first.electron.app.emit('second-instance');
    expect(first.window.focused).toBe(true);

    const folder = temporaryFolder();
    const second = new StandIn({ appPath: folder, appData: join(folder, 'profile') });
    second.isFirst = false;
    await runMain(second, join(folder, 'data'));
    await second.becomeReady();
    expect(second.calls).toContain('quit');
    expect(second.windows).toEqual([]);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('quitting closes the data folder before the program ends', async () => {
    const { electron, dataDir } = await start();
    const silent = { info() {}, warn() {}, error() {} };
    const reopen = () => createCore({ dataDir, press: noPress, log: silent, version: '0', exportFolder: dataDir });
    expect(reopen).toThrow('正被另一个程序使用');
    await quit(electron);
    await reopen().close();
  });

  test('the menu is in Chinese, with a name for every entry', async () => {
    const { electron } = await start();
    const labels = electron.menu.flatMap(({ label, submenu }) => [
      label,
      ...(Array.isArray(submenu) ? submenu.filter(({ type }) => type !== 'separator').map((item) => item.label) : []),
    ]);
    expect(labels.length).toBeGreaterThan(12);
    for (const label of labels) expect(label).toMatch(/\p{Script=Han}/u);
  });
});

describe('the protocol', () => {
  test('the page comes with its content security policy', async () => {
    const { ask } = await start();
    const response = await ask('/submissions', { headers: { accept: 'text/html' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).toContain('信息编刊工作站');
  });

  test('a POST reaches the core, and it knows what this host can do', async () => {
    const { ask } = await start();
    const response = await ask('/rpc/session.get', JSON_POST);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      office: null,
      capabilities: { showInFolder: true, chooseFolder: true, print: true },
      version: '0.1.0',
    });
  });

  test('events arrive as a stream while it is open, and the stream ends with the program', async () => {
    const { electron, ask } = await start();
    const events = await ask('/events', { headers: { accept: 'text/event-stream' } });
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    const reader = (events.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
    const office = {
      office: '区委办',
      person: '郝婕',
      publication: '上街信息',
      startNumber: 1,
      startTotal: 1,
      year: 2020,
    };
    await ask('/rpc/office.begin', { ...JSON_POST, body: JSON.stringify(office) });
    let text = '';
    while (!text.includes('changed')) text += (await reader.read()).value ?? '';
    expect(text).toContain('"office"');
    await quit(electron);
    while (!(await reader.read()).done);
  });

  test('a page of another host on the scheme is refused', async () => {
    const { electron } = await start();
    const response = await electron.handler?.(new Request('app://evil/'));
    expect(response?.status).toBe(403);
  });

  test('nothing outside the built page can be read', async () => {
    const { ask } = await start();
    for (const path of ['/..%2f..%2fpackage.json', '/%2e%2e/data/desk.db', '/assets/../../data/desk.db']) {
      expect((await ask(path)).status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('a start that fails', () => {
  test('a folder that is in use shows why, and opens once it is free', async () => {
    const silent = { info() {}, warn() {}, error() {} };
    let release: () => Promise<void> = async () => {};
    const { ask } = await start((_electron, dataDir) => {
      const core = createCore({ dataDir, press: noPress, log: silent, version: '0', exportFolder: dataDir });
      release = () => core.close();
    });
    const page = await ask('/', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(503);
    const html = await page.text();
    expect(html).toContain('正被另一个程序使用');
    for (const way of ['再试一次', '另选数据文件夹', '退出']) expect(html).toContain(way);

    await release();
    const retried = await ask('/start/retry');
    expect([retried.status, retried.headers.get('location')]).toEqual([303, '/']);
    expect((await ask('/', { headers: { accept: 'text/html' } })).status).toBe(200);
  });

  test('a damaged database is left as it is, and another folder can be chosen', async () => {
    const { electron, ask } = await start((_electron, dataDir) => {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(join(dataDir, 'desk.db'), Buffer.alloc(8192, 'no database'));
    });
    expect(await (await ask('/')).text()).toMatch(/损坏/);
    electron.chosenFolder = join(temporaryFolder(), 'other');
    await ask('/start/choose');
    expect((await ask('/', { headers: { accept: 'text/html' } })).status).toBe(200);
  });

  test('leaving is always possible', async () => {
    const { electron, ask } = await start((_electron, dataDir) => writeFileSync(dataDir, 'a file, not a folder'));
    expect((await ask('/')).status).toBe(503);
    await ask('/start/quit');
    expect(electron.calls).toContain('quit');
  });
});
