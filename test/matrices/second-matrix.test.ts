import { expect, test } from 'vitest';
import { dumpProject } from '#test/support/dump-project.ts';
import { drawnColumns, missingInPlan, type DrawPlan } from '#shared/matrices/draw-plan.ts';
import type { ColumnId } from '#shared/ids.ts';
import { startCodedCases } from './coded-cases.ts';

async function startFirst() {
  const study = await startCodedCases([{ at: 2, version: 1, code: 1, layer: 0, start: 0 }]);
  const { api, codes } = study;
  const id = await api.matrices.create({
    name: 'First',
    columns: [
      { title: 'Costs', codeIds: [codes[0]!] },
      { title: 'Rewards', codeIds: [codes[3]!] },
      { title: 'Ties', codeIds: [codes[4]!] },
    ],
  });
  const { columns, rows } = await api.matrices.get({ id });
  const [costs, rewards, ties] = columns.map((column) => column.id) as [ColumnId, ColumnId, ColumnId];
  const rowKey = rows.find(({ code }) => code === 'T1')!.key;
  await api.matrices.writeSummary({ columnId: costs, rowKey, summary: 'Evenings.' });
  return { ...study, id, costs, rewards, ties, rowKey };
}

test('a second matrix is drawn from cells of the first, which stand beside what is written from them', async () => {
  const { api, id, costs, rewards, ties, rowKey } = await startFirst();
  const second = await api.matrices.draw({
    name: 'Second',
    sourceId: id,
    columns: [{ title: 'Balance', sourceIds: [costs, rewards], reason: 'They are weighed together.' }],
    leftOut: [{ columnId: ties, reason: 'Nobody spoke of it.' }],
  });
  const matrix = await api.matrices.get({ id: second });
  const [balance] = matrix.columns;
  expect(balance).toMatchObject({ title: 'Balance', kind: 'cells' });
  expect(balance!.sources.map(({ title, matrixName }) => `${matrixName}: ${title}`)).toEqual([
    'First: Costs',
    'First: Rewards',
  ]);
  const place = { columnId: balance!.id, rowKey };
  const { upstream } = await api.matrices.cell(place);
  expect(upstream).toMatchObject([
    { summary: 'Evenings.', columnTitle: 'Costs', rowName: 'T1', stance: null },
  ]);
  await api.matrices.setEvidence({ ...place, cellIds: [upstream[0]!.cellId], stance: 'supports' });
  await api.matrices.writeSummary({ ...place, summary: 'Costs outweigh.' });
  expect((await api.matrices.cell(place)).upstream[0]!.stance).toBe('supports');
  expect(await api.matrices.reductionLog({ id: second })).toMatchObject([
    { kind: 'merge', columnTitle: 'Balance', reason: 'They are weighed together.', coderName: 'Anna' },
    { kind: 'leave out', columnTitle: 'Ties', reason: 'Nobody spoke of it.' },
  ]);
});

test('sentences of a second matrix are linked to the cells that they rest on, also when the summary is edited', async () => {
  const { api, id, costs, rowKey } = await startFirst();
  const second = await api.matrices.draw({
    name: 'Second',
    sourceId: id,
    columns: [{ title: 'Balance', sourceIds: [costs] }],
    leftOut: [],
  });
  const { columns } = await api.matrices.get({ id: second });
  const place = { columnId: columns[0]!.id, rowKey };
  await api.matrices.writeSummary({ ...place, summary: 'Costs outweigh. She stays.' });
  const cellId = (await api.matrices.cell(place)).cellId!;
  const sourceCellId = (await api.matrices.cell(place)).upstream[0]!.cellId;
  const linked = async () =>
    (await api.checking.cell(place)).sentences.map(({ text, sourceCellIds, gone }) => [
      text,
      sourceCellIds,
      gone,
    ]);
  await api.checking.linkSentence({ cellId, sentence: 'Costs outweigh.', sourceCellIds: [sourceCellId] });
  await api.matrices.writeSummary({ ...place, summary: 'She stays. Costs outweigh all.' });
  expect(await linked()).toEqual([
    ['She stays.', [], 0],
    ['Costs outweigh all.', [sourceCellId], 0],
  ]);
  await api.matrices.removeColumn({ id: costs });
  expect(await linked()).toEqual([
    ['She stays.', [], 0],
    ['Costs outweigh all.', [], 1],
  ]);
  await api.history.undo({});
  await api.checking.unlinkSentence({ cellId, sentence: 'Costs outweigh all.', sourceCellId });
  expect((await linked())[1]).toEqual(['Costs outweigh all.', [], 0]);
  await api.history.undo({});
  expect((await linked())[1]).toEqual(['Costs outweigh all.', [sourceCellId], 0]);
});

