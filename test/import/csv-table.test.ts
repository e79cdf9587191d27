import { stringify } from 'csv-stringify/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsvTable } from '#electron/import/csv-table.ts';

const read = (text: string) => readCsvTable(text, 'people.csv');

test.each([
  [',', 'code,age\nT1,34\n'],
  [';', 'code;age, in years\nT1;34\n'],
  ['\t', 'code\tage\nT1\t34\n'],
  [';', 'sep=;\ncode;age\nT1;34\n'],
  [',', '"code; or name",age\nT1,34'],
])('finds the separator “%s” of %j', (separator, text) => {
  const table = read(text);
  expect(table.separator).toBe(separator);
  expect(table.rows.map(({ cells }) => cells)).toEqual([['T1', '34']]);
});

test('reads quoted values with separators, quotes and line ends in them, and keeps the lines of the file', () => {
  expect(read('sep=,\ncode,note\n\nT1,"a, ""b""\nc"\nT2,5" pipe\n')).toEqual({
    separator: ',',
    header: ['code', 'note'],
    rows: [
      { line: 5, cells: ['T1', 'a, "b"\nc'] },
      { line: 6, cells: ['T2', '5" pipe'] },
    ],
    problems: [],
  });
});

test('sets rows apart that have more values than columns, and fills up shorter ones', () => {
  expect(read('code,age\nT1,3,5\nT2\nT3,4,,\n')).toMatchObject({
    rows: [{ cells: ['T2', ''] }, { line: 4, cells: ['T3', '4'] }],
    problems: [{ line: 2, message: 'There are 3 values for 2 columns.' }],
  });
});

test('names columns without a name, and drops them at the end when they are empty', () => {
  expect(read('code,,age,,\nT1,a,34,,\n').header).toEqual(['code', 'Column 2', 'age']);
});

test.each([
  ['code,Age,age\nT1,1,2', 'csv-invalid', { line: 1 }],
  ['code,age\nT1,"34\n', 'csv-invalid', {}],
  ['code,age\n', 'csv-no-rows', {}],
  ['\n', 'csv-no-rows', {}],
])('refuses %j', (text, code, detail) => {
  expect(() => read(text)).toThrow(
    expect.objectContaining({ code, detail: expect.objectContaining(detail) }),
  );
});

test('reads back whatever a spreadsheet writes', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\r', ''));
  const rows = fc.array(fc.tuple(fc.stringMatching(/^T\d{1,3}$/), cell, cell), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t'), (written, delimiter) => {
      const text = stringify([['code', 'a', 'b'], ...written], { delimiter });
      expect(read(text).rows.map(({ cells }) => cells)).toEqual(written);
    }),
  );
});
