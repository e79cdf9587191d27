import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { startStudy, type TestCore } from '#test/support/test-core.ts';

const TEXT =
  'I: Waarom?\n\nT01: We delen het werk. Dat scheelt tijd, en het is fijn.\n\nI: En nu?\n\nT01: We delen het werk nog. Niemand leidt het echt.';

async function study(): Promise<TestCore> {
  const started = await startStudy();
  const { api } = started;
  const exchange = await api.codebook.create({ parentId: null, name: 'Exchange' });
  await api.codebook.create({ parentId: exchange, name: 'Time' });
  await api.transcripts.import({
    items: [{ file: started.offer('T01.txt', TEXT), title: 'Interview one', participantCode: 'T01' }],
  });
  return started;
}

const CSV = `Document;Code;Segment;Memo
T01;Time;"Dat scheelt tijd, en het is fijn.";saves time
interview one.docx;Exchange › Ties;We delen het werk;
T01;Joy;Dat scheelt tyd en het is fijn;
T99;Joy;We delen het werk;
T01;Joy;Dit is nooit gezegd in dit gesprek;
T01;;Niemand leidt het echt.;
`;

test('rows are looked up: literally, nearly, in several places, or not at all', async () => {
  const started = await study();
  const preview = await started.api.exchange.previewSegments({ file: started.offer('segments.csv', CSV) });
  expect(preview.columns).toEqual({ source: 'Document', code: 'Code', quotation: 'Segment', memo: 'Memo' });
  expect(preview.rows.map(({ outcome, found }) => [outcome, found?.words ?? null])).toEqual([
    ['exact', 'Dat scheelt tijd, en het is fijn.'],
    ['several', 'We delen het werk'],
    ['near', 'Dat scheelt tijd, en het is fijn'],
    ['no source', null],
    ['nowhere', null],
    ['empty', null],
  ]);
  expect(preview.newCodes).toEqual(['Exchange › Ties', 'Joy']);
});

test('only the rows that a person chose are coded, in one step, and a second time nothing is', async () => {
  const started = await study();
  const { api } = started;
  const file = started.offer('segments.csv', CSV);
  const { columns } = await api.exchange.previewSegments({ file });
  expect(await api.exchange.importSegments({ file, columns, lines: [2, 3] })).toEqual({
    added: 2,
    present: 0,
    notFound: 0,
  });
  const codes = new Map((await api.codebook.list({})).map(({ id, name }) => [id, name]));
  const [transcript] = await api.transcripts.list({});
  const { text } = await api.transcripts.get({ id: transcript!.id });
  const codings = await api.coding.ofTranscript({ transcriptId: transcript!.id });
  expect(
    codings.map(({ codeId, start, end, memo }) => [codes.get(codeId), text.slice(start, end), memo]),
  ).toEqual([
    ['Ties', 'We delen het werk', ''],
    ['Time', 'Dat scheelt tijd, en het is fijn.', 'saves time'],
  ]);
  expect(await api.exchange.importSegments({ file, columns, lines: [2, 3] })).toEqual({
    added: 0,
    present: 2,
    notFound: 0,
  });
  const again = await api.exchange.previewSegments({ file });
  expect(again.rows.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['present', 'present']);
});

test('an Excel sheet is read as well', async () => {
  const started = await study();
  const book = new Workbook();
  const sheet = book.addWorksheet('Coded');
  sheet.addRows([
    ['participant', 'theme', 'quote'],
    ['T01', 'Time', 'Niemand leidt het echt.'],
  ]);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const { rows } = await started.api.exchange.previewSegments({ file: started.offer('coded.xlsx', bytes) });
  expect(rows).toMatchObject([{ line: 2, outcome: 'exact', found: { words: 'Niemand leidt het echt.' } }]);
});
