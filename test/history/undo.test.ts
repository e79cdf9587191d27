import { expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { startStudy } from '#test/support/test-core.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

test('undoes and redoes without knowing what was changed, also after a restart', async () => {
  const first = await startStudy();
  const { path } = (await first.api.project.current({}))!;
  const before = dumpProject(path);
  await first.api.project.describe({ title: 'Teachers' });
  await first.api.project.addCoder({ name: 'Bram' });
  const after = dumpProject(path);
  expect(after).not.toEqual(before);

  const second = first.restart();
  await second.api.project.open({ path });
  expect(await second.api.history.state({})).toEqual({ undo: 'Add coder Bram', redo: null });
  await second.api.history.undo({});
  await second.api.history.undo({});
  expect(dumpProject(path)).toEqual(before);

  const third = second.restart();
  await third.api.project.open({ path });
  expect(await third.api.history.state({})).toMatchObject({ redo: 'Rename the study to “Teachers”' });
  await third.api.history.redo({});
  await third.api.history.redo({});
  expect(dumpProject(path)).toEqual(after);
  await expect(third.api.history.redo({})).rejects.toMatchObject({ code: 'nothing-to-redo' });
});

test('a new change ends what could be redone', async () => {
  const { api } = await startStudy();
  await api.project.addCoder({ name: 'Bram' });
  await api.history.undo({});
  await api.project.addCoder({ name: 'Chloë' });
  await expect(api.history.redo({})).rejects.toMatchObject({ code: 'nothing-to-redo' });
  const { entries } = await api.history.list({});
  expect(entries.slice(0, 2).map(({ label, state }) => [label, state])).toEqual([
    ['Add coder Chloë', 'done'],
    ['Add coder Bram', 'dropped'],
  ]);
});

test('nobody undoes the work of somebody else', async () => {
  const { api } = await startStudy();
  const bram = await api.project.addCoder({ name: 'Bram' });
  await api.project.chooseCoder({ coderId: bram.id });
  await expect(api.history.undo({})).rejects.toMatchObject({ code: 'nothing-to-undo' });
});

test('announces what changed, and what an undo changed back', async () => {
  const { api, events } = await startStudy();
  events.length = 0;
  await api.project.addCoder({ name: 'Bram' });
  await api.history.undo({});
  expect(events).toEqual([
    {
      type: 'changed',
      label: 'Add coder Bram',
      tables: ['coder', 'layer'],
      rows: [
        { table: 'coder', id: 2, op: 'insert' },
        { table: 'layer', id: 2, op: 'insert' },
      ],
    },
    {
      type: 'changed',
      label: 'Add coder Bram',
      tables: ['coder', 'layer'],
      rows: [
        { table: 'coder', id: 2, op: 'delete' },
        { table: 'layer', id: 2, op: 'delete' },
      ],
    },
  ]);
});

test('a refused change leaves no trace', async () => {
  const { api, events } = await startStudy();
  const { path } = (await api.project.current({}))!;
  const before = dumpProject(path);
  events.length = 0;
  await expect(api.project.addCoder({ name: 'anna' })).rejects.toThrow(AppError);
  expect(dumpProject(path)).toEqual(before);
  expect(events).toEqual([]);
});

test('text that is saved while it is typed is one step of undo; another stay in the field is another step', async () => {
  const { api } = await startStudy();
  const { path } = (await api.project.current({}))!;
  const participantId = await api.participants.create({ code: 'T01' });
  const code = await api.codebook.create({ parentId: null, name: 'Time' });
  const matrixId = await api.matrices.create({
    name: 'Matrix',
    columns: [{ title: 'Time', codeIds: [code] }],
  });
  const columnId = (await api.matrices.get({ id: matrixId })).columns[0]!.id;
  const rowKey = await rowOfCase(api, participantId);
  const write = (summary: string, typing: string) =>
    api.matrices.writeSummary({ columnId, rowKey, summary, typing });
  const summary = async () => (await api.matrices.cell({ columnId, rowKey })).summary;
  const before = dumpProject(path);

  for (const piece of ['B', 'Busy', 'Busy all week']) await write(piece, 'first stay');
  await write('Busy all week.', 'second stay');
  const after = dumpProject(path);
  const { entries } = await api.history.list({ limit: 3 });
  expect(entries.map(({ label, rows }) => [label, rows])).toEqual([
    // The cell, and what its claim rests on.
    ['Summarise T01 × Time', 2],
    ['Summarise T01 × Time', 6],
    ['Make matrix “Matrix”', 3],
  ]);

  await api.history.undo({});
  expect(await summary()).toBe('Busy all week');
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
  await api.history.redo({});
  expect(await summary()).toBe('Busy all week');
  await api.history.redo({});
  expect(dumpProject(path)).toEqual(after);
});

test('a piece of typing after an undo, or after something else, begins a step of its own', async () => {
  const { api } = await startStudy();
  const participantId = await api.participants.create({ code: 'T01' });
  const code = await api.codebook.create({ parentId: null, name: 'Time' });
  const matrixId = await api.matrices.create({
    name: 'Matrix',
    columns: [{ title: 'Time', codeIds: [code] }],
  });
  const columnId = (await api.matrices.get({ id: matrixId })).columns[0]!.id;
  const rowKey = await rowOfCase(api, participantId);
  const write = (summary: string) =>
    api.matrices.writeSummary({ columnId, rowKey, summary, typing: 'one stay' });
  await write('One');
  await api.codebook.change({ id: code, name: 'Hours' });
  await write('One two');
  await api.history.undo({});
  await write('One three');
  const { entries } = await api.history.list({ limit: 4 });
  expect(entries.map(({ rows, state }) => [rows, state])).toEqual([
    [2, 'done'],
    [2, 'dropped'],
    [1, 'done'],
    [2, 'done'],
  ]);
});
