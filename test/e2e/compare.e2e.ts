import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextDownload } from '#test/support/next-download.ts';
import { startApp, type App } from '#test/support/start-app.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('two coders are compared: a session, the differences by key, the figures, one at a time, a report', async () => {
  const { page, api } = app;
  page.setDefaultTimeout(20_000);
  // A study of its own, so that a second try begins where the first did.
  await api.project.createSample({});
  await page.reload();
  await page.getByRole('navigation').getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'New session…' }).first().click();
  await page.getByText('Transcripts: 16 chosen').waitFor();
  await page.getByRole('button', { name: 'Make the session' }).click();
  await page.getByText('All 16 transcripts are finished by all.').waitFor();
  await page.getByRole('button', { name: 'Begin comparing' }).click();

  const list = page.getByRole('listbox', { name: 'Differences' });
  await list.waitFor();
  const [session] = await api.comparison.sessions({});
  const { differences } = await api.comparison.differences({ id: session!.id });
  await page.getByText(`${differences.length} differences`).waitFor();
  const decisionOf = async (place: number) =>
    (await api.comparison.differences({ id: session!.id })).differences[place]?.decision ?? null;

  await list.focus();
  await page.keyboard.press('1');
  await expect.poll(() => decisionOf(0)).toMatchObject({ outcome: 'one coder', position: 0 });
  await page.keyboard.press('u');
  await expect.poll(() => decisionOf(1)).toMatchObject({ outcome: 'unresolved' });
  await page.getByText('1 settled, 1 unresolved').waitFor();
  await page.keyboard.press('s');
  await page.keyboard.press(']');
  await page.keyboard.press('Enter');
  await expect.poll(() => decisionOf(2)).toMatchObject({ outcome: 'new span' });

  // The figures beside, then the table with its details.
  await page
    .getByRole('region', { name: 'Agreement per code' })
    .getByText('Integration in daily work')
    .waitFor();
  await page.getByRole('button', { name: 'Differences Show' }).click();
  await page.getByRole('option', { name: 'Agreement', exact: true }).click();
  await page.getByText('2,000 resamples of whole transcripts').waitFor();
  await page.getByRole('button', { name: 'Integration in daily work' }).click();
  await page.getByText('Brennan–Prediger').waitFor();

  await page.getByRole('button', { name: 'Agreement Show' }).click();
  await page.getByRole('option', { name: 'Confusion of codes' }).click();
  await page
    .getByRole('button', { name: /times Static or fluid network of A against Lack of support of B/ })
    .click();
  await page.getByText('2 of ').waitFor();

  // Two at one screen: keys alone.
  await page.getByRole('button', { name: 'Two at one screen' }).click();
  await page.getByText('1 of 2').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('the words are about support');
  await page.keyboard.press('Enter');
  await page.keyboard.press('p');
  await page.keyboard.press('2');
  await page.getByText('2 of 2').waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor();
  const settled = (await api.comparison.differences({ id: session!.id })).differences.filter(
    ({ decision }) => decision?.reason === 'the words are about support',
  );
  expect(settled.map(({ decision }) => decision)).toMatchObject([
    { position: 1, proposedBy: 0, yielded: [0] },
  ]);

  await page.getByRole('button', { name: 'Report…' }).click();
  const [download] = await Promise.all([
    nextDownload(page),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Agreement- Round 1.docx');
  const saved = path.join(app.folder, 'report.docx');
  await download.saveAs(saved);
  expect(fs.statSync(saved).size).toBeGreaterThan(10_000);
  expect(app.complaints).toEqual([]);
});
