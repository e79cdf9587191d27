import fs from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CodeId } from '#shared/ids.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
  app.page.setDefaultTimeout(10_000);
  await app.api.project.create({ path: path.join(app.folder, 'study'), title: 'Study', coderName: 'Anna' });
  await app.page.getByRole('navigation').getByText('Codebook').click();
  await app.page.getByText('The codebook is empty').waitFor();
});

afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

/** The tree that is stored, as an outline: two spaces for every level. */
async function outline(): Promise<readonly string[]> {
  const depth = new Map<CodeId, number>();
  return (await app.api.codebook.list({})).map(({ id, parentId, name }) => {
    depth.set(id, parentId === null ? 0 : depth.get(parentId)! + 1);
    return '  '.repeat(depth.get(id)!) + name;
  });
}

const row = (name: string) => app.page.getByRole('row', { name, exact: true });

async function addCodes(...names: readonly string[]): Promise<void> {
  for (const name of names) await app.api.codebook.create({ parentId: null, name });
  await row(names.at(-1)!).waitFor();
}

test('begins with the template, by one button, and offers to undo it', async () => {
  const { page, api } = app;
  await page.getByRole('button', { name: 'Start from Networks and motives (47 codes)' }).click();
  await row('Perspectives on learning networks').waitFor();
  expect(await api.codebook.list({})).toHaveLength(47);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The codebook is empty').waitFor();
});

test('an accessibility check finds nothing to say about the screen', async () => {
  const { page, api } = app;
  await api.codebook.importTemplate({ template: 'networks-and-motives' });
  await row('Perspectives on learning networks').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('makes, renames, moves and removes codes with the keyboard alone', async () => {
  const { page } = app;
  await addCodes('Costs', 'Rewards', 'Joy');
  await row('Costs').press('Insert');
  await page.keyboard.type('Time');
  await page.keyboard.press('Enter');
  await expect.poll(outline).toEqual(['Costs', '  Time', 'Rewards', 'Joy']);
  await expect.poll(() => row('Time').evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('F2');
  await page.keyboard.type('Hours');
  await page.keyboard.press('Enter');
  await expect.poll(outline).toEqual(['Costs', '  Hours', 'Rewards', 'Joy']);

  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(outline).toEqual(['Costs', 'Hours', 'Rewards', 'Joy']);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(outline).toEqual(['Costs', 'Rewards', 'Hours', 'Joy']);
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(outline).toEqual(['Costs', 'Rewards', '  Hours', 'Joy']);

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await page.getByText('1 code below it goes too.').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(outline).toEqual(['Costs', 'Joy']);
  await page.keyboard.press('Control+z');
  await expect.poll(outline).toEqual(['Costs', 'Rewards', '  Hours', 'Joy']);
});

test('moves a code with the mouse, into another and between two', async () => {
  const { page } = app;
  await addCodes('Costs', 'Rewards', 'Joy', 'Time');
  await drag('Time', 'Costs', 0.5);
  await expect.poll(outline).toEqual(['Costs', '  Time', 'Rewards', 'Joy']);
  await drag('Joy', 'Rewards', 0.05);
  await expect.poll(outline).toEqual(['Costs', '  Time', 'Joy', 'Rewards']);

  async function drag(name: string, onto: string, part: number): Promise<void> {
    const from = (await row(name).boundingBox())!;
    const to = (await row(onto).boundingBox())!;
    await page.mouse.move(from.x + 80, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 84, from.y + from.height / 2 + 6, { steps: 3 });
    await page.mouse.move(to.x + 80, to.y + to.height * part, { steps: 8 });
    await page.mouse.up();
  }
});

test('saves what is typed about a code when its field is left, as one step of undo', async () => {
  const { page, api } = app;
  await addCodes('Time');
  const code = async () => (await api.codebook.list({}))[0]!;
  await page.getByLabel('Definition').focus();
  await page.keyboard.type('Time as a price, and ', { delay: 60 });
  await page.keyboard.type('as a gift.', { delay: 60 });
  expect((await code()).definition).toBe('');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await code()).definition).toBe('Time as a price, and as a gift.');
  await api.history.undo({});
  expect((await code()).definition).toBe('');
  await api.history.redo({});

  await page.getByRole('button', { name: 'Give it two poles' }).click();
  await page.keyboard.type('little');
  await page.keyboard.press('Tab');
  await page.getByText('Name the high pole too.').waitFor();
  await page.keyboard.type('much');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => [(await code()).poleLow, (await code()).poleHigh])
    .toEqual(['little', 'much']);

  await page.getByLabel('New cue').fill('busy, hours');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await code()).cues).toEqual(['busy', 'hours']);
  await page.getByRole('button', { name: 'Remove busy' }).click();
  await expect.poll(async () => (await code()).cues).toEqual(['hours']);

  await page.getByRole('button', { name: /Kind$/ }).click();
  await page.getByRole('option', { name: 'Cost' }).click();
  await expect.poll(async () => (await code()).kind).toBe('cost');

  await page.getByRole('button', { name: /^Colour of Time/ }).click();
  await page.getByLabel('Any other').fill('#aa3344');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await code()).color).toBe('#aa3344');
});

