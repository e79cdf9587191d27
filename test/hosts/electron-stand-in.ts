import { EventEmitter } from 'node:events';

/**
 * A small stand-in for the `electron` module: it remembers what the host asked for, and lets a test play the system.
 * It exists because the Electron runtime is not on every machine that runs the tests.
 */

type Handler = (event: unknown, ...values: unknown[]) => unknown;

export const ipcHandlers = new Map<string, Handler>();
export const ipcMain = {
  handle: (channel: string, handler: Handler) => void ipcHandlers.set(channel, handler),
};

class FakeApp extends EventEmitter {
  isPackaged = true;
  firstInstance = true;
  quits = 0;
  recent: string[] = [];
  paths: Record<string, string> = {};
  appPath = '';
  getAppPath = () => this.appPath;
  setPath = (name: string, value: string) => void (this.paths[name] = value);
  requestSingleInstanceLock = () => this.firstInstance;
  whenReady = () => Promise.resolve();
  addRecentDocument = (file: string) => void this.recent.push(file);
  quit = () => void (this.quits += 1);
}
export const app = new FakeApp();

export const schemes: unknown[] = [];
export const protocol = { registerSchemesAsPrivileged: (list: unknown[]) => void schemes.push(...list) };

export class FakeSession extends EventEmitter {
  handlers: Record<string, (...values: never[]) => unknown> = {};
  spellChecker = true;
  #keep =
    (name: string) =>
    (handler: (...values: never[]) => unknown): void => {
      this.handlers[name] = handler;
    };
  setPermissionRequestHandler = this.#keep('permissionRequest');
  setPermissionCheckHandler = this.#keep('permissionCheck');
  setDevicePermissionHandler = this.#keep('devicePermission');
  setDisplayMediaRequestHandler = this.#keep('displayMedia');
  webRequest = { onBeforeRequest: this.#keep('beforeRequest') };
  protocol = {
    handle: (scheme: string, handler: (request: Request) => Response) =>
      this.#keep(`scheme ${scheme}`)(handler),
  };
  setSpellCheckerEnabled = (on: boolean) => void (this.spellChecker = on);
}
export const session = { defaultSession: new FakeSession() };

export interface FakeFrame {
  frameTreeNodeId: number;
  url: string;
}

export class FakeContents extends EventEmitter {
  mainFrame: FakeFrame = { frameTreeNodeId: 1, url: '' };
  sent: { channel: string; value: unknown }[] = [];
  openHandler: ((details: { url: string }) => unknown) | undefined;
  send = (channel: string, value: unknown) => void this.sent.push({ channel, value });
  setWindowOpenHandler = (handler: (details: { url: string }) => unknown) =>
    void (this.openHandler = handler);
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly options: Record<string, unknown>;
  webContents = new FakeContents();
  title = '';
  represented = '';
  reloads = 0;
  focused = 0;
  bounds = { x: 11, y: 22, width: 1000, height: 700 };

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL = (url: string) => {
    this.webContents.mainFrame.url = url;
    return Promise.resolve();
  };
  setTitle = (title: string) => void (this.title = title);
  setRepresentedFilename = (file: string) => void (this.represented = file);
  isDestroyed = () => false;
  isMinimized = () => false;
  isMaximized = () => false;
  getNormalBounds = () => this.bounds;
  maximize = () => {};
  restore = () => {};
  show = () => {};
  focus = () => void (this.focused += 1);
  reload = () => void (this.reloads += 1);
}

export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };

export const dialog = {
  answers: [] as unknown[],
  errors: [] as string[],
  asked: [] as unknown[],
  next: (options: unknown) => {
    dialog.asked.push(options);
    return Promise.resolve(dialog.answers.shift());
  },
  showSaveDialog: (_window: unknown, options: unknown) => dialog.next(options),
  showOpenDialog: (_window: unknown, options: unknown) => dialog.next(options),
  showMessageBox: (_window: unknown, options: unknown) => dialog.next(options),
  showErrorBox: (title: string, advice: string) => void dialog.errors.push(`${title} ${advice}`),
};

export interface FakeMenuItem {
  label?: string;
  role?: string;
  accelerator?: string;
  registerAccelerator?: boolean;
  submenu?: FakeMenuItem[];
  click?(): void;
}
export const Menu = {
  shown: [] as FakeMenuItem[],
  buildFromTemplate: (template: FakeMenuItem[]) => template,
  setApplicationMenu: (template: FakeMenuItem[]) => void (Menu.shown = template),
};

export const exposed = new Map<string, unknown>();
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value),
};

class FakeIpcRenderer extends EventEmitter {
  invoked: { channel: string; values: unknown[] }[] = [];
  invoke = (channel: string, ...values: unknown[]) => {
    this.invoked.push({ channel, values });
    return Promise.resolve({ ok: true, value: 'answer' });
  };
}
export const ipcRenderer = new FakeIpcRenderer();
export const webUtils = { getPathForFile: (file: { readonly onDisk?: string }) => file.onDisk ?? '' };
