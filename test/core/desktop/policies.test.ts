import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, test } from 'vitest';
import { StandInContents } from './standIn.ts';
import { start } from './start.ts';

const OUTSIDE = [
  'https://example.com/',
  'http://127.0.0.1:17419/',
  'file:///etc/passwd',
  'app://evil/',
  'app://desk.evil/',
  'app://user@desk/',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
];

describe('every window', () => {
  test('is sandboxed and isolated, without Node and without webview', async () => {
    const { window } = await start();
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
  });

  test.each(OUTSIDE)('does not navigate to %s', async (url) => {
    const { webContents } = (await start()).window;
    expect(webContents.prevented('will-navigate', url)).toBe(true);
    expect(webContents.prevented('will-frame-navigate', url, { isMainFrame: true })).toBe(true);
    expect(webContents.prevented('will-frame-navigate', url, { isMainFrame: false })).toBe(true);
    expect(webContents.prevented('will-redirect', url)).toBe(true);
    expect(webContents.opens(url)).toEqual({ action: 'deny' });
  });

  test('goes where our own pages are', async () => {
    const { webContents } = (await start()).window;
    expect(webContents.prevented('will-navigate', 'app://desk/issues/1')).toBe(false);
    expect(webContents.prevented('will-frame-navigate', 'blob:app://desk/1', { isMainFrame: false })).toBe(false);
    expect(webContents.prevented('will-frame-navigate', 'blob:app://desk/1', { isMainFrame: true })).toBe(true);
  });

  test('opens a window for a PDF of ours, as safe as the first, and for no other page', async () => {
    const { webContents } = (await start()).window;
    const opened = webContents.opens('app://desk/files/issues/1/a.pdf?show');
    expect(opened).toMatchObject({
      action: 'allow',
      overrideBrowserWindowOptions: {
        webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
      },
    });
    for (const url of ['app://desk/', 'app://desk/files/originals/1', 'app://desk/files/issues/1/a.pdf']) {
      expect(webContents.opens(url)).toEqual({ action: 'deny' });
    }
  });

  test('prints a PDF that was opened to be printed, once it is there, and no other', async () => {
    const { webContents } = (await start()).window;
    for (const [query, printed] of [
      ['show&print', 1],
      ['show', 0],
    ] as const) {
      const opened = new StandInContents();
      webContents.emit(
        'did-create-window',
        { webContents: opened },
        { url: `app://desk/files/issues/1/a.pdf?${query}` },
      );
      expect(opened.prints).toHaveLength(0);
      opened.emit('did-finish-load');
      opened.emit('did-finish-load');
      expect(opened.prints).toHaveLength(printed);
    }
  });

  test('attaches no webview', async () => {
    expect((await start()).window.webContents.prevented('will-attach-webview', 'app://desk/')).toBe(true);
  });

  test('asks before it closes over a text that is not saved, and closes only when told to', async () => {
    const { electron, window } = await start();
    expect(window.webContents.prevented('will-prevent-unload', '')).toBe(false);
    electron.pressedButton = 1;
    expect(window.webContents.prevented('will-prevent-unload', '')).toBe(true);
    expect(electron.calls.filter((call) => call === 'showMessageBoxSync')).toHaveLength(2);
  });

  test('is loaded again when its page crashes', async () => {
    const { webContents } = (await start()).window;
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(webContents.reloads).toBe(1);
  });
});

