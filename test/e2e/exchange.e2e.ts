import fs from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { nextDownload } from '#test/support/next-download.ts';
import { startApp } from '#test/support/start-app.ts';
import { guid, projectXml, qdpxFile, selectionXml } from '#test/exchange/foreign-files.ts';

const TEXT =
  'I: Hoe gaat het?\r\nT01: Wij delen het werk. 😀 Het is goed zo.\r\nI: En verder?\r\nT01: Niets.';

const PROJECT = projectXml(`<Users><User guid="${guid(1)}" name="Ada"/></Users>
<CodeBook><Codes><Code guid="${guid(10)}" name="Exchange" isCodable="true">
  <Code guid="${guid(11)}" name="Verantwoordelijkheidsverdeling" isCodable="true"/></Code></Codes></CodeBook>
<Sources><TextSource guid="${guid(40)}" name="Gesprek" plainTextPath="internal://a.txt">
  ${selectionXml({ number: 50, start: 23, end: 36, name: 'Wij delen het', codes: [10, 11] })}
  ${selectionXml({ number: 52, start: 3, end: 6, name: 'Hoe', codes: [10] })}
</TextSource></Sources><Graphs><Graph guid="${guid(90)}" name="Map"/></Graphs>`);

test('a project of another program: what it would bring is shown, one Enter imports it, one undo takes it back', async () => {
  const app = await startApp();
  const { page, api } = app;
  page.setDefaultTimeout(20_000);
  await api.project.create({ path: `${app.folder}/study`, title: 'Study', coderName: 'Anna' });
  await api.codebook.create({ parentId: null, name: 'Exchange' });
  fs.writeFileSync(`${app.folder}/other.qdpx`, qdpxFile(PROJECT, { 'Sources/a.txt': TEXT }));
  await page.reload();
  const opener = page.getByRole('button', { name: 'Import from another program…' });
  await opener.waitFor();

  const chooser = page.waitForEvent('filechooser');
  await opener.press('Enter');
  await (await chooser).setFiles(`${app.folder}/other.qdpx`);
  const dialog = page.getByRole('dialog', { name: 'Import “Study of others”' });
  await dialog.getByText('code points, end not included, CRLF counted as two').waitFor();
  await dialog.getByText('One name stands in the file and here: “Exchange”.').waitFor();
  await dialog.getByText('Graphs: Crosscase draws none.').waitFor();
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await api.transcripts.list({})).toEqual([]);

  await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter');
  await page.getByText('“Study of others” was imported.').waitFor();
  const [transcript] = await api.transcripts.list({});
  const codings = await api.coding.ofTranscript({ transcriptId: transcript!.id });
  const { text } = await api.transcripts.get({ id: transcript!.id });
  expect(codings.map(({ start, end }) => text.slice(start, end)).toSorted()).toEqual([
    'Hoe',
    'Wij delen het',
    'Wij delen het',
  ]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await api.transcripts.list({})).length).toBe(0);

  await page.getByRole('button', { name: 'Export for other programs…' }).press('Enter');
  const saved = nextDownload(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).press('Enter');
  expect((await saved).suggestedFilename()).toBe('Study.qdpx');
  expect(app.complaints).toEqual([]);
  await app.close();
});
