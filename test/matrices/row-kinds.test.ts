import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Client } from '#shared/contract/api.ts';
import type { AttributeId, CodeId, LayerId } from '#shared/ids.ts';
import type { Matrix, NewMatrixInput } from '#shared/matrices/matrices-contract.ts';
import { isWithin, sampleCases } from '#test/sample-study/sample-files.ts';
import { REPOSITORY, startCore, startStudy } from '#test/support/test-core.ts';

/** Of the participants' file, read without anything of Crosscase: it quotes nothing. */
const [header = '', ...lines] = fs
  .readFileSync(path.join(REPOSITORY, 'electron/sample-study/data/participants.csv'), 'utf8')
  .trim()
  .split(/\r?\n/);
const names = header.split(',');
const valuesOf = new Map(
  lines.map((line) => {
    const values = line.split(',');
    return [values[0]!, Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))] as const;
  }),
);
const participationOf = (code: string): string => valuesOf.get(code)!['self_reported_participation']!;

let api: Client;
let codeIds: ReadonlyMap<string, CodeId>;
let layers: ReadonlyMap<string, LayerId>;
let participation: AttributeId;

/** The sample study, anew for every test. */
async function openSample(): Promise<void> {
  ({ api } = startCore());
  await api.project.createSample({});
  codeIds = new Map((await api.codebook.list({})).map(({ key, id }) => [key!, id]));
  layers = new Map((await api.coding.layers({})).map(({ name, id }) => [name, id]));
  const { attributes } = await api.participants.table({});
  participation = attributes.find(({ name }) => name === 'self_reported_participation')!.id;
}

async function make(input: Omit<NewMatrixInput, 'name'>): Promise<Matrix> {
  const { length } = await api.matrices.list({});
  return api.matrices.get({ id: await api.matrices.create({ name: `M${length}`, ...input }) });
}

/** “row column count/cases”, for every cell that counts something. */
function counted({ rows, columns, cells }: Matrix): string[] {
  const rowNames = new Map(rows.map(({ key, code }) => [key, code]));
  const titles = new Map(columns.map(({ id, title }) => [id, title]));
  return cells
    .filter(({ count }) => count > 0)
    .map((cell) => `${rowNames.get(cell.rowKey)} ${titles.get(cell.columnId)} ${cell.count}/${cell.cases}`)
    .toSorted();
}

/** The same from the files: every coding falls into a row and a column, or into none. */
function fromFiles(
  rowOf: (participant: string, coder: string, code: string) => readonly string[],
  columns: Readonly<Record<string, (participant: string, code: string) => boolean>>,
  coder: string | null = 'A',
): string[] {
  const cells = new Map<string, { codings: number; cases: Set<string> }>();
  for (const { code: participant, codings } of sampleCases) {
    for (const coding of codings.filter((one) => coder === null || one.coder === coder)) {
      for (const [title, asks] of Object.entries(columns)) {
        if (!asks(participant, coding.code)) continue;
        for (const row of rowOf(participant, coding.coder, coding.code)) {
          const cell = cells.get(`${row} ${title}`) ?? { codings: 0, cases: new Set() };
          cell.codings += 1;
          cell.cases.add(participant);
          cells.set(`${row} ${title}`, cell);
        }
      }
    }
  }
  return [...cells].map(([name, { codings, cases }]) => `${name} ${codings}/${cases.size}`).toSorted();
}

const within = (root: string) => (_: string, code: string) => isWithin(code, root);
const THEMES = { Costs: within('cost'), Practice: within('practice') };
const themeColumns = () => [
  { title: 'Costs', codeIds: [codeIds.get('cost')!] },
  { title: 'Practice', codeIds: [codeIds.get('practice')!] },
];

test('groups of cases count what their members said, and in how many of them', async () => {
  await openSample();
  const matrix = await make({
    rowKind: 'groups',
    rowAttributeId: participation,
    columns: themeColumns(),
    layerId: layers.get('A')!,
  });
  expect(counted(matrix)).toEqual(fromFiles((participant) => [participationOf(participant)], THEMES));
  const sizes = new Map(matrix.rows.map(({ code, cases }) => [code, cases]));
  for (const [value, members] of Map.groupBy(valuesOf.keys(), participationOf))
    expect(sizes.get(value)).toBe(members.length);
});

