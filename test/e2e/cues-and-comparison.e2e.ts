import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CountedCode } from '#shared/codebook/codebook-contract.ts';
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

async function codeCalled(name: string): Promise<CountedCode> {
  return (await app.api.codebook.list({})).find((code) => code.name === name)!;
}

async function ownCodings(name: string): Promise<number> {
  return (await codeCalled(name)).ownCodings;
}

async function goTo(screen: string): Promise<void> {
  await app.page.getByRole('navigation').getByText(screen, { exact: true }).click();
  await app.page.getByRole('region', { name: screen, exact: true }).waitFor();
}

async function run(action: string): Promise<void> {
  await press('Control+k');
  await app.page.keyboard.type(action);
  await app.page.getByRole('dialog').getByText(action, { exact: true }).waitFor();
  await press('Enter');
}

const proposal = () => app.page.getByRole('region', { name: /^Proposal for/ });
const mark = () => proposal().locator('mark').first().innerText();
const progress = () => app.page.locator('.cues-progress span').innerText();

async function findTime(...cues: readonly string[]): Promise<void> {
  const time = await codeCalled('Time');
  await app.api.codebook.change({ id: time.id, cues: [...cues] });
  await goTo('Codebook');
  await app.page.getByRole('row', { name: /^Time/ }).first().click();
  await run('Find this code by its cues');
  await proposal().waitFor();
}

test('cues are gone through with keys: sentence, turn, another code, skip, back, undo', async () => {
  const { page, api } = app;
  await findTime('hour', 'evening*');
  const before = await ownCodings('Time');
  const total = Number((await progress()).split(' of ')[1]);
  expect(total).toBeGreaterThan(10);
  expect(await mark()).toMatch(/^(hours?|evening)/i);
  expect(await ownCodings('Time')).toBe(before);

  await press('n');
  await eventually(progress).toBe(`1 of ${total}`);
  const first = await proposal().locator('.proposal-sentence, mark').allInnerTexts();
  await press('s');
  await eventually(() => ownCodings('Time')).toBe(before + 1);
  await eventually(progress).toBe(`2 of ${total}`);
  const made = (await api.coding.fragments({ codeIds: [(await codeCalled('Time')).id], limit: 2000 }))
    .fragments;
  expect(made.map(({ quotation }) => quotation)).toContain(first.join(''));

  await press('t');
  await eventually(() => ownCodings('Time')).toBe(before + 2);
  await eventually(progress).toBe(`3 of ${total}`);
  const altruism = await ownCodings('Altruism');
  await press('Enter');
  await page.getByRole('dialog', { name: 'Code the sentence as' }).waitFor();
  await page.keyboard.type('Altruism');
  await press('Enter');
  await eventually(() => ownCodings('Altruism')).toBe(altruism + 1);
  await eventually(progress).toBe(`4 of ${total}`);
  expect(await ownCodings('Time')).toBe(before + 2);

  await press('Control+z');
  await eventually(progress).toBe(`3 of ${total}`);
  expect(await ownCodings('Altruism')).toBe(altruism);
  await press('b');
  await page.getByText('Coded (turn)').waitFor();

  // What was decided is remembered.
  await goTo('Codebook');
  await run('Find this code by its cues');
  await eventually(progress).toBe(`3 of ${total}`);
});

test('a proposal is opened in its text, and Alt+Left comes back to it', async () => {
  const { page } = app;
  await findTime('evening*');
  await press('n');
  await eventually(progress).toMatch(/^1 of/);
  const words = await proposal().locator('.proposal-text').innerText();
  await press('o');
  await page.getByRole('region', { name: 'Coding', exact: true }).waitFor();
  await press('Alt+ArrowLeft');
  await proposal().waitFor();
  expect(await proposal().locator('.proposal-text').innerText()).toBe(words);
});

