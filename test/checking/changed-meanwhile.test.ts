import fs from 'node:fs';
import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { changeSentence } from '#shared/checking/change-sentences.ts';
import type { FileRef } from '#shared/ids.ts';
import { checkedStudy, type CheckedStudy } from './checked-study.ts';

/** Ben has judged T01 and T02 in a file of his own, which is on its way back while Anna goes on. */
async function onItsWayBack(): Promise<{ readonly study: CheckedStudy; readonly file: FileRef }> {
  const study = await checkedStudy();
  const { api, core, matrixId } = study;
  await study.write('T01', 'It takes time.');
  await study.write('T02', 'No time.');
  const ben = must(
    (await api.project.coders({})).find(({ name }) => name === 'Ben'),
    'Ben',
  ).id;
  const cellIds = (await api.checking.states({ matrixId })).map(({ cellId }) => cellId);
  await api.checking.assign({ cellIds, checkerId: ben });
  const bytes = (ref: FileRef): Buffer => fs.readFileSync(core.files.resolve(ref).path);
  const packed = bytes((await api.checking.writePackage({ matrixId, checkerId: ben })).file);
  const { path } = must(await api.project.current({}), 'open');
  await api.project.close({});
  await api.checking.openPackage({ file: study.offer('for-ben.crosscase-package', packed) });
  for (const { cellUid } of (await api.checking.queue({})).items)
    await api.checking.giveVerdict({ cellUid, verdict: 'major', note: 'And the evenings?' });
  const returned = bytes((await api.checking.writeReturn({})).file);
  await api.project.open({ path });
  return { study, file: study.offer('from-ben.crosscase-package', returned) };
}

/** The rows of the two cells, before anything is read: what Anna changed since they were sent. */
async function changed({ api }: CheckedStudy, file: FileRef) {
  const { verdicts } = await api.checking.previewReturn({ file });
  return verdicts.map(({ outcome, since }) => ({
    outcome,
    summary: since?.summary ?? null,
    inputs: since?.inputs.map((change) => changeSentence(change).title) ?? [],
  }));
}

test('the author sees what changed since a cell was sent: the summary, and what it rests on', async () => {
  const { study, file } = await onItsWayBack();
  const { api } = study;
  await study.write('T01', 'It takes evenings.');
  await study.code('T02', 'Nobody helps.', study.codes.time);
  expect(await changed(study, file)).toEqual([
    {
      outcome: 'cell changed',
      summary: { before: 'It takes time.', after: 'It takes evenings.' },
      inputs: [],
    },
    // Only stale: what it says, and what it was held against, are still what was sent.
    { outcome: 'new', summary: null, inputs: [] },
  ]);
  await api.checking.confirm({ columnId: study.time, rowKey: await study.row('T02') });
  expect((await changed(study, file))[1]).toEqual({
    outcome: 'cell changed',
    summary: null,
    inputs: ['New fragment in T02, coded “Time”'],
  });
});

test('a verdict on an earlier state is kept in the record, and the cell waits to be checked as it is now', async () => {
  const { study, file } = await onItsWayBack();
  const { api, matrixId } = study;
  await study.write('T01', 'It takes evenings.');
  const { verdicts } = await api.checking.previewReturn({ file });
  const uid = must(
    verdicts.find(({ outcome }) => outcome === 'cell changed'),
    'changed',
  ).uid;
  await api.checking.readReturn({ file, earlier: [uid] });
  expect((await study.cell('T01')).checks).toMatchObject([
    {
      checker: 'Ben',
      verdict: 'major',
      note: 'And the evenings?',
      summary: 'It takes time.',
      isCurrent: false,
    },
  ]);
  expect(await study.state('T01')).toBe('draft');
  expect(await study.state('T02')).toBe('disputed');
  expect(await api.checking.overview({ matrixId })).toMatchObject({ disputed: 1, checked: 0 });
  expect(
    (await api.checking.readReturn({ file, earlier: [uid] })).verdicts.map((one) => one.outcome),
  ).toEqual(['there', 'there']);
  await study.sitDown('Ben');
  expect((await api.checking.queue({})).items).toMatchObject([{ row: 'T01', task: 'check', isAgain: true }]);
  await study.sitDown('Anna');
  await api.history.undo({});
  expect((await study.cell('T01')).checks).toEqual([]);
});

test('left alone, it can be read later; when the author goes back to what was sent, it holds as it is', async () => {
  const { study, file } = await onItsWayBack();
  const { api } = study;
  await study.write('T01', 'It takes evenings.');
  const { verdicts } = await api.checking.readReturn({ file });
  expect(verdicts.map(({ cell, outcome }) => [cell, outcome])).toEqual([
    ['T01 × Time', 'cell changed'],
    ['T02 × Time', 'new'],
  ]);
  expect((await study.cell('T01')).checks).toEqual([]);
  await study.write('T01', 'It takes time.');
  await api.checking.readReturn({ file });
  expect(await study.state('T01')).toBe('disputed');
});
