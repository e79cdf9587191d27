import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { changeSentence } from '#shared/checking/change-sentences.ts';
import type { MatrixId } from '#shared/ids.ts';
import { groupRow } from '#shared/matrices/row-keys.ts';
import { groupRows } from '#shared/matrices/row-groups.ts';
import { studyTraits } from '#shared/matrices/study-traits.ts';
import { traitOfTypology } from '#shared/matrices/traits.ts';
import { checkedStudy } from '#test/checking/checked-study.ts';
import { dumpProject } from '#test/support/dump-project.ts';

/** T02 is wary, T01 keen, T03 fits neither clearly; T04 was not looked at. In the order of the types, wary comes first. */
async function placed() {
  const study = await checkedStudy();
  const { api } = study;
  await api.participants.create({ code: 'T04' });
  const typologyId = await api.typologies.create({ name: 'Taking part', types: ['Wary', 'Keen'] });
  const [wary, keen] = must((await api.typologies.list({}))[0], 'made').types.map(({ id }) => id);
  const { participants } = await api.participants.table({});
  const idOf = (code: string) =>
    must(
      participants.find((one) => one.code === code),
      code,
    ).id;
  const place = (code: string, typeId: typeof wary | null) =>
    api.typologies.assign({ typologyId, participantIds: [idOf(code)], typeId: typeId ?? null });
  await place('T01', keen);
  await place('T02', wary);
  await place('T03', null);
  const trait = traitOfTypology(typologyId);
  const codes = async (id: MatrixId) => (await api.matrices.get({ id })).rows.map(({ code }) => code);
  return {
    ...study,
    typologyId,
    wary: must(wary, 'wary'),
    keen: must(keen, 'keen'),
    idOf,
    place,
    trait,
    rowsOf: codes,
  };
}

test('a typology groups, sorts and filters the cases of a matrix, and can be a column of it', async () => {
  const { api, matrixId, trait, rowsOf } = await placed();
  await api.matrices.setView({ id: matrixId, groupBy: trait });
  const { rows, attributes } = await api.matrices.get({ id: matrixId });
  expect(
    groupRows(rows, trait, attributes).map(({ value, rows: own }) => [value, own.map((row) => row.code)]),
  ).toEqual([
    ['Wary', ['T02']],
    ['Keen', ['T01']],
    ['none clearly', ['T03']],
    [null, ['T04']],
  ]);
  await api.matrices.setView({
    id: matrixId,
    groupBy: null,
    sort: { by: 'attribute', attributeId: trait },
    descending: true,
  });
  expect(await rowsOf(matrixId)).toEqual(['T03', 'T01', 'T02', 'T04']);

  const columnId = await api.matrices.addColumn({ matrixId, kind: 'attribute', attributeId: trait });
  await api.matrices.setView({ id: matrixId, sort: { by: 'column', columnId }, descending: false });
  const matrix = await api.matrices.get({ id: matrixId });
  expect(matrix.rows.map(({ code }) => code)).toEqual(['T02', 'T01', 'T03', 'T04']);
  expect(matrix.columns.at(-1)?.title).toBe('Taking part');
  expect(
    matrix.cells
      .filter((cell) => cell.columnId === columnId)
      .map(({ derived }) => derived)
      .toSorted(),
  ).toEqual(['Keen', 'Wary', 'none clearly']);

  await api.matrices.setView({ id: matrixId, filters: [{ attributeId: trait, values: ['Keen', ''] }] });
  expect(await rowsOf(matrixId)).toEqual(['T01', 'T04']);
  await api.matrices.setView({ id: matrixId, filters: [{ attributeId: trait, values: ['none clearly'] }] });
  expect(await rowsOf(matrixId)).toEqual(['T03']);
});