test('the interviewer is heard only when asked for, and transcripts can be chosen', async () => {
  const { page } = app;
  await findTime('network*', 'time');
  const total = async (): Promise<number> => Number((await progress()).split(' of ')[1]);
  const participants = await total();
  await page.getByText('The interviewer’s words too').click();
  await eventually(total).toBeGreaterThan(participants);
  await page.getByRole('button', { name: /All transcripts/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Transcripts to look in' });
  await dialog.getByRole('button', { name: 'None' }).click();
  await dialog.getByText('T02', { exact: true }).click();
  await press('Escape');
  await page.getByRole('button', { name: /1 of 25 transcripts/ }).waitFor();
  await eventually(total).toBeLessThan(participants);
  await eventually(() => proposal().innerText()).toContain('T02');
});

const list = () => app.page.getByRole('listbox', { name: /others to compare it with/ });

async function compare(name: string): Promise<void> {
  await goTo('Coding');
  await app.page.getByPlaceholder('Find a code').fill(name);
  await app.page
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await press('Control+Alt+c');
  await list().waitFor();
  await eventually(() => list().evaluate((element) => element === document.activeElement)).toBe(true);
}

test('the queue holds one fragment after the other against the existing ones; pairs are judged in place', async () => {
  const { page, api } = app;
  const { id } = await codeCalled('Time');
  const queue = await api.constantComparison.queue({ codeId: id });
  const found = () => api.constantComparison.ofCode({ codeId: id });
  await compare('Time');
  await page.getByText(`${queue.length} not yet compared`).waitFor();
  await press('f');
  await page.getByText(`${queue.length - 1} not yet compared`).waitFor();
  await eventually(found).toMatchObject([{ codingId: queue[0], otherId: null, verdict: 'fits' }]);

  await press('ArrowDown', 's');
  await eventually(async () => (await found()).at(-1)).toMatchObject({
    codingId: queue[1],
    verdict: 'stretches',
  });
  expect((await found()).at(-1)?.otherId).not.toBeNull();
  await list().getByRole('option', { selected: true }).getByText('stretches', { exact: true }).waitFor();
  await press('Backspace');
  await eventually(async () => (await found()).length).toBe(1);

  await press('c');
  await page.getByRole('region', { name: 'Memos', exact: true }).waitFor();
  const [memo] = await api.memos.list({});
  expect(memo).toMatchObject({ class: 'comparison', about: { state: 'there', thing: { id: queue[1] } } });
  await press('Alt+ArrowLeft');
  await list().waitFor();
});

test('what does not fit becomes a new code, and undo brings it back', async () => {
  const { page, api } = app;
  const time = await codeCalled('Time');
  const before = time.ownCodings;
  await compare('Time');
  await press('d');
  await page.getByRole('button', { name: 'Make a new code…' }).click();
  await page.getByRole('textbox', { name: 'Name of the new code' }).fill('Own evenings');
  await press('Enter');
  await eventually(async () => (await codeCalled('Own evenings'))?.ownCodings).toBe(1);
  expect((await codeCalled('Own evenings')).parentId).toBe(time.parentId);
  expect(await ownCodings('Time')).toBe(before - 1);
  await api.history.undo({});
  await eventually(() => ownCodings('Time')).toBe(before);
});

test('no new codes after a transcript is recorded and shown in the list', async () => {
  const { page, api } = app;
  await goTo('Transcripts');
  await page.getByRole('button', { name: 'More for T02' }).click();
  await page.getByRole('menuitem', { name: /no new codes/ }).click();
  await page.getByText('no new codes (A)').waitFor();
  expect(await api.constantComparison.saturation({})).toHaveLength(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually(async () => (await api.constantComparison.saturation({})).length).toBe(0);
});

test('an accessibility check finds nothing to say about either', async () => {
  const { page } = app;
  const check = async (part: string): Promise<void> => {
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      const { violations } = await new AxeBuilder({ page }).include(part).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  };
  await findTime('hour');
  await check('body');
  await compare('Time');
  await check('.coding-panel');
  await press('d');
  await page.getByRole('group', { name: 'It does not fit' }).waitFor();
  await check('.coding-panel');
});
