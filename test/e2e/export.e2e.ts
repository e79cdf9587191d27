import fs from 'node:fs';
import path from 'node:path';
import readXlsx from 'read-excel-file/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillBigStudy } from '#test/tasks/big-study.ts';
import { fileOf, nextDownload } from '#test/support/next-download.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
});

afterEach(async () => {
  const { complaints } = app;
  await app.close();
  expect(complaints).toEqual([]);
});

async function exportFromScreen(): Promise<void> {
  const { page } = app;
  await page.reload();
  await page.getByRole('navigation').getByText('Matrices').click();
  await page.getByRole('grid', { name: /^Matrix / }).waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Excel workbook' }).click();
}

test('a matrix is exported from its screen and lands where the browser puts downloads', async () => {
  await app.api.project.createSample({});
  const downloading = nextDownload(app.page);
  await exportFromScreen();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Teachers × themes.xlsx');
  const sheets = await readXlsx(fs.readFileSync(await fileOf(download)));
  expect(sheets.find(({ sheet }) => sheet === 'Fragments')!.data).toHaveLength(721);
  await app.page.getByText('Exported Teachers × themes.xlsx').waitFor();
});

test('a long export shows how far it is, and stops when one says so', async () => {
  const { page, api, folder } = app;
  await api.project.create({ path: path.join(folder, 'big'), title: 'Big', coderName: 'Anna' });
  await fillBigStudy(api, 300, 500);
  await exportFromScreen();
  const task = page.getByRole('status').filter({ hasText: 'Export “Big”' });
  await task.getByRole('progressbar', { name: 'Export “Big”' }).waitFor();
  await expect
    .poll(async () => Number(await task.getByRole('progressbar').getAttribute('value')), { timeout: 20_000 })
    .toBeGreaterThan(0);
  await task.getByRole('button', { name: 'Cancel' }).click();
  await task.waitFor({ state: 'detached' });
  // Somebody who cancelled knows it: no message, and nothing is downloaded.
  expect(await page.getByRole('alert').count()).toBe(0);
});