test('one pooled row counts everybody; rows of coders count each layer', async () => {
  await openSample();
  const pooled = await make({ rowKind: 'all', columns: themeColumns(), layerId: layers.get('A')! });
  expect(counted(pooled)).toEqual(fromFiles(() => ['All cases'], THEMES));
  const coders = await make({ rowKind: 'coders', columns: themeColumns() });
  expect(counted(coders)).toEqual(fromFiles((_, coder) => [coder], THEMES, null));
});

test('rows that are codes count what has the code, in all cases and in each group', async () => {
  await openSample();
  const matrix = await make({
    rowKind: 'codes',
    rowCodeIds: [codeIds.get('cost')!, codeIds.get('reward')!],
    columns: [
      { title: 'All' },
      { kind: 'group', attributeId: participation, caseValue: 'active' },
      { kind: 'group', attributeId: participation, caseValue: 'passive' },
    ],
    layerId: layers.get('A')!,
  });
  const rows = new Map(matrix.rows.map(({ code }) => [code, code === 'Costs' ? 'cost' : 'reward']));
  const expected = fromFiles(
    (_, __, code) => [...rows].filter(([, root]) => isWithin(code, root)).map(([name]) => name),
    {
      All: () => true,
      active: (participant) => participationOf(participant) === 'active',
      passive: (participant) => participationOf(participant) === 'passive',
    },
  );
  expect(counted(matrix)).toEqual(expected);
  const [cell] = matrix.cells.filter(({ count }) => count > 0);
  const detail = await api.matrices.cell({ columnId: cell!.columnId, rowKey: cell!.rowKey, most: 10_000 });
  expect(detail.totalFragments).toBe(cell!.count);
  expect(detail.fragments).toHaveLength(cell!.count);
});

test('speaker roles and sections take every coding to where it begins', async () => {
  await openSample();
  const columns = themeColumns();
  const layerId = layers.get('A')!;
  const costs = sampleCases
    .flatMap(({ codings }) => codings)
    .filter(({ coder, code }) => coder === 'A' && isWithin(code, 'cost')).length;
  for (const rowKind of ['roles', 'sections'] as const) {
    const matrix = await make({ rowKind, columns, layerId });
    const found = matrix.cells.filter(({ columnId }) => columnId === matrix.columns[0]!.id);
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(costs);
    expect(matrix.rows.length).toBeGreaterThan(1);
    for (const { rowKey, columnId, count } of found) {
      const { fragments } = await api.matrices.cell({ rowKey, columnId, most: 10_000 });
      expect(fragments).toHaveLength(count);
      if (rowKind === 'sections')
        expect(new Set(fragments.map(({ sectionTitle }) => `section:${sectionTitle}`))).toEqual(
          new Set([rowKey]),
        );
    }
  }
});

test('a code against a code asks for the fragments that share words with one of the other', async () => {
  await openSample();
  const others = { Practice: 'practice', Identity: 'identity', Rewards: 'reward', Symbolic: 'symbolic' };
  const matrix = await make({
    rowKind: 'codes',
    rowCodeIds: [codeIds.get('cost')!],
    columns: Object.entries(others).map(([title, root]) => ({ title, codeIds: [codeIds.get(root)!] })),
  });
  // The slow way: every pair of fragments, of every coder.
  const pooled = await make({
    rowKind: 'all',
    columns: [{ title: 'x', codeIds: ['cost', ...Object.values(others)].map((root) => codeIds.get(root)!) }],
  });
  const place = { columnId: pooled.columns[0]!.id, rowKey: pooled.rows[0]!.key };
  const { fragments } = await api.matrices.cell({ ...place, most: 10_000 });
  const costs = fragments.filter(({ codeId }) => isCode(codeId, 'cost'));
  const expected = Object.entries(others).flatMap(([title, root]) => {
    const crossed = costs.filter((cost) =>
      fragments.some(
        (other) =>
          isCode(other.codeId, root) &&
          other.versionId === cost.versionId &&
          other.start < cost.end &&
          cost.start < other.end,
      ),
    );
    const cases = new Set(crossed.map(({ participantId }) => participantId)).size;
    return crossed.length === 0 ? [] : [`Costs ${title} ${crossed.length}/${cases}`];
  });
  expect(expected.length).toBeGreaterThan(0);
  expect(counted(matrix)).toEqual(expected.toSorted());
});

