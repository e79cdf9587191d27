import fs from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CodeId } from '#shared/ids.ts';
import { startApp, type App } from '#test/support/start-app.ts';

const TEXT =
  'I: How is it?\n\nT: It takes hours of my week. It gives hours back too. I have friends there, and I learn.\n';

let app: App;
let codes: { time: CodeId; hours: CodeId; joy: CodeId };

beforeEach(async () => {
  app = await startApp();
  app.page.setDefaultTimeout(10_000);
  await app.api.project.create({ path: path.join(app.folder, 'study'), title: 'Study', coderName: 'Anna' });
});

afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

/** Time has three fragments, one of which has Hours too. */
async function codeInterview(): Promise<void> {
  const { api, core, folder, page } = app;
  const file = path.join(folder, 'T01.txt');
  fs.writeFileSync(file, TEXT);
  const item = { file: core.files.offer(file), title: 'T01', participantCode: 'T01' };
  await api.transcripts.import({ items: [item] });
  const [transcript] = await api.transcripts.list({});
  const { versionId, text } = await api.transcripts.get({ id: transcript!.id });
  const create = (name: string) => api.codebook.create({ parentId: null, name });
  codes = { time: await create('Time'), hours: await create('Hours'), joy: await create('Joy') };
  const code = async (words: string, codeIds: CodeId[]) => {
    const start = text.indexOf(words);
    await api.coding.apply({ versionId, start, end: start + words.length, codeIds });
  };
  await code('It takes hours of my week.', [codes.time, codes.hours]);
  await code('It gives hours back too.', [codes.time]);
  await code('I have friends there', [codes.time]);
  await page.getByRole('navigation').getByText('Codebook').click();
  await row('Time').waitFor();
}

const row = (name: string) => app.page.getByRole('row', { name, exact: true });

async function counts(): Promise<Record<string, number>> {
  return Object.fromEntries((await app.api.codebook.list({})).map(({ name, codings }) => [name, codings]));
}

