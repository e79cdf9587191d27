import { expect, test, vi } from 'vitest';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import * as electron from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));
await import('#electron/hosts/desktop/preload.ts');

const bridge = electron.exposed.get('crosscase') as DesktopBridge;

test('the preload leaves exactly the bridge in the page', () => {
  expect([...electron.exposed.keys()]).toEqual(['crosscase']);
  expect(Object.keys(bridge).toSorted()).toEqual([
    'call',
    'chooseProjectPath',
    'offerFile',
    'onMenuAction',
    'saveFile',
    'subscribe',
  ]);
});

test('a listener gets the value and never the event, through which it would reach all of ipcRenderer', () => {
  const heard: unknown[][] = [];
  const stop = bridge.subscribe((...values: unknown[]) => void heard.push(values));
  electron.ipcRenderer.emit('crosscase:event', { sender: electron.ipcRenderer }, { type: 'session' });
  stop();
  electron.ipcRenderer.emit('crosscase:event', { sender: electron.ipcRenderer }, { type: 'session' });
  expect(heard).toEqual([[{ type: 'session' }]]);
});

test('a menu item arrives as the id of its action', () => {
  const chosen = vi.fn();
  bridge.onMenuAction(chosen);
  electron.ipcRenderer.emit('crosscase:menu-action', {}, 'history.undo');
  expect(chosen).toHaveBeenCalledExactlyOnceWith('history.undo');
});

test('a file of the disk is handed over by its path, a file without one by its content', async () => {
  electron.ipcRenderer.invoked = [];
  // What a dropped file looks like to the stand-in.
  const dropped = Object.assign(new File(['a'], 'a.txt'), { onDisk: '/home/anna/a.txt' });
  await bridge.offerFile(dropped);
  await bridge.offerFile(new File(['pasted'], 'b.txt'));
  expect(electron.ipcRenderer.invoked[0]).toEqual({
    channel: 'crosscase:offer-path',
    values: ['/home/anna/a.txt'],
  });
  const [name, content] = electron.ipcRenderer.invoked[1]!.values;
  expect(name).toBe('b.txt');
  expect(new TextDecoder().decode(content as ArrayBuffer)).toBe('pasted');
});
