import fs from 'node:fs';
import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { ContextSize } from '#shared/retrieval/fragment-context.ts';
import type { FragmentFormat } from '#shared/retrieval/retrieval-contract.ts';
import type { Grouping } from '#shared/retrieval/fragment-query.ts';
import { startCodedStudy, type CodedStudy } from '#test/coding/coded-study.ts';

interface Request {
  readonly format: FragmentFormat;
  readonly context?: ContextSize;
  readonly groupBy?: Grouping;
}

async function startStudyToExport(): Promise<CodedStudy & { export(request: Request): Promise<Buffer> }> {
  const study = await startCodedStudy();
  const { api, transcript, code, range, core } = study;
  const [coding] = await api.coding.apply({
    versionId: transcript.versionId,
    ...range('could not keep up'),
    codeIds: [code.time],
  });
  await api.coding.change({
    id: coding!.id,
    memo: '=1+1 <b>',
    translation: 'kon niet bijhouden',
    certainty: 2,
    goodQuotation: true,
  });
  await api.coding.apply({
    versionId: transcript.versionId,
    ...range('We shared the work.'),
    codeIds: [code.ties],
    weight: 1,
  });
  return {
    ...study,
    async export(request) {
      const made = await api.retrieval.export({
        query: { codes: { ids: [code.time, code.ties] } },
        name: 'My: fragments',
        ...request,
      });
      expect(made.name).toBe(`My- fragments.${request.format}`);
      const content = fs.readFileSync(core.files.resolve(made.file).path);
      expect(content.length).toBe(made.bytes);
      return content;
    },
  };
}

test('a workbook holds the fragments, the counts with their denominators, and the question in words', async () => {
  const study = await startStudyToExport();
  const sheets = await readXlsx(
    await study.export({ format: 'xlsx', context: { by: 'sentence' }, groupBy: { by: 'code' } }),
  );
  const sheet = (name: string) => sheets.find((one) => one.sheet === name)!.data;
  const [header, first, second] = sheet('Fragments');
  const row = Object.fromEntries(header!.map((title, index) => [title, first![index]]));
  expect(row).toMatchObject({
    Case: 'T01',
    Group: 'Work › Time',
    Code: 'Work › Time',
    Before: 'She',
    Quotation: 'could not keep up',
    After: ', and neither could I.',
    Translation: 'kon niet bijhouden',
    Translator: 'Anna',
    Certainty: 'fairly sure',
    'Good quotation': 'yes',
    Memo: '=1+1 <b>',
    Coder: 'Anna',
    Section: 'Background',
    Speaker: 'T01',
    Turn: 2,
  });
  expect(second).toContain('strong');
  expect(sheet('Counts')).toEqual([
    ['Group', 'Fragments', 'Of all fragments, %', 'Cases with a fragment', 'Cases that could have one'],
    ['Work › Time', 1, 50, 1, 1],
    ['Work › Time › Tempo', 0, 0, 0, 1],
    ['Ties', 1, 50, 1, 1],
    ['Together', 2, 100, 1, 1],
  ]);
  const about = new Map(sheet('About').map(([name, text]) => [name, text]));
  expect(about.get('Question')).toBe(
    'Fragments coded “Work › Time” or “Ties” (each code with everything below it)',
  );
  expect(about.get('Context')).toBe('the rest of the sentence');
});

test('a csv file can be read back, and holds nothing that a spreadsheet would run', async () => {
  const study = await startStudyToExport();
  const rows: readonly Record<string, string>[] = parse(
    await study.export({ format: 'csv', context: { by: 'turn' } }),
    {
      bom: true,
      columns: true,
    },
  );
  expect(rows.map(({ Before, Quotation, After }) => [Before, Quotation, After])).toEqual([
    ['She', 'could not keep up', ', and neither could I. We shared the work.'],
    ['She could not keep up, and neither could I.', 'We shared the work.', ''],
  ]);
  expect(rows[0]!['Memo']).toBe("'=1+1 <b>");
});

test('a page holds what people wrote as text and never as markup', async () => {
  const study = await startStudyToExport();
  const html = String(
    await study.export({ format: 'html', context: { by: 'characters', most: 4 }, groupBy: { by: 'case' } }),
  );
  expect(html).toContain(
    '<blockquote><span>She </span><mark>could not keep up</mark><span>, an</span></blockquote>',
  );
  expect(html).toContain('<p class="memo">=1+1 &lt;b&gt;</p>');
  expect(html).toContain('<h2>T01</h2>');
  expect(html.match(/<section>/g)).toHaveLength(2);
  expect(html).not.toMatch(/<script|src=|href=/);
});

test('a document holds the fragments with the text around them', async () => {
  const study = await startStudyToExport();
  const content = await study.export({
    format: 'docx',
    context: { by: 'sentence' },
    groupBy: { by: 'code' },
  });
  const { value } = await mammoth.extractRawText({ buffer: content });
  expect(value).toContain('She could not keep up, and neither could I.');
  expect(value).toContain('kon niet bijhouden');
  expect(value).toContain('Work › Time · T01, turn 2, line 4, Background · Anna');
  expect(value).toContain('Ties · strong · T01, turn 2, line 4, Background · Anna');
  expect(value).toContain('Question: Fragments coded “Work › Time” or “Ties”');
});

test('an answer without fragments is exported as such', async () => {
  const { api, core, code } = await startCodedStudy();
  for (const format of ['xlsx', 'csv', 'html', 'docx'] as const) {
    const made = await api.retrieval.export({ query: { codes: { ids: [code.time] } }, format });
    expect([format, fs.statSync(core.files.resolve(made.file).path).size > 0]).toEqual([format, true]);
  }
});
