import { expect, test } from 'vitest';
import type { AttributeId, ColumnId, ParticipantId } from '#shared/ids.ts';
import { heatOf } from '#shared/matrices/heat.ts';
import type { MatrixCell, MatrixRow } from '#shared/matrices/matrices-contract.ts';
import { patternMarks } from '#shared/matrices/patterns.ts';
import { caseRow } from '#shared/matrices/row-keys.ts';
import { dumpProject } from '#test/support/dump-project.ts';
import { startCodedCases } from './coded-cases.ts';

const GROUP = 1 as AttributeId;
const COLUMN = 1 as ColumnId;

const row = (number: number, value: string): MatrixRow => ({
  key: caseRow(`uid-${number}`),
  participantId: number as ParticipantId,
  code: `T${number}`,
  values: { [GROUP]: value },
  cases: 1,
  isGone: false,
});
const cell = (number: number, over: Partial<MatrixCell>): MatrixCell => ({
  columnId: COLUMN,
  rowKey: caseRow(`uid-${number}`),
  count: 0,
  cases: 0,
  summary: '',
  rating: null,
  symbol: null,
  evidence: 0,
  derived: '',
  ...over,
});

test('says of every case whether it fits a pattern, contradicts it, or shows it without belonging to the group', () => {
  const rows = [row(1, 'active'), row(2, 'Active '), row(3, 'active'), row(4, 'passive'), row(5, 'passive')];
  const cells = [
    cell(1, { rating: '2' }),
    cell(2, { rating: 'mixed' }),
    cell(3, { rating: 'no data' }),
    cell(4, { rating: '1' }),
    cell(5, { rating: '-1' }),
  ];
  const marks = patternMarks(
    { rows, cells },
    { attributeId: GROUP, value: 'active', columnId: COLUMN, expected: 'high' },
  );
  expect(rows.map(({ key }) => marks.get(key))).toEqual([
    'fits',
    'contradicts',
    'not judged',
    'also',
    undefined,
  ]);
});

test('a group is shaded by the share of its cases, a case by its count', () => {
  const cells = [cell(1, { count: 4, cases: 1 }), cell(2, { count: 2, cases: 1 })];
  const byCount = heatOf({ cells, rowKind: 'cases', groupSizes: [] });
  expect(cells.map((one) => byCount(one, { cases: 1 }))).toEqual([1, 0.5]);
  const byShare = heatOf({ cells, rowKind: 'groups', groupSizes: [] });
  expect(byShare(cells[0]!, { cases: 5 })).toBe(0.2);
  // In the column of a group, of the cases that are in it.
  const ofGroup = heatOf({
    cells,
    rowKind: 'codes',
    groupSizes: [{ columnId: COLUMN, rowKey: cells[0]!.rowKey, cases: 2 }],
  });
  expect(ofGroup(cells[0]!, { cases: 5 })).toBe(0.5);
});

test('a memo on several cells links to each of them, and undo takes it and the empty cells back', async () => {
  const { api, path, codes } = await startCodedCases([{ at: 2, version: 1, code: 1, layer: 0, start: 0 }]);
  const id = await api.matrices.create({ name: 'M', columns: [{ title: 'Costs', codeIds: [codes[0]!] }] });
  const { rows, columns } = await api.matrices.get({ id });
  const before = dumpProject(path);
  const places = rows.slice(0, 2).map(({ key }) => ({ columnId: columns[0]!.id, rowKey: key }));
  const memo = await api.memos.get({ id: await api.matrices.noteOnCells({ id, places }) });
  expect(memo.links.map(({ name }) => name).toSorted()).toEqual(['T1 × Costs', 'T2 × Costs']);
  expect((await api.history.list({})).entries[0]?.label).toBe('Write a memo on 2 cells of “M”');
  await api.history.undo({});
  expect(dumpProject(path)).toEqual(before);
});

test('how somebody reads across a matrix is there again after a restart, for them alone, and undo does not know of it', async () => {
  const { api, cases, years, restart, path } = await startCodedCases([]);
  const id = await api.matrices.create({
    name: 'Themes',
    columns: [{ kind: 'attribute', attributeId: years }],
  });
  const { rows, columns } = await api.matrices.get({ id });
  const reading = {
    pins: [rows[2]!.key, rows[0]!.key],
    heat: true,
    pattern: { attributeId: years, value: '9', columnId: columns[0]!.id, expected: 'high' as const },
  };
  const { undo } = await api.history.state({});
  await api.matrices.rememberReading({ id, ...reading });
  expect((await api.history.state({})).undo).toBe(undo);

  const again = restart();
  await again.api.project.open({ path });
  expect(await again.api.matrices.reading({ id })).toEqual(reading);
  const [, bram] = await again.api.project.coders({});
  await again.api.project.chooseCoder({ coderId: bram!.id });
  expect(await again.api.matrices.reading({ id })).toEqual({ pins: [], heat: false, pattern: null });
  await expect(again.api.matrices.reading({ id: id + 1 })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(cases).toHaveLength(rows.length);
});
