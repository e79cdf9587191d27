import path from 'node:path';
import { expect, test } from 'vitest';
import type { Sheet, SheetRow } from '#shared/export/sheet.ts';
import { writeWorkbook } from '#electron/export/workbook.ts';
import { temporaryFolder } from '#test/support/test-core.ts';
import { zipTexts } from './export-study.ts';

const facts = { title: 'Cost & benefit', author: 'Anna', madeAt: '2026-01-05T09:00:00.000Z' };

function sheet(name: string, rows: Iterable<SheetRow>, rowCount: number): Sheet {
  return { name, columns: [{ title: 'Case', width: 10 }], rows, rowCount, filter: false };
}

function* linkedRows(count: number): Generator<SheetRow> {
  const link = { sheet: "Anna's", row: 2, column: 1 };
  for (let row = 1; row <= count; row += 1) yield { kind: 'plain', cells: [{ value: row, link }] };
}

test('writes no more links than Excel opens, and every row', async () => {
  const file = path.join(temporaryFolder(), 'many.xlsx');
  let rows = 0;
  await writeWorkbook(file, facts, [sheet('Many', linkedRows(65_100), 65_100)], (more) => (rows += more));
  expect(rows).toBe(65_100);
  const xml = (await zipTexts(file)).get('xl/worksheets/sheet1.xml')!;
  expect(xml.split('<hyperlink ').length - 1).toBe(65_000);
  expect(xml).toContain('location="&apos;Anna&apos;&apos;s&apos;!A2"');
  expect(xml).toContain('<row r="65101"');
});

test('keeps what a spreadsheet would otherwise change: signs, spaces, escapes, empty texts', async () => {
  const file = path.join(temporaryFolder(), 'texts.xlsx');
  const texts = ['_x0041_', ' a ', '', '<b>&"', 'e\u0301 👩‍👩‍👧‍👦', '=1\u0007+1'];
  const rows = texts.map((value): SheetRow => ({ kind: 'plain', cells: [{ value }] }));
  await writeWorkbook(file, facts, [sheet('Texts', rows, rows.length)], () => {});
  const files = await zipTexts(file);
  const xml = files.get('xl/worksheets/sheet1.xml')!;
  expect([...xml.matchAll(/<t( xml:space="preserve")?>([^<]*)<\/t>/g)].map(([, , text]) => text)).toEqual([
    'Case',
    '_x005F_x0041_',
    ' a ',
    '&lt;b&gt;&amp;&quot;',
    'e\u0301 👩‍👩‍👧‍👦',
    '=1+1',
  ]);
  expect(xml).toContain('<t xml:space="preserve"> a </t>');
  // An ampersand begins a code in a footer unless it is doubled.
  expect(xml).toContain('&amp;LCost &amp;&amp; benefit');
});