test('groups of cases are drawn from the cells of all their cases', async () => {
  const { api, id, costs, years, rowKey } = await startFirst();
  const other = (await api.matrices.get({ id })).rows.find(({ code }) => code === 'T2')!;
  await api.matrices.writeSummary({ columnId: costs, rowKey: other.key, summary: 'None.' });
  const second = await api.matrices.draw({
    name: 'By years',
    sourceId: id,
    columns: [{ sourceIds: [costs] }],
    rowAttributeId: years,
  });
  const { rows, columns } = await api.matrices.get({ id: second });
  expect(rows.map(({ code, cases }) => [code, cases])).toEqual([
    ['9', 1],
    ['31', 1],
    ['100', 1],
    ['No Years', 1],
  ]);
  const drawn = async (index: number) =>
    (await api.matrices.cell({ columnId: columns[0]!.id, rowKey: rows[index]!.key })).upstream.map((cell) => [
      cell.rowName,
      cell.rowKey === rowKey,
    ]);
  expect(await drawn(1)).toEqual([['T2', false]]);
  expect(await drawn(2)).toEqual([['T1', true]]);
});

test('what would rest on itself is refused with a sentence, by however many steps', async () => {
  const { api, path, id, costs } = await startFirst();
  const second = await api.matrices.draw({ name: 'Second', sourceId: id, columns: [{ sourceIds: [costs] }] });
  const [drawn] = (await api.matrices.get({ id: second })).columns;
  const third = await api.matrices.draw({
    name: 'Third',
    sourceId: second,
    columns: [{ sourceIds: [drawn!.id] }],
  });
  const [far] = (await api.matrices.get({ id: third })).columns;
  const before = dumpProject(path);
  for (const [matrixId, sourceIds, source] of [
    [id, [drawn!.id], 'Second'],
    [id, [far!.id], 'Third'],
    [id, [costs], 'First'],
    [second, [far!.id], 'Third'],
  ] as const)
    await expect(
      api.matrices.addColumn({ matrixId, kind: 'cells', sourceIds: [...sourceIds] }),
    ).rejects.toMatchObject({ code: 'matrix-circular', detail: { source } });
  expect(dumpProject(path)).toEqual(before);
});

test('a merge or an omission without a reason is refused', async () => {
  const { api, id, costs, rewards, ties } = await startFirst();
  const draw = (columns: { sourceIds: ColumnId[] }[], leftOut: { columnId: ColumnId; reason: string }[]) =>
    api.matrices.draw({ name: 'Second', sourceId: id, columns, leftOut });
  await expect(draw([{ sourceIds: [costs, rewards] }], [])).rejects.toMatchObject({ code: 'reason-missing' });
  await expect(draw([{ sourceIds: [costs] }], [{ columnId: ties, reason: ' ' }])).rejects.toMatchObject({
    code: 'reason-missing',
  });
  expect((await api.matrices.list({})).map(({ name }) => name)).toEqual(['First']);
});

