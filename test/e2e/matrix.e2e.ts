import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
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
  await page.getByRole('navigation').getByText('Matrices').click();
  await page.getByRole('grid', { name: /^Matrix / }).waitFor();
});

afterEach(() => {
  expect(app.complaints).toEqual([]);
});

async function matrix(): Promise<Matrix> {
  const [first] = await app.api.matrices.list({});
  return app.api.matrices.get({ id: first!.id });
}

/** The summary of the cell, as it is stored. */
async function stored(code: string, title: string): Promise<string> {
  const { rows, columns, cells } = await matrix();
  const row = rows.find((one) => one.code === code)!;
  const column = columns.find((one) => one.title === title)!;
  const cell = cells.find((one) => one.rowKey === row.key && one.columnId === column.id);
  return cell?.summary ?? '';
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const panel = () => page.getByRole('complementary', { name: /^Cell / });
const focusedCell = () => page.locator('.matrix-cell:focus');

test('a matrix is filled with the keyboard alone, and undo takes back what was written', async () => {
  const before = await stored('T02', 'Practice');
  await press('ArrowDown');
  await panel().getByRole('heading', { name: 'T02 × Practice' }).waitFor();
  await press('Delete');
  await expect.poll(() => stored('T02', 'Practice')).toBe('');
  await page.keyboard.type('Hallway talk, then nothing.');
  await press('Tab');
  await expect.poll(() => stored('T02', 'Practice')).toBe('Hallway talk, then nothing.');
  await panel()
    .getByRole('heading', { name: /^T02 × Domain/ })
    .waitFor();
  await press('ArrowLeft', 'Enter');
  await page.keyboard.type(' Really nothing.');
  await press('Control+Enter');
  await expect.poll(() => stored('T02', 'Practice')).toBe('Hallway talk, then nothing. Really nothing.');
  await panel().getByRole('heading', { name: 'T03 × Practice' }).waitFor();
  for (let step = 0; step < 3; step += 1) {
    await press('Control+z');
    await page
      .getByText(/^Undone:/)
      .nth(step === 0 ? 0 : step)
      .waitFor();
  }
  await expect.poll(() => stored('T02', 'Practice')).toBe(before);
});

test('Escape leaves the summary as it was, and a pause in typing already keeps it', async () => {
  const before = await stored('T01', 'Practice');
  await press('Enter');
  await page.keyboard.type(' And more');
  await expect.poll(() => stored('T01', 'Practice'), { timeout: 5000 }).toBe(`${before} And more`);
  await press('Escape');
  await expect.poll(() => stored('T01', 'Practice')).toBe(before);
  await focusedCell().waitFor();
});

test('text that is being typed is kept when the person goes to another screen', async () => {
  await press('F2');
  await page.keyboard.type(' Left in the middle');
  await press('Alt+ArrowLeft');
  await page.locator('.matrix-grid').waitFor({ state: 'detached' });
  await expect.poll(() => stored('T01', 'Practice')).toContain('Left in the middle');
});

test('a summary that cannot be stored stays in its cell, marked, until it can', async () => {
  const before = await stored('T01', 'Practice');
  const refuse = { ok: false, error: { code: 'disk-full', detail: {} } };
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes('matrices.writeSummary')) await route.fulfill({ json: refuse });
    else await route.fallback();
  });
  await press('Enter');
  await page.keyboard.type(' Hard to get back.');
  await press('Control+Enter');
  await page.getByRole('alert').getByText('The disk is full.').waitFor();
  const cell = page.locator('[data-spot="0 0"]');
  await cell.getByText('not saved').waitFor();
  expect(await cell.innerText()).toContain('Hard to get back.');
  expect(await stored('T01', 'Practice')).toBe(before);

  await page.unroute('**/call');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await cell.click();
  await press('Enter', 'Control+Enter');
  await expect.poll(() => stored('T01', 'Practice')).toBe(`${before} Hard to get back.`);
  await cell.getByText('not saved').waitFor({ state: 'detached' });
});

test('one key each attaches a fragment as evidence, and one leads to the transcript and back to the cell', async () => {
  await press('ArrowDown', 'ArrowDown', 'ArrowRight');
  await panel()
    .getByRole('heading', { name: /^T03 × Domain/ })
    .waitFor();
  await panel().getByRole('row').first().waitFor();
  await press(' ', 'e', 'ArrowDown', 'q');
  const { columns, rows } = await matrix();
  const place = { columnId: columns[1]!.id, rowKey: rows[2]!.key };
  const stances = async () => (await app.api.matrices.cell(place)).fragments.map(({ stance }) => stance);
  await expect.poll(async () => (await stances()).slice(0, 2)).toEqual(['supports', 'qualifies']);
  await panel().locator('[data-stance="qualifies"][aria-pressed="true"]').waitFor();
  await press('q');
  await expect.poll(async () => (await stances())[1]).toBeNull();

  await press('Enter');
  await page.getByRole('region', { name: 'Coding', exact: true }).waitFor();
  await press('Alt+ArrowLeft');
  await panel()
    .getByRole('heading', { name: /^T03 × Domain/ })
    .waitFor();
  await focusedCell().waitFor();
  expect(await focusedCell().getAttribute('data-spot')).toBe('2 1');
});

