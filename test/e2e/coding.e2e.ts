import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Coding } from '#shared/coding/coding-contract.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';
import { startApp, type App } from '#test/support/start-app.ts';

const INTERVIEW = `# Interview T01

## Background

I: How do you keep up with the work?

T01: She could not keep up, and neither could I. We shared the work. It was never written down.

## Networks

I: And now?

T01: Now it is better. 👩‍👩‍👧‍👦 We are a cafe\u0301. Nobody leads it.
`;

let app: App;
let page: Page;
let transcript: Transcript;

beforeEach(async () => {
  app = await startApp({ width: 1280, height: 720 });
  ({ page } = app);
  page.setDefaultTimeout(15_000);
  const { api } = app;
  await api.project.create({ path: `${app.folder}/study`, title: 'Study', coderName: 'Anna' });
  const time = await api.codebook.create({ parentId: null, name: 'Time' });
  await api.codebook.create({ parentId: time, name: 'Tempo' });
  await api.codebook.create({ parentId: null, name: 'Ties', poles: ['weak', 'strong'] });
  const folder = app.folder;
  const { writeFileSync } = await import('node:fs');
  writeFileSync(`${folder}/T01.txt`, INTERVIEW);
  const file = app.core.files.offer(`${folder}/T01.txt`);
  const [id] = await api.transcripts.import({ items: [{ file, title: 'T01', participantCode: 'T01' }] });
  transcript = await api.transcripts.get({ id: id! });
  await page.reload();
  await page.getByRole('button', { name: 'Coding', exact: true }).click();
  await transcriptText().waitFor();
  await eventually(focusedClass).toBe('transcript-text');
});

afterEach(async () => {
  await app.close();
});

/** What follows from a key or a press arrives a moment later, and later still on a busy machine. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 });
const transcriptText = () => page.locator('.transcript-text');
const focusedClass = () => page.evaluate(() => document.activeElement?.className);
const said = () => page.locator('.coding-screen > [role="status"]').innerText();
const selectedWords = () => page.evaluate(() => document.getSelection()?.toString() ?? '');

async function codings(): Promise<readonly (readonly [string, string])[]> {
  const codes = await app.api.codebook.list({});
  const stored = await app.api.coding.ofTranscript({ transcriptId: transcript.id });
  const nameOf = ({ codeId }: Coding) => codes.find(({ id }) => id === codeId)!.name;
  return stored.map((coding) => [nameOf(coding), transcript.text.slice(coding.start, coding.end)] as const);
}

/** The words that are tinted, by the name of the highlight. */
function tinted(): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('code-'))
      .flatMap(([, highlight]) => [...highlight])
      .map((range) => {
        const { startContainer, startOffset, endOffset } = range;
        return (startContainer.textContent ?? '').slice(startOffset, endOffset);
      }),
  );
}

/** Where on the screen the first occurrence of some words begins and ends. */
function placeOf(words: string): Promise<{ x1: number; y1: number; x2: number; y2: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.transcript-text')!,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rects = range.getClientRects();
      const first = rects[0]!;
      const last = rects[rects.length - 1]!;
      return { x1: first.left + 1, y1: first.top + 8, x2: last.right - 1, y2: last.top + 8 };
    }
    throw new Error(`not on screen: ${wanted}`);
  }, words);
}

async function dragOver(words: string): Promise<void> {
  const { x1, y1, x2, y2 } = await placeOf(words);
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move((x1 + x2) / 2, y2, { steps: 4 });
  await page.mouse.move(x2, y2, { steps: 4 });
  await page.mouse.up();
}

async function dragFromTo(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.move(to.x + 1, to.y, { steps: 2 });
  await page.mouse.up();
}

async function middleOf(name: string): Promise<{ x: number; y: number }> {
  const box = (await page.getByRole('row', { name }).first().boundingBox())!;
  return { x: box.x + 110, y: box.y + box.height / 2 };
}

