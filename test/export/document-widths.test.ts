import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tablePage } from '#shared/export/document-widths.ts';

const CM = 567;

test('every column has its place once, wide enough to read, on paper that a printer has', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40_000), { maxLength: 60 }), (lengths) => {
      const page = tablePage(lengths);
      const columns = page.tables.flat();
      expect(columns.map(({ index }) => index)).toEqual(lengths.map((_, index) => index));
      for (const table of page.tables) {
        const width = page.caseWidth + table.reduce((sum, column) => sum + column.width, 0);
        expect(width).toBeLessThanOrEqual(page.width - 2 * page.margin + 1);
        for (const column of table) expect(column.width).toBeGreaterThanOrEqual(Math.floor(2.6 * CM));
      }
      expect([29.7 * CM, 42 * CM]).toContain(page.width);
      expect(page.width).toBeGreaterThan(page.height);
    }),
  );
});

test('seven columns stand on A4, twelve on one table on A3, more than fit go on in a second table', () => {
  const columns = (count: number) => tablePage(Array.from({ length: count }, () => 5_000));
  expect([Math.round(columns(7).width), columns(7).tables.length]).toEqual([Math.round(29.7 * CM), 1]);
  expect([Math.round(columns(12).width), columns(12).tables.length]).toEqual([42 * CM, 1]);
  expect(columns(20).tables.map((table) => table.length)).toEqual([10, 10]);
});

test('a column with more text is wider', () => {
  const [short, long] = tablePage([200, 9_000]).tables[0]!;
  expect(long!.width).toBeGreaterThan(short!.width);
});