const isCode = (id: CodeId, root: string): boolean =>
  [...codeIds].some(([key, codeId]) => codeId === id && isWithin(key, root));

test('a filter hides cases from a matrix of cases, and from the counts of any other', async () => {
  await openSample();
  const filters = [{ attributeId: participation, values: ['active'] }];
  const cases = await make({ columns: themeColumns(), layerId: layers.get('A')! });
  await api.matrices.setView({ id: cases.id, filters });
  const shown = await api.matrices.get({ id: cases.id });
  const active = [...valuesOf.keys()].filter((code) => participationOf(code) === 'active');
  expect(shown.rows.map(({ code }) => code).toSorted()).toEqual(active.toSorted());
  expect(shown.hiddenCases).toBe(valuesOf.size - active.length);
  const pooled = await make({ rowKind: 'all', columns: themeColumns(), layerId: layers.get('A')! });
  await api.matrices.setView({ id: pooled.id, filters });
  expect(counted(await api.matrices.get({ id: pooled.id }))).toEqual(
    fromFiles((participant) => (participationOf(participant) === 'active' ? ['All cases'] : []), THEMES),
  );
});

test('a column of an attribute shows its value, and how it is spread in a group', async () => {
  await openSample();
  const columns = [{ kind: 'attribute', attributeId: participation } as const];
  const cases = await make({ columns });
  for (const { rowKey, derived } of cases.cells)
    expect(derived).toBe(participationOf(cases.rows.find(({ key }) => key === rowKey)!.code));
  const pooled = await make({ rowKind: 'all', columns });
  const spread = Map.groupBy(valuesOf.keys(), participationOf);
  for (const [value, members] of spread)
    expect(pooled.cells[0]!.derived).toContain(`${value} ${members.length}`);
});

test('rows are sites, cases without one come last, and a site that is removed leaves its row under its name', async () => {
  const study = await startStudy();
  const code = await study.api.codebook.create({ name: 'Time', kind: 'code', parentId: null });
  for (const [name, site] of [
    ['P1', 'Northside'],
    ['P2', 'Northside'],
    ['P3', 'Harbour'],
    ['P4', ''],
  ] as const) {
    const participantId = await study.api.participants.create({ code: name });
    await study.api.participants.setSite({ participantId, site });
  }
  const id = await study.api.matrices.create({
    name: 'Sites',
    rowKind: 'sites',
    columns: [{ codeIds: [code] }],
  });
  const rows = async () =>
    (await study.api.matrices.get({ id })).rows.map((row) => [row.code, row.cases, row.isGone] as const);
  expect((await rows()).toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
    ['Harbour', 1, false],
    ['No site', 1, false],
    ['Northside', 2, false],
  ]);
  const { columns, rows: before } = await study.api.matrices.get({ id });
  const rowKey = before.find((row) => row.code === 'Northside')!.key;
  await study.api.matrices.writeSummary({ columnId: columns[0]!.id, rowKey, summary: 'No time there.' });
  const { sites } = await study.api.participants.table({});
  await study.api.participants.removeSite({ id: sites.find((one) => one.code === 'Northside')!.id });
  expect(await rows()).toEqual([
    ['Harbour', 1, false],
    ['No site', 3, false],
    ['Northside', 0, true],
  ]);
  await study.api.history.undo({});
  expect(await rows()).toContainEqual(['Northside', 2, false]);
});

test('cases count when they pass every filter', async () => {
  await openSample();
  const [first] = await api.matrices.list({});
  const { attributes, rows } = await api.matrices.get({ id: first!.id });
  const [one, two] = ['school', 'self_reported_participation'].map(
    (name) => attributes.find((attribute) => attribute.name === name)!.id,
  );
  const taken = rows.find(({ values }) => values[one!] === 'S1')!.values[two!]!;
  await api.matrices.setView({
    id: first!.id,
    filters: [
      { attributeId: one!, values: ['S1', 'S2'] },
      { attributeId: two!, values: [taken] },
    ],
  });
  const shown = (await api.matrices.get({ id: first!.id })).rows.map((row) => row.code);
  const expected = rows.filter(
    ({ values }) => ['S1', 'S2'].includes(values[one!]!) && values[two!] === taken,
  );
  expect(shown).toEqual(expected.map((row) => row.code));
  expect(shown.length).toBeGreaterThan(0);
});