test('codes by keyboard alone: sentence, picker, pin, pole, edges, memo, removal, undo', async () => {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', 's');
  expect(await selectedWords()).toBe('She could not keep up, and neither could I.');
  await press('Enter');
  await page.keyboard.type('tem');
  await press('Enter');
  await eventually(said).toBe('Coded 9 words as Tempo; 1 coding here');
  await eventually(tinted).toEqual(['She could not keep up, and neither could I.']);

  await press('2');
  await page.keyboard.type('ties');
  await press('Enter');
  await eventually(said).toBe('Coded 9 words as Ties; 2 codings here');
  await press('-', ']', '}');
  await eventually(codings).toEqual([
    ['Tempo', 'She could not keep up, and neither could I.'],
    ['Ties', 'could not keep up, and neither could I. We'],
  ]);
  await press('m');
  await page.keyboard.type('Négative');
  await press('Escape');
  await eventually(async () =>
    (await app.api.coding.ofTranscript({ transcriptId: transcript.id })).at(-1),
  ).toMatchObject({ memo: 'Négative', weight: -1 });

  await press('Control+ArrowDown', 'Control+ArrowDown', 't', '2');
  await eventually(async () => (await codings()).length).toBe(3);
  await press('Delete');
  await eventually(async () => (await codings()).length).toBe(2);
  await press('Control+z');
  await eventually(async () => (await codings()).length).toBe(3);
  await eventually(async () => (await tinted()).length).toBe(3);
  expect(app.complaints).toEqual([]);
});

test('nothing that is typed, pasted or dropped changes the text', async () => {
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.type('xyz');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Escape');
  const shown = await page.locator('.block-text').allInnerTexts();
  expect(shown.join('\n')).toContain('She could not keep up, and neither could I. We shared the work.');
  expect(shown.join('\n')).not.toContain('xyz');
  expect((await app.api.transcripts.get({ id: transcript.id })).text).toBe(INTERVIEW);
});

