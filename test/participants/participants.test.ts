import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dumpProject } from '#test/support/dump-project.ts';
import { REPOSITORY, startStudy } from '#test/support/test-core.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

const SAMPLE = path.join(REPOSITORY, 'electron/sample-study/data/participants.csv');

test('adds participants and attributes, and writes values as they were typed', async () => {
  const { api } = await startStudy();
  const t1 = await api.participants.create({ code: ' T1 ' });
  const age = await api.participants.addAttribute({ name: 'Age', type: 'whole number' });
  await api.participants.setValue({ participantId: t1, attributeId: age, value: ' thirty-four ' });
  expect(await api.participants.table({})).toEqual({
    attributes: [{ id: age, name: 'Age', type: 'whole number' }],
    participants: [{ id: t1, code: 'T1', transcripts: 0, values: { [age]: 'thirty-four' } }],
  });
  expect(await api.history.state({})).toMatchObject({ undo: 'Set Age of T1 to “thirty-four”' });
  await api.participants.setValue({ participantId: t1, attributeId: age, value: '' });
  expect((await api.participants.table({})).participants[0]!.values).toEqual({});
});

test('refuses names that are taken, in whatever capitals, and names that are empty', async () => {
  const { api } = await startStudy();
  const t1 = await api.participants.create({ code: 'T1' });
  await api.participants.create({ code: 'T2' });
  const age = await api.participants.addAttribute({ name: 'Age', type: 'text' });
  const taken = { code: 'name-taken' };
  await expect(api.participants.create({ code: 't1' })).rejects.toMatchObject(taken);
  await expect(api.participants.rename({ id: t1, code: 't2' })).rejects.toMatchObject(taken);
  await expect(api.participants.addAttribute({ name: 'AGE', type: 'date' })).rejects.toMatchObject(taken);
  await expect(api.participants.create({ code: ' ' })).rejects.toMatchObject({ code: 'name-empty' });
  await api.participants.rename({ id: t1, code: 't1' });
  await api.participants.changeAttribute({ id: age, name: 'AGE' });
  await api.participants.changeAttribute({ id: age, type: 'whole number' });
  expect(await api.participants.table({})).toMatchObject({
    attributes: [{ name: 'AGE', type: 'whole number' }],
    participants: [{ code: 't1' }, { code: 'T2' }],
  });
});

test('removes a participant: the transcripts stay, the cells stay under the name it had, and undo brings all back', async () => {
  const study = await startStudy();
  const { api } = study;
  const { path: file } = (await api.project.current({}))!;
  const [transcript] = await api.transcripts.import({
    items: [{ file: study.offer('T1.txt', 'I: Hi\nT1: Hello'), title: 'T1', participantCode: 'T1' }],
  });
  const { participantId } = await api.transcripts.get({ id: transcript! });
  const age = await api.participants.addAttribute({ name: 'Age', type: 'text' });
  await api.participants.setValue({ participantId: participantId!, attributeId: age, value: '34' });
  const code = await api.codebook.create({ parentId: null, name: 'Greeting' });
  const matrix = await api.matrices.create({ name: 'M', columns: [{ title: 'Greeting', codeIds: [code] }] });
  await api.matrices.setView({ id: matrix, sort: { by: 'attribute', attributeId: age }, groupBy: age });
  const columnId = (await api.matrices.get({ id: matrix })).columns[0]!.id;
  await api.matrices.writeSummary({
    columnId,
    rowKey: await rowOfCase(api, participantId!),
    summary: 'Says hello',
  });
  const before = dumpProject(file);
  expect(await api.participants.removalPreview({ id: participantId! })).toEqual({ transcripts: 1, cells: 1 });
  await api.participants.remove({ id: participantId! });
  await api.participants.removeAttribute({ id: age });
  expect(await api.participants.table({})).toEqual({ attributes: [], participants: [] });
  expect(await api.transcripts.list({})).toMatchObject([{ id: transcript, participantId: null }]);
  expect(dumpProject(file)).toMatchObject({
    matrix_cell: [{ participant_id: null, row_name: 'T1', summary: 'Says hello' }],
    attribute_value: [],
  });
  expect((await api.matrices.get({ id: matrix })).rows).toMatchObject([{ code: 'T1', isGone: true }]);
  await api.history.undo({});
  await api.history.undo({});
  expect(dumpProject(file)).toEqual(before);
});

