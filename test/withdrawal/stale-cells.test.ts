import { expect, test } from 'vitest';
import { changeSentence } from '#shared/checking/change-sentences.ts';
import { must } from '#shared/assert.ts';
import { checkedStudy } from '#test/checking/checked-study.ts';

test('a pooled claim that rested on a person who withdrew is stale with that reason, and counts as checked no more', async () => {
  const study = await checkedStudy();
  const { api, codes } = study;
  const matrixId = await api.matrices.create({
    name: 'All together',
    rowKind: 'all',
    columns: [{ title: 'Time', codeIds: [codes.time] }],
  });
  const { rows, columns } = await api.matrices.get({ id: matrixId });
  const place = { rowKey: must(rows[0], 'one row').key, columnId: must(columns[0], 'one column').id };
  await api.matrices.writeSummary({ ...place, summary: 'Time is short, or all there is.' });
  const ben = must(
    (await api.project.coders({})).find(({ name }) => name === 'Ben'),
    'Ben',
  ).id;
  const cellId = must((await api.matrices.cell(place)).cellId, 'written');
  await api.checking.assign({ cellIds: [cellId], checkerId: ben });
  await study.sitDown('Ben');
  const { cellUid } = must((await api.checking.queue({})).items[0], 'asked');
  await api.checking.giveVerdict({ cellUid, verdict: 'agree' });
  await study.sitDown('Anna');
  const state = async () => (await api.checking.states({ matrixId })).map((cell) => cell.state);
  expect(await state()).toEqual(['checked']);

  const { participants } = await api.participants.table({});
  const gone = must(
    participants.find(({ code }) => code === 'T02'),
    'T02',
  );
  await api.withdrawal.withdraw({ participantId: gone.id, confirmation: 'T02' });
  expect(await state()).toEqual(['stale']);
  const { changes } = await api.checking.cell(place);
  const told = changes.map((change) => changeSentence(change));
  expect(told.map(({ title }) => title).join()).toMatch(/withdr|erased/i);
  expect(JSON.stringify(told)).not.toContain('There is no time at all.');
  expect(await api.checking.overview({ matrixId })).toMatchObject({ checked: 0, stale: 1 });
});
