import { BRIDGE_NAME, type DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { fromWire } from '#shared/contract/errors.ts';
import type { CallResult, Host } from '#shared/contract/host.ts';
import type { FileRef } from '#shared/ids.ts';

/** The bridge of the desktop's preload, or undefined in a browser. */
export function desktopBridge(): DesktopBridge | undefined {
  // The one place that looks for it; only our own preload can put it there.
  return (globalThis as { readonly [BRIDGE_NAME]?: DesktopBridge })[BRIDGE_NAME];
}

/** The page in the desktop window: everything goes through the preload's bridge. */
export function desktopHost(bridge: DesktopBridge): Host {
  return {
    kind: 'desktop',
    call: (method, input) => bridge.call(method, input ?? {}),
    subscribe: (listener) => bridge.subscribe(listener),
    // The casts below are true because ipc.ts answers with these values.
    offerFile: async (file) => valueOf(await bridge.offerFile(file)) as FileRef,
    saveFile: async (ref, suggestedName) =>
      valueOf(await bridge.saveFile(ref, suggestedName)) as string | null,
    chooseProjectPath: async (mode, suggestedName) =>
      valueOf(await bridge.chooseProjectPath(mode, suggestedName)) as string | null,
    onMenuAction: (listener) => bridge.onMenuAction(listener),
  };
}

function valueOf(result: CallResult): unknown {
  if (result.ok) return result.value;
  throw fromWire(result.error);
}
