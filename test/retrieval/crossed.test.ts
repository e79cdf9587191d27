import fs from 'node:fs';
import * as fc from 'fast-check';
import mammoth from 'mammoth';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { crossedSheets } from '#shared/retrieval/crossed-sheets.ts';
import { fragmentQuery, type Grouping } from '#shared/retrieval/fragment-query.ts';
import { CODES, startCodedCases, type CodingPlan } from '#test/matrices/coded-cases.ts';

const anywhere = fc.record<CodingPlan>({
  // The fifth transcript is nobody's.
  at: fc.nat(4),
  version: fc.constant(1),
  code: fc.nat(4),
  layer: fc.constantFrom(0, 1),
  start: fc.nat(30),
});
const plans = fc.uniqueArray(anywhere, {
  maxLength: 50,
  selector: ({ at, code, layer, start }) => [at, code, layer, start].join(),
});

const CASE_NAMES = ['T10', 'T2', 'T1', 'T3', 'Transcripts without a case'];
const YEARS = ['9', '31', '100', 'Years not filled in', 'Transcripts without a case'];
const PATHS = ['Costs', 'Costs / Time', 'Costs / Time / Evenings', 'Rewards', 'Ties'];

test('counts crossed by a second dimension are those that one counts by hand, and add up', async () => {
  const kinds = fc.constantFrom('case', 'code', 'coder', 'attribute');
  await fc.assert(
    fc.asyncProperty(plans, kinds, kinds, async (plan, down, across) => {
      const { api, years } = await startCodedCases(plan);
      const grouping = (kind: typeof down): Grouping =>
        kind === 'attribute' ? { by: kind, attributeId: years } : { by: kind };
      const titleOf = (kind: typeof down, { at, code, layer }: CodingPlan): string =>
        ({
          case: CASE_NAMES[at]!,
          attribute: YEARS[at]!,
          coder: ['Anna', 'Bram'][layer]!,
          code: PATHS[code]!.split(' / ').at(-1)!,
        })[kind];
      const { groups, crossed, total } = await api.retrieval.find({
        query: fragmentQuery.parse({ codes: {} }),
        groupBy: grouping(down),
        crossBy: grouping(across),
      });
      const last = (title: string): string => title.split(/ [/›] /).at(-1)!;
      for (const { row, column, fragments, cases } of crossed!.cells) {
        const inCell = plan.filter(
          (coding) =>
            titleOf(down, coding) === last(groups[row]!.title) &&
            titleOf(across, coding) === last(crossed!.columns[column]!.title),
        );
        expect(fragments).toBe(inCell.length);
        expect(cases).toBe(new Set(inCell.map(({ at }) => at).filter((at) => at < 4)).size);
      }
      expect(crossed!.cells.reduce((sum, { fragments }) => sum + fragments, 0)).toBe(total);
      expect(total).toBe(plan.length);
      for (const [row, { fragments }] of groups.entries()) {
        const ofRow = crossed!.cells.filter((cell) => cell.row === row);
        expect(ofRow.reduce((sum, cell) => sum + cell.fragments, 0)).toBe(fragments);
      }
    }),
    { numRuns: 25 },
  );
});

test('nothing goes across unless it is asked for; a query that is saved keeps it', async () => {
  const { api } = await startCodedCases([{ at: 0, version: 1, code: 1, layer: 0, start: 0 }]);
  const query = fragmentQuery.parse({ codes: {} });
  expect((await api.retrieval.find({ query, groupBy: { by: 'code' } })).crossed).toBeNull();
  const definition = { query, groupBy: { by: 'code' }, crossBy: { by: 'case' } } as const;
  await api.retrieval.save({ name: 'Code by case', definition });
  expect((await api.retrieval.saved({}))[0]!.definition).toEqual(definition);
});

test('a sheet holds a zero where there is nothing, and the sum of each group', async () => {
  const { api } = await startCodedCases([
    { at: 0, version: 1, code: 1, layer: 0, start: 0 },
    { at: 0, version: 1, code: 1, layer: 0, start: 20 },
    { at: 2, version: 1, code: 1, layer: 1, start: 0 },
    { at: 2, version: 1, code: 4, layer: 1, start: 0 },
  ]);
  const answer = await api.retrieval.find({
    query: fragmentQuery.parse({ codes: {} }),
    groupBy: { by: 'code' },
    crossBy: { by: 'case' },
  });
  const [fragments, cases] = crossedSheets(answer).map((sheet) =>
    [...sheet.rows].map((row) => row.cells.map(({ value }) => value)),
  );
  expect(fragments!.map(([, ...counts]) => counts)).toEqual([
    [0, 0, 0, 0, 0],
    [2, 0, 1, 0, 3],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 1, 0, 1],
  ]);
  expect(cases![1]!.slice(1)).toEqual([1, 0, 1, 0, 2]);
  expect(CODES.length).toBe(fragments!.length);
});

test('a page and a document hold the crossed counts that the workbook holds', async () => {
  const { api, core } = await startCodedCases([
    { at: 0, version: 1, code: 1, layer: 0, start: 0 },
    { at: 2, version: 1, code: 4, layer: 0, start: 0 },
  ]);
  const query = fragmentQuery.parse({ codes: {} });
  const read = async (format: 'html' | 'docx' | 'xlsx') => {
    const { file } = await api.retrieval.export({
      query,
      groupBy: { by: 'code' },
      crossBy: { by: 'case' },
      format,
    });
    return fs.readFileSync(core.files.resolve(file).path);
  };
  const cellsOf = (html: string): string[][] =>
    [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
        cell.replaceAll(/<[^>]+>/g, '').trim(),
      ),
    );
  const workbook = (await readXlsx(await read('xlsx'))).find(({ sheet }) => sheet === 'Fragments crossed')!;
  const wanted = workbook.data.map((row) => row.map((cell) => String(cell)));
  expect(wanted[0]!.at(-1)).toBe('All');
  const page = cellsOf((await read('html')).toString('utf8'));
  const document = cellsOf((await mammoth.convertToHtml({ buffer: await read('docx') })).value);
  for (const rows of [page, document]) for (const row of wanted) expect(rows).toContainEqual(row);
});
