import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { CoreError } from '../../../electron/core/index.ts';
import { defaultDataFolder, defaultExportFolder } from '../../../electron/desktop/dataFolder.ts';
import { startFailurePage } from '../../../electron/desktop/startFailure.ts';
import { createPress } from '../../../electron/press/index.ts';
import type { DoorCore } from '../../../electron/web/caller.ts';
import { StandIn } from './standIn.ts';
import { temporaryFolder } from './start.ts';

describe('the data folder of a user who names none', () => {
  test.each([
    ['win32', { LOCALAPPDATA: '/L' }, '/L/BulletinDesk'],
    ['darwin', {}, '/h/Library/Application Support/BulletinDesk'],
    ['linux', {}, '/h/.local/share/bulletin-desk'],
    ['linux', { XDG_DATA_HOME: '/x' }, '/x/bulletin-desk'],
  ] as const)('%s with %o', (platform, env, folder) => {
    expect(defaultDataFolder({ platform, env, home: '/h' })).toBe(folder.replaceAll('/', join('/')));
    expect(defaultExportFolder({ platform, env, home: '/h' })).toBe(join('/h', 'Documents', '信息编刊'));
  });
});

test('the page of a failed start shows a hostile folder name as text', async () => {
  const error = new CoreError('folder-not-writable', { folder: '<img src=x onerror=alert(1)>' });
  const html = await startFailurePage(error, [{ label: '再试一次', href: '/"><script>' }]).text();
  expect(html).toContain('&#60;img');
  expect(html).not.toMatch(/<img|<script/);
});

test('a fault of the program is shown as well, with its message', async () => {
  expect(await startFailurePage(new TypeError('x is not a function'), []).text()).toContain('x is not a function');
});

describe('parts that speak to Electron', () => {
  async function load<Module>(load: () => Promise<Module>): Promise<{ electron: StandIn; module: Module }> {
    const folder = temporaryFolder();
    const electron = new StandIn({ appPath: folder, appData: folder });
    vi.resetModules();
    vi.doMock('electron', () => electron.module);
    return { electron, module: await load() };
  }

  test('a folder may be shown once an export has written it, and only that one', async () => {
    const { electron, module } = await load(() => import('../../../electron/desktop/showInFolder.ts'));
    const folders = new module.ShowableFolders();
    const core = { call: async () => ({ folder: '/e/2020年第19期', files: [] }) } as unknown as DoorCore;
    const watched = folders.watch({
      ...core,
      intakeFile: core.call as never,
      actorFor: () => null,
      subscribe: () => () => {},
    });
    const session = {
      personId: null,
      choose: () => {},
      capabilities: { showInFolder: true, chooseFolder: true, print: true },
    };
    await watched.call('issues.list', {}, null, session);
    await expect(folders.show('/e/2020年第19期')).rejects.toThrow();
    await watched.call('issues.export', {}, null, session);
    await folders.show('/e/2020年第19期');
    await expect(folders.show('/e')).rejects.toThrow();
    expect(electron.opened).toEqual(['/e/2020年第19期']);
  });

  test("the press works through Electron's utility process as it does through Node's", async () => {
    const { module } = await load(() => import('../../../electron/desktop/utilityFork.ts'));
    const fonts = fileURLToPath(new URL('../../../.cache/fonts', import.meta.url));
    const press = createPress({ fork: module.utilityFork('/built/press.js'), fontDirs: [fonts] });
    const sheet = {
      title: '上街信息',
      issueText: '第19期',
      office: '中共上街区委办公室',
      date: '2020-03-06' as never,
      rows: [{ label: '发', recipient: '峡窝镇', copies: 2 }],
      spare: 1,
      total: 3,
    };
    const pdf = await press.sheetPdf(sheet, 'distribution');
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    await press.close();
  });
});