describe('the session', () => {
  test('grants no permission, asked or checked', async () => {
    const { electron } = await start();
    const granted: boolean[] = [];
    for (const permission of ['media', 'clipboard-read', 'notifications', 'geolocation', 'openExternal'] as const) {
      electron.permissionRequest?.({} as never, permission, (answer) => granted.push(answer), {} as never);
      granted.push(electron.permissionCheck?.(null, permission, 'app://desk', {} as never) ?? true);
    }
    granted.push(electron.devicePermission?.({} as never) ?? true);
    expect(granted).toEqual(Array.from({ length: 11 }, () => false));
  });

  test.each([...OUTSIDE.slice(0, 3), 'ws://127.0.0.1/', 'ftp://example.com/'])(
    'cancels a request to %s',
    async (url) => {
      const { electron } = await start();
      const answers: unknown[] = [];
      electron.beforeRequest?.({ url }, (answer) => answers.push(answer));
      electron.beforeRequest?.({ url: 'app://desk/assets/index.js' }, (answer) => answers.push(answer));
      expect(answers).toEqual([{ cancel: true }, { cancel: false }]);
    },
  );

  test('asks where to save a download, with its own name', async () => {
    const { electron } = await start();
    const options: unknown[] = [];
    const item = {
      getFilename: () => '上街信息第19期.pdf',
      setSaveDialogOptions: (given: unknown) => options.push(given),
    };
    electron.defaultSession.emit('will-download', {}, item);
    expect(options[0]).toMatchObject({ defaultPath: '上街信息第19期.pdf', title: '保存文件' });
  });
});

test('a page that comes without a policy is not shown', async () => {
  const { ask } = await start();
  const { serveApp } = await import('../../../electron/desktop/appProtocol.ts');
  serveApp(async () => new Response('<script>1</script>', { headers: { 'content-type': 'text/html' } }));
  const response = await ask('/');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('script');
});

describe('what the page may ask', () => {
  const ours = { senderFrame: { parent: null, url: 'app://desk/issues' } } as IpcMainInvokeEvent;

  test('a folder is shown only when an export of this run wrote it', async () => {
    const { electron, dataDir } = await start();
    const show = electron.ipc.get('desk:showInFolder');
    await expect(show?.(ours, dataDir)).rejects.toThrow('只能打开本程序导出的文件夹');
    await expect(show?.(ours, '/etc')).rejects.toThrow('只能打开本程序导出的文件夹');
    expect(electron.opened).toEqual([]);
  });

  test('a folder dialog answers the chosen folder, or null', async () => {
    const { electron } = await start();
    const choose = electron.ipc.get('desk:chooseFolder');
    expect(await choose?.(ours)).toBeNull();
    electron.chosenFolder = '/tmp/导出';
    expect(await choose?.(ours)).toBe('/tmp/导出');
  });

  test.each([
    ['another page', { senderFrame: { parent: null, url: 'https://example.com/' } }],
    ['a frame inside our page', { senderFrame: { parent: {}, url: 'app://desk/' } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('%s is refused', async (_, event) => {
    const { electron } = await start();
    for (const handler of electron.ipc.values()) {
      expect(() => handler(event as IpcMainInvokeEvent, '/tmp')).toThrow('不是从本程序的页面发出的');
    }
  });

  test('input of another shape is refused', async () => {
    const { electron } = await start();
    const show = electron.ipc.get('desk:showInFolder');
    for (const input of [[], [1], [''], ['/tmp', 'more'], [{ toString: () => '/tmp' }], ['x'.repeat(5000)]]) {
      expect(() => show?.(ours, ...input)).toThrow('请求无法识别');
    }
  });
});

describe('the place of the window', () => {
  const place =
    (state: object) => (electron: { app: { getPath(): string; setPath(name: string, path: string): void } }) => {
      // The profile's folder is known only to the program; it is caught when it is set.
      electron.app.setPath = (_name, path) => {
        mkdirSync(path, { recursive: true });
        writeFileSync(join(path, 'place.json'), JSON.stringify(state));
      };
    };

  test('is where it was left', async () => {
    const left = { x: 100, y: 50, width: 1300, height: 800, maximized: false };
    const { window } = await start(place(left));
    expect(window.options).toMatchObject({ x: 100, y: 50, width: 1300, height: 800 });
  });

  test('is on a screen that is still there, and never smaller than the panes need', async () => {
    const { window } = await start(place({ x: 4000, y: 50, width: 300, height: 200, maximized: true }));
    expect(window.options.x).toBeUndefined();
    expect(window.options).toMatchObject({ width: 1024, height: 640 });
    window.emit('ready-to-show');
    expect(window.maximized).toBe(true);
  });

  test('a file that is damaged costs nothing but the place', async () => {
    const { window } = await start(place([1, 2, 3]));
    expect(window.options).toMatchObject({ width: 1366, height: 860 });
  });
});
