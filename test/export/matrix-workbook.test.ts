import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { startExportStudy, zipTexts } from './export-study.ts';
import { rowOfCase } from '#test/support/row-of-case.ts';

type Cell = string | number | boolean | Date | null;

async function sheetsOf(file: string): Promise<ReadonlyMap<string, readonly (readonly Cell[])[]>> {
  // Spaces at the ends of a text are part of it.
  const sheets = await readXlsx(file, { trim: false });
  return new Map(
    sheets.map(({ sheet, data }) => [
      sheet,
      sheet === 'Matrix' ? shown(data as Cell[][]) : (data as Cell[][]),
    ]),
  );
}

/** Without the hidden column and rows that say what is what. */
function shown(data: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  return data.filter((row) => String(row.at(-1)).startsWith('row|')).map((row) => row.slice(0, -1));
}

async function filledStudy() {
  const study = await startExportStudy();
  const { api, code } = study;
  await study.apply('T01', 'We shared the work.', code.work);
  await study.apply('T01', '=SUM(A1:A9) is what I call it.', code.time);
  const family = await study.apply('T01', '👩‍👩‍👧‍👦 we are a cafe\u0301', code.ties, 1);
  await api.coding.change({ id: family, memo: '-1 is not a memo', translation: ' \t@spaces ' });
  await study.apply('T02', '+31 is where I call', code.ties, -1);
  await study.summarise('T01', 0, '=HYPERLINK("http://x","y")');
  await study.summarise('T02', 1, 'Calls abroad.\nOften.');
  return study;
}

test('writes the sheets that a researcher hands in, readable by another program', async () => {
  const study = await filledStudy();
  const sheets = await sheetsOf(await study.export('xlsx'));
  expect([...sheets.keys()]).toEqual([
    'Matrix',
    'Counts',
    'Fragments',
    'Codebook',
    'Participants',
    'States',
    'About',
    'Crosscase ids',
  ]);
  expect(sheets.get('States')).toEqual([
    ['Case', 'Work', 'Time & ties'],
    ['T01', 'Draft', 'Not yet summarised'],
    ['T02', null, 'Draft'],
    ['T10', null, null],
  ]);
  expect(sheets.get('Matrix')).toEqual([
    ['Case', 'Work', 'n', 'Time & ties', 'n'],
    ['T01', '=HYPERLINK("http://x","y")', 2, null, 2],
    ['T02', null, 0, 'Calls abroad.\nOften.', 1],
    ['T10', null, 0, null, 0],
  ]);
  expect(sheets.get('Counts')).toEqual([
    ['Case', 'Work', 'Time & ties'],
    ['T01', 2, 2],
    ['T02', 0, 1],
    ['T10', 0, 0],
    ['All cases', 2, 3],
    ['Cases with any', 1, 2],
  ]);
  const fragments = sheets.get('Fragments')!;
  expect(fragments[0]!.slice(0, 9)).toEqual([
    'Case',
    'Column',
    'Code',
    'Quotation',
    'Translation',
    'Evidence',
    'Pole',
    'Memo',
    'Coder',
  ]);
  expect(fragments.slice(1).map((row) => row.slice(0, 9))).toEqual([
    ['T01', 'Work', 'Work', 'We shared the work.', null, null, null, null, 'Anna'],
    ['T01', 'Work', 'Work › Time', '=SUM(A1:A9) is what I call it.', null, null, null, null, 'Anna'],
    ['T01', 'Time & ties', 'Work › Time', '=SUM(A1:A9) is what I call it.', null, null, null, null, 'Anna'],
    [
      'T01',
      'Time & ties',
      'Ties',
      '👩‍👩‍👧‍👦 we are a cafe\u0301',
      ' \t@spaces ',
      null,
      'strong',
      '-1 is not a memo',
      'Anna',
    ],
    ['T02', 'Time & ties', 'Ties', '+31 is where I call', null, null, 'weak', null, 'Anna'],
  ]);
  expect(sheets.get('Participants')).toEqual([
    ['Case', 'Transcripts', 'school', 'years'],
    ['T01', 1, 'North', 100],
    ['T02', 1, 'South', 9],
    ['T10', 1, 'North', 31],
  ]);
  expect(sheets.get('Codebook')!.map((row) => [row[1], row[3], row[5], row[8]])).toEqual([
    ['Path', 'Definition', 'High pole', 'Codings'],
    ['Work', '-an idea', null, 1],
    ['Work › Time', null, null, 1],
    ['Ties', null, 'strong', 2],
  ]);
  const about = new Map(sheets.get('About')!.map(([name, text]) => [name, text]));
  expect(about.get('Layers counted')).toBe('Anna');
  expect(about.get('Rows')).toBe('3 cases; sorted by case; not grouped');
  expect(about.get('Column “Time & ties”')).toBe('Codes: Work › Time; Ties');
  expect(about.get('Summaries')).toBe('2 of 6 cells');
});

