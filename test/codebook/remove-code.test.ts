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

/** Costs has codings of both coders, two of them evidence; the columns are Costs with Rewards, Time alone, and Ties. */
async function startCodedMatrix() {
  const study = await startCodedCases([
    coding(0, 0, 0),
    coding(1, 0, 0),
    coding(2, 1, 10),
    coding(2, 0, 20),
    coding(3, 0, 30),
    coding(4, 1, 40),
  ]);
  const { api, codes, cases, codings } = study;
  const [costs, time, , rewards, ties] = codes as [CodeId, CodeId, CodeId, CodeId, CodeId];
  const matrixId = await api.matrices.create({
    name: 'Cases by motives',
    columns: [
      { title: 'Balance', codeIds: [costs, rewards] },
      { title: 'Time', codeIds: [time] },
      { title: 'Ties', codeIds: [ties] },
    ],
  });
  const { columns } = await api.matrices.get({ id: matrixId });
  const rowKey = await rowOfCase(api, cases[0]!);
  for (const { id: columnId } of columns) {
    await api.matrices.writeSummary({ columnId, rowKey, summary: 'Says so.' });
  }
  const evidence = { rowKey, stance: 'supports' } as const;
  await api.matrices.setEvidence({
    ...evidence,
    columnId: columns[0]!.id,
    codingIds: [codings[2]!, codings[4]!],
  });
  await api.matrices.setEvidence({ ...evidence, columnId: columns[1]!.id, codingIds: [codings[1]!] });
  await api.codebook.change({ id: time, cues: ['hours', 'busy'] });
  return { ...study, costs, time, matrixId };
}

test('says what would go with a code before it goes', async () => {
  const { api, costs, time, codes } = await startCodedMatrix();
  expect(await api.codebook.removalPreview({ id: costs })).toEqual({
    codes: 3,
    codings: 4,
    coders: ['Anna', 'Bram'],
    columns: 2,
    evidence: 2,
  });
  expect(await api.codebook.removalPreview({ id: time })).toMatchObject({ codes: 2, codings: 3, columns: 1 });
  expect(await api.codebook.removalPreview({ id: codes[3]! })).toEqual({
    codes: 1,
    codings: 1,
    coders: ['Anna'],
    columns: 1,
    evidence: 1,
  });
  await expect(api.codebook.removalPreview({ id: 99 })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('removes a code with everything below it, and nothing else', async () => {
  const { api, costs, matrixId, path } = await startCodedMatrix();
  const before = dumpProject(path);
  await api.codebook.remove({ id: costs });
  const after = dumpProject(path);
  const gone = Object.fromEntries(
    Object.entries(before)
      .map(([table, rows]) => [table, rows.length - after[table]!.length] as const)
      .filter(([, count]) => count !== 0),
  );
  expect(gone).toEqual({ code: 3, coding: 4, cue: 2, matrix_column_code: 2, cell_evidence: 2 });
  const { columns, cells } = await api.matrices.get({ id: matrixId });
  expect(columns.map(({ title, codeIds }) => [title, codeIds.length])).toEqual([
    ['Balance', 1],
    ['Time', 0],
    ['Ties', 1],
  ]);
  expect(cells.map(({ summary }) => summary)).toEqual(['Says so.', 'Says so.', 'Says so.']);
  expect((await api.history.state({})).undo).toBe('Remove “Costs”, 2 codes below it and 4 codings');
});

test('a removal comes back whole: codes, cues, codings of every coder, evidence and columns', async () => {
  const { api, costs, path } = await startCodedMatrix();
  const before = dumpProject(path);
  await api.codebook.remove({ id: costs });
  const after = dumpProject(path);
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  await api.history.redo({});
  expect(dumpProject(path)).toEqual(after);
});

test('counts the codings of a code, of everybody and of the coder who sits here', async () => {
  const { api, codes } = await startCodedMatrix();
  const counts = async () =>
    (await api.codebook.list({})).map(({ name, ownCodings, codings }) => [name, ownCodings, codings]);
  expect(await counts()).toEqual([
    ['Costs', 1, 1],
    ['Time', 1, 1],
    ['Evenings', 1, 2],
    ['Rewards', 1, 1],
    ['Ties', 0, 1],
  ]);
  const [, bram] = await api.project.coders({});
  await api.project.chooseCoder({ coderId: bram!.id });
  expect((await counts()).find(([name]) => name === 'Evenings')).toEqual(['Evenings', 1, 2]);
  expect((await counts()).at(-1)).toEqual(['Ties', 1, 1]);
  expect(codes).toHaveLength(5);
});
