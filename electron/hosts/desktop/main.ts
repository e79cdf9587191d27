import fs from 'node:fs';
import path from 'node:path';
import { app, dialog, protocol, session, type BrowserWindow } from 'electron';
import { errorSentence } from '#shared/contract/error-sentences.ts';
import { createCore, type Core } from '#electron/core/core.ts';
import { nodeDeps } from '#electron/core/node-deps.ts';
import { readPageFiles } from '#electron/hosts/page-files.ts';
import { CHANNELS } from './channels.ts';
import { answerPage } from './ipc.ts';
import { lockContents, lockSession } from './lockdown.ts';
import { menuTemplate } from './menu-template.ts';
import { installMenu } from './menu.ts';
import { PAGE_SCHEME } from './own-page.ts';
import { pageResponse } from './page-protocol.ts';
import { projectArgument } from './project-argument.ts';
import { nameWindow } from './name-window.ts';
import { recoverFromCrash } from './recover.ts';
import { openWindow } from './window.ts';

const CALLER = { host: 'desktop', trusted: true } as const;
const root = app.getAppPath();
const deps = nodeDeps(root);
let window: BrowserWindow | null = null;
let core: Core | null = null;
/** A file that was double-clicked before there was a core to open it. */
let waiting = projectArgument(process.argv, process.cwd());

app.setPath('userData', path.join(deps.paths.config, 'window'));
protocol.registerSchemesAsPrivileged([
  { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, workingFolder) => {
    const file = projectArgument(argv, workingFolder);
    if (file !== null) void openProject(file);
    bringForward();
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void openProject(file);
  });
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (core !== null && window === null) showWindow();
  });
  app.on('will-quit', () => core?.close());
  void app.whenReady().then(start);
} else {
  // The window that is there already was told, and opens the file.
  fs.rmSync(deps.paths.scratch, { recursive: true, force: true });
  app.quit();
}

async function start(): Promise<void> {
  core = createCore(deps);
  fs.mkdirSync(deps.paths.documents, { recursive: true });
  const files = readPageFiles(path.join(root, 'out/renderer'));
  lockSession(session.defaultSession, !app.isPackaged);
  session.defaultSession.protocol.handle(PAGE_SCHEME, ({ url }) => pageResponse(files, url));
  answerPage({ core, window: () => window, documents: deps.paths.documents });
  core.subscribe((event) => window?.webContents.send(CHANNELS.event, event));
  core.subscribe(({ type }) => {
    if (type === 'session') void tellProject();
  });
  installMenu(menuTemplate(process.platform === 'darwin', !app.isPackaged), (actionId) =>
    window?.webContents.send(CHANNELS.menuAction, actionId),
  );
  if (waiting !== null) await openProject(waiting);
  showWindow();
}

function showWindow(): void {
  window = openWindow(
    {
      preload: path.join(root, 'out/desktop/preload.cjs'),
      stateFile: path.join(deps.paths.config, 'window.json'),
    },
    !app.isPackaged,
  );
  window.on('closed', () => {
    window = null;
  });
  recoverFromCrash(window);
  void tellProject();
}

async function tellProject(): Promise<void> {
  if (core !== null && window !== null) await nameWindow(core, window);
}

async function openProject(file: string): Promise<void> {
  if (core === null) {
    waiting = file;
    return;
  }
  const result = await core.call(CALLER, 'project.open', { path: file });
  if (result.ok) return;
  const { title, advice } = errorSentence(result.error);
  dialog.showErrorBox(title, advice);
}

function bringForward(): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
