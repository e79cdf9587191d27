import { expect, test } from 'vitest';
import type { CodingId, MatrixId } from '#shared/ids.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startCodedCases, type CodedCases } from './coded-cases.ts';

const PLAN = [
  { at: 2, version: 1, code: 1, layer: 0, start: 0 },
  { at: 2, version: 1, code: 3, layer: 1, start: 4 },
  { at: 1, version: 1, code: 1, layer: 0, start: 0 },
] as const;

async function startMatrix() {
  const study = await startCodedCases(PLAN);
  const [costs, , , rewards] = study.codes;
  const id = await study.api.matrices.create({
    name: ' Main ',
    columns: [
      { title: '', codeIds: [costs!] },
      { title: '', codeIds: [costs!, rewards!, costs!] },
    ],
  });
  const { columns, rows } = await study.api.matrices.get({ id });
  const rowKey = rows.find(({ participantId }) => participantId === study.cases[2])!.key;
  const place = { columnId: columns[0]!.id, rowKey };
  return { ...study, id, columns, place };
}

async function titles({ api }: CodedCases, id: MatrixId): Promise<string[]> {
  return (await api.matrices.get({ id })).columns.map(({ title }) => title);
}

async function lastLabel({ api }: CodedCases): Promise<string | undefined> {
  return (await api.history.list({})).entries[0]?.label;
}

test('a column is called after its codes until it gets a title', async () => {
  const study = await startMatrix();
  const { api, id, columns, codes } = study;
  expect(await titles(study, id)).toEqual(['Costs', 'Costs + Rewards']);
  expect(columns[1]!.codeIds).toEqual([codes[0], codes[3]]);
  await api.matrices.addColumn({ matrixId: id, codeIds: [codes[4]!], index: 1 });
  await api.matrices.addColumn({ matrixId: id, codeIds: [codes[2]!], title: 'At night', index: 99 });
  expect(await titles(study, id)).toEqual(['Costs', 'Ties', 'Costs + Rewards', 'At night']);
  await api.matrices.changeColumn({ id: columns[0]!.id, title: 'What it costs' });
  expect(await lastLabel(study)).toBe('Rename column “Costs” to “What it costs”');
  await expect(api.matrices.changeColumn({ id: columns[0]!.id, title: ' ' })).rejects.toMatchObject({
    code: 'name-empty',
  });
  await expect(api.matrices.addColumn({ matrixId: id, codeIds: [999] })).rejects.toMatchObject({
    code: 'not-found',
    detail: { what: 'code' },
  });
});

test('a column moves to the place where it is put', async () => {
  const study = await startMatrix();
  const { api, id, columns, codes } = study;
  await api.matrices.addColumn({ matrixId: id, codeIds: [codes[4]!] });
  await api.matrices.moveColumn({ id: columns[0]!.id, index: 1 });
  expect(await titles(study, id)).toEqual(['Costs + Rewards', 'Costs', 'Ties']);
  await api.matrices.moveColumn({ id: columns[0]!.id, index: 9 });
  expect(await titles(study, id)).toEqual(['Costs + Rewards', 'Ties', 'Costs']);
  await api.matrices.moveColumn({ id: columns[0]!.id, index: 0 });
  expect(await titles(study, id)).toEqual(['Costs', 'Costs + Rewards', 'Ties']);
});

test('two matrices cannot have one name', async () => {
  const { api, id } = await startMatrix();
  await expect(api.matrices.create({ name: 'main' })).rejects.toMatchObject({ code: 'name-taken' });
  await expect(api.matrices.create({ name: '  ' })).rejects.toMatchObject({ code: 'name-empty' });
  const other = await api.matrices.create({ name: 'Other' });
  await expect(api.matrices.change({ id: other, name: 'MAIN' })).rejects.toMatchObject({
    code: 'name-taken',
  });
  await api.matrices.change({ id, name: 'MAIN', decisionRules: 'Two fragments at least.' });
  expect(await api.matrices.list({})).toEqual([
    { id, name: 'MAIN', rowKind: 'cases', columns: 2, summaries: 0 },
    { id: other, name: 'Other', rowKind: 'cases', columns: 0, summaries: 0 },
  ]);
});

test('a summary keeps who wrote it and when; clearing it removes the cell', async () => {
  const study = await startMatrix();
  const { api, id, place } = study;
  await api.matrices.writeSummary({ ...place, summary: ' Evenings, mostly. \n' });
  expect(await lastLabel(study)).toBe('Summarise T1 × Costs');
  const cell = await api.matrices.cell(place);
  expect(cell).toMatchObject({
    summary: 'Evenings, mostly.',
    authorName: 'Anna',
    updatedAt: expect.stringMatching(/^2026/),
  });
  expect(
    cell.fragments.map(({ stance, quotation, coderName }) => ({ stance, quotation, coderName })),
  ).toEqual([{ stance: null, quotation: 'It costs', coderName: 'Anna' }]);
  await api.matrices.writeSummary({ ...place, summary: 'Evenings, mostly.' });
  expect((await api.matrices.cell(place)).updatedAt).toBe(cell.updatedAt);
  expect((await api.matrices.get({ id })).cells).toContainEqual({
    ...place,
    count: 1,
    cases: 1,
    summary: 'Evenings, mostly.',
    rating: null,
    symbol: null,
    evidence: 0,
    derived: '',
  });
  await api.matrices.writeSummary({ ...place, summary: '' });
  expect(await lastLabel(study)).toBe('Clear T1 × Costs');
  expect(await api.matrices.cell(place)).toMatchObject({ cellId: null, summary: '', authorName: null });
});