async function fromMenu(label: string): Promise<void> {
  await app.page.getByRole('button', { name: 'More for this code' }).click();
  await app.page.getByRole('menuitem', { name: label }).click();
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('merges a code into another after saying what moves, and takes it back', async () => {
  await codeInterview();
  const { page } = app;
  await row('Time').click();
  await fromMenu('Merge into…');
  await page.getByRole('combobox', { name: 'The code that stays' }).fill('Hours');
  await page.keyboard.press('Enter');
  await page.getByText('3 codings move, of every coder.').waitFor();
  await page.getByText('1 of them stands where the other code is already').waitFor();
  await expectAccessible();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Merge');
  await page.keyboard.press('Enter');
  await expect.poll(counts).toEqual({ Hours: 3, Joy: 0 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(counts).toEqual({ Time: 3, Hours: 1, Joy: 0 });
});

test('splits a code by keys, goes on where it was, and undoes one key at a time', async () => {
  await codeInterview();
  const { page, api } = app;
  await row('Time').click();
  await fromMenu('Split…');
  for (const name of ['Hours', 'Joy']) {
    await page.getByRole('button', { name: 'Add a code to sort into' }).click();
    await page.getByRole('combobox').fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Sort into' }).getByText(name).waitFor();
  }
  await page.getByText('3 fragments to sort').waitFor();
  await expectAccessible();
  await page.getByRole('group', { name: 'Sort fragments' }).focus();
  await page.keyboard.press('1');
  await page.getByText('2 fragments to sort').waitFor();
  await page.keyboard.press('Escape');
  expect(await counts()).toEqual({ Time: 2, Hours: 1, Joy: 0 });

  await fromMenu('Split…');
  await page.getByText('2 fragments to sort').waitFor();
  await page.getByRole('group', { name: 'Sort fragments' }).focus();
  await page.keyboard.press('0');
  await page.getByText('1 fragment to sort, 1 kept').waitFor();
  await page.keyboard.press('2');
  await page.getByText('Every fragment of yours is sorted.').waitFor();
  expect(await counts()).toEqual({ Time: 1, Hours: 1, Joy: 1 });
  await api.history.undo({});
  await page.getByText('1 fragment to sort, 1 kept').waitFor();
});

test('freezes the codebook, shows what changed since, and lists the codings to look at again', async () => {
  await codeInterview();
  const { page, api } = app;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('versions of the codebook');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name', { exact: true }).last().fill('Pilot');
  await page.getByRole('button', { name: 'Freeze the codebook now' }).click();
  await page.getByRole('cell', { name: 'Pilot' }).waitFor();
  await page.getByText('Nothing is different.').waitFor();
  await api.codebook.change({ id: codes.joy, name: 'Gladness' });
  await api.codebook.change({ id: codes.time, definition: 'Hours that it takes.' });
  await page.getByText('2 differences').waitFor();
  await page.locator('ins', { hasText: 'Hours that it takes.' }).waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Close' }).last().click();

  await row('Time').click();
  await page.getByRole('button', { name: 'History', exact: true }).last().click();
  await page.getByRole('button', { name: '3 codings are older…' }).click();
  await page.getByRole('button', { name: 'Re-examined' }).first().click();
  await page.getByText('2 codings of yours are older').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Show' }).first().click();
  await page
    .getByRole('heading', { name: 'T01' })
    .or(page.getByText('It gives hours back too.'))
    .first()
    .waitFor();
});

test('starts a study from a template: shows it, takes what is ticked, in one step of undo', async () => {
  const { page, api } = app;
  await page.getByRole('button', { name: 'Templates…' }).click();
  await page.getByRole('button', { name: /^Leadership of informal learning/ }).click();
  await page.getByText('Show the interview guide').click();
  await page.getByText('What helps, and what hinders?').waitFor();
  await page.getByLabel('Years in the organisation').uncheck();
  await expectAccessible();
  await page.getByRole('button', { name: 'Add what is ticked' }).click();
  await row('Informal learning').waitFor();
  expect((await api.participants.table({})).attributes.map(({ name }) => name)).toEqual([
    'Role',
    'Level',
    'Unit',
  ]);
  expect((await api.matrices.list({})).map(({ name }) => name)).toEqual([
    'Roles × themes',
    'Convergence and divergence',
  ]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The codebook is empty').waitFor();
  expect(await api.matrices.list({})).toEqual([]);
});

test('refuses a second code of an exclusive domain, made by hand on the screen', async () => {
  await codeInterview();
  const { page, api } = app;
  await row('Time').click();
  await page.getByRole('button', { name: 'Relations' }).click();
  await page.getByRole('button', { name: 'Make exclusive…' }).click();
  await page.getByRole('button', { name: 'New domain' }).click();
  await page.getByLabel('Name', { exact: true }).last().fill('Balance');
  await page.getByRole('button', { name: 'Add a code' }).click();
  await page.getByRole('combobox').fill('Joy');
  await page.keyboard.press('Enter');
  await expectAccessible();
  await page.getByRole('button', { name: 'Save domain' }).click();
  await page.getByText('Time · Joy').waitFor();
  const [coding] = (await api.coding.fragments({ codeIds: [codes.time] })).fragments;
  const { versionId, start, end } = coding!;
  await expect(api.coding.apply({ versionId, start, end, codeIds: [codes.joy] })).rejects.toMatchObject({
    code: 'code-exclusive',
  });
});

test('shows which transcript brought new codes, as a strip and as a table', async () => {
  await codeInterview();
  const { page, api } = app;
  await api.codebook.change({ id: codes.time, definition: 'Hours.' });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New and changed codes per transcript…' }).click();
  await page.getByText('The last transcript still brought new codes.').waitFor();
  await page.getByRole('row', { name: 'T01 2 2 Time, Hours 1 Time' }).waitFor();
  await expectAccessible();
});

test('says when to use a code, shows an example from the fragments, and relates codes', async () => {
  await codeInterview();
  const { page, api } = app;
  const time = async () => (await api.codebook.list({})).find(({ id }) => id === codes.time)!;
  await row('Time').click();
  await page.getByRole('button', { name: 'When to use' }).click();
  await page.getByLabel('Use when', { exact: true }).fill('Time is a price.');
  await page.getByRole('button', { name: 'Choose a code' }).click();
  await page.getByRole('combobox').fill('joy');
  await page.keyboard.press('Enter');
  await expect.poll(time).toMatchObject({ useWhen: 'Time is a price.', insteadId: codes.joy });

  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('button', { name: 'Example…' }).click();
  await page.getByRole('dialog').getByText('It gives hours back too.').click();
  await expect
    .poll(async () => (await time()).examples.map(({ quotation }) => quotation))
    .toEqual(['It gives hours back too.']);
  await expectAccessible();
});
