import fs from 'node:fs';
import path from 'node:path';
import readXlsx from 'read-excel-file/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Workbook } from '@cj-tech-master/excelts';
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

test('what a co-author edited in the workbook is shown cell by cell, and taken back in one step of undo', async () => {
  const { page, api, folder } = app;
  await api.project.createSample({});
  const downloading = nextDownload(page);
  await exportFromScreen();
  const workbook = new Workbook();
  await workbook.xlsx.readFile(await fileOf(await downloading));
  const sheet = workbook.getWorksheet('Matrix')!;
  sheet.getCell('B2').value = 'Informal, says the co-author.';
  sheet.getCell('B3').value = 'Formal, says the co-author.';
  sheet.getCell('B4').value = null;
  const foreign = sheet.rowCount + 1;
  sheet.getCell(`A${foreign}`).value = 'T99';
  sheet.getCell(`B${foreign}`).value = 'A case that is nowhere else.';
  const edited = path.join(folder, 'from Jo.xlsx');
  await workbook.xlsx.writeFile(edited);
  const [matrix] = await api.matrices.list({});
  const practice = async () => {
    const { rows, columns, cells } = await api.matrices.get({ id: matrix!.id });
    return rows.slice(0, 3).map(({ key }) => {
      const own = cells.find(({ rowKey, columnId }) => rowKey === key && columnId === columns[0]!.id);
      return own!.summary;
    });
  };
  const { rows, columns } = await api.matrices.get({ id: matrix!.id });
  const meanwhile = 'Written here meanwhile.';
  await api.matrices.writeSummary({ columnId: columns[0]!.id, rowKey: rows[1]!.key, summary: meanwhile });
  const before = await practice();

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'More of this matrix' }).click();
  await page.getByRole('menuitem', { name: 'Take back an edited Excel workbook…' }).click();
  await (await chooser).setFiles(edited);
  const dialog = page.getByRole('dialog', { name: 'Take back from Jo.xlsx' });
  await dialog.getByText('3 edited · 2 to decide · 172 unchanged').waitFor();
  await dialog.getByText('The project was changed here after the export.').waitFor();
  await dialog.getByText('taking it clears the cell').waitFor();
  await dialog.getByText('A case that is nowhere else.').waitFor();
  await dialog.getByRole('checkbox', { name: /T02 × Practice/ }).check();
  await dialog.getByRole('button', { name: 'Take 2 cells' }).click();
  await expect
    .poll(practice)
    .toEqual(['Informal, says the co-author.', 'Formal, says the co-author.', before[2]]);
  await page.keyboard.press('Control+z');
  await expect.poll(practice).toEqual(before);
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
