import { expect, test } from 'vitest';
import type { CodeId } from '#shared/ids.ts';
import { startCodedCases, type CodingPlan } from '#test/matrices/coded-cases.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

const coding = (code: number, layer: 0 | 1, start: number): CodingPlan => ({
  at: 0,
  version: 1,
  code,
  layer,
  start,
});

/** Rewards (3) and Ties (4): one passage of Anna has both, Bram has Ties alone there, and Anna has Ties elsewhere. */
async function startTwins() {
  const study = await startCodedCases([
    coding(3, 0, 0),
    coding(4, 0, 0),
    coding(4, 1, 0),
    coding(4, 0, 20),
    coding(0, 0, 40),
  ]);
  const { api, codes, cases, codings } = study;
  const [costs, time, , rewards, ties] = codes as [CodeId, CodeId, CodeId, CodeId, CodeId];
  await api.coding.change({ id: codings[0]!, memo: 'Glad.' });
  await api.coding.change({ id: codings[1]!, memo: 'Close.' });
  await api.codebook.change({ id: rewards, cues: ['fun'], definition: 'What it gives.' });
  await api.codebook.change({
    id: ties,
    cues: ['fun', 'friend'],
    definition: 'Who one knows.',
    seeAlso: [costs],
  });
  await api.codebook.change({ id: costs, insteadId: ties });
  const columns = [
    { title: 'Both', codeIds: [rewards, ties] },
    { title: 'Ties', codeIds: [ties] },
  ];
  const matrixId = await api.matrices.create({ name: 'Cases by motives', columns });
  const matrix = await api.matrices.get({ id: matrixId });
  await api.matrices.setEvidence({
    columnId: matrix.columns[1]!.id,
    rowKey: await rowOfCase(api, cases[0]!),
    codingIds: [codings[1]!, codings[3]!],
    stance: 'supports',
  });
  await api.codebook.addExample({ codeId: ties, codingId: codings[3]!, kind: 'example' });
  return { ...study, costs, time, rewards, ties, matrixId };
}

test('says what a merge moves, and what falls together', async () => {
  const { api, rewards, ties, costs, time } = await startTwins();
  expect(await api.codebook.mergePreview({ id: ties, into: rewards })).toEqual({
    codings: 3,
    together: 1,
    cues: 2,
    columns: 2,
    memos: 0,
    examples: 1,
    children: 0,
    clashes: [],
    domains: [],
    conflicts: { own: [], ownTotal: 0, others: 0 },
  });
  await expect(api.codebook.mergePreview({ id: costs, into: time })).rejects.toMatchObject({
    code: 'code-merge-below',
  });
  await expect(api.codebook.merge({ id: ties, into: ties })).rejects.toMatchObject({
    code: 'code-merge-below',
  });
});

test('moves everything to the other code and loses no word, as one step of undo', async () => {
  const { api, rewards, ties, costs, codings, matrixId, cases, path } = await startTwins();
  const before = dumpProject(path);
  await api.codebook.merge({ id: ties, into: rewards, keepDefinition: true });
  const after = dumpProject(path);

  const codes = await api.codebook.list({});
  expect(codes.map(({ name }) => name)).toEqual(['Costs', 'Time', 'Evenings', 'Rewards']);
  const merged = codes.find(({ id }) => id === rewards)!;
  expect(merged).toMatchObject({
    codings: 3,
    cues: ['fun', 'friend'],
    definition: 'What it gives.\n\nFrom “Ties”: Who one knows.',
    seeAlso: [costs],
  });
  expect(merged.examples.map(({ codingId }) => codingId)).toEqual([codings[3]]);
  expect(codes.find(({ id }) => id === costs)!.insteadId).toBe(rewards);
  const [kept] = await api.coding.byIds({ ids: [codings[0]!, codings[1]!] });
  expect(kept).toMatchObject({ id: codings[0], memo: 'Glad.\n\nClose.' });
  const matrix = await api.matrices.get({ id: matrixId });
  expect(matrix.columns.map(({ codeIds }) => codeIds)).toEqual([[rewards], [rewards]]);
  const cell = await api.matrices.cell({
    columnId: matrix.columns[1]!.id,
    rowKey: await rowOfCase(api, cases[0]!),
  });
  expect(cell.fragments.filter(({ stance }) => stance !== null).map(({ id }) => id)).toEqual([
    codings[0],
    codings[3],
  ]);

  expect((await api.history.state({})).undo).toBe('Merge “Ties” into “Rewards”');
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  await api.history.redo({});
  expect(dumpProject(path)).toEqual(after);
});

test('takes the codes below along, and refuses when two of one name would meet', async () => {
  const { api, costs, rewards } = await startTwins();
  const twin = await api.codebook.create({ parentId: rewards, name: 'time' });
  expect((await api.codebook.mergePreview({ id: costs, into: rewards })).clashes).toEqual(['Time']);
  await expect(api.codebook.merge({ id: costs, into: rewards })).rejects.toMatchObject({
    code: 'name-taken',
  });
  await api.codebook.change({ id: twin, name: 'Time off' });
  await api.codebook.merge({ id: costs, into: rewards });
  const codes = await api.codebook.list({});
  expect(codes.filter(({ parentId }) => parentId === rewards).map(({ name }) => name)).toEqual([
    'Time off',
    'Time',
  ]);
});

test('sorts the fragments of a code into others, one step at a time, and goes on where it was', async () => {
  const { api, ties, rewards, codings, path } = await startTwins();
  const close = await api.codebook.create({ parentId: ties, name: 'Close ties' });
  await api.codebook.setSplitTargets({ id: ties, targets: [close, rewards] });
  const left = async () => (await api.codebook.split({ id: ties })).left.map(({ codingId }) => codingId);
  expect(await left()).toEqual([codings[1], codings[3]]);
  await expect(api.codebook.sortFragment({ codingId: codings[2]!, into: close })).rejects.toMatchObject({
    code: 'not-your-coding',
  });

  const before = dumpProject(path);
  // The passage has Rewards already: the two become one, with both memos.
  await api.codebook.sortFragment({ codingId: codings[1]!, into: rewards });
  expect(await left()).toEqual([codings[3]]);
  const [one] = await api.coding.byIds({ ids: [codings[0]!, codings[1]!] });
  expect(one).toMatchObject({ id: codings[0], memo: 'Glad.\n\nClose.' });
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);

  await api.codebook.sortFragment({ codingId: codings[1]!, into: close });
  await api.codebook.sortFragment({ codingId: codings[3]!, into: null });
  expect(await api.codebook.split({ id: ties })).toEqual({ targets: [close, rewards], left: [], kept: 1 });
  const counts = new Map((await api.codebook.list({})).map(({ id, codings: count }) => [id, count]));
  expect([counts.get(ties), counts.get(close), counts.get(rewards)]).toEqual([2, 1, 1]);
  await api.history.undo({});
  expect(await left()).toEqual([codings[3]]);
});