test('what was being typed when the window went is there at the next start', async () => {
  const { page, api } = app;
  await addCodes('Time');
  await page.getByLabel('Definition').fill('Time as a pri');
  await page.waitForTimeout(1100);
  await page.reload();
  await page.getByRole('navigation').getByText('Codebook').click();
  await page.getByText('Restored what was being typed about “Time”').waitFor();
  expect((await api.codebook.list({}))[0]!.definition).toBe('Time as a pri');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await api.codebook.list({}))[0]!.definition).toBe('');
});

test('a name that is taken is said in the field, and the name stays as it was', async () => {
  const { page } = app;
  await addCodes('Time', 'Money');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('money');
  await name.press('Enter');
  await page.getByText('There is already a code called “money”.').waitFor();
  expect(await outline()).toEqual(['Time', 'Money']);
  await name.press('Escape');
  expect(await name.inputValue()).toBe('Time');
});

test('finds a code by a few letters, with what stands above it', async () => {
  const { page, api } = app;
  await api.codebook.importTemplate({ template: 'networks-and-motives' });
  await page.getByRole('searchbox', { name: 'Find a code' }).fill('rew tim');
  await expect
    .poll(() => page.locator('.code-tree .code-name').allTextContents())
    .toEqual(['Motives: rational exchange', 'Rewards', 'Saving time']);
  await page.keyboard.press('Escape');
  await row('Perspectives on learning networks').waitFor();
});

test('shows a dropped codebook file before it is imported, and refuses one that is broken', async () => {
  const { page } = app;
  await drop('broken.json', '{"codes": [{"id": "a", "name": "A", "poles": ["low"]}]}');
  await page.getByText('Code “a”: poles are two texts: the low one and the high one.').waitFor();
  const codes = [
    { id: 'c', name: 'Costs' },
    { id: 't', parent: 'c', name: 'Time' },
  ];
  await drop('ours.json', JSON.stringify({ name: 'Ours', codes }));
  await page.getByRole('dialog', { name: 'Import “Ours”' }).getByText('Time').waitFor();
  expect(await outline()).toEqual([]);
  await page.getByRole('button', { name: 'Add 2 codes' }).click();
  await expect.poll(outline).toEqual(['Costs', '  Time']);

  async function drop(name: string, text: string): Promise<void> {
    const file = path.join(app.folder, name);
    fs.writeFileSync(file, text);
    const data = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], fileName, { type: 'application/json' }));
        return transfer;
      },
      [name, text] as const,
    );
    await page.dispatchEvent('.file-drop', 'drop', { dataTransfer: data });
  }
});
