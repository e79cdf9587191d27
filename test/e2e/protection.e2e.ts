import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { startApp, type App } from '#test/support/start-app.ts';

const interview = (code: string, name: string): string =>
  `I: Wie hielp u, ${name}?\n\n${code}: Dat deed ${name}. Het was ${name}’s idee om naar Zwammerdam te gaan.\n`;

let app: App;
let page: Page;

beforeEach(async () => {
  app = await startApp({ width: 1280, height: 720 });
  ({ page } = app);
  page.setDefaultTimeout(15_000);
  const { api, folder } = app;
  await api.project.create({ path: `${folder}/study`, title: 'Study', coderName: 'Anna' });
  const items = ['T01', 'T02', 'T03'].map((code) => {
    writeFileSync(`${folder}/${code}.txt`, interview(code, code === 'T01' ? 'Bartholomeus' : 'Zoë'));
    return { file: app.core.files.offer(`${folder}/${code}.txt`), title: code, participantCode: code };
  });
  await api.transcripts.import({ items });
  await page.reload();
  await page.getByRole('button', { name: 'Transcripts', exact: true }).click();
});

afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

const texts = async () =>
  Promise.all(
    (await app.api.transcripts.list({})).map(async ({ id }) => (await app.api.transcripts.get({ id })).text),
  );

test('names are replaced by key, an export with a name asks first, and a participant withdraws', async () => {
  await page.getByRole('button', { name: 'Pseudonyms…' }).click();
  for (const [name, replacement] of [
    ['Zoë', '[a colleague]'],
    ['Zwammerdam', '[village]'],
  ] as const) {
    await page.getByLabel('Name, place or other identifier').fill(name);
    await page.getByLabel('Replacement').fill(replacement);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('cell', { name, exact: true }).waitFor();
  }
  await page.getByText('It is not saved').waitFor();
  await page.getByRole('button', { name: 'Find them in all transcripts' }).click();
  const places = page.getByRole('listbox', { name: 'Places with a name' });
  await expect.poll(() => places.getByRole('option').count()).toBe(9);
  await places.focus();
  // The first one, the village of T01, is skipped.
  await page.keyboard.press('s');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Put 8 pseudonyms' }).click();
  await expect
    .poll(async () => (await texts()).filter((text) => text.includes('[a colleague]’s idee')).length)
    .toBe(2);
  expect((await texts())[0]).toContain('naar Zwammerdam');
  await page.getByText('The study still holds these names').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  // What is about to leave with a name in it waits for an answer.
  await app.api.codebook.create({ parentId: null, name: 'Help by Zoë' });
  await page.getByRole('dialog', { name: 'Pseudonyms' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Find anything' }).waitFor();
  await page.keyboard.type('Export the codebook: csv');
  await page.locator('.palette-input[aria-activedescendant]').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/Zoë \(\d×\)/).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Participants', exact: true }).click();
  await page.getByRole('button', { name: 'More for T01' }).click();
  await page.getByRole('menuitem', { name: 'Withdraw: erase for good…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 transcript', { exact: true }).waitFor();
  const erase = dialog.getByRole('button', { name: 'Erase for good' });
  expect(await erase.isDisabled()).toBe(true);
  await dialog.getByLabel('Type T01 to confirm').fill('T01');
  const certificate = page.waitForEvent('download');
  await erase.click();
  expect((await certificate).suggestedFilename()).toBe('Certificate of withdrawal.html');
  await expect.poll(async () => (await texts()).length).toBe(2);
  await expect(app.api.history.undo({})).rejects.toMatchObject({ code: 'undo-ends' });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('navigation').getByRole('button', { name: 'Study', exact: true }).click();
  await page.keyboard.press('Control+z');
  await page.getByText('Undo ends here').first().waitFor();
});
