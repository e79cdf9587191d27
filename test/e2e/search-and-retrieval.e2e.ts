import fs from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import readXlsx from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fileOf, nextDownload } from '#test/support/next-download.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  ({ page } = app);
});

afterAll(() => app.close());

beforeEach(async () => {
  await app.api.project.createSample({ path: null });
  await page.reload();
  await page.getByRole('navigation').getByText('Study').click();
});

afterEach(() => {
  expect(app.complaints).toEqual([]);
});

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const hits = () => page.getByRole('listbox', { name: 'Hits' });
const note = () => page.locator('.screen-note');
const codingsOf = async (name: string) =>
  (await app.api.codebook.list({})).find((code) => code.name === name)!.codings;

/** The screen settled: nothing is loading and no toast is coming in. */
async function violations(): Promise<readonly string[]> {
  await page.waitForTimeout(200);
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('search by keyboard: results as one types, Enter goes to the words, Alt+Left comes back to the hit', async () => {
  await press('Control+Shift+F');
  await page.keyboard.type('partic');
  await page.getByText('Nothing like that was found').waitFor();
  await page.keyboard.type('*');
  await hits().getByRole('option').first().waitFor();
  const expected = await app.api.search.text({ text: 'partic*' });
  await hits().getByText(`${expected.total} in ${expected.transcripts} transcripts`).waitFor();
  await press('ArrowDown', 'ArrowDown');
  const active = page.locator('.search-hit[data-active]');
  const context = await active.locator('.search-context').innerText();
  await press('Enter');
  await page.getByRole('region', { name: 'Coding', exact: true }).waitFor();
  await expect
    .poll(() => page.evaluate(() => String(getSelection())))
    .toBe(
      expected.hits[1]!.context.slice(
        expected.hits[1]!.start - expected.hits[1]!.contextStart,
        expected.hits[1]!.end - expected.hits[1]!.contextStart,
      ),
    );
  await press('Alt+ArrowLeft');
  await hits().waitFor();
  await expect.poll(() => active.locator('.search-context').innerText()).toBe(context);
  await press('ArrowDown', 'Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('colleague* NEAR/5 time');
  await page.getByText('colleague told for the first time').waitFor();
});

test('where is searched can be chosen, and a hit in a memo, code or cell leads there', async () => {
  await press('Control+Shift+F');
  await page.keyboard.type('network');
  await hits().waitFor();
  const where = page.getByRole('group', { name: 'Where to search' });
  for (const name of ['Transcripts', 'Memos of codings', 'Translations', 'Memos', 'Matrices and cases'])
    await where.getByRole('button', { name, exact: true }).click();
  await expect.poll(() => page.locator('.search-group').allInnerTexts()).toHaveLength(1);
  await hits().getByRole('option').first().click();
  await page.getByRole('region', { name: 'Codebook' }).waitFor();
});

test('hits are ticked and coded in one step, which is one step of undo', async () => {
  await press('Control+Shift+F');
  await page.keyboard.type('professor');
  await hits().waitFor();
  const before = await codingsOf('Practice');
  await press('ArrowDown', ' ', 'ArrowDown', ' ');
  await page.getByText('2 ticked').waitFor();
  await press('c');
  await page.getByRole('combobox', { name: 'Code the hits as' }).fill('Practice');
  await press('Enter');
  await page.getByText(/^Coded [12] passages? as Practice/).waitFor();
  const after = await codingsOf('Practice');
  expect(after).toBeGreaterThan(before);
  await press('Control+z');
  await expect.poll(() => codingsOf('Practice')).toBe(before);
});

test('the search screen has nothing that axe objects to, light and dark', async () => {
  await press('Control+Shift+F');
  expect(await violations()).toEqual([]);
  await page.keyboard.type('time');
  await hits().waitFor();
  await press('ArrowDown', ' ');
  expect(await violations()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
});

const numeral = (count: number): string => count.toLocaleString('en-GB');

async function openFragments(): Promise<void> {
  await page.getByRole('navigation').getByText('Fragments').click();
  await page.getByRole('listbox', { name: 'Fragments found' }).waitFor();
}

/** Chooses one code by its name, with the keyboard. */
async function choose(button: string, code: string): Promise<void> {
  await page.getByRole('button', { name: `${button}: choose codes` }).press('Enter');
  await page.getByRole('combobox', { name: button }).fill(code);
  await press('Enter', 'Control+Enter');
}

test('a question is put together, counted, saved, asked again and undone', async () => {
  await openFragments();
  const all = await app.api.retrieval.find({ query: { codes: {} } });
  await expect.poll(() => note().innerText()).toBe(`${numeral(all.total)} fragments in 25 of 25 cases`);
  await choose('Codes of the fragments', 'Strength of ties');
  const codes = await app.api.codebook.list({});
  const id = (name: string) => codes.find((code) => code.name === name)!.id;
  const ties = await app.api.retrieval.find({ query: { codes: { ids: [id('Strength of ties')] } } });
  await expect.poll(() => note().innerText()).toContain(`${ties.total} fragments`);
  await page.getByRole('button', { name: 'Relation to other codes' }).press('Enter');
  await choose('Codes of the relation', 'Local or global focus');
  const related = await app.api.retrieval.find({
    query: {
      codes: { ids: [id('Strength of ties')] },
      relations: [{ kind: 'overlaps', codeIds: [id('Local or global focus')] }],
    },
    groupBy: { by: 'case' },
  });
  expect(related.total).toBeGreaterThan(0);
  expect(related.total).toBeLessThan(ties.total);
  await expect.poll(() => note().innerText()).toContain(`${related.total} fragment`);

  await page.getByRole('button', { name: /Show$/ }).press('Enter');
  await page.getByRole('option', { name: 'Counts' }).press('Enter');
  const [first] = related.groups;
  await page.getByRole('row', { name: new RegExp(`^${first!.title} ${first!.fragments} `) }).waitFor();

  // The same counts, spread over the codes.
  await page.getByRole('button', { name: /Cross with$/ }).press('Enter');
  await page.getByRole('option', { name: '× code', exact: true }).press('Enter');
  await page.getByRole('columnheader', { name: /^Strength of ties/ }).waitFor();
  await page
    .getByRole('row', { name: new RegExp(`^${first!.title} ${first!.fragments} .*${first!.fragments} `) })
    .waitFor();
  expect(await violations()).toEqual([]);

  await page.getByRole('button', { name: 'Save…' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ties and focus');
  await press('Enter');
  await page.getByRole('button', { name: 'Ties and focus', exact: true }).waitFor();
  await page.getByRole('button', { name: 'New', exact: true }).press('Enter');
  await expect.poll(() => note().innerText()).toContain(`${numeral(all.total)} fragments`);
  await page.getByRole('button', { name: 'Ties and focus', exact: true }).press('Enter');
  await expect.poll(() => note().innerText()).toContain(`${related.total} fragment`);

  await app.api.codebook.remove({ id: id('Local or global focus') });
  await page
    .getByText(/Not there any more, and left out of the question: the code “.*Local or global focus”/)
    .waitFor();
  await expect.poll(() => note().innerText()).toContain(`${ties.total} fragments`);
  await press('Control+z');
  await expect.poll(() => note().innerText()).toContain(`${related.total} fragment`);
  await press('Control+z');
  await page.getByRole('button', { name: 'Ties and focus', exact: true }).waitFor({ state: 'detached' });
});

test('fragments are narrowed by attribute and section, and one press leads to the text', async () => {
  await openFragments();
  await page.getByRole('button', { name: 'Attribute of the case' }).press('Enter');
  await page.getByRole('button', { name: /^Values/ }).press('Enter');
  await page.getByRole('menuitemcheckbox').first().press('Enter');
  await press('Escape');
  await expect.poll(() => note().innerText()).toMatch(/of ([1-9]|1\d|2[0-4]) cases?$/);
  await page.getByRole('button', { name: /^Roles/ }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'the interviewer' }).press('Enter');
  await press('Escape');
  await page.getByText('No fragment is like that').waitFor();
  await page.getByRole('button', { name: 'Start a new query' }).press('Enter');
  const list = page.getByRole('listbox', { name: 'Fragments found' });
  await list.focus();
  await press('ArrowDown', 'Enter');
  await page.getByRole('region', { name: 'Coding', exact: true }).waitFor();
});

test('the fragments found are exported with their context', async () => {
  await openFragments();
  await choose('Codes of the fragments', 'Strength of ties');
  await page.getByRole('button', { name: 'Export…' }).press('Enter');
  await page.getByRole('button', { name: /With$/ }).press('Enter');
  await page.getByRole('option', { name: 'the rest of the sentence' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name of the file' }).fill('Ties');
  const downloading = nextDownload(page);
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Ties.xlsx');
  const sheets = await readXlsx(fs.readFileSync(await fileOf(download)));
  const expected = await codingsOf('Strength of ties');
  expect(sheets.find(({ sheet }) => sheet === 'Fragments')!.data).toHaveLength(expected + 1);
});

test('the fragments screen has nothing that axe objects to, light and dark', async () => {
  await openFragments();
  await choose('Codes of the fragments', 'Strength of ties');
  await page.getByRole('button', { name: 'Relation to other codes' }).press('Enter');
  await page.getByRole('button', { name: 'Attribute of the case' }).press('Enter');
  expect(await violations()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: /Show$/ }).press('Enter');
  await page.getByRole('option', { name: 'Counts' }).press('Enter');
  expect(await violations()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
});
