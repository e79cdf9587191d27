import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inferType, valueWarning } from '#shared/participants/attribute-values.ts';
import { passesTest } from '#shared/retrieval/attribute-test.ts';
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
    attributes: [{ id: age, name: 'Age', type: 'whole number', rangeMin: '', rangeMax: '', choices: [] }],
    sites: [],
    participants: [
      { id: t1, code: 'T1', site: null, consent: null, transcripts: 0, values: { [age]: 'thirty-four' } },
    ],
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
  expect(await api.participants.table({})).toEqual({ attributes: [], sites: [], participants: [] });
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
    rowsMatched: [
      { line: 3, code: 'T1', isNew: true, changes: [], additions: 4 },
      { line: 4, code: 't2', isNew: false, changes: [], additions: 4 },
    ],
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

test('imports a table as one step; values replace what was there when that is asked for, gaps do not', async () => {
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
    kept: 0,
    left: 0,
  });
  const before = dumpProject(file);
  const second = study.offer('b.csv', 'code,Age,school\nt1,35,\nT2,56,S2\nT3,20,S3\n,1,\n');
  const result = await api.participants.importCsv({
    file: second,
    keyColumn: 'code',
    columns: [{ name: 'Age', type: 'decimal' }, columns[1]!],
    overwrite: true,
  });
  expect(result).toEqual({ added: 1, updated: 1, attributes: 0, kept: 0, left: 1 });
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
  ['table.ods', 'x', 'file-format-unknown'],
  ['table.xlsx', 'x', 'file-mislabelled'],
  ['table.csv', 'PK\x03\x04', 'file-mislabelled'],
  ['table.csv', 'a\0\0\0b', 'file-binary'],
  ['table.csv', '', 'file-empty'],
  ['table.csv', 'code,age\n', 'csv-no-rows'],
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

test('overwrites nothing unasked, and says before what would change', async () => {
  const { api, offer } = await startStudy();
  const { path: file } = (await api.project.current({}))!;
  const columns = [{ name: 'age', type: 'whole number' as const }];
  await api.participants.importCsv({
    file: offer('a.csv', 'code,age,site\nT1,34,S1\nT2,,S1\n'),
    keyColumn: 'code',
    columns,
    siteColumn: 'site',
  });
  const before = dumpProject(file);
  const second = offer('b.csv', 'code,age,site\nt1,35,S2\nT2,50,S1\nT3,20,S2\n');
  expect((await api.participants.previewCsv({ file: second })).rowsMatched).toEqual([
    {
      line: 2,
      code: 'T1',
      isNew: false,
      changes: [{ column: 'age', before: '34', after: '35' }],
      additions: 1,
    },
    { line: 3, code: 'T2', isNew: false, changes: [], additions: 2 },
    { line: 4, code: 'T3', isNew: true, changes: [], additions: 2 },
  ]);
  const taken = { file: second, keyColumn: 'code', columns, siteColumn: 'site' };
  expect(await api.participants.importCsv(taken)).toMatchObject({ added: 1, updated: 1, kept: 2 });
  const read = async () => {
    const { attributes, participants } = await api.participants.table({});
    return participants.map(({ code, site, values }) => [code, site, values[attributes[0]!.id]]);
  };
  expect(await read()).toEqual([
    ['T1', 'S1', '34'],
    ['T2', 'S1', '50'],
    ['T3', 'S2', '20'],
  ]);
  expect(await api.participants.importCsv({ ...taken, overwrite: true })).toMatchObject({
    added: 0,
    updated: 1,
    kept: 0,
  });
  expect((await read())[0]).toEqual(['T1', 'S2', '35']);
  await api.history.undo({});
  await api.history.undo({});
  expect(dumpProject(file)).toEqual(before);
});

test('the table goes out as a spreadsheet and as csv, and comes in again as it was', async () => {
  const first = await startStudy();
  const columns = [
    { name: 'age', type: 'whole number' as const },
    { name: 'subjects', type: 'many of' as const },
  ];
  const source = 'code,age,subjects,site\nT1,34,"French; German",S1\nT2,,=1+1,S2\n';
  await first.api.participants.importCsv({
    file: first.offer('a.csv', source),
    keyColumn: 'code',
    columns,
    siteColumn: 'site',
  });
  const read = async ({ api }: Pick<typeof first, 'api'>) => {
    const { attributes, participants } = await api.participants.table({});
    return participants.map(({ code, site, values }) => [
      code,
      site,
      ...attributes.map(({ id }) => values[id] ?? ''),
    ]);
  };
  const expected = [
    ['T1', 'S1', '34', 'French; German'],
    ['T2', 'S2', '', '=1+1'],
  ];
  expect(await read(first)).toEqual(expected);
  const made = await first.api.participants.export({ format: 'xlsx' });
  const bytes = fs.readFileSync(first.core.files.resolve(made.file).path);
  const second = await startStudy();
  const file = second.offer(made.name, bytes);
  const preview = await second.api.participants.previewCsv({ file });
  expect(preview).toMatchObject({ keyColumn: 'Participant', separator: null, newParticipants: 2 });
  await second.api.participants.importCsv({ file, keyColumn: 'Participant', columns, siteColumn: 'Site' });
  expect(await read(second)).toEqual(expected);
  const csv = await first.api.participants.export({ format: 'csv' });
  const text = fs.readFileSync(first.core.files.resolve(csv.file).path, 'utf8');
  // What a spreadsheet would reckon with is marked as text.
  expect(text).toBe("\ufeffParticipant,Site,age,subjects\r\nT1,S1,34,French; German\r\nT2,S2,,'=1+1\r\n");
});

