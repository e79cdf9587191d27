import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFileName } from '#shared/export/file-name.ts';
import { isGraphemeBoundary } from '#shared/text/graphemes.ts';
import { VERSION } from '#shared/version.ts';
import { rowHeight } from '#electron/export/row-height.ts';
import { MOST_IN_CELL, spreadsheetText } from '#electron/export/spreadsheet-text.ts';
import manifest from '../../package.json' with { type: 'json' };

const NOTE = ' (… cut; the whole text is in the csv)';

test('leaves a text that fits as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(/^[^\p{Cc}\ufffe\uffff]*$/u.test(text));
      expect(spreadsheetText(text)).toBe(text);
    }),
  );
  const longest = 'a'.repeat(MOST_IN_CELL);
  expect(spreadsheetText(longest)).toBe(longest);
});

test('cuts what is too long between two graphemes, and says so', () => {
  const family = '👩‍👩‍👧‍👦';
  for (let lead = 0; lead < family.length; lead += 1) {
    const text = 'a'.repeat(lead) + family.repeat(4_000);
    const cut = spreadsheetText(text);
    expect(cut.length).toBeLessThanOrEqual(MOST_IN_CELL);
    expect(cut.endsWith(NOTE)).toBe(true);
    const kept = cut.slice(0, -NOTE.length);
    expect(text.startsWith(kept)).toBe(true);
    expect(isGraphemeBoundary(text, kept.length)).toBe(true);
    expect(kept.length).toBeGreaterThan(MOST_IN_CELL - NOTE.length - family.length);
  }
});

test('drops what XML cannot hold and keeps line ends', () => {
  expect(spreadsheetText('a\u0000\u0007b\r\nc\rd\te\uFFFE\uD800')).toBe('ab\nc\nd\te\uFFFD');
});

test('a row is as high as its longest text, within what Excel allows', () => {
  const cell = (value: string | number | null) => ({ value });
  expect(rowHeight([cell('short'), cell(5)], [10, 10])).toBe(15);
  expect(rowHeight([cell('x'.repeat(25)), cell('a\nb')], [10, 10])).toBe(45);
  expect(rowHeight([cell('多'.repeat(10))], [10])).toBe(30);
  expect(rowHeight([cell('x'.repeat(100_000))], [10])).toBe(409);
  expect(rowHeight([cell('x'.repeat(100))], [])).toBe(15);
});

test('names the file after the matrix, in a name that every system takes', () => {
  expect(exportFileName('Teachers × themes', 'xlsx')).toBe('Teachers × themes.xlsx');
  expect(exportFileName(' ..a/b:c*?. ', 'csv')).toBe('a-b-c.zip');
  expect(exportFileName('///', 'xlsx')).toBe('Matrix.xlsx');
});

test('an export names the version of the package', () => {
  expect(VERSION).toBe(manifest.version);
});
