import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallResult } from '#shared/contract/host.ts';
import { REPOSITORY } from '#test/support/test-core.ts';
import * as electron from './electron-stand-in.ts';

vi.mock('electron', () => import('./electron-stand-in.ts'));

const PAGE = 'app://crosscase/';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crosscase-desktop-'));
const contents = () => electron.BrowserWindow.all[0]!.webContents;
const ourFrame = () => ({ senderFrame: contents().mainFrame });

async function ask(channel: string, ...values: unknown[]): Promise<CallResult> {
  return (await electron.ipcHandlers.get(channel)!(ourFrame(), ...values)) as CallResult;
}

async function askFrom(senderFrame: unknown, channel: string, ...values: unknown[]): Promise<CallResult> {
  return (await electron.ipcHandlers.get(channel)!({ senderFrame }, ...values)) as CallResult;
}

/** The wiring of the main process, run once as the program runs it: by importing it. */
beforeAll(async () => {
  fs.symlinkSync(path.join(REPOSITORY, 'migrations'), path.join(folder, 'migrations'));
  fs.mkdirSync(path.join(folder, 'out/renderer'), { recursive: true });
  fs.writeFileSync(
    path.join(folder, 'out/renderer/index.html'),
    '<html><head></head><body>The page</body></html>',
  );
  vi.stubEnv('CROSSCASE_CONFIG', path.join(folder, 'config'));
  vi.stubEnv('CROSSCASE_DOCUMENTS', path.join(folder, 'documents'));
  electron.app.appPath = folder;
  await import('#electron/hosts/desktop/main.ts');
  await vi.waitUntil(() => electron.BrowserWindow.all.length === 1);
});

beforeEach(() => {
  electron.dialog.answers = [];
  electron.dialog.asked = [];
  electron.dialog.errors = [];
});