test('gives the place of each fragment as it can be found again', async () => {
  const study = await filledStudy();
  const [header, ...rows] = (await sheetsOf(await study.export('xlsx'))).get('Fragments')!;
  const at = (name: string): number => header!.indexOf(name);
  const [transcript] = (await study.api.transcripts.list({})).filter(({ title }) => title === 'T01');
  const { text, turns } = await study.api.transcripts.get({ id: transcript!.id });
  for (const row of rows.filter((cells) => cells[0] === 'T01')) {
    expect(text.slice(Number(row[at('Start')]), Number(row[at('End')]))).toBe(row[at('Quotation')]);
    const turn = turns.find(({ number }) => number === row[at('Turn')])!;
    expect(turn.speaker).toBe(row[at('Speaker')]);
    expect(turn.start <= Number(row[at('Start')]) && Number(row[at('Start')]) < turn.end).toBe(true);
  }
  expect(rows.map((row) => row[at('Section')])).toEqual(['Work', 'Work', 'Work', 'Ties', null]);
});

test('stores text that looks like a formula as text, in a format that stays text', async () => {
  const files = await zipTexts(await (await filledStudy()).export('xlsx'));
  const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/'));
  expect(sheets).toHaveLength(8);
  for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[\s>]/);
  const styles = files
    .get('xl/styles.xml')!
    .match(/<cellXfs.*<\/cellXfs>/)![0]
    .match(/<xf .*?(\/>|<\/xf>)/g)!;
  for (const [, xml] of sheets) {
    for (const [, style, text] of xml.matchAll(
      /<c r="\w+" s="(\d+)" t="inlineStr"><is><r><t[^>]*>([^<]*)/g,
    )) {
      if (/^[=+\-@]/.test(text!)) expect(styles[Number(style)]).toContain('numFmtId="49"');
    }
  }
  expect(sheets[0]![1]).toContain('>=HYPERLINK(');
});

test('leads from each count to the first of its fragments, and from each fragment back', async () => {
  const file = await (await filledStudy()).export('xlsx');
  const sheets = await sheetsOf(file);
  const names = [...sheets.keys()];
  const files = await zipTexts(file);
  const linksOf = (sheet: string): readonly (readonly [string, string])[] => {
    const xml = files.get(`xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`)!;
    return [...xml.matchAll(/<hyperlink ref="(\w+)" location="([^"]+)"/g)].map(
      ([, from, to]) => [from!, to!.replaceAll('&apos;', "'")] as const,
    );
  };
  expect(linksOf('Matrix')).toEqual([
    ['C2', "'Fragments'!A2"],
    ['E2', "'Fragments'!A4"],
    ['E3', "'Fragments'!A6"],
  ]);
  expect(linksOf('Counts')).toEqual([
    ['B2', "'Fragments'!A2"],
    ['C2', "'Fragments'!A4"],
    ['C3', "'Fragments'!A6"],
  ]);
  expect(linksOf('Fragments')).toEqual([
    ['A2', "'Matrix'!B2"],
    ['A3', "'Matrix'!B2"],
    ['A4', "'Matrix'!D2"],
    ['A5', "'Matrix'!D2"],
    ['A6', "'Matrix'!D3"],
  ]);
});

