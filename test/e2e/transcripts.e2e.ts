import fs from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { docxFile } from '#test/support/docx-file.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
  app.page.setDefaultTimeout(10_000);
  await app.api.project.create({ path: path.join(app.folder, 'study'), title: 'Study', coderName: 'Anna' });
  await app.page.getByRole('navigation').getByText('Transcripts').click();
});

afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

const interview = (name: string): string =>
  `## Start\n\nI: Who are you?\n\n${name}: I am ${name}, a teacher.\n`;

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(app.folder, name);
  fs.writeFileSync(file, content);
  return file;
}

async function choose(button: string, files: readonly string[]): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: button }).first().click();
  await (await chooser).setFiles([...files]);
}

async function stored(): Promise<readonly (readonly [string, string | null])[]> {
  return (await app.api.transcripts.list({})).map(({ title, participantCode }) => [title, participantCode]);
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('imports several files after showing what each would become; what cannot be read says why and is replaced', async () => {
  const { page } = app;
  const files = [
    write('T1.txt', interview('T1')),
    write('T2.docx', docxFile(['I: Who are you?', 'T2: Nobody.'])),
    write('copy.txt', interview('T1')),
    write('broken.txt', '%PDF-1.7'),
  ];
  await choose('Import transcripts…', files);
  await page.getByText('“broken.txt” is named .txt but is a PDF.').waitFor();
  await page.getByText('The same text is here already, as “T1”.').waitFor();
  expect(await stored()).toEqual([]);
  await expectAccessible();
  await choose('Choose another file…', [write('mended.txt', interview('T4'))]);
  await page.getByRole('textbox', { name: 'Title of mended.txt' }).fill('Mended');
  await page.getByRole('combobox', { name: 'Participant of T2.docx' }).fill('T22');
  await page.getByRole('region', { name: 'How T2.docx is read' }).getByText('Nobody.').waitFor();
  await page.getByRole('button', { name: 'Import 3 transcripts' }).click();
  const report = page.getByRole('dialog', { name: 'What was imported' });
  await report.getByText('The same text is here already, as “T1”.').waitFor();
  await report.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('grid', { name: 'Transcripts' }).waitFor();
  expect(await stored()).toEqual([
    ['T1', 'T1'],
    ['T2', 'T22'],
    ['Mended', 'T4'],
  ]);
  await expectAccessible();
  await page.getByRole('grid', { name: 'Transcripts' }).press('Control+z');
  await page.getByRole('heading', { name: 'No transcripts yet' }).waitFor();
  expect(await stored()).toEqual([]);
  expect(await app.api.participants.table({})).toMatchObject({ participants: [] });
});

test('labels that are slips are joined with one key, roles are changed, old letters are read anew', async () => {
  const { page } = app;
  const text = 'I: Hoe gaat het?\nBSR06: Goed, één jaar al.\nI: En?\nBSRO6: Ja.\nI: Hm?\nBSR06: Nee.\n';
  const bytes = Buffer.from(text, 'latin1');
  await choose('Import transcripts…', [write('old.txt', bytes), write('other.txt', interview('T9'))]);
  const region = page.getByRole('region', { name: 'How old.txt is read' });
  await region.getByText('“BSRO6” looks like “BSR06”.').waitFor();
  await region.getByRole('button', { name: 'Join “BSRO6” with “BSR06”' }).press('j');
  await region.getByRole('row', { name: 'BSR06 + BSRO6 3' }).waitFor();
  await region.getByRole('button', { name: 'Role of I' }).click();
  await page.getByRole('option', { name: 'other voice' }).click();
  await region.getByRole('button', { name: 'other voice Role of I' }).waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Import 2 transcripts' }).click();
  await page.getByRole('grid', { name: 'Transcripts' }).waitFor();
  const [first] = await app.api.transcripts.list({});
  const { turns } = await app.api.transcripts.get({ id: first!.id });
  expect(turns.map(({ speaker, role }) => [speaker, role])).toEqual([
    ['I', 'other'],
    ['BSR06', 'participant'],
    ['I', 'other'],
    ['BSR06', 'participant'],
    ['I', 'other'],
    ['BSR06', 'participant'],
  ]);
});

test('takes files that are dropped anywhere on the screen', async () => {
  const { page } = app;
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'T1.txt', { type: 'text/plain' }));
    return data;
  }, interview('T1'));
  const heading = page.getByRole('heading', { name: 'No transcripts yet' });
  await heading.dispatchEvent('dragover', { dataTransfer: transfer });
  await page.getByText('Drop transcripts to look').waitFor();
  await heading.dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByRole('button', { name: 'Import 1 transcript' }).click();
  await expect.poll(stored).toEqual([['T1', 'T1']]);
});

