import { app, dialog, type BrowserWindow } from 'electron';

const RELOAD = 0;

/** A page that crashed or hangs is offered a fresh start. Nothing is lost: every change is on disk when it is shown. */
export function recoverFromCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit')
      void offerReload(window, 'The window has crashed.', 'Quit', () => app.quit());
  });
  window.on('unresponsive', () => void offerReload(window, 'The window does not answer.', 'Wait', () => {}));
}

async function offerReload(
  window: BrowserWindow,
  message: string,
  otherwise: string,
  instead: () => void,
): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail: 'Everything that was shown as saved is on disk.',
    buttons: ['Reload', otherwise],
    defaultId: RELOAD,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === RELOAD) window.reload();
  else instead();
}
