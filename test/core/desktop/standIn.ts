import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';

/**
 * The few calls of Electron that the desktop door makes, played by objects that record them in order. Their shapes are
 * checked against Electron's own types, so that a call that does not exist fails the type check.
 */
export class StandIn {
  /** Every call that counts, in order. */
  readonly calls: string[] = [];
  readonly windows: StandInWindow[] = [];
  readonly ipc = new Map<string, (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown>();
  readonly opened: string[] = [];
  schemes: Electron.CustomScheme[] = [];
  menu: Electron.MenuItemConstructorOptions[] = [];
  handler: ((request: Request) => Response | Promise<Response>) | null = null;
  permissionRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null;
  permissionCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null;
  devicePermission: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null;
  beforeRequest: ((details: { url: string }, answer: (response: Electron.CallbackResponse) => void) => void) | null =
    null;
  displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
  chosenFolder: string | null = null;
  /** Which button of a message box is pressed. */
  pressedButton = 0;
  isFirst = true;
  #ready: () => void = () => {};
  readonly #folders: { appPath: string; appData: string };

  constructor(folders: { appPath: string; appData: string }) {
    this.#folders = folders;
  }

  /** Electron has started; resolves when everything that waited for it has run. */
  async becomeReady(): Promise<void> {
    this.calls.push('ready');
    this.#ready();
    await new Promise(setImmediate);
  }

  readonly #appEvents = new EventEmitter();
  readonly app = Object.assign(this.#appEvents, {
    isPackaged: false,
    enableSandbox: () => void this.calls.push('enableSandbox'),
    requestSingleInstanceLock: () => {
      this.calls.push('requestSingleInstanceLock');
      return this.isFirst;
    },
    quit: () => void this.calls.push('quit'),
    whenReady: () =>
      new Promise<void>((resolve) => {
        this.#ready = resolve;
      }),
    getVersion: () => '0.1.0',
    getAppPath: () => this.#folders.appPath,
    getPath: () => this.#folders.appData,
    setPath: (name: string) => void this.calls.push(`setPath ${name}`),
  } satisfies Partial<Electron.App>);

  readonly protocol = {
    registerSchemesAsPrivileged: (schemes) => {
      this.calls.push('registerSchemesAsPrivileged');
      this.schemes = schemes;
    },
    handle: (scheme, handler) => {
      this.calls.push(`handle ${scheme}`);
      this.handler = handler as (request: Request) => Response | Promise<Response>;
    },
  } satisfies Partial<Electron.Protocol>;

  readonly #sessionEvents = new EventEmitter();
  readonly defaultSession = Object.assign(this.#sessionEvents, {
    setPermissionRequestHandler: (handler) => {
      this.calls.push('setPermissionRequestHandler');
      this.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler) => {
      this.permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler) => {
      this.devicePermission = handler;
    },
    webRequest: {
      onBeforeRequest: (listener: StandIn['beforeRequest']) => {
        this.calls.push('onBeforeRequest');
        this.beforeRequest = listener;
      },
    } as unknown as Electron.WebRequest,
  } satisfies Partial<Electron.Session>);

  /** What `import … from 'electron'` gives in the test. */
  get module() {
    const standIn = this;
    return {
      app: this.app,
      protocol: this.protocol,
      session: { defaultSession: this.defaultSession },
      screen: { getAllDisplays: () => this.displays as Electron.Display[] } satisfies Partial<Electron.Screen>,
      Menu: {
        buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
        setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => {
          this.menu = menu;
        },
      },
      ipcMain: {
        handle: (channel, listener) => {
          this.calls.push(`ipc ${channel}`);
          this.ipc.set(channel, listener);
        },
      } satisfies Partial<Electron.IpcMain>,
      dialog: {
        showOpenDialog: () =>
          Promise.resolve({
            canceled: this.chosenFolder === null,
            filePaths: this.chosenFolder === null ? [] : [this.chosenFolder],
          }),
        showMessageBoxSync: () => {
          this.calls.push('showMessageBoxSync');
          return this.pressedButton;
        },
      } satisfies Partial<Electron.Dialog>,
      shell: {
        openPath: (path) => {
          this.opened.push(path);
          return Promise.resolve('');
        },
      } satisfies Partial<Electron.Shell>,
      utilityProcess: { fork: forkUnderNode },
      BrowserWindow: class extends StandInWindow {
        constructor(options: Electron.BrowserWindowConstructorOptions) {
          super(options, standIn);
        }
      },
    };
  }
}

/** A window that loads nothing; events are made by the test. */
export class StandInWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: StandInContents;
  bounds = { x: 40, y: 30, width: 1400, height: 900 };
  maximized = false;
  focused = false;
  readonly #standIn: StandIn;

  constructor(options: Electron.BrowserWindowConstructorOptions, standIn: StandIn) {
    super();
    this.options = options;
    this.#standIn = standIn;
    this.webContents = new StandInContents();
    standIn.windows.push(this);
    standIn.app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.#standIn.calls.push(`loadURL ${url}`);
    return Promise.resolve();
  }
  getNormalBounds(): Electron.Rectangle {
    return this.bounds;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isMinimized(): boolean {
    return true;
  }
  restore(): void {}
  maximize(): void {
    this.maximized = true;
  }
  show(): void {}
  focus(): void {
    this.focused = true;
  }
}

/** What every Electron event that asks for leave can do. */
export class CancelableEvent {
  prevented = false;
  preventDefault(): void {
    this.prevented = true;
  }
}

export class StandInContents extends EventEmitter {
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;
  reloads = 0;
  /** Options of each print dialog. */
  readonly prints: (Electron.WebContentsPrintOptions | undefined)[] = [];

  setWindowOpenHandler(handler: NonNullable<StandInContents['openHandler']>): void {
    this.openHandler = handler;
  }
  reload(): void {
    this.reloads += 1;
  }
  print(options?: Electron.WebContentsPrintOptions): void {
    this.prints.push(options);
  }

  /** Whether an event of this name, about this address, was prevented by a policy. */
  prevented(name: string, url: string, more: object = {}): boolean {
    const event = new CancelableEvent();
    this.emit(name, Object.assign(event, { url, ...more }));
    return event.prevented;
  }

  opens(url: string): Electron.WindowOpenHandlerResponse | undefined {
    return this.openHandler?.({ url } as Electron.HandlerDetails);
  }
}

/** A utility process played by Node's own child process, with the same messages. */
function forkUnderNode(entry: string): Electron.UtilityProcess {
  // The bundle need not be built for this test: its source is the same program.
  const source = fileURLToPath(new URL('../../../electron/press/engine/engineProcess.ts', import.meta.url));
  const child = fork(entry.endsWith('press.js') ? source : entry, [], { serialization: 'advanced' });
  const process = new EventEmitter();
  child.on('message', (message) => process.emit('message', message));
  child.on('exit', (code) => process.emit('exit', code));
  return Object.assign(process, {
    postMessage: (message: object) => void child.send(message),
    kill: () => child.kill('SIGKILL'),
  }) as unknown as Electron.UtilityProcess;
}
