import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttributeId, ColumnId, ParticipantId } from '#shared/ids.ts';
import type { MatrixRow, MatrixView } from '#shared/matrices/matrices-contract.ts';
import { caseRow } from '#shared/matrices/row-keys.ts';
import { groupRows } from '#shared/matrices/row-groups.ts';
import { orderRows } from '#shared/matrices/row-order.ts';
import { compareNaturally, valueOrder } from '#shared/matrices/value-order.ts';
import { attributeTypes, type Attribute } from '#shared/participants/participants-contract.ts';

const YEARS = 1 as AttributeId;
const SUBJECT = 2 as AttributeId;
const COSTS = 1 as ColumnId;
const attributes: Attribute[] = [
  { id: YEARS, name: 'Years', type: 'whole number' },
  { id: SUBJECT, name: 'Subject', type: 'one of' },
];
const BY_CASE: MatrixView = {
  layerId: null,
  sort: { by: 'case' },
  descending: false,
  groupBy: null,
  filters: [],
  shows: [],
};

const rows = [
  row(1, 'T10', { [YEARS]: '9', [SUBJECT]: 'English' }),
  row(2, 'T2', { [YEARS]: '31', [SUBJECT]: 'biology' }),
  row(3, 'T1', { [SUBJECT]: 'English' }),
  row(4, 'T3', { [YEARS]: '100', [SUBJECT]: ' ' }),
  row(5, 'T4', { [YEARS]: '9', [SUBJECT]: 'Biology' }),
];

function row(id: number, code: string, values: Record<number, string>): MatrixRow {
  return {
    key: caseRow(`uid-${id}`),
    participantId: id as ParticipantId,
    code,
    values,
    cases: 1,
    isGone: false,
  };
}

function order(view: Partial<MatrixView>, counts: Record<number, number> = {}): string[] {
  const sortCounts = new Map(
    Object.entries(counts).map(([id, count]) => [caseRow(`uid-${id}`), count] as const),
  );
  return orderRows(rows, { ...BY_CASE, ...view }, attributes, sortCounts).map(({ code }) => code);
}

test('puts T2 before T10', () => {
  expect(order({})).toEqual(['T1', 'T2', 'T3', 'T4', 'T10']);
  expect(order({ descending: true })).toEqual(['T10', 'T4', 'T3', 'T2', 'T1']);
});

test('sorts numbers as numbers, equal ones by case, and cases without a number last in either direction', () => {
  const sort = { by: 'attribute', attributeId: YEARS } as const;
  expect(order({ sort })).toEqual(['T4', 'T10', 'T2', 'T3', 'T1']);
  expect(order({ sort, descending: true })).toEqual(['T3', 'T2', 'T4', 'T10', 'T1']);
});

test('sorts by the count of a column; a cell that holds nothing comes after a summary without fragments', () => {
  const sort = { by: 'column', columnId: COSTS } as const;
  const counts = { 1: 12, 2: 3, 5: 0 };
  expect(order({ sort }, counts)).toEqual(['T4', 'T2', 'T10', 'T1', 'T3']);
  expect(order({ sort, descending: true }, counts)).toEqual(['T10', 'T2', 'T4', 'T1', 'T3']);
});

test('keeps groups together, whatever the direction inside them, and those without a value last', () => {
  const view: MatrixView = { ...BY_CASE, groupBy: SUBJECT, descending: true };
  const ordered = orderRows(rows, view, attributes, new Map());
  expect(
    groupRows(ordered, SUBJECT, attributes).map(({ value, rows: cases }) => [
      value,
      cases.map(({ code }) => code),
    ]),
  ).toEqual([
    ['Biology', ['T4', 'T2']],
    ['English', ['T10', 'T1']],
    [null, ['T3']],
  ]);
});

test('turns the groups round when the cases are sorted down by the grouping attribute', () => {
  expect(
    order({ groupBy: SUBJECT, sort: { by: 'attribute', attributeId: SUBJECT }, descending: true }),
  ).toEqual(['T1', 'T10', 'T2', 'T4', 'T3']);
});

test.each([
  ['date', ['2023-12-31', '2024', '2024-02', '3-2-2024', '2024-02-10', '10/02/2025', 'unknown', '']],
  ['decimal', ['-1', '0,5', '.75', '1.0', '10', 'ten', '']],
  ['yes/no', ['no', 'yes', '']],
  ['text', ['école', 'Group 2', 'group 10', ' ']],
] as const)('knows the order of values of the type %s', (type, inOrder) => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...inOrder], { minLength: inOrder.length }), (shuffled) => {
      expect(shuffled.toSorted(valueOrder(type))).toEqual(inOrder);
    }),
    { numRuns: 30 },
  );
});

test('every order of values is an order: no three values can be sorted in a circle', () => {
  const written = fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom('1', '1,0', '01', '2', '2024', '2024-1', '1-2-2024', '1/13/2024', '', ' ', 'é', 'e', 'E'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...attributeTypes), written, written, written, (type, a, b, c) => {
      const compare = valueOrder(type);
      expect(Math.sign(compare(a, b))).toBe(0 - Math.sign(compare(b, a)));
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});

test('small and capital letters are neighbours, other letters are not the same', () => {
  expect(compareNaturally('t2', 'T2')).toBe(0);
  expect(compareNaturally('cafe', 'café')).not.toBe(0);
});