test('when the first matrix goes, what was written in the second stays, and the log still names it', async () => {
  const { api, path, id, costs, rowKey } = await startFirst();
  const second = await api.matrices.draw({ name: 'Second', sourceId: id, columns: [{ sourceIds: [costs] }] });
  const place = { columnId: (await api.matrices.get({ id: second })).columns[0]!.id, rowKey };
  const { upstream } = await api.matrices.cell(place);
  await api.matrices.setEvidence({ ...place, cellIds: [upstream[0]!.cellId], stance: 'supports' });
  await api.matrices.writeSummary({ ...place, summary: 'Costs.' });
  const before = dumpProject(path);
  await api.matrices.remove({ id });
  expect(await api.matrices.cell(place)).toMatchObject({ summary: 'Costs.', upstream: [] });
  expect(await api.matrices.reductionLog({ id: second })).toMatchObject([
    { kind: 'draw', sources: [{ matrix: 'First', column: 'Costs' }] },
  ]);
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('a judgement belongs to the kind of its column, and to the cell', async () => {
  const { api, id, rowKey, codes } = await startFirst();
  const rating = await api.matrices.addColumn({ matrixId: id, kind: 'rating', codeIds: [codes[0]!] });
  const verdict = await api.matrices.addColumn({ matrixId: id, kind: 'verdict' });
  await api.matrices.judge({ columnId: rating, rowKey, rating: '-2', rationale: 'Says so twice.' });
  await api.matrices.judge({ columnId: verdict, rowKey, symbol: 'partly' });
  expect(await api.matrices.cell({ columnId: rating, rowKey })).toMatchObject({
    rating: '-2',
    rationale: 'Says so twice.',
    authorName: 'Anna',
  });
  await expect(api.matrices.judge({ columnId: verdict, rowKey, rating: '1' })).rejects.toMatchObject({
    code: 'bad-input',
  });
  await expect(api.matrices.judge({ columnId: verdict, rowKey, symbol: 'met' })).rejects.toMatchObject({
    code: 'bad-input',
  });
  const other = (await api.matrices.get({ id })).rows.find(({ code }) => code === 'T10')!;
  await api.matrices.judge({ columnId: rating, rowKey: other.key, rating: '2' });
  const third = (await api.matrices.get({ id })).rows.find(({ code }) => code === 'T3')!;
  await api.matrices.judge({ columnId: rating, rowKey: third.key, rating: 'mixed' });
  const order = async () => (await api.matrices.get({ id })).rows.map(({ code }) => code);
  await api.matrices.setView({ id, sort: { by: 'column', columnId: rating }, descending: true });
  expect(await order()).toEqual(['T10', 'T1', 'T2', 'T3']);
  await api.matrices.judge({ columnId: rating, rowKey, rating: null, rationale: '' });
  expect((await api.matrices.cell({ columnId: rating, rowKey })).cellId).toBeNull();
});

test('a plan merges, leaves out and keeps, and says what it still needs', () => {
  const column = (id: number) => ({ id: id as ColumnId, title: `C${id}` });
  const columns = [column(1), column(2), column(3)];
  const plan: DrawPlan = new Map([
    [2 as ColumnId, { to: { with: 1 as ColumnId }, title: '', reason: 'Same thing.' }],
    [3 as ColumnId, { to: 'out', title: '', reason: '' }],
  ]);
  expect(missingInPlan(columns, plan)).toBe('Say why “C3” is merged or left out.');
  expect(drawnColumns(columns, plan)).toEqual({
    columns: [{ title: '', sourceIds: [1, 2], reason: 'Same thing.' }],
    leftOut: [{ columnId: 3, reason: '' }],
  });
});

test('a drawn column that is taken away again stays in the log, and undo brings it back', async () => {
  const { api, path, id, costs, ties } = await startFirst();
  const second = await api.matrices.draw({ name: 'Second', sourceId: id, columns: [{ sourceIds: [costs] }] });
  const [drawn] = (await api.matrices.get({ id: second })).columns;
  const before = dumpProject(path);
  await api.matrices.removeColumn({ id: drawn!.id });
  expect((await api.matrices.reductionLog({ id: second })).at(-1)).toMatchObject({
    kind: 'remove',
    columnTitle: 'Costs',
    sources: [{ matrix: 'First', column: 'Costs' }],
    coderName: 'Anna',
  });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  // A column that nothing was drawn into is no step of a reduction.
  await api.matrices.removeColumn({ id: ties });
  expect(await api.matrices.reductionLog({ id })).toEqual([]);
});