test('renames, links, removes and opens with the keyboard alone', async () => {
  const { page } = app;
  await choose(
    'Import transcripts…',
    ['T1', 'T2', 'T3'].map((name) => write(`${name}.txt`, interview(name))),
  );
  await page.getByRole('button', { name: 'Import 3 transcripts' }).press('Enter');
  await page.getByRole('row', { name: 'T1' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Title' }).fill('Second');
  await page.keyboard.press('Enter');
  await expect.poll(stored).toContainEqual(['Second', 'T2']);

  await page.getByRole('button', { name: 'More for Second' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Link to a participant…' }).press('Enter');
  await page.getByRole('combobox', { name: 'Participant' }).fill('T1');
  await page.keyboard.press('Enter');
  await expect.poll(stored).toContainEqual(['Second', 'T1']);

  await page.getByRole('row', { name: 'T3' }).click();
  await page.keyboard.press('Delete');
  await page.getByRole('dialog', { name: 'Remove “T3”?' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(stored).toEqual([
    ['T1', 'T1'],
    ['Second', 'T1'],
  ]);
  await page.getByRole('row', { name: 'T1' }).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Coding' }).waitFor();
  await page.getByText('I am T2, a teacher.').waitFor();
});

test('who speaks, what is known of the interview, the guide and coding by structure, after the import', async () => {
  const { page, api } = app;
  await choose('Import transcripts…', [
    write('T1.txt', '## Start\n\nI: How many years of teaching?\n\nT1: Nine.\n\nI: So?\n\nT 1: Yes.\n'),
  ]);
  await page.getByRole('button', { name: 'Import 1 transcript' }).click();
  const more = page.getByRole('button', { name: 'More for T1' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Who speaks…' }).click();
  await page.getByRole('button', { name: 'Join “T 1” with “T1”' }).click();
  await page.getByRole('textbox', { name: 'Name of T 1' }).waitFor({ state: 'detached' });
  await expectAccessible();
  await page.getByRole('button', { name: 'Done' }).click();
  await more.click();
  await page.getByRole('menuitem', { name: 'About the interview…' }).click();
  await page.getByLabel('Held on').fill('2026-05-04');
  await page.getByRole('textbox', { name: 'Place' }).fill('school');
  await expectAccessible();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Interview guide…' }).click();
  await page.getByRole('textbox', { name: 'Parts and questions' }).fill('# Start\nYears of teaching');
  await page.getByRole('button', { name: 'Find the questions in transcripts' }).click();
  await page.getByRole('row', { name: 'T1 1' }).waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Mark them' }).click();
  const code = await api.codebook.create({ parentId: null, name: 'Answers' });
  await page.getByRole('button', { name: 'Code by structure…' }).click();
  await page.getByRole('button', { name: /Everything that belongs to/ }).click();
  await page.getByRole('option', { name: 'Speaker: T1' }).click();
  await page.getByRole('button', { name: /is coded as/ }).click();
  await page.getByRole('option', { name: 'Answers' }).click();
  await page.getByText('2 passages in 1 transcript would be coded.').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Code 2 passages' }).click();
  await expect
    .poll(async () => (await api.transcripts.list({}))[0])
    .toMatchObject({
      ownCodings: 2,
      heldOn: '2026-05-04',
      place: 'school',
    });
  expect(code).toBe(1);
});
