import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellSymbols, ratings } from '#shared/matrices/cell-kinds.ts';
import type { ColumnId } from '#shared/ids.ts';
import type { MatrixCell } from '#shared/matrices/matrices-contract.ts';
import { packCells, unpackCells } from '#shared/matrices/packed-cells.ts';
import { caseRow } from '#shared/matrices/row-keys.ts';

const cell = fc.record({
  columnId: fc.integer({ min: 1, max: 4 }).map((id) => id as ColumnId),
  rowKey: fc.integer({ min: 1, max: 9 }).map((number) => caseRow(`c${number}`)),
  count: fc.nat(30),
  cases: fc.nat(5),
  summary: fc.oneof(fc.constant(''), fc.string()),
  rating: fc.constantFrom(null, ...ratings),
  symbol: fc.constantFrom(null, ...cellSymbols),
  evidence: fc.oneof(fc.constant(0), fc.nat(9)),
  derived: fc.oneof(fc.constant(''), fc.string()),
});
const cells = fc.uniqueArray(cell, { selector: ({ columnId, rowKey }) => `${columnId} ${rowKey}` });

const sorted = (all: readonly MatrixCell[]): MatrixCell[] =>
  all.toSorted((a, b) => a.columnId - b.columnId || (a.rowKey < b.rowKey ? -1 : 1));

test('cells that were packed, and went over the wire, are the same cells', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const sent = JSON.parse(JSON.stringify(packCells(all))) as ReturnType<typeof packCells>;
      expect(sorted(unpackCells(sent))).toEqual(sorted(all));
    }),
  );
});

test('a cell without anything but counts takes three numbers', () => {
  const all = Array.from({ length: 1000 }, (_, number): MatrixCell => ({
    columnId: 1 as ColumnId,
    rowKey: caseRow(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`),
    count: number % 30,
    cases: 1,
    summary: '',
    rating: null,
    symbol: null,
    evidence: 0,
    derived: '',
  }));
  const more = all.map((one) => ({ ...one, columnId: 2 as ColumnId }));
  const added = JSON.stringify(packCells([...all, ...more])).length - JSON.stringify(packCells(all)).length;
  expect(added / 1000).toBeLessThan(12);
});
