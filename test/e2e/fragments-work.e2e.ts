import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import type { CodeId } from '#shared/ids.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
  app.page.setDefaultTimeout(10_000);
  await app.api.project.createSample({});
});

afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 10_000 });

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await app.page.keyboard.press(key);
}

async function idOf(name: string): Promise<CodeId> {
  const code = (await app.api.codebook.list({})).find((candidate) => candidate.name === name);
  return must(code, `the sample has ${name}`).id;
}

async function own(name: string): Promise<number> {
  const id = await idOf(name);
  const code = (await app.api.codebook.list({})).find((candidate) => candidate.id === id);
  return must(code, name).ownCodings;
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

async function run(action: string): Promise<void> {
  await press('Control+k');
  await app.page.keyboard.type(action);
  await press('Enter');
}

test('fragments are recoded together, made examples, and a split is walked beside the text, all by keys', async () => {
  const { page, api } = app;
  await page.getByRole('navigation').getByText('Coding', { exact: true }).click();
  await page.locator('.transcript-text:focus').waitFor();

  // To a line by its number: the caret stands in it, and it is drawn beside the text.
  await press('l');
  await page.getByLabel('Go to line').fill('60');
  await press('Enter');
  await page.locator('.block-lines', { hasText: '60' }).waitFor();
  await page.getByRole('heading', { name: /^Turn 20/ }).waitFor();

  const before = [await own('Formality'), await own('Setting')];
  await page.getByRole('row', { name: /Formality/ }).click();
  await page.getByRole('tab', { name: 'Fragments' }).click();
  const list = page.getByRole('listbox', { name: 'Fragments of Formality' });
  await list.focus();
  await press('e');
  const examples = async () =>
    (await api.codebook.list({})).find(({ name }) => name === 'Formality')?.examples.map(({ kind }) => kind);
  await eventually(examples).toEqual(['example']);
  await press('ArrowDown', 'n');
  await eventually(examples).toEqual(['example', 'near miss']);

  await press('Home', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await page.getByText('3 chosen').waitFor();
  await expectAccessible();
  await press('r');
  await page.getByRole('combobox', { name: 'Recode to' }).fill('Setting');
  await press('Enter');
  await eventually(() => own('Formality')).toBe((before[0] ?? 0) - 3);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await eventually(async () => [await own('Formality'), await own('Setting')]).toEqual(before);

  await page.getByRole('navigation').getByText('Codebook', { exact: true }).click();
  await page.getByRole('row', { name: /Formality/ }).click();
  await run('split this code');
  await page.getByRole('button', { name: 'Add a code to sort into' }).click();
  await page.getByRole('combobox').last().fill('Setting');
  await press('Enter');
  await page.getByRole('button', { name: 'Read it in the text' }).click();
  await page.getByRole('tab', { name: 'Split' }).waitFor();
  const quotation = page.locator('.split-fragment blockquote');
  const first = await quotation.innerText();
  await page.locator('.selected-coding-quotation', { hasText: first.slice(0, 30) }).waitFor();
  await page.getByRole('group', { name: 'Sort fragments' }).and(page.locator(':focus')).waitFor();
  await press('1');
  await eventually(() => own('Formality')).toBe((before[0] ?? 0) - 1);
  await eventually(() => quotation.innerText()).not.toBe(first);
  // The next is shown in its text, and the keys still sort.
  const second = await quotation.innerText();
  await page.locator('.selected-coding-quotation', { hasText: second.slice(0, 30) }).waitFor();
  await press('0');
  await page.getByText(/1 kept/).waitFor();
  await press('Escape');
  await page.getByRole('tab', { name: 'Split' }).waitFor({ state: 'detached' });
});