test('evidence can be gathered before the summary is written, and keeps the cell alone', async () => {
  const { api, id, place, codings } = await startMatrix();
  const own = codings[0]!;
  await api.matrices.setEvidence({ ...place, codingIds: [own], stance: 'supports' });
  await api.matrices.setEvidence({ ...place, codingIds: [own], stance: 'qualifies' });
  await api.matrices.writeSummary({ ...place, summary: 'Evenings.' });
  await api.matrices.writeSummary({ ...place, summary: '' });
  expect((await api.matrices.get({ id })).cells).toContainEqual({
    ...place,
    count: 1,
    cases: 1,
    summary: '',
    rating: null,
    symbol: null,
    evidence: 1,
    derived: '',
  });
  expect((await api.matrices.cell(place)).fragments.map(({ stance }) => stance)).toEqual(['qualifies']);
  await api.matrices.setEvidence({ ...place, codingIds: [own], stance: null });
  expect((await api.matrices.cell(place)).cellId).toBeNull();
});

test('a cell also shows the fragments that its summary rests on when the column no longer asks for them', async () => {
  const { api, place, codings, codes, layers, id } = await startMatrix();
  const [own, ofBram] = codings as [CodingId, CodingId];
  await api.matrices.setEvidence({ ...place, codingIds: [own, ofBram], stance: 'contradicts' });
  await api.matrices.setView({ id, layerId: layers[1]! });
  await api.matrices.changeColumn({ id: place.columnId, codeIds: [codes[4]!] });
  const { fragments } = await api.matrices.cell(place);
  expect(fragments.map(({ id: coding, stance }) => [coding, stance])).toEqual([
    [own, 'contradicts'],
    [ofBram, 'contradicts'],
  ]);
});

test('the words of another case are no evidence', async () => {
  const { api, path, place, codings } = await startMatrix();
  const before = dumpProject(path);
  const codingIds = [codings[0]!, codings[2]!];
  await expect(api.matrices.setEvidence({ ...place, codingIds, stance: 'supports' })).rejects.toMatchObject({
    code: 'not-found',
    detail: { what: 'fragment' },
  });
  expect(dumpProject(path)).toEqual(before);
});

test('removing a matrix takes its columns, cells and evidence along, and undo brings all of it back', async () => {
  const { api, path, place, id, codings } = await startMatrix();
  await api.matrices.writeSummary({ ...place, summary: 'Evenings.' });
  await api.matrices.setEvidence({ ...place, codingIds: [codings[0]!], stance: 'supports' });
  expect(await api.matrices.removalPreview({ id })).toEqual({ columns: 2, summaries: 1, drawnInto: [] });
  const before = dumpProject(path);
  await api.matrices.remove({ id });
  expect(dumpProject(path)).toMatchObject({
    matrix: [],
    matrix_column: [],
    matrix_column_code: [],
    matrix_cell: [],
    cell_evidence: [],
  });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('every change of a matrix is undone and redone exactly', async () => {
  const study = await startMatrix();
  const { api, path, place, id, columns, codes, codings, layers, years } = study;
  const changes = [
    () => api.matrices.addColumn({ matrixId: id, codeIds: [codes[4]!], index: 0 }),
    () => api.matrices.writeSummary({ ...place, summary: 'Evenings.' }),
    () => api.matrices.setEvidence({ ...place, codingIds: [codings[0]!, codings[1]!], stance: 'supports' }),
    () => api.matrices.setEvidence({ ...place, codingIds: [codings[0]!], stance: 'contradicts' }),
    () => api.matrices.writeSummary({ ...place, summary: 'Evenings and Sundays.' }),
    () =>
      api.matrices.changeColumn({
        id: columns[1]!.id,
        codeIds: [codes[4]!, codes[0]!],
        width: 300,
        decisionRule: 'Two.',
      }),
    () =>
      api.matrices.setView({
        id,
        layerId: layers[1]!,
        groupBy: years,
        sort: { by: 'column', columnId: place.columnId },
      }),
    () => api.matrices.moveColumn({ id: columns[1]!.id, index: 0 }),
    () => api.matrices.removeColumn({ id: place.columnId }),
    () => api.matrices.change({ id, name: 'Second', decisionRules: 'Count twice.' }),
    () => api.matrices.remove({ id }),
  ];
  const dumps = [dumpProject(path)];
  for (const change of changes) {
    await change();
    dumps.push(dumpProject(path));
  }
  for (const dump of dumps.slice(0, -1).toReversed()) {
    await api.history.undo({});
    expect(dumpProject(path)).toEqual(dump);
  }
  for (const dump of dumps.slice(1)) {
    await api.history.redo({});
    expect(dumpProject(path)).toEqual(dump);
  }
});
