import fs from 'node:fs';
import path from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { PAGE_URL } from './own-page.ts';
import { parseWindowState, windowPlace, type WindowState } from './window-state.ts';

export interface WindowPlaces {
  readonly preload: string;
  /** Where the window's size and place are kept. */
  readonly stateFile: string;
}

/** Opens the one window: a sandboxed page that knows the bridge of the preload and nothing of Node. */
export function openWindow({ preload, stateFile }: WindowPlaces, developing: boolean): BrowserWindow {
  const saved = parseWindowState(readText(stateFile));
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...windowPlace(saved, screens),
    minWidth: 800,
    minHeight: 500,
    title: 'Crosscase',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: developing,
    },
  });
  if (saved?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The title says which project is open, which the main process knows.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => writeState(stateFile, stateOf(window)));
  void window.loadURL(PAGE_URL);
  return window;
}

function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

function readText(file: string): string | null {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

function writeState(file: string, state: WindowState): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(state));
}
