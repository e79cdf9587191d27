import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spotAfter, type GridShape, type Spot } from '#renderer/matrices/grid-keys.ts';

const FILLED = ['##..#', '.....', '#....', '#...#'];
const shape: GridShape = {
  rows: FILLED.length,
  columns: 5,
  page: 2,
  isFilled: ({ row, column }) => FILLED[row]?.[column] === '#',
};

function after(key: string, row: number, column: number, ctrlKey = false): [number, number] | null {
  const spot = spotAfter({ key, ctrlKey, metaKey: false }, { row, column }, shape);
  return spot === null ? null : [spot.row, spot.column];
}

test('arrows move by one, up into the header, and stop at the edges', () => {
  expect(after('ArrowDown', 0, 0)).toEqual([1, 0]);
  expect(after('ArrowUp', 0, 3)).toEqual([-1, 3]);
  expect(after('ArrowUp', -1, 3)).toEqual([-1, 3]);
  expect(after('ArrowLeft', 2, 0)).toEqual([2, 0]);
  expect(after('ArrowRight', 2, 4)).toEqual([2, 4]);
});

test('Home and End go along the case, with Ctrl to the corners; pages keep the column', () => {
  expect(after('End', 1, 2)).toEqual([1, 4]);
  expect(after('Home', 1, 2)).toEqual([1, 0]);
  expect(after('Home', 3, 2, true)).toEqual([0, 0]);
  expect(after('End', 0, 2, true)).toEqual([3, 4]);
  expect(after('PageDown', 0, 2)).toEqual([2, 2]);
  expect(after('PageDown', 3, 2)).toEqual([3, 2]);
  expect(after('PageUp', 1, 2)).toEqual([0, 2]);
});

test('Ctrl and an arrow run along filled cells, and over empty ones to the next filled one or the edge', () => {
  expect(after('ArrowRight', 0, 0, true)).toEqual([0, 1]);
  expect(after('ArrowRight', 0, 1, true)).toEqual([0, 4]);
  expect(after('ArrowRight', 1, 0, true)).toEqual([1, 4]);
  expect(after('ArrowDown', 0, 0, true)).toEqual([2, 0]);
  expect(after('ArrowDown', 2, 0, true)).toEqual([3, 0]);
  expect(after('ArrowUp', 0, 2, true)).toEqual([0, 2]);
});

test('a letter moves nowhere, and no key leads out of the grid', () => {
  expect(after('a', 0, 0)).toBeNull();
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
  const spots = fc.record<Spot>({
    row: fc.integer({ min: -1, max: 3 }),
    column: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.boolean(), spots, (key, ctrl, { row, column }) => {
      const [toRow, toColumn] = after(key, row, column, ctrl)!;
      expect(toRow).toBeGreaterThanOrEqual(-1);
      expect(toRow).toBeLessThan(4);
      expect(toColumn).toBeGreaterThanOrEqual(0);
      expect(toColumn).toBeLessThan(5);
    }),
  );
});