test('keeps the order and the groups of the view', async () => {
  const study = await filledStudy();
  const { attributes } = await study.api.matrices.get({ id: study.matrixId });
  const [school, years] = attributes;
  await study.api.matrices.setView({
    id: study.matrixId,
    groupBy: school!.id,
    sort: { by: 'attribute', attributeId: years!.id },
  });
  const sheets = await sheetsOf(await study.export('xlsx'));
  expect(sheets.get('Matrix')!.map((row) => row.slice(0, 3))).toEqual([
    ['Case', 'school', 'years'],
    ['school: North (2 cases)', null, null],
    ['T10', 'North', 31],
    ['T01', 'North', 100],
    ['school: South (1 case)', null, null],
    ['T02', 'South', 9],
  ]);
  expect(sheets.get('Fragments')!.map(([caseCode]) => caseCode)).toEqual([
    'Case',
    'T01',
    'T01',
    'T01',
    'T01',
    'T02',
  ]);
});

test('lists evidence that the matrix does not count, and says so', async () => {
  const study = await filledStudy();
  const { api, matrixId } = study;
  const bram = await api.project.addCoder({ name: 'Bram' });
  await api.project.chooseCoder({ coderId: bram.id });
  const own = await study.apply('T02', 'We shared the work', study.code.work);
  const anna = (await api.project.coders({})).find(({ name }) => name === 'Anna')!;
  await api.project.chooseCoder({ coderId: anna.id });
  await api.matrices.setView({ id: matrixId, layerId: anna.layerId });
  const { columns } = await api.matrices.get({ id: matrixId });
  await api.matrices.setEvidence({
    columnId: columns[0]!.id,
    rowKey: await rowOfCase(api, await study.participant('T02')),
    codingIds: [own],
    stance: 'contradicts',
  });
  const sheets = await sheetsOf(await study.export('xlsx'));
  expect(sheets.get('Matrix')![2]).toEqual(['T02', null, 0, 'Calls abroad.\nOften.', 1]);
  const rows = sheets.get('Fragments')!.slice(1);
  expect(rows.filter((row) => row[0] === 'T02').map((row) => [row[1], row[3], row[5], row[8]])).toEqual([
    ['Work', 'We shared the work', 'contradicts', 'Bram'],
    ['Time & ties', '+31 is where I call', null, 'Anna'],
  ]);
  const about = new Map(sheets.get('About')!.map(([name, text]) => [name, text]));
  expect(about.get('Layers counted')).toBe('Anna');
  expect(about.get('Fragments')).toContain('6 rows');
  expect(about.get('Fragments')).toContain(
    '1 fragment that a summary rests on but the matrix does not count',
  );
});

test('freezes the header and the case, filters lists, prints on pages that say what they are', async () => {
  const files = await zipTexts(await (await filledStudy()).export('xlsx'));
  const sheet = (number: number): string => files.get(`xl/worksheets/sheet${number}.xml`)!;
  for (const number of [1, 2, 3, 4, 5, 6]) {
    expect(sheet(number)).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2"');
    expect(sheet(number)).toContain('orientation="landscape"');
  }
  expect([1, 2, 3, 4, 5, 6].map((number) => /<autoFilter ref="([^"]+)"/.exec(sheet(number))?.[1])).toEqual([
    undefined,
    undefined,
    'A1:P6',
    'A1:J4',
    'A1:D4',
    undefined,
  ]);
  expect(files.get('xl/workbook.xml')).toContain('&apos;Matrix&apos;!$1:$1');
});

test('a matrix without columns or fragments still makes a workbook', async () => {
  const study = await startExportStudy();
  const { columns } = await study.api.matrices.get({ id: study.matrixId });
  for (const { id } of columns) await study.api.matrices.removeColumn({ id });
  const sheets = await sheetsOf(await study.export('xlsx'));
  expect(sheets.get('Matrix')).toEqual([['Case'], ['T01'], ['T02'], ['T10']]);
  expect(sheets.get('Fragments')).toHaveLength(1);
});

test('refuses a matrix that is not there, and leaves no file', async () => {
  const study = await startExportStudy();
  await study.api.matrices.remove({ id: study.matrixId });
  await expect(study.api.export.matrix({ matrixId: study.matrixId, format: 'xlsx' })).rejects.toMatchObject({
    code: 'not-found',
  });
});