test('sites and consent are records of their own; transcripts are cleared by the two dates, and undo takes them back', async () => {
  const study = await startStudy();
  const { api } = study;
  const { path: file } = (await api.project.current({}))!;
  await api.transcripts.import({
    items: ['T1', 'T2'].map((name) => ({
      file: study.offer(`${name}.txt`, `I: Hi\n${name}: Yes`),
      title: name,
      participantCode: name,
    })),
  });
  const before = dumpProject(file);
  const [t1, t2] = (await api.participants.table({})).participants.map(({ id }) => id);
  await api.participants.setSite({ participantId: t1!, site: ' S1 ' });
  await api.participants.setSite({ participantId: t2!, site: 's1' });
  const [site] = (await api.participants.table({})).sites;
  expect(site).toMatchObject({ code: 'S1', participants: 2, note: '' });
  await api.participants.changeSite({ id: site!.id, note: 'Meets on Thursdays' });
  const cleared = async () => (await api.transcripts.list({})).map(({ isCleared }) => isCleared);
  await api.participants.setConsent({ participantIds: [t1!, t2!], principalApprovedOn: '2026-03-01' });
  expect(await cleared()).toEqual([false, false]);
  await api.participants.setConsent({
    participantIds: [t1!],
    informationGivenOn: '2026-03-04',
    purposeExplained: true,
  });
  expect(await cleared()).toEqual([true, false]);
  expect((await api.participants.table({})).participants[0]!.consent).toEqual({
    principalApprovedOn: '2026-03-01',
    informationGivenOn: '2026-03-04',
    purposeExplained: true,
    anonymityPromised: false,
    withdrawalExplained: false,
    note: '',
  });
  await expect(
    api.participants.setConsent({ participantIds: [t1!], informationGivenOn: '4 March' }),
  ).rejects.toMatchObject({
    code: 'bad-input',
  });
  await api.participants.removeSite({ id: site!.id });
  expect((await api.participants.table({})).participants.map((participant) => participant.site)).toEqual([
    null,
    null,
  ]);
  await api.participants.remove({ id: t1! });
  for (let step = 0; step < 7; step += 1) await api.history.undo({});
  expect(dumpProject(file)).toEqual(before);
});

test('values outside a range or the choices are marked and kept; several values in a cell each count', async () => {
  const rules = { rangeMin: '', rangeMax: '', choices: [] };
  expect(valueWarning('24', { ...rules, type: 'whole number', rangeMin: '25', rangeMax: '65' })).toMatch(
    /below 25/,
  );
  expect(valueWarning('66', { ...rules, type: 'decimal', rangeMax: '65,5' })).toMatch(/above 65,5/);
  expect(valueWarning('30', { ...rules, type: 'whole number', rangeMin: '25', rangeMax: '65' })).toBeNull();
  expect(valueWarning('2025-01-01', { ...rules, type: 'date', rangeMin: '2026-01-01' })).toMatch(/below/);
  expect(valueWarning('old', { ...rules, type: 'whole number', rangeMin: '25' })).toMatch(
    /not a whole number/,
  );
  const many = { ...rules, type: 'many of' as const, choices: ['French', 'German'] };
  expect(valueWarning('German; french', many)).toBeNull();
  expect(valueWarning('German; Greek', many)).toMatch(/“Greek”/);
  expect(inferType(['French; German', 'German', 'French', 'French; Latin'])).toBe('many of');
  expect(passesTest('many of', { test: { kind: 'is', values: ['latin'] } }, 'French; Latin')).toBe(true);
  const { api } = await startStudy();
  const age = await api.participants.addAttribute({ name: 'Age', type: 'whole number' });
  await api.participants.changeAttribute({ id: age, rangeMin: '25', rangeMax: '65' });
  expect((await api.participants.table({})).attributes).toMatchObject([
    { type: 'whole number', rangeMin: '25', rangeMax: '65' },
  ]);
  expect(await api.history.state({})).toMatchObject({ undo: 'Change the attribute Age' });
});
