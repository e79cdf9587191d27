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

/** The file that the page hands out when the button is pressed. */
async function savedBy(button: string): Promise<string> {
  const download = nextDownload(page);
  await page.getByRole('button', { name: button }).click();
  const file = path.join(app.folder, `${files++} ${(await download).suggestedFilename()}`);
  await (await download).saveAs(file);
  return file;
}
let files = 0;

async function choose(file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose the file…' }).click();
  await (await chooser).setFiles(file);
}

/** On the machine of the checker the file is a project of its own. */
async function openPackage(file: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Find anything' }).fill('Open a check package');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await choose(file);
}

async function chooseIn(label: string, choice: string): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(label) })
    .click();
  await page.getByRole('option', { name: choice, exact: true }).click();
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

  await page.getByRole('button', { name: 'Overview' }).click();
  await page.getByText(/of 175 cells checked/).waitFor();
  expect(app.complaints).toEqual([]);
});

test('a row is asked for blind: a file without the author’s words, own views side by side, a second file, a major difference, its end', async () => {
  await sitDown('A');
  await app.api.project.addCoder({ name: 'Cora' });
  const study = (await app.api.project.current({}))!.path;
  const { rows, columns } = await themes();
  const authors = await app.api.matrices.cell({ columnId: columns[0]!.id, rowKey: rows[2]!.key });

  // The author asks for a row of the matrix, from its panel.
  await rail('Matrices').click();
  await page.locator('[data-spot="2 0"]').click();
  await cell(/^Cell T03/)
    .getByRole('button', { name: 'Ask…' })
    .click();
  const dialog = page.getByRole('dialog');
  await chooseIn('Checker', 'Cora');
  await chooseIn('Cells', 'All cells of its row');
  await chooseIn('What they see', 'Their own summary first');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await rail('Checking').click();
  await page.getByRole('button', { name: 'Overview' }).click();
  const cora = page.getByRole('row', { name: /^Cora/ });
  await cora.getByText('0 of 7').waitFor();
  await cora.getByRole('button', { name: 'As a file…' }).click();
  await dialog.getByText('Your words stay here').waitFor();
  const blind = await savedBy('Save the file…');

  // Cora reads the evidence, and writes her own without the author's.
  await openPackage(blind);
  await page.getByText('0 of 7 own views written, for Sample study').waitFor();
  await page.getByRole('region', { name: 'Evidence' }).waitFor();
  expect(await page.content()).not.toContain(authors.summary.slice(0, 40));
  await page.getByLabel('Your summary').fill('Hours, mostly evenings.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('1 of 7 own views written, for Sample study').waitFor();
  const own = await savedBy('Send your own views back…');

  // The author reads them beside the own summary, and sends the second file.
  await app.api.project.open({ path: study });
  await rail('Checking').click();
  await page.getByRole('button', { name: 'Read verdicts…' }).click();
  await choose(own);
  await page.getByRole('button', { name: 'Read 1 own view' }).click();
  const beside = page.getByRole('table', { name: 'Own views of Cora, waiting for a verdict' });
  await beside.getByText('Hours, mostly evenings.').waitFor();
  await beside.getByText(authors.summary.slice(0, 40)).waitFor();
  await page.getByRole('button', { name: 'Send the second file to Cora…' }).click();
  const open = await savedBy('Save the file…');

  // Both are before Cora when she decides.
  await openPackage(open);
  const card = page.getByRole('article', { name: /^Check T03/ });
  await card.getByRole('region', { name: 'Your own view' }).getByText('Hours, mostly evenings.').waitFor();
  await card.getByRole('region', { name: 'What A wrote' }).waitFor();
  await card.focus();
  await page.keyboard.press('j');
  await page.keyboard.type('Nothing is said about mornings.');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/1 of 7 cells checked, for Sample study/).waitFor();
  const verdict = await savedBy('Send verdicts back…');

  // The author reads it, answers, settles, and later changes the cell: the record stays, and the cell waits again.
  await app.api.project.open({ path: study });
  const first = new RegExp(`^${columns[0]!.title}`);
  await rail('Checking').click();
  await page.getByRole('button', { name: 'Read verdicts…' }).click();
  await choose(verdict);
  await page.getByRole('button', { name: 'Read 1 verdict' }).click();
  await expect.poll(() => stateOf('T03', first)).toBe('disputed');
  await page.getByRole('button', { name: 'Overview' }).click();
  await cora.getByText('1 of 7').waitFor();
  await page.getByRole('button', { name: `T03 × ${columns[0]!.title}` }).click();
  const panel = cell(/^Cell T03/);
  await panel.getByLabel('Your answer, or how it was settled').fill('Mornings are left out on purpose.');
  await panel.getByRole('button', { name: 'Settled' }).click();
  await expect.poll(() => stateOf('T03', first)).toBe('checked');
  await app.api.matrices.writeSummary({
    columnId: columns[0]!.id,
    rowKey: rows[2]!.key,
    summary: 'Hours, and not only evenings.',
  });
  await panel
    .getByText(/about an earlier state of the cell/)
    .first()
    .waitFor();
  await panel.getByText('Mornings are left out on purpose.').waitFor();
  expect(await stateOf('T03', first)).toBe('ready');
  expect(app.complaints).toEqual([]);
});
