import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { startApp, type App } from '#test/support/start-app.ts';
import { startCore } from '#test/support/test-core.ts';

let app: App;

beforeEach(async () => {
  app = await startApp();
});

afterEach(async () => {
  const { complaints } = app;
  await app.close();
  expect(complaints).toEqual([]);
});

const INTERVIEW = 'I: How do you keep up?\n\nT01: We share the work, and it is better now.\n';

async function beginStudy(): Promise<void> {
  const { api, core, folder } = app;
  await api.project.create({ path: path.join(folder, 'study'), title: 'Study', coderName: 'Anna' });
  const file = path.join(folder, 'T01.txt');
  fs.writeFileSync(file, INTERVIEW);
  await api.transcripts.import({
    items: [{ file: core.files.offer(file), title: 'T01', participantCode: 'T01' }],
  });
  await api.codebook.create({ parentId: null, name: 'Work' });
  await api.project.addCoder({ name: 'Bram' });
}

/** On another machine: Bram opens the package, codes, and sends his work back. */
async function workOfBram(task: string): Promise<string> {
  const { api, core, folder } = startCore();
  await api.packages.openTask({ file: core.files.offer(task) });
  const transcript = must((await api.transcripts.list({}))[0], 'one');
  const { text: before, versionId: from } = await api.transcripts.get({ id: transcript.id });
  const at = before.indexOf('better');
  const { versionId } = await api.corrections.save({
    transcriptId: transcript.id,
    versionId: from,
    changes: [{ start: at, end: at, text: 'much ' }],
  });
  const { text } = await api.transcripts.get({ id: transcript.id });
  const code = must((await api.codebook.list({}))[0], 'one');
  const start = text.indexOf('We share');
  await api.coding.apply({ versionId, start, end: start + 17, codeIds: [code.id] });
  await api.coding.apply({ versionId, start: at, end: at + 11, codeIds: [code.id] });
  await api.codebook.change({ id: code.id, definition: 'What is done together' });
  await api.codebook.create({ parentId: null, name: 'Relief' });
  await api.coding.markFinished({ transcriptId: transcript.id });
  const { file, name } = await api.packages.exportWork({});
  const target = path.join(folder, name);
  fs.copyFileSync(core.files.resolve(file).path, target);
  return target;
}

test('a package goes out, work comes back blind, is looked at, merged, and shown when both have finished', async () => {
  await beginStudy();
  const { page, api } = app;
  await page.reload();
  await page.getByRole('button', { name: 'Team…' }).click();
  await page.getByRole('heading', { name: 'Team' }).waitFor();
  await page.getByLabel('Code blind').click();
  await page.getByText('own work only').waitFor();

  await page.getByRole('button', { name: 'Send a coding package…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send a coding package' });
  await dialog.getByRole('button', { name: /^whoever opens it/ }).click();
  await page.getByRole('option', { name: 'Bram' }).click();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the package…' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Study for Bram.ccpackage');
  const task = path.join(app.folder, 'task.ccpackage');
  await download.saveAs(task);

  // Meanwhile Anna changes the codebook too.
  const work = await workOfBram(task);
  const code = must((await api.codebook.list({}))[0], 'one');
  await api.codebook.change({ id: code.id, definition: 'Paid work' });

  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Merge…' }).click();
  await (await choosing).setFiles(work);
  await page.getByRole('heading', { name: /^Merge “/ }).waitFor();
  await page.getByText('The study is coded blind.').waitFor();
  await page.getByText('What is done together').waitFor();
  await page
    .getByRole('row', { name: /^Relief/ })
    .getByRole('button')
    .waitFor();
  expect(await page.getByText('codings', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('heading', { name: 'Team' }).waitFor();

  const transcriptId = must((await api.transcripts.list({}))[0], 'one').id;
  expect(await api.coding.ofTranscript({ transcriptId })).toEqual([]);
  expect((await api.codebook.list({})).map(({ name }) => name)).toEqual(['Work', 'Relief']);
  await api.coding.markFinished({ transcriptId });
  await page.getByText('to all').waitFor();
  expect(await api.coding.ofTranscript({ transcriptId })).toHaveLength(1);

  const kept = page.getByRole('region', { name: 'Kept from merges' });
  // Bram corrected the text: it is looked at, left for now, and what he coded in it is placed by hand.
  await kept.getByRole('button', { name: 'Compare, and take over…' }).click();
  await page.getByRole('dialog').getByText('1 line differs.').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await kept.getByRole('button', { name: 'Place in the text…' }).click();
  await page.getByText('Select the passage for').waitFor();
  await page.locator('.transcript-text').focus();
  await page.keyboard.press('s');
  await page.keyboard.press('Control+Enter');
  await page.getByText('2 codings').waitFor();
  expect(await api.coding.ofTranscript({ transcriptId })).toHaveLength(2);
  await page.keyboard.press('Control+z');
  await page.getByText('1 coding', { exact: false }).waitFor();
  await page.getByRole('navigation').getByRole('button', { name: 'Study', exact: true }).click();
  await page.getByRole('button', { name: 'Team…' }).click();
  await kept.getByRole('button', { name: 'Take theirs' }).click();
  await kept.getByText('theirs was taken by Anna').waitFor();
  expect((await api.codebook.list({}))[0]?.definition).toBe('What is done together');

  // For a round in sentences, the sentences are numbered in the text, one key leads to the next, and it is coded whole.
  await api.comparison.create({
    name: 'Round 1',
    coders: (await api.project.coders({})).map(({ id }) => ({ coderId: id })),
    transcriptIds: [transcriptId],
    unitKind: 'sentences',
  });
  const [unit] = must(await api.comparison.unitsToCode({ transcriptId }), 'units').units;
  await page.getByRole('navigation').getByRole('button', { name: 'Coding', exact: true }).click();
  await page.getByText('1 sentence to code for “Round 1”').waitFor();
  await page.locator('.block-units > span').getByText('1', { exact: true }).waitFor();
  await page.locator('.transcript-text').focus();
  await page.keyboard.press('u');
  await page.keyboard.press('Enter');
  await page.locator('.code-picker-popover').waitFor();
  await page.keyboard.type('Relief');
  await page.keyboard.press('Enter');
  await page.getByText('2 codings').waitFor();
  const own = (await api.coding.ofTranscript({ transcriptId })).find(({ start }) => start === unit?.start);
  expect(own).toMatchObject(must(unit, 'a sentence'));
});
