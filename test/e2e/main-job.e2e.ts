import path from 'node:path';
import type { Page } from 'playwright';
import readXlsx from 'read-excel-file/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileOf, nextDownload } from '#test/support/next-download.ts';
import { startApp, type App } from '#test/support/start-app.ts';
import { REPOSITORY } from '#test/support/test-core.ts';

const NURSES = path.join(REPOSITORY, 'test/fixtures/nurses');

let app: App;
let page: Page;

beforeEach(async () => {
  app = await startApp({ width: 1280, height: 720 });
  ({ page } = app);
  page.setDefaultTimeout(15_000);
});

afterEach(() => app.close());

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 10_000 });

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Finds something in the palette and runs it: how a person without a mouse gets anywhere. */
async function run(words: string): Promise<void> {
  await press('Control+k');
  await page.getByRole('dialog', { name: 'Find anything' }).waitFor();
  await page.keyboard.type(words);
  await page.locator('.palette-input[aria-activedescendant]').waitFor();
  await press('Enter');
  await page.getByRole('dialog', { name: 'Find anything' }).waitFor({ state: 'detached' });
}

/** The dialog of the operating system is out of reach; everything before and after it is done with keys. */
async function answerFileDialog(action: string, ...names: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await run(action);
  await (await chooser).setFiles(names.map((name) => path.join(NURSES, name)));
  await page.getByRole('dialog').waitFor();
}

/** Tabs until the control with these words has the focus. */
async function tabTo(words: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement?.matches('button, input, [tabindex]')
        ? document.activeElement
        : null;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
  for (let step = 0; step < 60; step += 1) {
    if (words.test(await focused())) return;
    await press('Tab');
  }
  throw new Error(`no control can be reached with Tab that says ${words.source}`);
}

async function selectWith(keys: readonly string[], words: string): Promise<void> {
  await press(...keys);
  await eventually(() => page.evaluate(() => document.getSelection()?.toString() ?? '')).toBe(words);
}

test('from interviews to a spreadsheet with the keyboard alone', async () => {
  // A new project: the first button has the focus.
  await page.locator('button:focus', { hasText: 'New project' }).waitFor();
  await press('Enter');
  await page.getByRole('dialog', { name: 'New project' }).waitFor();
  await page.keyboard.type('Netwerken in de wijk');
  await press('Tab');
  await page.keyboard.type('Anna');
  await press('Enter');
  await page.getByRole('region', { name: 'Study' }).waitFor();

  // Participants from a table with semicolons and decimal commas.
  await answerFileDialog('import participants', 'nurses.csv');
  await tabTo(/^Import 2 participants/);
  await press('Enter');
  await eventually(async () =>
    (await app.api.participants.table({})).participants.map(({ code }) => code),
  ).toEqual(['V1', 'V2']);
  const { attributes } = await app.api.participants.table({});
  expect(attributes.map(({ name, type }) => [name, type])).toContainEqual(['jaren ervaring', 'decimal']);

  // Two interviews at once, found to be those of the two participants.
  await answerFileDialog('import transcripts', 'V1 verpleegkundige.txt', 'V2 huisarts.txt');
  await tabTo(/^Import 2 transcripts/);
  await press('Enter');
  await eventually(async () =>
    (await app.api.transcripts.list({})).map(({ participantCode }) => participantCode),
  ).toEqual(['V1', 'V2']);
  expect((await app.api.participants.table({})).participants).toHaveLength(2);

  // A codebook from the template.
  await run('go to codebook');
  await tabTo(/Networks and motives/);
  await press('Enter');
  await eventually(async () => (await app.api.codebook.list({})).length).toBe(47);

  // The first interview: a turn as Time, a sentence as Mutual trust.
  await run('V1 verpleegkundige');
  await page.locator('.transcript-text').waitFor();
  // Past the two lines above the interview and the first question.
  await press('Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown');
  await selectWith(['s'], 'Druk.');
  await press('s');
  await press('Enter');
  await page.keyboard.type('time');
  await press('Enter');
  const own = async () => {
    const [first] = await app.api.transcripts.list({});
    const { text } = await app.api.transcripts.get({ id: first!.id });
    const codes = await app.api.codebook.list({});
    const codings = await app.api.coding.ofTranscript({ transcriptId: first!.id });
    return codings.map(({ codeId, start, end }) => [
      codes.find(({ id }) => id === codeId)!.key,
      text.slice(start, end),
    ]);
  };
  await eventually(own).toEqual([
    ['cost.time', 'Druk. Om half acht begin ik, en om 16:30 zit ik nog in de auto.'],
  ]);

  // A matrix of costs, rewards and symbolic motives; a summary in the first cell.
  await run('new matrix');
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
  await press('Control+a');
  await page.keyboard.type('Motieven');
  await tabTo(/^Four dimensions/);
  await press('Enter');
  await tabTo(/^Make matrix/);
  await press('Enter');
  await page.getByRole('grid', { name: 'Matrix Motieven' }).waitFor();
  const costs = async () => (await matrix()).columns.findIndex(({ title }) => title === 'Costs');
  const matrix = async () => app.api.matrices.get({ id: (await app.api.matrices.list({}))[0]!.id });
  await page.locator('.matrix-cell:focus').waitFor();
  for (let column = await costs(); column > 0; column -= 1) await press('ArrowRight');
  await page.keyboard.type('Tijd is schaars; =SOM(1) is geen formule.');
  await press('Control+Enter');
  await eventually(async () => (await matrix()).cells.map(({ count, summary }) => [count, summary])).toEqual([
    [1, 'Tijd is schaars; =SOM(1) is geen formule.'],
  ]);

  // The spreadsheet, read by a program that is not ours.
  const download = nextDownload(page);
  await run('export the matrix to excel');
  const file = await fileOf(await download);
  const sheets = await readXlsx(file);
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Matrix',
    'Counts',
    'Fragments',
    'Codebook',
    'Participants',
    'States',
    'About',
    // Hidden: what an edited workbook is read back by.
    'Crosscase ids',
  ]);
  const cellsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data.flat();
  expect(cellsOf('Fragments')).toContain('Druk. Om half acht begin ik, en om 16:30 zit ik nog in de auto.');
  expect(cellsOf('Matrix')).toContain('Tijd is schaars; =SOM(1) is geen formule.');
  expect(app.complaints).toEqual([]);
});
