import { app, type BrowserWindow } from 'electron';
import type { Core } from '#electron/core/core.ts';
import { windowTitle } from './window-title.ts';

/** Tells the window's title, and the system's list of recent files, which project is open. */
export async function nameWindow(core: Core, window: BrowserWindow): Promise<void> {
  const current = await core.client({ host: 'desktop', trusted: true }).project.current({});
  if (window.isDestroyed()) return;
  window.setTitle(windowTitle(current));
  window.setRepresentedFilename(current?.path ?? '');
  if (current !== null) app.addRecentDocument(current.path);
}
