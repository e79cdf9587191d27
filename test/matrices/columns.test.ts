import { expect, test } from 'vitest';
import type { CodeId, ColumnId } from '#shared/ids.ts';
import type { CodeKind } from '#shared/codebook/codebook-contract.ts';
import { columnTotals } from '#shared/matrices/column-totals.ts';
import { caseRow } from '#shared/matrices/row-keys.ts';
import { quickColumns } from '#shared/matrices/quick-columns.ts';
import template from '#shared/codebook/templates/networks-and-motives.json' with { type: 'json' };

test('a first matrix has the four dimensions, costs, rewards and symbolic motives as columns', () => {
  const ids = new Map(template.codes.map(({ id }, index) => [id, (index + 1) as CodeId]));
  const codes = template.codes.map(({ id, parent, kind, name }) => ({
    id: ids.get(id)!,
    parentId: parent === null ? null : ids.get(parent)!,
    kind: kind as CodeKind,
    name,
  }));
  expect(quickColumns(codes)?.map(({ name }) => name)).toEqual([
    'Practice',
    'Domain and value creation',
    'Collective identity',
    'Organisation',
    'Costs',
    'Rewards',
    'Motives: social order',
  ]);
  expect(quickColumns(codes.filter(({ kind }) => kind !== 'reward'))).toBeNull();
});

test('totals count the codings, the cases that have some, and the summaries, of the asked cases alone', () => {
  const cell = (columnId: number, participantId: number, count: number, summary = '') => ({
    columnId: columnId as ColumnId,
    rowKey: caseRow(`uid-${participantId}`),
    count,
    cases: Number(count > 0),
    summary,
    rating: null,
    symbol: null,
    evidence: 0,
    derived: '',
  });
  const cells = [cell(1, 1, 4, 'a'), cell(1, 2, 0, 'b'), cell(1, 3, 9), cell(2, 1, 1)];
  const rows = [1, 2].map((id) => ({ key: caseRow(`uid-${id}`) }));
  expect([...columnTotals(cells, rows)]).toEqual([
    [1, { codings: 4, cases: 1, summaries: 2 }],
    [2, { codings: 1, cases: 1, summaries: 0 }],
  ]);
});
