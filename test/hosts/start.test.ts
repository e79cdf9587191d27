import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  failedAt,
  fetchRuntime,
  findRuntime,
  mayFetch,
  reasonForBrowser,
} from '#electron/hosts/electron-runtime.ts';
import { attachment } from '#electron/hosts/web/file-transfer.ts';
import { browserOpener } from '#electron/hosts/web/open-browser.ts';
import { parseWebOptions } from '#electron/hosts/web/web-options.ts';
import { REPOSITORY, startStudy, temporaryFolder } from '#test/support/test-core.ts';

describe('which window', () => {
  const machine = { platform: 'linux', env: { DISPLAY: ':0' }, userId: 1000 } as const;

  test('is the desktop’s, where there is a display and an ordinary person', () => {
    expect(reasonForBrowser(machine)).toBeNull();
    expect(reasonForBrowser({ ...machine, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeNull();
    expect(reasonForBrowser({ platform: 'win32', env: {}, userId: null })).toBeNull();
    expect(reasonForBrowser({ platform: 'darwin', env: {}, userId: 501 })).toBeNull();
  });

  test('is the browser’s where it is asked for, without a display, and for root', () => {
    expect(reasonForBrowser({ ...machine, env: { DISPLAY: ':0', CROSSCASE_HOST: 'web' } })).toContain(
      'asks for',
    );
    expect(reasonForBrowser({ ...machine, env: { DISPLAY: '' } })).toContain('no display');
    expect(reasonForBrowser({ ...machine, userId: 0 })).toContain('root');
  });

  test('is not worth a second try to fetch the runtime within a day, nor any in continuous integration', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    const hours = (count: number): number => now - count * 3_600_000;
    expect(mayFetch({}, null, now)).toBe(true);
    expect(mayFetch({}, hours(23), now)).toBe(false);
    expect(mayFetch({}, hours(25), now)).toBe(true);
    expect(mayFetch({ CI: 'true' }, null, now)).toBe(false);
  });
});

describe('the Electron runtime', () => {
  test('is found where the package put it, or where it was said to be', () => {
    const folder = temporaryFolder();
    expect(findRuntime(folder, {})).toBeNull();
    fs.writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(findRuntime(folder, {})).toBeNull();
    fs.mkdirSync(path.join(folder, 'dist'));
    fs.writeFileSync(path.join(folder, 'dist/electron'), '');
    expect(findRuntime(folder, {})).toBe(path.join(folder, 'dist/electron'));

    const elsewhere = temporaryFolder();
    expect(findRuntime(folder, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBeNull();
    fs.writeFileSync(path.join(elsewhere, 'electron'), '');
    expect(findRuntime(folder, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(
      path.join(elsewhere, 'electron'),
    );
  });

  test('leaves a mark when it cannot be fetched', () => {
    const folder = temporaryFolder();
    const mark = path.join(folder, 'cache/failed');
    fs.writeFileSync(path.join(folder, 'install.js'), 'process.exit(0)');
    expect(fetchRuntime(folder, mark)).toBe(true);
    expect(failedAt(mark)).toBeNull();
    fs.writeFileSync(path.join(folder, 'install.js'), 'process.exit(1)');
    expect(fetchRuntime(folder, mark)).toBe(false);
    expect(failedAt(mark)).toBeCloseTo(Date.now(), -5);
  });
});

test('an older Node is told what to do instead of crashing', () => {
  // The program itself, run by this Node with the version of an older one.
  const aged = `data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})`;
  const start = path.join(REPOSITORY, 'electron/hosts/start.mjs');
  const { status, stderr } = spawnSync(process.execPath, ['--import', aged, start], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('Crosscase needs Node 24, and this is Node 20.20.2.');
});

test('the options of the browser window are read, and what cannot be read is said', () => {
  expect(parseWebOptions([])).toEqual({ port: 0, project: null, open: true });
  expect(parseWebOptions(['--port', '8080', '--no-open', '--project', 'a.crosscase'])).toEqual({
    port: 8080,
    project: 'a.crosscase',
    open: false,
  });
  expect(parseWebOptions(['a.crosscase']).project).toBe('a.crosscase');
  expect(() => parseWebOptions(['--port', 'x'])).toThrow('--port wants a number');
  expect(() => parseWebOptions(['--port', '65536'])).toThrow('--port wants a number');
  expect(() => parseWebOptions(['--sudo'])).toThrow(/--sudo/);
});

test('the browser is opened without a shell that would read the address', () => {
  const url = 'http://127.0.0.1:1/enter?token=a&b';
  expect(browserOpener('linux', url)).toEqual({ program: 'xdg-open', args: [url] });
  expect(browserOpener('darwin', url)).toEqual({ program: 'open', args: [url] });
  expect(browserOpener('win32', url).args.at(-1)).toBe('http://127.0.0.1:1/enter?token=a^&b');
});

test.each([
  ['Matrix.xlsx', `attachment; filename="Matrix.xlsx"; filename*=UTF-8''Matrix.xlsx`],
  ['', `attachment; filename="download"; filename*=UTF-8''download`],
  ['..', `attachment; filename="download"; filename*=UTF-8''download`],
  [
    'a"b\r\nSet-Cookie: x=y',
    `attachment; filename="a-bSet-Cookie- x=y"; filename*=UTF-8''a-bSet-Cookie-%20x%3Dy`,
  ],
  ['../../.bashrc', `attachment; filename="-..-.bashrc"; filename*=UTF-8''-..-.bashrc`],
  ['\u202Egnp.exe', `attachment; filename="gnp.exe"; filename*=UTF-8''gnp.exe`],
  ['\uD800x.txt', `attachment; filename="x.txt"; filename*=UTF-8''x.txt`],
  ['結果.csv', `attachment; filename="__.csv"; filename*=UTF-8''%E7%B5%90%E6%9E%9C.csv`],
])('a download called %j cannot break out of its header', (name, header) => {
  expect(attachment(name)).toBe(header);
});

test(
  'npm start opens a project in the browser window, and Ctrl+C closes it cleanly',
  { timeout: 60_000 },
  async () => {
    const study = await startStudy();
    const file = path.join(study.folder, 'study.crosscase');
    await study.api.project.close({});
    const args = ['electron/hosts/start.mjs', '--web', '--no-open', '--project', file];
    const child = spawn(process.execPath, args, {
      cwd: REPOSITORY,
      env: { ...process.env, CROSSCASE_CONFIG: temporaryFolder() },
    });
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    let printed = '';
    const link = await new Promise<string>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const [, found] = /Crosscase: (http\S+)/.exec(printed) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const entered = await fetch(link, { redirect: 'manual' });
    const call = await fetch(new URL('/call', link), {
      method: 'POST',
      headers: { cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' },
      body: JSON.stringify({ method: 'project.current', input: {} }),
    });
    expect(await call.json()).toMatchObject({ ok: true, value: { path: file, title: 'Study' } });
    expect(fs.existsSync(`${file}-wal`)).toBe(true);

    child.kill('SIGINT');
    expect(await exit).toBe(0);
    expect(fs.existsSync(`${file}-wal`)).toBe(false);
  },
);