test('types are rows that take their cases together, and columns of a table of groups', async () => {
  const { api, trait, codes } = await placed();
  const id = await api.matrices.create({
    name: 'Types',
    rowKind: 'groups',
    rowAttributeId: trait,
    columns: [{ codeIds: [codes.time] }],
  });
  const { rows, cells } = await api.matrices.get({ id });
  expect(rows.map(({ code, cases }) => [code, cases])).toEqual([
    ['Wary', 1],
    ['Keen', 1],
    ['none clearly', 1],
    ['Not placed in Taking part', 1],
  ]);
  expect(cells.map(({ rowKey, count }) => [rowKey, count])).toEqual([
    [groupRow('Keen'), 1],
    [groupRow('Wary'), 1],
  ]);
  const crossed = await api.matrices.create({
    name: 'Contrast',
    rowKind: 'codes',
    rowCodeIds: [codes.time],
    columns: ['Wary', 'none clearly', ''].map((caseValue) => ({
      kind: 'group',
      attributeId: trait,
      caseValue,
    })),
  });
  const contrast = await api.matrices.get({ id: crossed });
  expect(contrast.columns.map(({ title }) => title)).toEqual([
    'Wary',
    'none clearly',
    'Not placed in Taking part',
  ]);
  expect(contrast.cells.map(({ count }) => count)).toEqual([1]);
  expect(contrast.groupSizes.map(({ cases }) => cases)).toEqual([1, 1, 1]);
  const both = await api.matrices.create({
    name: 'Both',
    rowKind: 'groups',
    rowAttributeId: trait,
    columns: [{ kind: 'group', attributeId: trait, caseValue: 'Wary' }],
  });
  const { groupSizes } = await api.matrices.get({ id: both });
  expect(groupSizes.map(({ rowKey, cases }) => [rowKey, cases])).toEqual([
    [groupRow('Wary'), 1],
    [groupRow('Keen'), 0],
    [groupRow('none clearly'), 0],
    [groupRow(''), 0],
  ]);
});

