import { expect, test } from 'vitest';
import { changeSentence } from '#shared/checking/change-sentences.ts';
import { checkedStudy, type CheckedStudy } from './checked-study.ts';

async function told(study: CheckedStudy, code: string, column = study.time): Promise<string[]> {
  const { changes } = await study.cell(code, column);
  return changes.map((change) => {
    const { title, before, after, about } = changeSentence(change);
    return [title, before ?? '', after ?? '', ...(about === undefined ? [] : [about])].join(' | ');
  });
}

test('a fresh summary is a draft, and stays one while nothing changes', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  expect(await study.state('T01')).toBe('draft');
  expect(await told(study, 'T01')).toEqual([]);
});

test('a fragment that is added, and one that is removed, make the cell stale and are quoted', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  await study.code('T01', 'I like that.', study.codes.time);
  expect(await study.state('T01')).toBe('stale');
  expect(await told(study, 'T01')).toEqual(['New fragment in T01, coded “Time” |  | I like that.']);

  await study.api.history.undo({});
  expect(await study.state('T01')).toBe('draft');

  const { fragments } = await study.api.matrices.cell({
    columnId: study.time,
    rowKey: await study.row('T01'),
  });
  await study.api.coding.remove({ ids: fragments.map(({ id }) => id) });
  expect(await told(study, 'T01')).toEqual([
    'A fragment in T01 coded “Time” is no longer there | It takes a lot of time. | ',
  ]);
  expect(await study.state('T02')).toBeUndefined();
});

test('moving an edge rewords the fragment; recoding it is told as that', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  const place = { columnId: study.time, rowKey: await study.row('T01') };
  const [fragment] = (await study.api.matrices.cell(place)).fragments;
  await study.api.coding.moveEdges({ id: fragment!.id, start: fragment!.start, end: fragment!.end - 6 });
  expect(await told(study, 'T01')).toEqual([
    'A fragment in T01 has other words | It takes a lot of time. | It takes a lot of',
  ]);
  await study.api.history.undo({});

  const below = await study.api.codebook.create({ parentId: study.codes.time, name: 'Evenings' });
  expect(await told(study, 'T01')).toEqual([]);
  await study.api.coding.recode({ ids: [fragment!.id], codeId: below });
  expect(await told(study, 'T01')).toEqual([
    'A fragment in T01 was recoded from “Time” to “Evenings” |  |  | It takes a lot of time.',
  ]);
});

test('a code that is defined anew makes the cells stale that rest on it, with the old words and the new', async () => {
  const study = await checkedStudy();
  await study.api.codebook.change({ id: study.codes.time, definition: 'Hours spent.' });
  await study.write('T01', 'It takes time.');
  await study.write('T01', 'Colleagues.', study.help);
  await study.api.codebook.change({ id: study.codes.time, definition: 'Hours that are missed elsewhere.' });
  expect(await told(study, 'T01')).toEqual([
    '“Time” is defined anew | Hours spent. | Hours that are missed elsewhere.',
  ]);
  expect(await study.state('T01', study.help)).toBe('draft');
  await study.api.codebook.change({ id: study.codes.time, name: 'Hours' });
  await study.api.codebook.change({ id: study.codes.time, definition: 'Hours spent.' });
  expect(await study.state('T01')).toBe('draft');
});

test('“still right” is kept: who, when, and what had changed, without anybody’s words', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  await study.code('T01', 'I like that.', study.codes.time);
  await study.sitDown('Ben');
  const place = { columnId: study.time, rowKey: await study.row('T01') };
  await study.api.checking.confirm({ ...place, note: 'It fits.' });
  const { state, confirmations, standsBehind } = await study.cell('T01');
  expect(state).toBe('draft');
  expect(standsBehind?.coder).toBe('Ben');
  expect(confirmations).toEqual([
    { coder: 'Ben', at: expect.any(String) as string, what: '1 fragment added', note: 'It fits.' },
  ]);
  await expect(study.api.checking.confirm(place)).rejects.toMatchObject({ code: 'not-stale' });
  await study.api.history.undo({});
  expect(await study.state('T01')).toBe('stale');
});

test('attaching evidence is no change of the inputs, and does not make a stale cell fresh', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  const place = { columnId: study.time, rowKey: await study.row('T01') };
  const attach = async (): Promise<void> => {
    const { fragments } = await study.api.matrices.cell(place);
    await study.api.matrices.setEvidence({
      ...place,
      codingIds: fragments.map(({ id }) => id),
      stance: 'supports',
    });
  };
  await attach();
  expect(await study.state('T01')).toBe('draft');
  await study.code('T01', 'I like that.', study.codes.time);
  await attach();
  expect(await study.state('T01')).toBe('stale');
});

