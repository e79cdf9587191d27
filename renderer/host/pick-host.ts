import type { Host } from '#shared/contract/host.ts';
import { desktopBridge, desktopHost } from './desktop-host.ts';
import { webHost } from './web-host.ts';

/** The host that this page runs in: the desktop's preload leaves a bridge, a browser has none. */
export function pickHost(): Host {
  const bridge = desktopBridge();
  return bridge === undefined ? webHost() : desktopHost(bridge);
}
