import { expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import type { Client } from '#shared/contract/api.ts';
import type { CodeId } from '#shared/ids.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startStudy } from '#test/support/test-core.ts';

/** The tree as an outline: two spaces for every level. */
async function outline(api: Client): Promise<readonly string[]> {
  const codes = await api.codebook.list({});
  const depth = new Map<CodeId, number>();
  return codes.map(({ id, parentId, name }) => {
    depth.set(id, parentId === null ? 0 : depth.get(parentId)! + 1);
    return '  '.repeat(depth.get(id)!) + name;
  });
}

async function codeNamed(api: Client, name: string) {
  return (await api.codebook.list({})).find((code) => code.name === name)!;
}

test('adds a code, with a colour that its siblings do not have', async () => {
  const { api } = await startStudy();
  const costs = await api.codebook.create({ parentId: null, name: ' Costs ', kind: 'group' });
  const time = await api.codebook.create({ parentId: costs, name: 'Time', poles: ['little', 'much'] });
  await api.codebook.create({ parentId: costs, name: 'Money', color: '#AA0011' });
  const codes = await api.codebook.list({});
  expect(codes.map(({ color, ...rest }) => ({ ...rest, color: color.length }))).toEqual([
    code({ id: costs, name: 'Costs', kind: 'group' }),
    code({ id: time, parentId: costs, name: 'Time', poleLow: 'little', poleHigh: 'much' }),
    code({ id: codes[2]!.id, parentId: costs, name: 'Money' }),
  ]);
  expect(codes[2]!.color).toBe('#aa0011');
  expect(new Set(codes.map(({ color }) => color)).size).toBe(3);

  function code(given: object) {
    const none = { parentId: null, key: null, kind: 'code', definition: '', poleLow: null, poleHigh: null };
    const guidance = {
      useWhen: '',
      notWhen: '',
      insteadId: null,
      seeAlso: [],
      examples: [],
      definedAt: null,
    };
    const cues = { cues: [], cueLanguages: {} };
    return { ...none, ...guidance, ...cues, ownCodings: 0, codings: 0, color: 7, ...given };
  }
});

test('refuses a code without a name, a name that a sibling has, and a parent that is gone', async () => {
  const { api } = await startStudy();
  const time = await api.codebook.create({ parentId: null, name: 'Temps libéré' });
  const refused = { code: 'name-taken', detail: { what: 'code', name: 'TEMPS LIBE\u0301RE\u0301' } };
  await expect(
    api.codebook.create({ parentId: null, name: 'TEMPS LIBE\u0301RE\u0301' }),
  ).rejects.toMatchObject(refused);
  await expect(api.codebook.create({ parentId: null, name: ' ' })).rejects.toMatchObject({
    code: 'name-empty',
  });
  await api.codebook.create({ parentId: time, name: 'Temps libéré' });
  await expect(api.codebook.create({ parentId: 99, name: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('changes only what it is told to change, and says what in the history', async () => {
  const { api } = await startStudy();
  const id = await api.codebook.create({ parentId: null, name: 'Time', poles: ['little', 'much'] });
  await api.codebook.create({ parentId: null, name: 'Money' });
  const before = await codeNamed(api, 'Time');
  await api.codebook.change({ id, name: 'Hours' });
  await api.codebook.change({ id, name: 'hours', kind: 'cost' });
  await api.codebook.change({ id, definition: 'Time as a price.' });
  await api.codebook.change({ id, cues: ['busy', ' busy', '', 'workload'] });
  await api.codebook.change({ id, color: '#123ABC' });
  await api.codebook.change({ id, poles: null });
  await api.codebook.change({ id, definition: 'Time as a price.' });
  expect(await codeNamed(api, 'hours')).toEqual({
    ...before,
    name: 'hours',
    kind: 'cost',
    definition: 'Time as a price.',
    definedAt: expect.any(String),
    cues: ['busy', 'workload'],
    color: '#123abc',
    poleLow: null,
    poleHigh: null,
  });
  await expect(api.codebook.change({ id, name: 'MONEY' })).rejects.toMatchObject({ code: 'name-taken' });
  const { entries } = await api.history.list({});
  expect(entries.slice(0, 6).map(({ label }) => label)).toEqual([
    'Change “hours”',
    'Change the colour of “hours”',
    'Change the cues of “hours”',
    'Define “hours”',
    'Rename “Hours” to “hours”',
    'Rename “Time” to “Hours”',
  ]);
});

test('moves a code among its siblings and into another, never into itself', async () => {
  const { api } = await startStudy();
  const add = (name: string, parentId: CodeId | null = null) => api.codebook.create({ name, parentId });
  const [a, b, c] = [await add('a'), await add('b'), await add('c')];
  const b1 = await add('b1', b);
  await api.codebook.move({ id: c, parentId: null, index: 0 });
  expect(await outline(api)).toEqual(['c', 'a', 'b', '  b1']);
  await api.codebook.move({ id: c, parentId: null, index: 1 });
  expect(await outline(api)).toEqual(['a', 'c', 'b', '  b1']);
  await api.codebook.move({ id: a, parentId: b, index: 0 });
  expect(await outline(api)).toEqual(['c', 'b', '  a', '  b1']);
  await api.codebook.move({ id: b1, parentId: null, index: 99 });
  expect(await outline(api)).toEqual(['c', 'b', '  a', 'b1']);
  await expect(api.codebook.move({ id: b, parentId: a, index: 0 })).rejects.toMatchObject({
    code: 'code-cycle',
    detail: { name: 'b' },
  });
  await expect(api.codebook.move({ id: b, parentId: b, index: 0 })).rejects.toThrow(AppError);
  await add('A');
  await expect(api.codebook.move({ id: a, parentId: null, index: 0 })).rejects.toMatchObject({
    code: 'name-taken',
  });
  expect(await outline(api)).toEqual(['c', 'b', '  a', 'b1', 'A']);
});

test('undoes and redoes every change of the codebook exactly', async () => {
  const { api } = await startStudy();
  const { path } = (await api.project.current({}))!;
  const dumps = [dumpProject(path)];
  const step = async (change: Promise<unknown>) => {
    await change;
    dumps.push(dumpProject(path));
  };
  await step(api.codebook.importTemplate({ template: 'networks-and-motives' }));
  const costs = await codeNamed(api, 'Costs');
  const time = await codeNamed(api, 'Time');
  await step(api.codebook.change({ id: time.id, name: 'Hours', cues: ['hour'], poles: ['few', 'many'] }));
  await step(api.codebook.move({ id: time.id, parentId: null, index: 1 }));
  await step(api.codebook.create({ parentId: costs.id, name: 'Travel', kind: 'cost' }));
  await step(api.codebook.remove({ id: costs.id }));
  for (const dump of dumps.slice(0, -1).toReversed()) {
    await api.history.undo({});
    expect(dumpProject(path)).toEqual(dump);
  }
  for (const dump of dumps.slice(1)) {
    await api.history.redo({});
    expect(dumpProject(path)).toEqual(dump);
  }
});
