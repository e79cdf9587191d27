import fs from 'node:fs';
import mammoth from 'mammoth';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { MatrixFormat } from '#shared/export/export-contract.ts';
import { must } from '#shared/assert.ts';
import { checkedStudy } from '#test/checking/checked-study.ts';
import { zipTexts } from './export-study.ts';

type Node = DefaultTreeAdapterTypes.Node;

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : '';
}

/** A second matrix, drawn from a first one whose cells were checked, disputed, answered and settled. */
async function secondMatrix() {
  const study = await checkedStudy();
  const { api, core, time, help, matrixId } = study;
  await study.write('T01', 'It takes time.');
  await study.write('T02', 'There is none.');
  const ben = must(
    (await api.project.coders({})).find(({ name }) => name === 'Ben'),
    'Ben',
  ).id;
  const drawn = await api.matrices.draw({
    name: 'Second',
    sourceId: matrixId,
    columns: [{ title: 'Balance', kind: 'rating', sourceIds: [time], reason: 'Time decides.' }],
    leftOut: [{ columnId: help, reason: 'Said by one only.' }],
  });
  const balance = must((await api.matrices.get({ id: drawn })).columns[0], 'drawn').id;
  const place = { columnId: balance, rowKey: await study.row('T01') };
  const { upstream } = await api.matrices.cell(place);
  await api.matrices.setEvidence({
    ...place,
    cellIds: [must(upstream[0], 'above').cellId],
    stance: 'qualifies',
  });
  await api.matrices.judge({ ...place, rating: '-1', rationale: 'She gives up her evenings.' });
  const cellId = must((await api.matrices.cell(place)).cellId, 'judged');
  await api.matrices.writeSummary({ ...place, summary: 'Time is dear. So she stays away.' });
  const sourceCellIds = [must(upstream[0], 'above').cellId];
  await api.checking.linkSentence({ cellId, sentence: 'Time is dear.', sourceCellIds });
  await api.checking.assign({ cellIds: [cellId], checkerId: ben, mode: 'own summary' });
  await study.sitDown('Ben');
  const [waiting] = (await api.checking.queue({})).items;
  await api.checking.writeOwn({ cellUid: must(waiting, 'asked').cellUid, summary: 'Mostly costs.' });
  await api.checking.giveVerdict({
    cellUid: must(waiting, 'asked').cellUid,
    verdict: 'minor',
    note: 'Rather −2.',
  });
  await study.sitDown('Anna');
  const { checks } = await api.checking.cell(place);
  const checkId = must(checks[0], 'checked').id;
  await api.checking.answer({ checkId, answer: 'She has one evening left.' });
  await api.checking.resolve({ checkId, resolution: 'It stays −1.' });
  const read = async (format: MatrixFormat): Promise<string> =>
    core.files.resolve((await api.export.matrix({ matrixId: drawn, format })).file).path;
  return { read };
}

/** What whoever reads the file must find, whatever its format. */
const TOLD = [
  'She gives up her evenings.',
  'It takes time.',
  'Themes',
  'Time decides.',
  'Said by one only.',
  '1 by Ben',
  'Time is dear. ← “Themes”, T01 × Time: It takes time.',
];

test.each(['docx', 'cases'] as const)(
  'as %s: the reason, the cell above, the reduction and the check',
  async (format) => {
    const { read } = await secondMatrix();
    const { value } = await mammoth.extractRawText({ buffer: fs.readFileSync(await read(format)) });
    for (const words of TOLD) expect(value).toContain(words);
    expect(value).toContain('qualifies · “Themes”, T01 × Time: It takes time.');
  },
);

test('as a page: the same, and each cell can be gone back to', async () => {
  const { read } = await secondMatrix();
  const page = parseFragment(fs.readFileSync(await read('html'), 'utf8'));
  const text = textOf(page);
  for (const words of TOLD) expect(text).toContain(words);
  expect(text).toContain('Why −1: She gives up her evenings.');
  const html = fs.readFileSync(await read('html'), 'utf8');
  const [, anchor = ''] = /<section id="behind">[\s\S]*?href="#(c-[^"]+)"/.exec(html) ?? [];
  expect(html).toContain(`<td id="${anchor}"`);
});

test('as a workbook and as csv: sheets of checks, reasons, sources and the log', async () => {
  const { read } = await secondMatrix();
  const sheets = await readXlsx(fs.readFileSync(await read('xlsx')));
  const rows = (name: string) =>
    must(
      sheets.find(({ sheet }) => sheet === name),
      name,
    ).data.slice(1);
  expect(rows('Reasons')).toEqual([['T01', 'Balance', '-1', 'She gives up her evenings.']]);
  expect(rows('Sources')[0]).toEqual(
    expect.arrayContaining(['T01', 'Balance', 'qualifies', 'Themes', 'Time', 'It takes time.']),
  );
  expect(rows('Sentences')).toEqual([
    ['T01', 'Balance', 'Time is dear.', '“Themes”, T01 × Time: It takes time.'],
  ]);
  expect(rows('Checks')[0]).toEqual(
    expect.arrayContaining([
      'Ben',
      'Rather −2.',
      'Mostly costs.',
      'She has one evening left.',
      'It stays −1.',
      'Anna',
    ]),
  );
  expect(rows('Reduction log').map((row) => row.slice(2))).toEqual([
    ['draw', 'Balance', 'Time', 'Time decides.'],
    ['leave out', 'Help', expect.anything(), 'Said by one only.'],
  ]);
  const files = await zipTexts(await read('csv'));
  expect(files.get('Reasons.csv')).toContain('She gives up her evenings.');
  expect(files.get('Reduction log.csv')).toContain('Said by one only.');
});
