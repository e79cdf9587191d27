import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseSheet } from '#shared/within-case/within-case-contract.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  const { complaints } = app;
  await app.close();
  expect(complaints).toEqual([]);
});

test('a case is read closely: its summary, what it rests on sentence by sentence, its narrative, and the matrix', async () => {
  const { page, api } = app;
  await api.project.createSample({});
  await page.reload();
  await page.getByRole('navigation').getByText('Within-case').click();
  await page.getByRole('textbox', { name: 'Narrative of T01' }).waitFor();
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Alt+PageDown');
  await page.getByRole('textbox', { name: 'Narrative of T02' }).waitFor();
  const [matrix] = await api.matrices.list({});
  const [, second] = await api.withinCase.cases({});
  const source = { kind: 'matrix', matrixId: matrix!.id } as const;
  const { participantId } = second!;
  const sheet = (): Promise<CaseSheet> => api.withinCase.sheet({ participantId, source });
  const rewards = async () => (await sheet()).themes.find(({ title }) => title === 'Rewards')!;
  const { fragmentIds } = await rewards();
  const unused = page.getByRole('heading', { name: /^Coded, but evidence of no cell/ });
  const coded = (await sheet()).fragments.length;
  await unused.getByText(`${coded} of ${coded} fragments`).waitFor();

  // Written beside the transcript.
  const summary = page.getByRole('textbox', { name: 'Summary of Rewards' });
  await summary.fill('');
  await summary.pressSequentially('He gets worked-out practicals. He wants to see them first.');

  // F6 goes on to the words of the theme: what each is to the summary, and which sentence rests on it.
  await press('F6');
  const fragments = page.getByRole('grid', { name: 'Fragments of Rewards' });
  await page.getByRole('button', { name: /He wants to see them first/ }).waitFor();
  await press('e', '1', 'ArrowDown', 'q', 'ArrowDown', 'c', '2');
  await expect
    .poll(async () => new Map((await rewards()).evidence.map(({ codingId, stance }) => [codingId, stance])))
    .toEqual(
      new Map([
        [fragmentIds[0], 'supports'],
        [fragmentIds[1], 'qualifies'],
        [fragmentIds[2], 'contradicts'],
      ]),
    );
  const place = { columnId: (await rewards()).columnId!, rowKey: (await sheet()).rowKey };
  const links = async () =>
    (await api.checking.cell(place)).sentences.map(({ text, codingIds }) => [text, codingIds]);
  await expect.poll(links).toEqual([
    ['He gets worked-out practicals.', [fragmentIds[0]]],
    ['He wants to see them first.', [fragmentIds[2]]],
  ]);
  await unused.getByText(`${coded - 3} of ${coded} fragments`).waitFor();

  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  // From a sentence to its fragment in the transcript, into the transcript, and back to where the keys were.
  const text = page.getByRole('textbox', { name: /^Transcript T02, to read/ });
  await page.getByRole('button', { name: /^1 ?He gets worked-out practicals/ }).click();
  const pointed = fragments.locator('[data-pointed]');
  expect(await pointed.getAttribute('data-coding')).toBe(String(fragmentIds[0]));
  await page.locator('.bracket[data-selected]').first().waitFor();
  await pointed.focus();
  await press('Enter');
  await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true);
  await press('Escape');
  await expect.poll(() => pointed.evaluate((element) => element === document.activeElement)).toBe(true);
  await press('o');
  await page.getByRole('region', { name: 'Coding', exact: true }).waitFor();
  await press('Alt+ArrowLeft');
  await expect.poll(() => pointed.evaluate((element) => element === document.activeElement)).toBe(true);

  // The case as a whole; one stay in the field is one step of undo.
  const narrative = page.getByRole('textbox', { name: 'Narrative of T02' });
  const told = await narrative.inputValue();
  await narrative.focus();
  await press('Control+End');
  await page.keyboard.type(' He would not call it a network.');
  await press('Tab');
  await expect
    .poll(async () => (await sheet()).narrative.text)
    .toBe(`${told} He would not call it a network.`);
  await press('Control+z');
  await expect.poll(async () => (await sheet()).narrative.text).toBe(told);

  // The same cell in the matrix, and from its row back to the case.
  await page.getByRole('button', { name: 'In the matrix' }).click();
  const panel = page.getByRole('complementary', { name: 'Cell T02, Rewards' });
  await panel.getByRole('button', { name: /^He gets worked-out practicals/ }).waitFor();
  await page.locator('.matrix-cell:focus').getByText('He gets worked-out practicals.').waitFor();
  await press('Alt+Shift+W');
  await fragments.waitFor();
  expect(await summary.inputValue()).toBe('He gets worked-out practicals. He wants to see them first.');
});
