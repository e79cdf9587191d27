import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { nextDownload } from '#test/support/next-download.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  ({ page } = app);
  page.setDefaultTimeout(15_000);
});

afterAll(() => app.close());

async function themes(): Promise<Matrix> {
  const [first] = await app.api.matrices.list({});
  return app.api.matrices.get({ id: first!.id });
}

async function stateOf(code: string, title: RegExp): Promise<string | undefined> {
  const { id, rows, columns } = await themes();
  const row = rows.find((one) => one.code === code)!;
  const column = columns.find((one) => title.test(one.title))!;
  const states = await app.api.checking.states({ matrixId: id });
  return states.find(({ rowKey, columnId }) => rowKey === row.key && columnId === column.id)?.state;
}

async function sitDown(name: string): Promise<void> {
  const coder = (await app.api.project.coders({})).find((one) => one.name === name)!;
  await app.api.project.chooseCoder({ coderId: coder.id });
  await page.getByText(`Coding as ${name}`).waitFor();
}

const rail = (screen: string) => page.getByRole('navigation', { name: 'Screens' }).getByText(screen);
const cell = (name: RegExp) => page.getByRole('complementary', { name });

test('a claim goes stale, is confirmed, is checked by another coder, disputed, answered and settled; a file goes out', async () => {
  await app.api.project.createSample({ path: null });
  await page.reload();
  await rail('Matrices').click();
  await page.getByRole('grid', { name: /^Matrix / }).waitFor();

  // Upstream, a definition changes: the cells that rest on it say so, and what changed.
  const time = (await app.api.codebook.list({})).find(({ name }) => name === 'Time')!;
  await app.api.codebook.change({ id: time.id, definition: 'Hours that are missed elsewhere.' });
  const { columns } = await themes();
  await page.locator(`[data-spot="0 ${columns.findIndex(({ title }) => title === 'Costs')}"]`).click();
  const costs = cell(/^Cell T01, Costs/);
  await costs.getByText('“Time” is defined anew').waitFor();
  await costs.getByText('Hours that are missed elsewhere.').waitFor();
  await costs.getByRole('button', { name: 'Still right' }).click();
  await costs.getByText(/Still right: A/).waitFor();
  expect(await stateOf('T01', /^Costs/)).toBe('ready');

  // B goes through the queue with the keys: agrees once, differs once.
  await sitDown('B');
  await rail('Checking').click();
  await page.getByRole('article', { name: /^Check T01, Costs/ }).waitFor();
  await page.keyboard.press('a');
  await expect.poll(() => stateOf('T01', /^Costs/)).toBe('checked');
  await page.getByRole('article', { name: /^Check (?!T01)/ }).waitFor();
  await page.getByRole('option', { name: /T07 × Practice/ }).click();
  await page.getByRole('article', { name: /^Check T07, Practice/ }).waitFor();
  await page.keyboard.press('m');
  await page.keyboard.type('He does meet them, at the coffee machine.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => stateOf('T07', /^Practice/)).toBe('disputed');

  // The author answers, the checker settles.
  await sitDown('A');
  await page.getByRole('option', { name: /T07 × Practice/ }).click();
  const card = page.getByRole('article', { name: /^Check T07, Practice/ });
  await card.getByLabel('Your answer, or how it was settled').fill('Not about lessons, he says.');
  await card.getByRole('button', { name: 'Answer' }).click();
  await sitDown('B');
  await page.getByRole('option', { name: /T07 × Practice/ }).click();
  await card.getByLabel('How it was settled').fill('Kept: it is about lessons.');
  await card.getByRole('button', { name: 'Settled' }).click();
  await expect.poll(() => stateOf('T07', /^Practice/)).toBe('checked');

  // The overview counts them, and the rest goes to B as a file.
  await page.getByRole('button', { name: 'Overview' }).click();
  await page.getByText(/of 175 cells checked/).waitFor();
  await page.getByRole('button', { name: 'As a file…' }).first().click();
  const download = nextDownload(page);
  await page.getByRole('button', { name: 'Save the file…' }).click();
  const file = path.join(app.folder, (await download).suggestedFilename());
  await (await download).saveAs(file);
  expect(fs.statSync(file).size).toBeGreaterThan(1000);

  // On the machine of B the file is a project of its own.
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Find anything' }).fill('Open a check package');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose the file…' }).click();
  await (await chooser).setFiles(file);
  await page.getByText(/0 of \d+ cells checked, for Sample study/).waitFor();
  await page.getByRole('article').focus();
  await page.keyboard.press('a');
  await page.getByText(/1 of \d+ cells checked, for Sample study/).waitFor();
  expect(app.complaints).toEqual([]);
});