test('columns are moved, resized, renamed and removed from their header', async () => {
  const titles = async () => (await matrix()).columns.map(({ title }) => title);
  const [first, second] = await titles();
  await press('Alt+Shift+ArrowRight');
  await expect.poll(async () => (await titles()).slice(0, 2)).toEqual([second, first]);
  await page.getByRole('columnheader').nth(1).getByText(second!).waitFor();
  await press('Control+Home', 'ArrowUp', 'Shift+ArrowRight');
  await expect.poll(async () => (await matrix()).columns[0]!.width).toBe(260);
  await press('Enter');
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('What is shared');
  await press('Enter');
  await expect.poll(async () => (await titles())[0]).toBe('What is shared');

  const handle = page.getByRole('separator', { name: 'Width of What is shared' });
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x - 96, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await matrix()).columns[0]!.width).toBe(160);

  await page.getByRole('columnheader', { name: /What is shared/ }).click();
  await page.getByRole('button', { name: 'Column What is shared' }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await page.getByText('25 summaries and their evidence go along.').waitFor();
  await page.getByRole('button', { name: 'Remove column' }).click();
  await expect.poll(async () => (await titles()).length).toBe(6);
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(titles).toHaveLength(7);
});

test('a new matrix takes its columns from the codebook, and its cases are grouped by an attribute', async () => {
  await page.getByRole('button', { name: 'More of this matrix' }).click();
  await page.getByRole('menuitem', { name: 'New matrix…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Motives');
  await page.getByRole('button', { name: /^Four dimensions/ }).click();
  await page.getByRole('button', { name: 'Make matrix' }).click();
  await page.getByRole('grid', { name: 'Matrix Motives' }).waitFor();
  const list = await app.api.matrices.list({});
  expect(list.at(-1)).toMatchObject({ name: 'Motives', columns: 7, summaries: 0 });

  await page.getByRole('button', { name: /Group by/ }).click();
  await page.getByRole('option', { name: 'school' }).click();
  const groups = page.locator('[data-kind="group"]');
  await groups.first().waitFor();
  expect(await groups.first().getByRole('rowheader').innerText()).toMatch(/^S1\s+4 cases$/);
  // The subtotals of a column are its whole count, cut into groups.
  const shown = await page.getByRole('grid', { name: 'Matrix Motives' }).getAttribute('aria-rowcount');
  const { rows, attributes } = await app.api.matrices.get({ id: list.at(-1)!.id });
  const school = attributes.find(({ name }) => name === 'school')!;
  const schools = new Set(rows.map(({ values }) => values[school.id]));
  expect(Number(shown)).toBe(1 + rows.length + schools.size);
});

test('cases are grouped by types that change meanwhile; pinned rows stay in view, and are there again next time', async () => {
  const typologyId = await app.api.typologies.create({ name: 'Taking part', types: ['Keen', 'Wary'] });
  const [keen] = (await app.api.typologies.list({})).find(({ id }) => id === typologyId)!.types;
  const cases = (await app.api.participants.table({})).participants.map(({ id }) => id);
  const place = (from: number, to: number) =>
    app.api.typologies.assign({ typologyId, participantIds: cases.slice(from, to), typeId: keen!.id });
  await place(0, 3);
  await page.getByRole('button', { name: /Group by/ }).click();
  await page.getByRole('option', { name: 'Taking part (types)', exact: true }).click();
  const group = page.getByRole('rowheader', { name: /^Keen/ });
  await group.getByText('3 cases').waitFor();

  await page.locator('[data-spot="0 0"]').click();
  await press('ArrowDown', 'Alt+p');
  const pinned = page.locator('.matrix-stuck .matrix-case-code');
  await expect.poll(() => pinned.allInnerTexts()).toEqual(['T02']);
  // The keys are where they were, and the row counts in its group.
  await expect.poll(() => focusedCell().getAttribute('data-spot')).toBe('0 0');
  await place(3, 5);
  await group.getByText('5 cases').waitFor();
  await press('Control+ArrowDown');
  await expect.poll(() => focusedCell().getAttribute('data-spot')).toBe('24 0');
  expect(await pinned.isVisible()).toBe(true);
  const below = await page.locator('.matrix-stuck').boundingBox();
  await press('Control+Home', 'ArrowDown');
  await expect
    .poll(async () => ((await focusedCell().boundingBox())?.y ?? 0) >= below!.y + below!.height)
    .toBe(true);

  await page.reload();
  await page.getByRole('navigation').getByText('Matrices').click();
  await expect.poll(() => pinned.allInnerTexts()).toEqual(['T02']);
});

test('the screen has nothing that axe can complain about', async () => {
  await page.waitForTimeout(300);
  const { violations } = await new AxeBuilder({ page }).include('.screen').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
});
