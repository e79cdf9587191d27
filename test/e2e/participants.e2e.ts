import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
  app.page.setDefaultTimeout(10_000);
  await app.api.project.create({ path: path.join(app.folder, 'study'), title: 'Study', coderName: 'Anna' });
  await app.page.getByRole('navigation').getByText('Participants').click();
});

afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

const csv = (text: string) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

/** What is stored, as a table with the names of its columns. */
async function stored(): Promise<readonly (readonly string[])[]> {
  const { attributes, participants } = await app.api.participants.table({});
  return [
    ['code', ...attributes.map(({ name, type }) => `${name} (${type})`)],
    ...participants.map(({ code, values }) => [code, ...attributes.map(({ id }) => values[id] ?? '')]),
  ];
}

async function importTable(text: string): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Import a table…' }).click();
  await (await chooser).setFiles(csv(text));
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('imports a table with types that the person changes, and leaves a column out', async () => {
  const { page } = app;
  await importTable('name;age;since;note\nT1;34;2020;x\nT2;56;2019;\nT2;57;;\n');
  await page.getByText('Line 4: “T2” is on line 3 already.').waitFor();
  expect(await stored()).toEqual([['code']]);
  await expectAccessible();
  await page.getByRole('button', { name: /Type of since/ }).click();
  await page.getByRole('option', { name: 'text' }).click();
  await page.getByRole('checkbox', { name: 'note' }).uncheck();
  await page.getByRole('button', { name: 'Import 2 participants' }).click();
  await page.getByRole('grid', { name: 'Participants' }).waitFor();
  expect(await stored()).toEqual([
    ['code', 'age (whole number)', 'since (text)'],
    ['T1', '34', '2020'],
    ['T2', '56', '2019'],
  ]);
  await expectAccessible();
  await page.getByRole('grid', { name: 'Participants' }).press('Control+z');
  await expect.poll(stored).toEqual([['code']]);
});

test('fills the table with the keyboard alone, as a spreadsheet', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Add a participant' }).press('Enter');
  await page.getByRole('textbox', { name: 'Participant' }).waitFor();
  await page.keyboard.type('T1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('T2');
  await page.keyboard.press('Enter');
  await expect.poll(stored).toEqual([['code'], ['T1'], ['T2']]);

  await page.getByRole('button', { name: 'Attribute…' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).pressSequentially('Age');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'whole number' }).press('Enter');
  await page.getByRole('button', { name: 'Add attribute' }).press('Enter');
  await page.getByRole('columnheader', { name: 'Age whole number' }).waitFor();

  await page.getByRole('rowheader', { name: 'T1' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('34');
  await page.keyboard.press('Enter');
  await page.keyboard.type('many');
  await page.keyboard.press('Tab');
  await page.getByRole('gridcell', { name: /“many” is not a whole number/ }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  await page.keyboard.type('!');
  await page.keyboard.press('Escape');
  const filled = [
    ['code', 'Age (whole number)'],
    ['T1', '34'],
    ['T2', 'many'],
  ];
  await expect.poll(stored).toEqual(filled);
  await page.keyboard.press('Delete');
  await expect.poll(stored).toEqual([filled[0], filled[1], ['T2', '']]);
  await page.keyboard.press('Control+z');
  await expect.poll(stored).toEqual(filled);
});

test('sorts by a column without a row jumping away while it is filled in, and asks before it removes', async () => {
  const { page } = app;
  await importTable('code,age\nT1,34\nT2,9\nT10,56\n');
  await page.getByRole('button', { name: 'Import 3 participants' }).click();
  const codes = () => page.getByRole('rowheader').allInnerTexts();
  const sort = async (how: string): Promise<void> => {
    await page.getByRole('columnheader', { name: 'age whole number' }).getByRole('button').click();
    await page.getByRole('menuitem', { name: how }).click();
  };
  await sort('Sort upwards');
  await expect.poll(codes).toEqual(['T2', 'T1', 'T10', 'New participant']);
  await page.getByRole('gridcell', { name: '9', exact: true }).click();
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await expect.poll(stored).toContainEqual(['T2', '99']);
  expect(await codes()).toEqual(['T2', 'T1', 'T10', 'New participant']);
  await sort('Sort downwards');
  await expect.poll(codes).toEqual(['T2', 'T10', 'T1', 'New participant']);

  await page.getByRole('rowheader', { name: 'T10' }).click();
  await page.keyboard.press('Delete');
  await page
    .getByRole('dialog', { name: 'Remove participant T10?' })
    .getByRole('button', { name: 'Remove' })
    .click();
  await expect.poll(codes).toEqual(['T2', 'T1', 'New participant']);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(codes).toEqual(['T2', 'T10', 'T1', 'New participant']);

  await page.getByRole('button', { name: 'Consent…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record consent for several participants' });
  await dialog.getByLabel('Principal approved on').fill('2024-03-01');
  await dialog.getByLabel('Information sheet given on').fill('2024-03-04');
  await dialog.getByRole('checkbox', { name: 'T10' }).uncheck();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Record for 2 participants' }).click();
  const cleared = async () =>
    (await app.api.participants.table({})).participants.map(({ code, consent }) => [
      code,
      consent?.informationGivenOn,
    ]);
  await expect.poll(cleared).toEqual([
    ['T1', '2024-03-04'],
    ['T2', '2024-03-04'],
    ['T10', undefined],
  ]);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(cleared).toContainEqual(['T1', undefined]);
});
