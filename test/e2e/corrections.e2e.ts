import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { TranscriptId } from '#shared/ids.ts';
import { startApp, type App } from '#test/support/start-app.ts';

const INTERVIEW = `I: Hoe houdt u het vol?

T01: De huisarts kwam langs 👩‍⚕️. Ik deelde het werk.

I: En nu?

T01: Nu gaat het beter.
`;

let app: App;
let page: Page;
let id: TranscriptId;

beforeEach(async () => {
  app = await startApp({ width: 1280, height: 720 });
  ({ page } = app);
  page.setDefaultTimeout(15_000);
  const { api, folder } = app;
  await api.project.create({ path: `${folder}/study`, title: 'Study', coderName: 'Anna' });
  const code = await api.codebook.create({ parentId: null, name: 'Time' });
  writeFileSync(`${folder}/T01.txt`, INTERVIEW);
  const file = app.core.files.offer(`${folder}/T01.txt`);
  [id] = (await api.transcripts.import({ items: [{ file, title: 'T01', participantCode: 'T01' }] })) as [
    TranscriptId,
  ];
  const { versionId } = await api.transcripts.get({ id });
  for (const words of ['huisarts', 'deelde het werk', 'gaat het beter']) {
    const start = INTERVIEW.indexOf(words);
    await api.coding.apply({ versionId, start, end: start + words.length, codeIds: [code] });
  }
  await page.reload();
  await page.getByRole('button', { name: 'Coding', exact: true }).click();
  await page.locator('.transcript-text').waitFor();
});

afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 10_000 });
/** As a person does: in the middle of the word. */
async function doubleClick(word: string): Promise<void> {
  const { x, y } = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.correction-text')!,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`${wanted} is not in the text`);
  }, word);
  await page.mouse.dblclick(x, y);
}

/** The editor hears of a caret that moved a moment later; no person types into that moment. */
const settled = (): Promise<void> => page.waitForTimeout(150);

const textNow = async () => (await app.api.transcripts.get({ id })).text;
const codedNow = async () => {
  const text = await textNow();
  return (await app.api.coding.ofTranscript({ transcriptId: id })).map(({ start, end }) =>
    text.slice(start, end),
  );
};

test('a transcript is corrected as in a text editor, codings follow, and a lost one is placed again', async () => {
  await page.keyboard.press('Control+e');
  await eventually(() => page.evaluate(() => document.activeElement?.className)).toBe('correction-text');

  // Cancelled: nothing is changed.
  await page.keyboard.type('Vooraf. ');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.locator('.transcript-text').waitFor();
  expect(await textNow()).toBe(INTERVIEW);

  // A word overtyped, a turn split, a coded passage deleted.
  await page.getByRole('button', { name: 'Correct the text' }).click();
  await doubleClick('huisarts');
  await eventually(() => page.evaluate(() => document.getSelection()?.toString().trim())).toBe('huisarts');
  await page.keyboard.type('dokter');
  await settled();
  await page.keyboard.press('End');
  await settled();
  for (let count = 0; count < 'deelde het werk.'.length; count += 1) await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await settled();
  await page.keyboard.type('I: Wat deed u?');
  await settled();
  await page.keyboard.press('Control+z');
  await settled();
  await page.keyboard.press('Control+y');
  await page.getByText('1 coding loses its text').waitFor();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 coding keeps its words').waitFor();
  await dialog.getByLabel('Why').fill('Checked against the recording');
  await dialog.getByRole('button', { name: 'Save a new version' }).click();

  await page.getByRole('heading', { name: '2 codings to look at' }).waitFor();
  expect(await codedNow()).toEqual(['dokter', 'gaat het beter']);
  const turns = (await app.api.transcripts.get({ id })).turns.map(({ speaker }) => speaker);
  expect(turns).toEqual(['I', 'T01', 'I', 'I', 'T01']);
  await page.getByText('Checked against the recording').waitFor();

  // What changed is right; what is lost finds its place.
  await page.getByRole('button', { name: 'It is right' }).click();
  await page.getByRole('heading', { name: '1 coding to look at' }).waitFor();
  await page.getByRole('button', { name: 'Place…' }).click();
  await page.locator('.transcript-text').getByText('Nu gaat het').click();
  await page.keyboard.press('t');
  await page.keyboard.press('Control+Enter');
  await eventually(codedNow).toEqual(['dokter', 'Nu gaat het beter.', 'gaat het beter']);

  // Undone step by step, to the text as it was imported.
  await page.keyboard.press('Control+z');
  await eventually(codedNow).toEqual(['dokter', 'gaat het beter']);
  await app.api.history.undo({});
  await app.api.history.undo({});
  await eventually(codedNow).toEqual(['huisarts', 'deelde het werk', 'gaat het beter']);
  expect(await textNow()).toBe(INTERVIEW);

  // A corrected file goes the same way.
  writeFileSync(`${app.folder}/again.txt`, INTERVIEW.replace('huisarts', 'dokter'));
  await page.getByRole('button', { name: 'Versions and corrections' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Take over a corrected file…' }).click();
  await (await chooser).setFiles(`${app.folder}/again.txt`);
  await dialog.getByText('2 codings keep their words').waitFor();
  expect(await textNow()).toBe(INTERVIEW);
  await dialog.getByLabel('Why').fill('Checked by T01');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '1 coding to look at' }).waitFor();
  expect(await codedNow()).toEqual(['dokter', 'deelde het werk', 'gaat het beter']);
});