test('kinds of emptiness are marked, and told from nothing', async () => {
  const study = await checkedStudy();
  const places = [{ columnId: study.time, rowKey: await study.row('T03') }];
  await expect(study.api.checking.mark({ places, mark: 'ready' })).rejects.toMatchObject({
    code: 'mark-needs-claim',
  });
  await study.api.checking.mark({ places, mark: 'nothing said' });
  expect(await study.state('T03')).toBe('nothing said');
  await study.code('T03', 'all the time in the world', study.codes.time);
  expect(await study.state('T03')).toBe('stale');
  await study.write('T03', 'All the time.');
  expect(await study.state('T03')).toBe('draft');
  await expect(study.api.checking.mark({ places, mark: 'not asked' })).rejects.toMatchObject({
    code: 'mark-needs-empty',
  });
  await study.api.checking.mark({ places, mark: 'ready' });
  expect(await study.state('T03')).toBe('ready');
  await study.api.checking.mark({ places, mark: null });
  expect(await study.state('T03')).toBe('draft');
});

test('a mark on an empty cell that is taken back leaves nothing behind', async () => {
  const study = await checkedStudy();
  const places = [{ columnId: study.time, rowKey: await study.row('T03') }];
  await study.api.checking.mark({ places, mark: 'not asked' });
  await study.api.checking.mark({ places, mark: null });
  expect(await study.state('T03')).toBeUndefined();
});

test('a cell that is drawn from another is stale when that one says something else, or is stale itself', async () => {
  const study = await checkedStudy();
  const { api } = study;
  await study.write('T01', 'It takes time.');
  const second = await api.matrices.create({ name: 'Second', columns: [] });
  const drawn = await api.matrices.addColumn({
    matrixId: second,
    kind: 'cells',
    title: 'Costs',
    sourceIds: [study.time],
  });
  const place = { columnId: drawn, rowKey: await study.row('T01') };
  await api.matrices.writeSummary({ ...place, summary: 'Time is a cost.' });
  const below = async () => {
    const { state, changes } = await api.checking.cell(place);
    return [state, ...changes.map((change) => changeSentence(change).title)];
  };
  expect(await below()).toEqual(['draft']);
  await study.code('T01', 'I like that.', study.codes.time);
  expect(await below()).toEqual(['stale', 'T01 × Time, which it draws on, is stale itself']);
  await study.write('T01', 'It takes time, and is liked.');
  expect(await below()).toEqual(['stale', 'T01 × Time says something else']);
  await api.checking.confirm(place);
  expect(await below()).toEqual(['draft']);
});

test('removing the column or the case takes all that was said about a cell, and undo brings it back', async () => {
  const study = await checkedStudy();
  const { api } = study;
  await study.write('T01', 'It takes time.');
  await api.checking.mark({
    places: [{ columnId: study.time, rowKey: await study.row('T01') }],
    mark: 'ready',
  });
  await api.matrices.removeColumn({ id: study.time });
  expect(await api.checking.states({ matrixId: study.matrixId })).toEqual([]);
  await api.history.undo({});
  expect(await study.state('T01')).toBe('ready');
});

test('while a study is coded blind, “still right” tells nothing of what others did', async () => {
  const study = await checkedStudy();
  await study.write('T01', 'It takes time.');
  await study.api.project.setBlind({ blind: true });
  await study.sitDown('Ben');
  await study.code('T01', 'I like that.', study.codes.time);
  await study.sitDown('Anna');
  const place = { columnId: study.time, rowKey: await study.row('T01') };
  expect(await study.state('T01')).toBe('draft');
  await expect(study.api.checking.confirm(place)).rejects.toMatchObject({ code: 'not-stale' });
  await study.code('T01', 'Colleagues help me.', study.codes.time);
  expect(await study.state('T01')).toBe('stale');
  await study.api.checking.confirm(place);
  expect((await study.cell('T01')).confirmations).toMatchObject([{ what: '1 fragment added' }]);
});

test('what others coded unseen is news to a claim when the study is no longer blind', async () => {
  const study = await checkedStudy();
  await study.api.project.setBlind({ blind: true });
  await study.sitDown('Ben');
  await study.code('T01', 'I like that.', study.codes.time);
  await study.sitDown('Anna');
  await study.write('T01', 'It takes time.');
  await study.write('T02', 'No time.');
  expect([await study.state('T01'), await study.state('T02')]).toEqual(['draft', 'draft']);
  const place = { columnId: study.time, rowKey: await study.row('T01') };
  const { fragments } = await study.api.matrices.cell(place);
  await study.api.matrices.setEvidence({
    ...place,
    codingIds: fragments.map(({ id }) => id),
    stance: 'supports',
  });
  expect(await study.state('T01')).toBe('draft');
  await study.api.project.setBlind({ blind: false });
  expect(await told(study, 'T01')).toEqual(['New fragment in T01, coded “Time” |  | I like that.']);
  expect([await study.state('T01'), await study.state('T02')]).toEqual(['stale', 'draft']);
});
