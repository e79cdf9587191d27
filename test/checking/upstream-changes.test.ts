import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { changeSentence } from '#shared/checking/change-sentences.ts';
import type { ColumnId } from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { checkedStudy, TEXTS, type CheckedStudy } from './checked-study.ts';

async function told(study: CheckedStudy, columnId: ColumnId, rowKey: RowKey): Promise<string[]> {
  const { state, changes } = await study.api.checking.cell({ columnId, rowKey });
  return [
    state,
    ...changes.map((change) => {
      const { title, before, after, about } = changeSentence(change);
      return [title, before ?? '', after ?? '', ...(about === undefined ? [] : [about])].join(' | ');
    }),
  ];
}

async function correct(study: CheckedStudy, words: string, text: string): Promise<void> {
  const transcript = (await study.api.transcripts.list({})).find(({ title }) => title === 'T01')!;
  const { versionId, text: old } = await study.api.transcripts.get({ id: transcript.id });
  const start = old.indexOf(words);
  await study.api.corrections.save({
    transcriptId: transcript.id,
    versionId,
    changes: [{ start, end: start + words.length, text }],
  });
}

test('a correction that moves a fragment along leaves the cell alone; one of its own words does not', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  const key = await study.row('T01');
  await correct(study, 'I: How is it?', 'I: Well then, how is it these days?');
  expect(await told(study, study.time, key)).toEqual(['draft']);
  await correct(study, 'It takes a lot of time.', 'It takes a lot of my time.');
  expect(await told(study, study.time, key)).toEqual([
    'stale',
    'A fragment in T01 has other words | It takes a lot of time. | It takes a lot of my time.',
  ]);
  await study.api.history.undo({});
  expect(await told(study, study.time, key)).toEqual(['draft']);
});

test('removing a transcript, and an import that codes more, are seen too', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  const key = await study.row('T01');
  const transcript = (await study.api.transcripts.list({})).find(({ title }) => title === 'T01')!;
  await study.api.transcripts.remove({ id: transcript.id });
  expect(await told(study, study.time, key)).toEqual([
    'stale',
    'A fragment was removed with its transcript |  | ',
  ]);
  await study.api.history.undo({});
  expect(await told(study, study.time, key)).toEqual(['draft']);
});

/** A matrix of groups by role, with one column of each kind that uses values. */
async function grouped(study: CheckedStudy) {
  const { api } = study;
  const attributeId = await api.participants.addAttribute({ name: 'Role', type: 'one of' });
  const { participants } = await api.participants.table({});
  for (const { id, code } of participants)
    await api.participants.setValue({
      participantId: id,
      attributeId,
      value: code === 'T03' ? 'head' : 'teacher',
    });
  const matrixId = await api.matrices.create({
    name: 'Groups',
    rowKind: 'groups',
    rowAttributeId: attributeId,
    columns: [{ title: 'Time', codeIds: [study.codes.time] }],
  });
  const { columns, rows } = await api.matrices.get({ id: matrixId });
  const rowKey = rows.find(({ code }) => code === 'teacher')!.key;
  const moved = participants.find(({ code }) => code === 'T02')!.id;
  return { attributeId, matrixId, columnId: columns[0]!.id, rowKey, moved };
}

test('a case that changes groups makes both pooled claims stale: the value is told, and the fragments', async () => {
  const study = await checkedStudy();
  const { api } = study;
  const { attributeId, columnId, rowKey, moved } = await grouped(study);
  await api.matrices.writeSummary({ columnId, rowKey, summary: 'No time.' });
  expect(await told(study, columnId, rowKey)).toEqual(['draft']);
  await api.participants.setValue({ participantId: moved, attributeId, value: 'head' });
  expect(await told(study, columnId, rowKey)).toEqual([
    'stale',
    'A fragment in T02 coded “Time” no longer counts in this cell | There is no time at all. | ',
    'Role of T02 is another | teacher | head',
  ]);
  await api.participants.setValue({ participantId: moved, attributeId, value: 'teacher' });
  expect(await told(study, columnId, rowKey)).toEqual(['draft']);
});

test('a filter that hides a case of a matrix of cases leaves its cells alone', async () => {
  const study = await checkedStudy();
  const { api, matrixId } = study;
  await study.write('T03', 'All the time.');
  await study.code('T03', TEXTS.T03.slice(22, 40), study.codes.time);
  await study.write('T03', 'All the time in the world.');
  const { attributeId } = await grouped(study);
  await api.matrices.setView({ id: matrixId, filters: [{ attributeId, values: ['teacher'] }] });
  expect((await api.checking.states({ matrixId })).map(({ state }) => state)).toEqual(['draft']);
});

test('evidence from outside the column is an input: when it goes, the cell is stale', async () => {
  const study = await checkedStudy();
  const { api } = study;
  await study.write('T01', 'It takes time, but she is helped.');
  const key = await study.row('T01');
  const [fragment] = (await api.matrices.cell({ columnId: study.help, rowKey: key })).fragments;
  await api.matrices.setEvidence({
    columnId: study.time,
    rowKey: key,
    codingIds: [fragment!.id],
    stance: 'qualifies',
  });
  expect(await told(study, study.time, key)).toEqual(['draft']);
  await api.coding.remove({ ids: [fragment!.id] });
  expect(await told(study, study.time, key)).toEqual([
    'stale',
    'A fragment in T01 coded “Help” is no longer there | Colleagues help me. | ',
  ]);
});

test('what a column asks for decides what its cells rest on', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  await study.api.matrices.changeColumn({
    id: study.time,
    codeIds: [study.codes.time, study.codes.help],
  });
  expect(await told(study, study.time, await study.row('T01'))).toEqual([
    'stale',
    'New fragment in T01, coded “Help” |  | Colleagues help me.',
  ]);
});

test('the words of what cells rest on are kept nowhere but where they stand', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'A summary of my own.');
  const connection = new Database(`${study.folder}/study.crosscase`, { readonly: true });
  const [basis] = connection.prepare('SELECT inputs FROM cell_basis').pluck().all() as string[];
  connection.close();
  expect(basis).toContain('Time');
  expect(basis).not.toContain('lot of time');
  expect(basis).not.toContain('T01');
});