test('looks at a table without storing anything: key, types, problems', async () => {
  const study = await startStudy();
  const { path: file } = (await study.api.project.current({}))!;
  await study.api.participants.create({ code: 't2' });
  const before = dumpProject(file);
  const table =
    '\ufeffsep=;\r\nLeeftijd;Naam;Ervaring;Actief;Sinds\r\n34;T1;3,5;ja;09-03-2020\r\n56;T2;4;nee;1-1-2019\r\n;;1;ja;\r\n7;t1;1;nee;\r\n';
  const ref = study.offer('people.csv', table);
  expect(await study.api.participants.previewCsv({ file: ref })).toEqual({
    fileName: 'people.csv',
    separator: ';',
    rows: 4,
    keyColumn: 'Naam',
    columns: [
      { name: 'Leeftijd', type: 'whole number', examples: ['34', '56'], filled: 2 },
      { name: 'Naam', type: 'text', examples: ['T1', 'T2'], filled: 2 },
      { name: 'Ervaring', type: 'decimal', examples: ['3,5', '4'], filled: 2 },
      { name: 'Actief', type: 'yes/no', examples: ['ja', 'nee'], filled: 2 },
      { name: 'Sinds', type: 'date', examples: ['09-03-2020', '1-1-2019'], filled: 2 },
    ],
    newParticipants: 1,
    knownParticipants: 1,
    problems: [
      { line: 5, message: 'There is no value for “Naam”.' },
      { line: 6, message: '“t1” is on line 3 already.' },
    ],
  });
  expect(await study.api.participants.previewCsv({ file: ref, keyColumn: 'Leeftijd' })).toMatchObject({
    keyColumn: 'Leeftijd',
    newParticipants: 3,
    problems: [{ line: 5 }],
  });
  await expect(study.api.participants.previewCsv({ file: ref, keyColumn: 'Age' })).rejects.toMatchObject({
    code: 'csv-invalid',
  });
  expect(dumpProject(file)).toEqual(before);
});

test('imports a table as one step; values replace what was there, gaps do not', async () => {
  const study = await startStudy();
  const { api } = study;
  const { path: file } = (await api.project.current({}))!;
  const columns = [
    { name: 'age', type: 'whole number' as const },
    { name: 'school', type: 'text' as const },
  ];
  const first = study.offer('a.csv', 'code,age,school,left out\nT1,34,S1,x\nT2,56,S2,y\n');
  expect(await api.participants.importCsv({ file: first, keyColumn: 'code', columns })).toEqual({
    added: 2,
    updated: 0,
    attributes: 2,
    left: 0,
  });
  const before = dumpProject(file);
  const second = study.offer('b.csv', 'code,Age,school\nt1,35,\nT2,56,S2\nT3,20,S3\n,1,\n');
  const result = await api.participants.importCsv({
    file: second,
    keyColumn: 'code',
    columns: [{ name: 'Age', type: 'decimal' }, columns[1]!],
  });
  expect(result).toEqual({ added: 1, updated: 1, attributes: 0, left: 1 });
  const { attributes, participants } = await api.participants.table({});
  const [age, school] = attributes;
  expect(attributes).toMatchObject([{ name: 'age', type: 'decimal' }, { name: 'school' }]);
  expect(participants.map(({ code, values }) => [code, values])).toEqual([
    ['T1', { [age!.id]: '35', [school!.id]: 'S1' }],
    ['T2', { [age!.id]: '56', [school!.id]: 'S2' }],
    ['T3', { [age!.id]: '20', [school!.id]: 'S3' }],
  ]);
  await api.history.undo({});
  expect(dumpProject(file)).toEqual(before);
});

test.each([
  ['table.xlsx', 'x', 'file-format-unknown'],
  ['table.csv', 'PK\x03\x04', 'file-mislabelled'],
  ['table.csv', 'a\0b', 'file-binary'],
  ['table.csv', '', 'file-empty'],
  ['table.csv', 'code,age\n', 'csv-no-rows'],
  ['table.csv', Buffer.from('code,na\xefve\nT1,1', 'latin1'), 'file-encoding'],
])('refuses %s that holds %j', async (name, content, code) => {
  const study = await startStudy();
  await expect(study.api.participants.previewCsv({ file: study.offer(name, content) })).rejects.toMatchObject(
    {
      code,
    },
  );
});

test('reads the participants of the sample study', async () => {
  const study = await startStudy();
  const { api } = study;
  const file = study.offer('participants.csv', fs.readFileSync(SAMPLE));
  const { keyColumn, columns, newParticipants, problems } = await api.participants.previewCsv({ file });
  expect({ keyColumn, newParticipants, problems }).toEqual({
    keyColumn: 'participant',
    newParticipants: 25,
    problems: [],
  });
  expect(Object.fromEntries(columns.map(({ name, type }) => [name, type]))).toEqual({
    participant: 'text',
    school: 'one of',
    age: 'whole number',
    experience_years: 'whole number',
    subject: 'text',
    teaching_level: 'one of',
    highest_degree: 'one of',
    self_reported_participation: 'one of',
    interview_language: 'one of',
    interview_minutes: 'whole number',
  });
});