test('codes by mouse: a code dragged onto the selection, and the selection dragged onto a code', async () => {
  await dragOver('neither could I. We shared');
  expect(await selectedWords()).toBe('neither could I. We shared');
  const { x1, y1 } = await placeOf('neither could I. We shared');
  await dragFromTo(await middleOf('Time'), { x: x1 + 20, y: y1 });
  await eventually(codings).toEqual([['Time', 'neither could I. We shared']]);

  await dragOver('Nobody leads');
  const from = await placeOf('Nobody leads');
  await dragFromTo({ x: from.x1 + 20, y: from.y1 }, await middleOf('Ties'));
  await eventually(codings).toEqual([
    ['Time', 'neither could I. We shared'],
    ['Ties', 'Nobody leads'],
  ]);

  await page.locator('.bracket-label', { hasText: 'Time' }).click();
  await page.getByRole('button', { name: /^Remove this coding/ }).click();
  await eventually(codings).toEqual([['Ties', 'Nobody leads']]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually(async () => (await codings()).length).toBe(2);
});

test('a selection across turns and through an emoji family is stored as whole graphemes', async () => {
  const from = await placeOf('And now?');
  const to = await placeOf('Now it is better. 👩‍👩‍👧‍👦');
  await page.mouse.move(from.x1, from.y1);
  await page.mouse.down();
  await page.mouse.move(to.x2, to.y2, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.press('i');
  await eventually(async () => (await codings())[0]?.[1]).toMatch(
    /^And now\?\n\nT01: Now it is better\.( 👩‍👩‍👧‍👦)?$/u,
  );
  await eventually(async () => (await tinted()).length).toBe(2);
});

test('jumps from a fragment to its place in another transcript, and comes back', async () => {
  const { api } = app;
  const { writeFileSync } = await import('node:fs');
  writeFileSync(`${app.folder}/T02.txt`, INTERVIEW.replaceAll('T01', 'T02').replace('never', 'always'));
  const file = app.core.files.offer(`${app.folder}/T02.txt`);
  const [second] = await api.transcripts.import({ items: [{ file, title: 'T02', participantCode: 'T02' }] });
  const other = await api.transcripts.get({ id: second! });
  const time = (await api.codebook.list({})).find(({ name }) => name === 'Time')!;
  for (const { versionId, text } of [transcript, other]) {
    const start = text.indexOf('We shared');
    await api.coding.apply({ versionId, start, end: start + 19, codeIds: [time.id] });
  }
  await page.locator('.bracket-label', { hasText: 'Time' }).click();
  await page.keyboard.press('f');
  await page.getByRole('option').nth(1).click();
  await eventually(() => page.locator('.screen-note').innerText()).toMatch(/^T02/);
  await eventually(() => page.locator('.bracket-label[data-selected]').count()).toBe(1);
  await page.keyboard.press('Alt+ArrowLeft');
  await eventually(() => page.locator('.screen-note').innerText()).toMatch(/^T01/);
  await eventually(() => page.locator('.selected-coding-quotation').innerText()).toBe('We shared the work.');
});

test('a memo is stored although the screen is left at once', async () => {
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('t');
  await page.keyboard.press('1');
  await page.keyboard.type('time');
  await page.keyboard.press('Enter');
  await eventually(async () => (await codings()).length).toBe(1);
  await page.keyboard.press('m');
  await page.keyboard.type('half a tho');
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await eventually(
    async () => (await app.api.coding.ofTranscript({ transcriptId: transcript.id }))[0]?.memo,
  ).toBe('half a tho');
});

test('another coder’s codings are shown only when asked for, and cannot be changed', async () => {
  const { api } = app;
  const bram = await api.project.addCoder({ name: 'Bram' });
  await api.project.chooseCoder({ coderId: bram.id });
  const [code] = await api.codebook.list({});
  const start = transcript.text.indexOf('She could');
  await api.coding.apply({ versionId: transcript.versionId, start, end: start + 9, codeIds: [code!.id] });
  await api.project.chooseCoder({ coderId: (await api.project.coders({}))[0]!.id });
  await eventually(() => page.getByRole('button', { name: /Codings shown: My codings/ }).count()).toBe(1);
  expect(await tinted()).toEqual([]);
  await page.getByRole('button', { name: /Codings shown/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Bram' }).click();
  await page.keyboard.press('Escape');
  await eventually(tinted).toEqual(['She could']);
  await page.locator('.bracket-label[data-other]').click();
  await page.keyboard.press('Delete');
  await eventually(() => page.locator('.toast').innerText()).toContain('That coding belongs to Bram.');
  expect(await codings()).toEqual([['Time', 'She could']]);
});

test('a click on coded text selects the shortest coding there, and the next click the next one', async () => {
  const { api } = app;
  const codes = await api.codebook.list({});
  const rangeOf = (words: string) => {
    const start = transcript.text.indexOf(words);
    return { versionId: transcript.versionId, start, end: start + words.length };
  };
  await api.coding.apply({ ...rangeOf('We shared the work.'), codeIds: [codes[0]!.id] });
  await api.coding.apply({ ...rangeOf('shared'), codeIds: [codes[1]!.id] });
  await eventually(async () => (await tinted()).length).toBe(2);
  const { x1, y1 } = await placeOf('shared');
  const quoted = () => page.locator('.selected-coding-quotation').allInnerTexts();
  await page.mouse.click(x1 + 10, y1);
  await eventually(quoted).toEqual(['shared']);
  await page.waitForTimeout(600);
  await page.mouse.click(x1 + 10, y1);
  await eventually(quoted).toEqual(['We shared the work.']);
  const elsewhere = await placeOf('She could');
  await page.mouse.click(elsewhere.x1, elsewhere.y1);
  await eventually(quoted).toEqual([]);
});

test('a passage is left out and taken in again, and a part is set, with keys alone', async () => {
  const press = (key: string) => page.keyboard.press(key);
  await press('Control+ArrowDown');
  await press('Control+ArrowDown');
  await press('s');
  const words = await selectedWords();
  await press('Shift+X');
  await page.getByRole('textbox', { name: 'Why' }).fill('Off the record');
  const { violations } = await new AxeBuilder({ page }).include('.structure-bar').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await press('Enter');
  await eventually(said).toContain('Left out of the analysis');
  await eventually(focusedClass).toBe('transcript-text');
  const spans = async () => (await app.api.transcripts.get({ id: transcript.id })).spans;
  expect(await spans()).toMatchObject([{ kind: 'excluded', note: 'Off the record' }]);
  await page.getByText('(Off the record)').waitFor();
  // What was selected is selected still, so that the same key takes it in again.
  await eventually(selectedWords).toBe(words);
  await press('Shift+X');
  await eventually(said).toContain('The passage counts again');
  expect(await spans()).toEqual([]);

  await press('Control+ArrowDown');
  await press('h');
  await page.getByRole('textbox', { name: 'Title of the part' }).fill('Tijd');
  await press('Enter');
  await page.locator('.transcript-text').getByRole('heading', { name: 'Tijd' }).waitFor();
  await eventually(said).toContain('“Tijd” begins at turn 2');
  await press('Control+z');
  await page
    .locator('.transcript-text')
    .getByRole('heading', { name: 'Tijd' })
    .waitFor({ state: 'detached' });
  expect(app.complaints).toEqual([]);
});
