import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktopProgram, startDesktopApp, type DesktopApp } from '#test/support/start-desktop-app.ts';

/** Runs where `npm run test:desktop` found the Electron runtime and a display; nowhere else is there a window to drive. */
const possible = process.env['CROSSCASE_TEST_DESKTOP'] === '1' && desktopProgram() !== null;

describe.runIf(possible)('the real desktop window', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crosscase-desktop-'));
  let app: DesktopApp;

  beforeAll(async () => {
    app = await startDesktopApp(folder);
  });

  afterAll(async () => {
    await app.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  test('shows the page, from its own origin, without Node in it', async () => {
    await app.page.getByRole('button', { name: 'New project…' }).first().waitFor();
    expect(app.page.url()).toBe('app://crosscase/');
    const seen = await app.page.evaluate(() => [typeof globalThis.process, typeof globalThis.require]);
    expect(seen).toEqual(['undefined', 'undefined']);
  });

  test('makes a project through its bridge, and names the window after it', async () => {
    const file = path.join(folder, 'study.crosscase');
    await app.api.project.create({ path: file, title: 'Hours', coderName: 'Anna' });
    expect(fs.existsSync(file)).toBe(true);
    await expect
      .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
      .toBe('Hours – Crosscase');
  });

  test('reaches nothing outside: no request, no window, no permission', async () => {
    const reached = await app.page.evaluate(async () => {
      const fetched = await fetch('https://example.org/').then(
        () => 'fetched',
        () => 'refused',
      );
      const opened = window.open('https://example.org/') === null ? 'refused' : 'opened';
      const { state } = await navigator.permissions.query({ name: 'notifications' });
      return { fetched, opened, state };
    });
    expect(reached).toEqual({ fetched: 'refused', opened: 'refused', state: 'denied' });
    expect(app.electron.windows()).toHaveLength(1);
  });
});
