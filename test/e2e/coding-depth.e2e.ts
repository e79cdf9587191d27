import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Coding } from '#shared/coding/coding-contract.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';
import { startApp, type App } from '#test/support/start-app.ts';

const INTERVIEW = `## Werkdruk

Interviewer: Hoe houdt u het vol?

Wijkverpleegkundige: Ik kon het niet volhouden, en niemand kon dat. Wij deelden het werk. Coördinatie was er niet.

## Netwerk

Interviewer: En nu?

Wijkverpleegkundige: Nu gaat het beter. De coordinatie loopt. Niemand leidt het.
`;

let app: App;
let page: Page;
let transcript: Transcript;

beforeEach(async () => {
  app = await startApp({ width: 1280, height: 720 });
  ({ page } = app);
  page.setDefaultTimeout(15_000);
  const { api, folder } = app;
  await api.project.create({ path: `${folder}/study`, title: 'Study', coderName: 'Anna' });
  await api.codebook.create({ parentId: null, name: 'Time' });
  await api.codebook.create({ parentId: null, name: 'Ties', poles: ['weak', 'strong'] });
  await api.codebook.create({ parentId: null, name: 'Work' });
  const files = ['T01', 'T02'].map((name) => {
    const text = name === 'T01' ? INTERVIEW : `${INTERVIEW}\n${longTail()}`;
    writeFileSync(`${folder}/${name}.txt`, text);
    return { file: app.core.files.offer(`${folder}/${name}.txt`), title: name, participantCode: name };
  });
  const [id] = await api.transcripts.import({ items: files });
  transcript = await api.transcripts.get({ id: id! });
  await page.reload();
  await page.getByRole('button', { name: 'Coding', exact: true }).click();
  await page.locator('.transcript-text').waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.className)).toBe('transcript-text');
});

afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

const longTail = () =>
  Array.from(
    { length: 60 },
    (_, index) => `Interviewer: En ${index}?\n\nWijkverpleegkundige: ${'Ja zeker. '.repeat(30)}\n`,
  ).join('\n');
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 });
const said = () => page.locator('.coding-screen > [role="status"]').innerText();
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

async function stored(): Promise<readonly (readonly [string, string])[]> {
  const codes = await app.api.codebook.list({});
  const nameOf = ({ codeId }: Coding) => codes.find(({ id }) => id === codeId)!.name;
  const codings = await app.api.coding.ofTranscript({ transcriptId: transcript.id });
  return codings.map((coding) => [nameOf(coding), transcript.text.slice(coding.start, coding.end)] as const);
}

async function code(words: string, name: string): Promise<Coding> {
  const start = transcript.text.indexOf(words);
  const { id } = (await app.api.codebook.list({})).find((candidate) => candidate.name === name)!;
  const { versionId } = transcript;
  const [made] = await app.api.coding.apply({ versionId, start, end: start + words.length, codeIds: [id] });
  await page.locator(`.bracket[data-coding="${made!.id}"]`).waitFor({ state: 'attached' });
  return made!;
}

/** The caret goes into some words by a click. */
async function clickIn(words: string): Promise<void> {
  const place = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.transcript-text')!,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    }
    throw new Error(`not on screen: ${wanted}`);
  }, words);
  await page.mouse.click(place.x, place.y);
}

test('several codes at once, then extended, split, merged, recoded and copied by key; undo takes back each', async () => {
  await press('Control+ArrowDown', 'Control+ArrowDown', 's', 'Enter');
  await page.getByRole('combobox', { name: 'Code this passage' }).waitFor();
  await page.keyboard.type('tim');
  await press('Control+Enter');
  await page.keyboard.type('tie');
  await press('Control+Enter', 'Escape');
  const sentence = 'Ik kon het niet volhouden, en niemand kon dat.';
  await eventually(stored).toEqual([
    ['Time', sentence],
    ['Ties', sentence],
  ]);
  await eventually(said).toBe('Coded 9 words as Ties; 2 codings here');

  await press('Delete');
  await eventually(stored).toEqual([['Time', sentence]]);
  await clickIn('volhouden');
  await press('Shift+E');
  await eventually(async () => (await stored())[0]![1]).toContain('Coördinatie was er niet.');
  await clickIn('Wij deelden');
  await press('x');
  await eventually(async () => (await stored()).map(([, words]) => words.slice(0, 6))).toEqual([
    'Ik kon',
    'Wij de',
  ]);
  await press('j');
  await eventually(async () => (await stored()).length).toBe(1);
  await press('r');
  await page.getByRole('combobox', { name: 'Recode to' }).waitFor();
  await page.keyboard.type('work');
  await press('Enter');
  await eventually(async () => (await stored()).map(([name]) => name)).toEqual(['Work']);
  await press('c');
  await page.getByRole('combobox', { name: 'Code as another code too' }).waitFor();
  await page.keyboard.type('time');
  await press('Enter');
  await eventually(async () =>
    (await stored()).map(([name]) => name).toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['Time', 'Work']);
  for (let step = 0; step < 5; step += 1) {
    const { entries } = await app.api.history.list({});
    const undone = entries.filter(({ state }) => state !== 'done').length;
    await press('Control+z');
    await eventually(
      async () => (await app.api.history.list({})).entries.filter(({ state }) => state !== 'done').length,
    ).toBe(undone + 1);
  }
  expect(await stored()).toEqual([['Time', sentence]]);
});

