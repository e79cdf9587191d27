import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { csvLines } from '#electron/export/csv-archive.ts';
import { startExportStudy, zipTexts } from './export-study.ts';

/** What spreadsheets take for the beginning of a formula; full-width signs too, in East Asian versions. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const GUARD = /^'(?=[=+\-@\t\r＝＋－＠])/;

const parseCsv = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });

test('puts each sheet into a csv file that reads back as it was, formulas defused', async () => {
  const study = await startExportStudy();
  await study.apply('T01', '=SUM(A1:A9) is what I call it.', study.code.time);
  await study.apply('T01', 'We shared the work.\n\nWe did, too.', study.code.work);
  await study.summarise('T01', 0, '@home, "always"\n-not at all');
  const files = await zipTexts(await study.export('csv'));
  expect([...files.keys()]).toEqual([
    'Matrix.csv',
    'Counts.csv',
    'Fragments.csv',
    'Codebook.csv',
    'Participants.csv',
    'States.csv',
    'About.csv',
  ]);
  for (const text of files.values()) expect(text.startsWith('\uFEFF')).toBe(true);
  expect(parseCsv(files.get('Matrix.csv')!)).toEqual([
    ['Case', 'Work', 'Work (n)', 'Time & ties', 'Time & ties (n)'],
    ['T01', `'@home, "always"\n-not at all`, '2', '', '1'],
    ['T02', '', '0', '', '0'],
    ['T10', '', '0', '', '0'],
  ]);
  expect(parseCsv(files.get('Fragments.csv')!).map((row) => row[3])).toEqual([
    'Quotation',
    'We shared the work.\n\nWe did, too.',
    `'=SUM(A1:A9) is what I call it.`,
    `'=SUM(A1:A9) is what I call it.`,
  ]);
});

test('has the whole of a text that a spreadsheet cell could not hold', async () => {
  const study = await startExportStudy();
  const long = 'word '.repeat(8_000).trim();
  const file = study.offer('T02b.txt', `T02: ${long}\n`);
  const [id] = await study.api.transcripts.import({
    items: [{ file, title: 'T02b', participantCode: 'T02' }],
  });
  const { text, versionId } = await study.api.transcripts.get({ id: id! });
  const start = text.indexOf(long);
  await study.api.coding.apply({ versionId, start, end: start + long.length, codeIds: [study.code.ties] });
  const files = await zipTexts(await study.export('csv'));
  expect(parseCsv(files.get('Fragments.csv')!)[1]![3]).toBe(long);
  const xlsx = await zipTexts(await study.export('xlsx'));
  const quotation = /<c r="D2"[^>]*><is><r><t[^>]*>([^<]*)/.exec(xlsx.get('xl/worksheets/sheet3.xml')!)![1]!;
  expect(quotation.length).toBeLessThanOrEqual(32_767);
  expect(quotation.endsWith(' (… cut; the whole text is in the csv)')).toBe(true);
});

test('no text of a csv line begins a formula, and every line reads back', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1', '+1', '-1', '@x', '＝1', '\tx', '\rx', 'a\r\nb', '"', ''),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (given) => {
        const lines = given.map((line) => [...line, 'end', '', '', ''].slice(0, 4));
        const read = parse(csvLines(lines), { record_delimiter: '\r\n' });
        expect(read.map((line: string[]) => line.map((text) => text.replace(GUARD, '')))).toEqual(
          lines.map((line) => line.map((text) => text.replace(GUARD, ''))),
        );
        expect(read.flat().filter((text: string) => FORMULA.test(text))).toEqual([]);
      },
    ),
  );
});

test('numbers stay numbers', () => {
  expect(csvLines([[-1, 2.5, '-1', null]])).toBe("-1,2.5,'-1,\r\n");
});