afterAll(() => {
  electron.app.emit('will-quit');
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('the window', () => {
  test('is sandboxed and isolated, without Node, and shows the page of its own origin', () => {
    const window = electron.BrowserWindow.all[0]!;
    expect(window.options['webPreferences']).toEqual({
      preload: path.join(folder, 'out/desktop/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(window.webContents.mainFrame.url).toBe(PAGE);
    expect(electron.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test('gets the built page under a strict policy, and no other file', async () => {
    const serve = electron.session.defaultSession.handlers['scheme app'] as unknown as (request: {
      url: string;
    }) => Response;
    const page = serve({ url: PAGE });
    expect(await page.text()).toContain('The page');
    expect(page.headers.get('content-security-policy')).toContain(`default-src 'none'; script-src 'self';`);
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    for (const url of [`${PAGE}../../config/crosscase.json`, `${PAGE}etc/passwd`, 'app://elsewhere/']) {
      expect([url, serve({ url }).status]).toEqual([url, 404]);
    }
  });

  test('remembers its place', () => {
    electron.BrowserWindow.all[0]!.emit('close');
    const kept: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'config/window.json'), 'utf8'));
    expect(kept).toEqual({ x: 11, y: 22, width: 1000, height: 700, maximized: false });
  });
});

describe('lockdown', () => {
  test('denies every permission and every device', () => {
    const { handlers, spellChecker } = electron.session.defaultSession;
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'hid',
    ]) {
      const answer = vi.fn();
      (handlers['permissionRequest'] as (...values: unknown[]) => void)({}, permission, answer);
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
      expect((handlers['permissionCheck'] as (...values: unknown[]) => boolean)({}, permission)).toBe(false);
    }
    expect((handlers['devicePermission'] as (...values: unknown[]) => boolean)({})).toBe(false);
    const screens = vi.fn();
    (handlers['displayMedia'] as (...values: unknown[]) => void)({}, screens);
    expect(screens).toHaveBeenCalledExactlyOnceWith(null);
    expect(spellChecker).toBe(false);
  });

  test.each([
    ['https://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://example.org/', true],
    ['file:///etc/passwd', true],
    ['app://elsewhere/', true],
    ['blob:https://example.org/1', true],
    ['data:text/html,x', true],
    ['devtools://devtools/bundled/', true],
    [`${PAGE}assets/page.js`, false],
    [`blob:${PAGE}1`, false],
    ['data:image/png;base64,AA==', false],
  ])('cancels a request to %s: %s', (url, cancel) => {
    const answer = vi.fn();
    const handler = electron.session.defaultSession.handlers['beforeRequest'] as (
      ...values: unknown[]
    ) => void;
    handler({ url }, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel });
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'stops %s to any other page',
    (name) => {
      for (const url of [
        'https://example.org/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'app://other/',
      ]) {
        const event = { url, preventDefault: vi.fn() };
        contents().emit(name, event);
        expect(event.preventDefault).toHaveBeenCalledOnce();
      }
      const home = { url: PAGE, preventDefault: vi.fn() };
      contents().emit(name, home);
      expect(home.preventDefault).not.toHaveBeenCalled();
    },
  );

  test('opens no second window and attaches no web view', () => {
    expect(contents().openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    expect(contents().openHandler?.({ url: PAGE })).toEqual({ action: 'deny' });
    const event = { preventDefault: vi.fn() };
    contents().emit('will-attach-webview', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });
});

describe('calls from the page', () => {
  const foreign = {
    'no frame': null,
    'a frame inside the page': { frameTreeNodeId: 2, url: PAGE },
    'our frame on another page': { frameTreeNodeId: 1, url: 'https://example.org/' },
    'our frame on a look-alike': { frameTreeNodeId: 1, url: 'https://crosscase/' },
    'our frame on a file': { frameTreeNodeId: 1, url: 'file:///tmp/index.html' },
  };

  test.each(Object.entries(foreign))(
    'are refused on every channel when they come from %s',
    async (_name, frame) => {
      const file = path.join(folder, 'foreign.txt');
      const attempts: [string, ...unknown[]][] = [
        ['crosscase:call', 'project.createSample', { path: path.join(folder, 'foreign') }],
        ['crosscase:offer-path', file],
        ['crosscase:offer-content', 'foreign.txt', new ArrayBuffer(1)],
        ['crosscase:save-file', 'some-ref', 'foreign.txt'],
        ['crosscase:choose-project-path', 'open', ''],
      ];
      expect(attempts.map(([channel]) => channel).toSorted()).toEqual(
        [...electron.ipcHandlers.keys()].toSorted(),
      );
      for (const [channel, ...values] of attempts) {
        expect(await askFrom(frame, channel, ...values)).toMatchObject({
          ok: false,
          error: { code: 'not-allowed' },
        });
      }
      expect(electron.dialog.asked).toEqual([]);
      expect(fs.existsSync(path.join(folder, 'foreign.crosscase'))).toBe(false);
    },
  );

  test('reach the door, and what changed comes back to the window with its title', async () => {
    const file = path.join(folder, 'study.crosscase');
    const made = await ask('crosscase:call', 'project.create', {
      path: file,
      title: 'Hours',
      coderName: 'Anna',
    });
    expect(made).toMatchObject({ ok: true, value: { path: file } });
    expect(contents().sent.map(({ channel }) => channel)).toContain('crosscase:event');
    expect(contents().sent.map(({ value }) => value)).toContainEqual({ type: 'session' });
    await vi.waitUntil(() => electron.BrowserWindow.all[0]!.title === 'Hours – Crosscase');
    expect(electron.BrowserWindow.all[0]!.represented).toBe(file);
    expect(electron.app.recent).toContain(file);
  });

  test('are refused when they are not calls', async () => {
    for (const values of [[], [1, {}], [{ method: 'project.current' }], ['a', {}, 'more']]) {
      expect(await ask('crosscase:call', ...values)).toMatchObject({
        ok: false,
        error: { code: 'bad-input' },
      });
    }
    expect(await ask('crosscase:call', 'project.explode', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-method' },
    });
    expect(await ask('crosscase:offer-path', 'relative.txt')).toMatchObject({ error: { code: 'bad-input' } });
    expect(await ask('crosscase:choose-project-path', 'delete', '')).toMatchObject({
      error: { code: 'bad-input' },
    });
  });

  test('save a file where the person says, under the name that was suggested', async () => {
    const offered = await ask('crosscase:offer-content', 'table.csv', new TextEncoder().encode('a,b').buffer);
    const ref = (offered as { value: string }).value;
    const target = path.join(folder, 'out.csv');
    electron.dialog.answers = [{ canceled: false, filePath: target }];
    expect(await ask('crosscase:save-file', ref, '../../table.csv')).toEqual({ ok: true, value: target });
    expect(fs.readFileSync(target, 'utf8')).toBe('a,b');
    expect(electron.dialog.asked).toMatchObject([{ defaultPath: path.join(folder, 'documents/table.csv') }]);

    electron.dialog.answers = [{ canceled: true, filePath: '' }];
    expect(await ask('crosscase:save-file', ref, 'table.csv')).toEqual({ ok: true, value: null });
  });

  test('say it when a file cannot be saved, and leave what was there', async () => {
    const offered = await ask('crosscase:offer-content', 'table.csv', new ArrayBuffer(3));
    const ref = (offered as { value: string }).value;
    electron.dialog.answers = [{ canceled: false, filePath: path.join(folder, 'no-such-folder/out.csv') }];
    expect(await ask('crosscase:save-file', ref, 'table.csv')).toMatchObject({
      ok: false,
      error: { code: 'file-not-written', detail: { name: 'out.csv' } },
    });
    expect(await ask('crosscase:save-file', 'unknown', 'x')).toMatchObject({
      error: { code: 'file-missing' },
    });
  });

  test('refuse content that is too large to be a file of theirs', async () => {
    const huge = new ArrayBuffer(60 * 1024 * 1024 + 1);
    expect(await ask('crosscase:offer-content', 'film.txt', huge)).toMatchObject({
      error: { code: 'file-too-large', detail: { name: 'film.txt', limit: 60 } },
    });
  });

  test('let the person choose a project file', async () => {
    const chosen = path.join(folder, 'study.crosscase');
    electron.dialog.answers = [
      { filePaths: [chosen] },
      { filePaths: [] },
      { canceled: false, filePath: chosen },
    ];
    expect(await ask('crosscase:choose-project-path', 'open', '')).toEqual({ ok: true, value: chosen });
    expect(await ask('crosscase:choose-project-path', 'open', '')).toEqual({ ok: true, value: null });
    expect(await ask('crosscase:choose-project-path', 'create', 'Study')).toEqual({
      ok: true,
      value: chosen,
    });
  });
});

describe('the system', () => {
  test('menu items send the id of their action to the page, and bind no key twice', () => {
    const items = electron.Menu.shown.flatMap(({ submenu }) => submenu ?? []);
    const undo = items.find(({ label }) => label === '&Undo')!;
    expect(undo).toMatchObject({ accelerator: 'CmdOrCtrl+Z', registerAccelerator: false });
    undo.click?.();
    expect(contents().sent.at(-1)).toEqual({ channel: 'crosscase:menu-action', value: 'history.undo' });
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
  });

  test('a second start opens its file in the window that is there', async () => {
    const other = path.join(folder, 'other.crosscase');
    await ask('crosscase:call', 'project.create', { path: other, title: 'Other', coderName: '' });
    await ask('crosscase:call', 'project.close', {});
    electron.app.emit('second-instance', {}, ['crosscase', '--flag', 'other.crosscase'], folder);
    await vi.waitUntil(() => electron.BrowserWindow.all[0]!.title === 'Other – Crosscase');
    expect(electron.BrowserWindow.all).toHaveLength(1);
    expect(electron.BrowserWindow.all[0]!.focused).toBeGreaterThan(0);
  });

  test('a file that cannot be opened is answered in a sentence', async () => {
    const event = { preventDefault: vi.fn() };
    electron.app.emit('open-file', event, path.join(folder, 'nowhere.crosscase'));
    await vi.waitUntil(() => electron.dialog.errors.length === 1);
    expect(electron.dialog.errors[0]).toContain('That project file is not there.');
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  test('a page that crashed is offered a fresh start', async () => {
    electron.dialog.answers = [{ response: 0 }];
    contents().emit('render-process-gone', {}, { reason: 'crashed' });
    await vi.waitUntil(() => electron.BrowserWindow.all[0]!.reloads === 1);
    contents().emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(electron.dialog.asked).toHaveLength(1);
  });
});