test('an edge is dragged by its handle', async () => {
  await code('Wij deelden het werk.', 'Time');
  await clickIn('Wij deelden');
  const handle = page.locator('.edge-handle[data-edge="end"]');
  await handle.waitFor();
  const from = (await handle.boundingBox())!;
  const target = await page.evaluate(() => {
    const node = [...document.querySelectorAll('[data-lexical-text]')].find((element) =>
      element.textContent.includes('Coördinatie'),
    )!.firstChild!;
    const at = node.textContent!.indexOf('Coördinatie') + 'Coördinatie'.length;
    const range = document.createRange();
    range.setStart(node, at - 1);
    range.setEnd(node, at);
    const { right, top, height } = range.getBoundingClientRect();
    return { x: right, y: top + height / 2 };
  });
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x - 30, target.y, { steps: 5 });
  await page.mouse.move(target.x, target.y, { steps: 5 });
  await page.mouse.up();
  await eventually(stored).toEqual([['Time', 'Wij deelden het werk. Coördinatie']]);
});

test('shows only what is asked for, says how much that is, and 0 shows all again', async () => {
  const good = await code('Wij deelden het werk.', 'Time');
  await code('Nu gaat het beter.', 'Ties');
  await code('En nu?', 'Time');
  await app.api.coding.change({ id: good.id, goodQuotation: true });
  await page.locator('.bracket-label', { hasText: '★ Time' }).waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Good quotations only' }).press('Space');
  await press('Escape');
  await page.getByRole('button', { name: 'Filter: showing 1 of 3 codings' }).waitFor();
  await eventually(() => page.locator('.bracket-label').count()).toBe(1);
  await page.locator('.transcript-text').focus();
  await press('0');
  await eventually(() => page.locator('.bracket-label').count()).toBe(3);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: /Speaker/ }).click();
  await page.getByRole('option', { name: 'Interviewer' }).click();
  await page.getByRole('button', { name: / Section$/ }).click();
  await page.getByRole('option', { name: 'Netwerk' }).click();
  await press('Escape');
  await page.getByRole('button', { name: 'Filter: showing 1 of 3 codings' }).waitFor();
  await eventually(() => page.locator('.bracket-label').allInnerTexts()).toEqual(['Time']);
});

test('finds words whatever their diacritics, and goes to a turn by its number', async () => {
  await press('Control+f');
  await page.getByRole('textbox', { name: 'Find in this transcript' }).fill('COORDINATIE');
  await page.getByText('1 of 2', { exact: true }).first().waitFor();
  await press('F3');
  await page.getByText('2 of 2', { exact: true }).first().waitFor();
  await press('F3');
  await page.getByText('1 of 2', { exact: true }).first().waitFor();
  await press('Escape');
  await eventually(() => page.evaluate(() => document.getSelection()?.toString())).toBe('Coördinatie');
  await press('g');
  await page.getByRole('textbox', { name: 'Go to turn' }).fill('4');
  await press('Enter', 's');
  await eventually(() => page.evaluate(() => document.getSelection()?.toString())).toBe('Nu gaat het beter.');
});

test('a coding carries certainty, a good quotation and a translation, and tells its history', async () => {
  const coding = await code('Wij deelden het werk.', 'Ties');
  await clickIn('Wij deelden');
  await page.getByRole('button', { name: 'Fairly sure' }).click();
  await page.locator('.transcript-text').focus();
  await press('q');
  await page.getByRole('textbox', { name: 'Translation' }).fill('We shared the work.');
  await press('Escape');
  await eventually(async () => (await app.api.coding.byIds({ ids: [coding.id] }))[0]).toMatchObject({
    certainty: 2,
    goodQuotation: true,
    translation: 'We shared the work.',
    translator: 'Anna',
  });
  await page.getByText('History', { exact: true }).last().click();
  await page.getByText('Translation: “We shared the work.”').waitFor();
  await page.locator('.coding-history').getByText('A good quotation', { exact: true }).waitFor();
});

test('a long transcript opens where it was left, after a restart too, and a coder says it is finished', async () => {
  const [, second] = await app.api.transcripts.list({});
  await page.getByRole('button', { name: /^Next transcript/ }).click();
  await page.locator('.block[data-number="60"]').waitFor({ state: 'attached' });
  await press('g');
  await page.getByRole('textbox', { name: 'Go to turn' }).fill('60');
  await press('Enter');
  await eventually(() =>
    app.api.coding.readingPosition({ transcriptId: second!.id }).then((at) => (at ?? 0) > 5000),
  ).toBe(true);
  await page.getByRole('button', { name: 'Mark as finished' }).click();
  await page.getByRole('button', { name: 'Finished', exact: true }).waitFor();
  expect((await app.api.transcripts.list({}))[1]).toMatchObject({ finishedBy: ['Anna'] });
  await page.reload();
  await page.getByRole('button', { name: 'Coding', exact: true }).click();
  await page.getByRole('button', { name: /^Next transcript/ }).click();
  await eventually(async () => {
    const box = await page.locator('.block[data-number="60"]').boundingBox();
    return box !== null && box.y > 0 && box.y < 720;
  }).toBe(true);
});
