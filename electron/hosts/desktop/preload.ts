import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { BRIDGE_NAME, type DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { CHANNELS } from './channels.ts';

const bridge: DesktopBridge = {
  call: (method, input) => ipcRenderer.invoke(CHANNELS.call, method, input),
  subscribe: (listener) => listen<CoreEvent>(CHANNELS.event, listener),
  async offerFile(file) {
    // Only a File that the person chose or dropped has a path; the page cannot make one up.
    const path = webUtils.getPathForFile(file);
    if (path !== '') return ipcRenderer.invoke(CHANNELS.offerPath, path);
    return ipcRenderer.invoke(CHANNELS.offerContent, file.name, await file.arrayBuffer());
  },
  saveFile: (ref, suggestedName) => ipcRenderer.invoke(CHANNELS.saveFile, ref, suggestedName),
  chooseProjectPath: (mode, suggestedName) =>
    ipcRenderer.invoke(CHANNELS.chooseProjectPath, mode, suggestedName),
  onMenuAction: (listener) => listen<string>(CHANNELS.menuAction, listener),
};

/** The event itself stays here: through it the page would reach the whole of ipcRenderer. */
function listen<Value>(channel: string, listener: (value: Value) => void): () => void {
  const forward = (_event: IpcRendererEvent, value: Value): void => listener(value);
  ipcRenderer.on(channel, forward);
  return () => void ipcRenderer.removeListener(channel, forward);
}

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
