import type { Session, WebContents } from 'electron';
import { mayLoad, mayNavigate } from './navigation-policy.ts';

/** No permission, no device, no network: for everything that a window of this session ever asks for. */
export function lockSession(session: Session, developing: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, developing) }));
  session.on('will-download', (event) => event.preventDefault());
  // Dictionaries would be fetched from the network.
  session.setSpellCheckerEnabled(false);
}

/** The window shows its own page and nothing else, and opens no other. */
export function lockContents(contents: WebContents): void {
  const refuseForeign = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!mayNavigate(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.on('will-redirect', refuseForeign);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
