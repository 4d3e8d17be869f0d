import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { registerScheme, serveApp } from './appProtocol.ts';
import { chooseFolder, serveBridge } from './bridge.ts';
import { defaultDataFolder, defaultExportFolder } from './dataFolder.ts';
import { openDesk } from './desk.ts';
import { askWhereToSave } from './downloads.ts';
import { focusWindow, openMainWindow } from './mainWindow.ts';
import { menuTemplate } from './menu.ts';
import { keepToOwnPages } from './navigation.ts';
import { refusePermissions } from './permissions.ts';
import { takeProfile } from './profile.ts';
import { refuseOutsideRequests } from './requests.ts';
import { ShowableFolders } from './showInFolder.ts';
import { takeSingleInstance } from './singleInstance.ts';
import { StartGate } from './startGate.ts';
import { utilityFork } from './utilityFork.ts';
import { refuseWebviews } from './webview.ts';
import { allowOnlyPdfWindows } from './windowOpen.ts';

/**
 * The desktop door. Order matters: sandbox, scheme and the single-instance lock come before Electron is ready; the data
 * folder is opened by the first instance only, and behind all policies.
 */
function main(): void {
  const { dataDir, exportFolder, timing } = readOptions();
  app.enableSandbox();
  registerScheme();
  const profile = takeProfile(dataDir);
  let window: BrowserWindow | null = null;
  if (!takeSingleInstance(() => focusWindow(window))) {
    app.quit();
    return;
  }

  const folders = new ShowableFolders();
  let gate: StartGate | null = null;
  app.on('web-contents-created', (_event, contents) => {
    keepToOwnPages(contents);
    allowOnlyPdfWindows(contents);
    refuseWebviews(contents);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    const open = gate;
    if (open === null) return;
    gate = null;
    event.preventDefault();
    void open.close().finally(() => app.quit());
  });

  void app.whenReady().then(() => {
    // Below the checkout, or below the archive when packaged.
    const built = join(app.getAppPath(), 'dist');
    const page = session.defaultSession;
    refusePermissions(page);
    refuseOutsideRequests(page, (address) => console.error(`refused request: ${address.slice(0, 200)}`));
    askWhereToSave(page);
    gate = new StartGate({
      dataDir,
      open: (folder) =>
        openDesk({
          dataDir: folder,
          exportFolder,
          version: app.getVersion(),
          page: join(built, 'renderer'),
          portalPage: join(built, 'portal'),
          packetPage: join(built, 'packet', 'index.html'),
          fontDirs: fontFolders(),
          fork: utilityFork(join(built, 'desktop', 'press.js')),
          forkReader: utilityFork(join(built, 'desktop', 'read.js')),
          folders,
        }),
      chooseFolder: () => chooseFolder(window, '选择数据文件夹'),
      quit: () => app.quit(),
    });
    serveApp(gate.handle);
    serveBridge(() => window, folders);
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, !app.isPackaged)));
    window = openMainWindow({
      preload: join(built, 'preload', 'index.cjs'),
      state: join(profile, 'place.json'),
      session: page,
    });
    window.on('closed', () => {
      window = null;
    });
    if (timing) tellTime(window);
  });
}

interface DesktopOptions {
  readonly dataDir: string;
  readonly exportFolder: string;
  readonly timing: boolean;
}

/** Options of the start command; Chromium adds switches of its own, which are not ours to judge. */
function readOptions(): DesktopOptions {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { data: { type: 'string' }, timing: { type: 'boolean', default: false } },
    strict: false,
  });
  const named = typeof values.data === 'string' ? resolve(values.data) : null;
  return {
    dataDir: named ?? defaultDataFolder(),
    exportFolder: named === null ? defaultExportFolder() : join(named, '导出'),
    timing: values.timing === true,
  };
}

/** Beside the checkout's sources, or unpacked beside the packaged program. */
function fontFolders(): string[] {
  return [app.isPackaged ? join(process.resourcesPath, 'fonts') : join(app.getAppPath(), '.cache', 'fonts')];
}

/** For `npm start -- --timing`: from the typed command to the loaded page. */
function tellTime(window: BrowserWindow): void {
  const began = Number(process.env['BULLETIN_DESK_BEGAN'] ?? Number.NaN);
  window.webContents.once('did-finish-load', () => console.error(`启动到页面可用 ${Date.now() - began} ms`));
}

main();