test('another name for a type goes along everywhere; a type that is removed loses no words, and undo brings all back', async () => {
  const { api, trait, typologyId, wary, codes, matrixId, rowsOf } = await placed();
  const id = await api.matrices.create({
    name: 'Types',
    rowKind: 'groups',
    rowAttributeId: trait,
    columns: [{ codeIds: [codes.time] }, { kind: 'group', attributeId: trait, caseValue: 'Wary' }],
  });
  const columnId = must((await api.matrices.get({ id })).columns[0], 'a column').id;
  await api.matrices.writeSummary({ columnId, rowKey: groupRow('Wary'), summary: 'No time at all.' });
  await api.matrices.setView({ id: matrixId, filters: [{ attributeId: trait, values: ['Wary'] }] });

  await api.typologies.changeType({ id: wary, name: 'Careful' });
  const renamed = await api.matrices.get({ id });
  expect(renamed.rows.map(({ code, isGone }) => [code, isGone]).slice(0, 2)).toEqual([
    ['Careful', false],
    ['Keen', false],
  ]);
  expect(renamed.columns[1]).toMatchObject({ title: 'Careful', caseValue: 'Careful' });
  const summaries = renamed.cells.flatMap(({ rowKey, summary }) =>
    summary === '' ? [] : [[rowKey, summary]],
  );
  expect(summaries).toEqual([[groupRow('Careful'), 'No time at all.']]);
  expect(await rowsOf(matrixId)).toEqual(['T02']);
  // It is the same type: what was written of it still holds.
  expect((await api.checking.states({ matrixId: id })).map(({ state }) => state)).toEqual(['draft']);

  const { path } = must(await api.project.current({}), 'open');
  const before = dumpProject(path);
  await api.typologies.removeType({ id: wary });
  const left = await api.matrices.get({ id });
  expect(left.rows.find(({ isGone }) => isGone)).toMatchObject({ code: 'Careful', key: groupRow('Careful') });
  expect((await api.matrices.get({ id: matrixId })).view.filters).toEqual([]);
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);

  await api.typologies.remove({ id: typologyId });
  const without = await api.matrices.get({ id });
  expect(without.rowAttributeId).toBeNull();
  expect(without.rows.map(({ code, isGone }) => [code, isGone])).toEqual([['Careful', true]]);
  expect(without.cells.some(({ summary }) => summary === 'No time at all.')).toBe(true);
  expect(await rowsOf(matrixId)).toEqual(['T01', 'T02', 'T03', 'T04']);
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('a case that is placed elsewhere makes what rests on its type stale, and says what it was', async () => {
  const { api, trait, codes, wary, keen, place, idOf, typologyId } = await placed();
  const id = await api.matrices.create({
    name: 'Types',
    rowKind: 'groups',
    rowAttributeId: trait,
    columns: [{ codeIds: [codes.time] }],
  });
  const columnId = must((await api.matrices.get({ id })).columns[0], 'a column').id;
  const told = async (rowKey: ReturnType<typeof groupRow>) => {
    const { state, changes } = await api.checking.cell({ columnId, rowKey });
    return [state, ...changes.map(changeSentence).map(({ title, before, after }) => [title, before, after])];
  };
  for (const name of ['Wary', 'Keen'])
    await api.matrices.writeSummary({ columnId, rowKey: groupRow(name), summary: `${name} about time.` });
  await api.typologies.changeType({ id: wary, definition: 'Those who wait and see.' });
  expect(await told(groupRow('Keen'))).toEqual(['draft']);
  expect(await told(groupRow('Wary'))).toEqual([
    'stale',
    ['“Wary” is defined anew', '', 'Those who wait and see.'],
  ]);
  await api.typologies.changeType({ id: wary, name: 'Careful' });
  expect((await told(groupRow('Careful')))[1]).toEqual([
    '“Careful” is defined anew',
    '',
    'Those who wait and see.',
  ]);
  await api.history.undo({});
  await api.history.undo({});
  await place('T03', keen);
  expect(await told(groupRow('Wary'))).toEqual(['draft']);
  expect(await told(groupRow('Keen'))).toEqual([
    'stale',
    ['Taking part of T03 counts in this cell now', null, 'Keen'],
  ]);
  await api.history.undo({});
  await place('T02', null);
  expect((await told(groupRow('Wary')))[0]).toBe('stale');
  expect(await told(groupRow('Wary'))).toContainEqual([
    'Taking part of T02 is another',
    'Wary',
    'none clearly',
  ]);
  await api.history.undo({});
  await api.typologies.unassign({ typologyId, participantIds: [idOf('T02')] });
  expect(await told(groupRow('Wary'))).toContainEqual(['Taking part of T02 is another', 'Wary', 'no value']);
  await api.history.undo({});
  await api.typologies.removeType({ id: wary });
  expect(await told(groupRow('Wary'))).toContainEqual(['Taking part of T02 is another', 'Wary', 'no value']);
});

test('what can be chosen of a typology are its types in their order, with those of no case, and the rest last', async () => {
  const { api, trait, typologyId } = await placed();
  await api.typologies.addType({ typologyId, name: 'Absent' });
  const { attributes, valuesOf } = studyTraits(
    await api.participants.table({}),
    await api.typologies.list({}),
  );
  expect(attributes.map(({ name }) => name)).toEqual(['Taking part']);
  expect(valuesOf(trait)).toEqual(['Wary', 'Keen', 'Absent', 'none clearly', '']);
});

test('an export that is grouped by types names them, says what they mean, and where each case is', async () => {
  const { api, core, trait, typologyId, wary, matrixId } = await placed();
  await api.typologies.change({ id: typologyId, basis: 'From the second matrix.' });
  await api.typologies.changeType({ id: wary, definition: 'Those who wait and see.' });
  await api.matrices.setView({
    id: matrixId,
    groupBy: trait,
    filters: [{ attributeId: trait, values: ['Wary', 'none clearly', ''] }],
  });
  const { file } = await api.export.matrix({ matrixId, format: 'xlsx' });
  const sheets = new Map(
    (await readXlsx(core.files.resolve(file).path)).map(({ sheet, data }) => [
      sheet,
      data.map((row) => row.map((value) => String(value ?? ''))),
    ]),
  );
  const about = new Map(must(sheets.get('About'), 'About').map(([name, text]) => [name, text]));
  expect(about.get('Rows')).toContain('grouped by Taking part');
  expect(about.get('Scope')).toContain('Taking part is Wary or none clearly or not placed');
  expect(about.get('Types “Taking part”')).toBe(
    'From the second matrix.\nWary: Those who wait and see.\nKeen: not defined',
  );
  const matrix = must(sheets.get('Matrix'), 'Matrix').map(([first = '', second = '']) => [first, second]);
  expect(matrix).toContainEqual(['Taking part: Wary (1 case)', '']);
  expect(matrix).toContainEqual(['T02', 'Wary']);
  expect(matrix).toContainEqual(['T03', 'none clearly']);
  expect(matrix).toContainEqual(['Taking part: not placed (1 case)', '']);
  expect(must(sheets.get('Participants'), 'Participants')[0]).toContain('Taking part (types)');
});
