import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectArgument } from '#electron/hosts/desktop/project-argument.ts';
import { menuActionIds, menuTemplate } from '#electron/hosts/desktop/menu-template.ts';
import { isOwnUrl } from '#electron/hosts/desktop/own-page.ts';
import { windowTitle } from '#electron/hosts/desktop/window-title.ts';
import { parseWindowState, windowPlace } from '#electron/hosts/desktop/window-state.ts';
import { saveFilters } from '#electron/hosts/desktop/file-saving.ts';
import { REPOSITORY } from '#test/support/test-core.ts';

const SCREEN = { x: 0, y: 25, width: 1920, height: 1055 };
const SECOND = { x: 1920, y: 0, width: 1280, height: 720 };

describe('the place of the window', () => {
  const saved = { x: 2000, y: 100, width: 900, height: 600, maximized: false };

  test('is where it was', () => {
    expect(windowPlace(saved, [SCREEN, SECOND])).toEqual({ x: 2000, y: 100, width: 900, height: 600 });
  });

  test('is the middle of the first screen when its own screen is gone', () => {
    expect(windowPlace(saved, [SCREEN])).toEqual({ x: 510, y: 252, width: 900, height: 600 });
  });

  test('is never one whose title bar cannot be caught', () => {
    for (const lost of [
      { x: 1900, y: 100 },
      { x: -880, y: 100 },
      { x: 100, y: -50 },
      { x: 100, y: 1060 },
    ]) {
      expect(windowPlace({ ...saved, ...lost }, [SCREEN])).toMatchObject({ x: 510, y: 252 });
    }
  });

  test('is no larger than the screen at the first start', () => {
    expect(windowPlace(null, [{ x: 0, y: 0, width: 1280, height: 720 }])).toEqual({
      x: 0,
      y: 0,
      width: 1280,
      height: 720,
    });
  });

  test('is forgotten when it cannot be read', () => {
    for (const text of [
      null,
      '',
      '{',
      '[]',
      '{"x":0}',
      '{"x":0,"y":0,"width":1,"height":1,"maximized":false}',
    ]) {
      expect(parseWindowState(text)).toBeNull();
    }
    expect(parseWindowState(JSON.stringify(saved))).toEqual(saved);
  });
});

test('the file on the command line is the last project that is named, seen from where it was typed', () => {
  expect(projectArgument(['electron', '.', 'a.crosscase', '../b.crosscase'], '/home/anna')).toBe(
    '/home/b.crosscase',
  );
  expect(projectArgument(['electron', '.', '--x=a.crosscase', 'notes.txt'], '/home/anna')).toBeNull();
});

test('only the page itself is our own', () => {
  expect(isOwnUrl('app://crosscase/')).toBe(true);
  expect(isOwnUrl('app://crosscase/assets/x.js')).toBe(true);
  for (const url of [
    '',
    'app://crosscase.evil/',
    'app://evil/crosscase/',
    'http://crosscase/',
    'app:crosscase',
  ]) {
    expect([url, isOwnUrl(url)]).toEqual([url, false]);
  }
});

test('every id in the native menu is an action of the page', () => {
  const defined = new Set(actionIdsOfThePage());
  for (const mac of [true, false]) {
    const ids = menuActionIds(menuTemplate(mac, false));
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.filter((id) => !defined.has(id))).toEqual([]);
  }
});

/** Read from the sources: the actions themselves need a browser around them. */
function actionIdsOfThePage(): string[] {
  const folder = path.join(REPOSITORY, 'renderer');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-actions.ts'))
    .flatMap((name) => [...fs.readFileSync(path.join(folder, name), 'utf8').matchAll(/\bid: '([\w.-]+)'/g)])
    .map((match) => match[1] ?? '');
}

test('the developer tools are in the menu of a developer only', () => {
  const roles = (developing: boolean) =>
    menuTemplate(false, developing).flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.kind === 'role' ? [entry.role] : [])),
    );
  expect(roles(true)).toContain('toggleDevTools');
  expect(roles(false)).not.toContain('toggleDevTools');
});

test('the title names the project that is open', () => {
  expect(windowTitle(null)).toBe('Crosscase');
  expect(windowTitle({ path: '/a', uid: 'u', title: 'Hours', coderId: null })).toBe('Hours – Crosscase');
});

test('a save dialog offers the kind of file that is saved', () => {
  expect(saveFilters('matrix.xlsx')).toEqual([{ name: 'XLSX', extensions: ['xlsx'] }]);
  expect(saveFilters('README')).toEqual([]);
});
