import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASES, CODES, startCodedCases, type CodingPlan } from './coded-cases.ts';

const plans = fc.uniqueArray(
  fc.record({
    // One more than there are cases: the transcript that is nobody's.
    at: fc.nat(CASES),
    version: fc.constantFrom(0 as const, 1 as const),
    code: fc.nat(CODES.length - 1),
    layer: fc.constantFrom(0 as const, 1 as const),
    start: fc.nat(20),
  }),
  { maxLength: 120, selector: (plan) => JSON.stringify(plan) },
);

const COLUMNS = [[0], [1], [2, 3], [0, 2], [4]] as const;

/** Straight from the plan, coding by coding and upwards from the code: another road than the one under test. */
function countByHand(
  plan: readonly CodingPlan[],
  at: number,
  column: readonly number[],
  layer: number | null,
) {
  const asks = (code: number | null): boolean =>
    code !== null && (column.includes(code) || asks(CODES[code]!.parent));
  return plan.filter(
    (coding) =>
      coding.at === at &&
      coding.version === 1 &&
      asks(coding.code) &&
      (layer === null || coding.layer === layer),
  ).length;
}

test('counts the codings of the column and of everything below it, each once, in the newest versions of the case', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.constantFrom(null, 0, 1), async (plan, layer) => {
      const { api, cases, codes, layers, core } = await startCodedCases(plan);
      const id = await api.matrices.create({
        name: 'All',
        layerId: layer === null ? null : layers[layer]!,
        columns: COLUMNS.map((column) => ({ title: '', codeIds: column.map((code) => codes[code]!) })),
      });
      const matrix = await api.matrices.get({ id });
      const keys = cases.map(
        (participantId) => matrix.rows.find((row) => row.participantId === participantId)!.key,
      );
      const counted = keys.map((rowKey) =>
        matrix.columns.map(
          (column) =>
            matrix.cells.find((cell) => cell.columnId === column.id && cell.rowKey === rowKey)?.count ?? 0,
        ),
      );
      expect(counted).toEqual(
        cases.map((_, at) => COLUMNS.map((column) => countByHand(plan, at, column, layer))),
      );
      expect(matrix.cells.every(({ count }) => count > 0)).toBe(true);
      for (const column of matrix.columns) {
        for (const [at, rowKey] of keys.entries()) {
          const { fragments } = await api.matrices.cell({ columnId: column.id, rowKey });
          expect(fragments).toHaveLength(counted[at]![matrix.columns.indexOf(column)]!);
        }
      }
      core.close();
    }),
    { numRuns: 8 },
  );
});

test('orders the cases as the view says, and gives each its values', async () => {
  const { api, years, codes } = await startCodedCases([
    { at: 0, version: 1, code: 0, layer: 0, start: 0 },
    { at: 2, version: 1, code: 2, layer: 0, start: 0 },
    { at: 2, version: 1, code: 2, layer: 1, start: 0 },
  ]);
  const id = await api.matrices.create({ name: 'M', columns: [{ title: '', codeIds: [codes[0]!] }] });
  const order = async () => (await api.matrices.get({ id })).rows.map(({ code }) => code);
  expect(await order()).toEqual(['T1', 'T2', 'T3', 'T10']);
  await api.matrices.setView({ id, sort: { by: 'attribute', attributeId: years }, descending: true });
  expect(await order()).toEqual(['T1', 'T2', 'T10', 'T3']);
  const { columns, rows } = await api.matrices.get({ id });
  expect(rows[0]!.values).toEqual({ [years]: '100' });
  await api.matrices.setView({ id, sort: { by: 'column', columnId: columns[0]!.id } });
  expect(await order()).toEqual(['T1', 'T10', 'T2', 'T3']);
  await api.matrices.removeColumn({ id: columns[0]!.id });
  expect((await api.matrices.get({ id })).view).toMatchObject({ sort: { by: 'case' }, descending: false });
});

test('refuses an order by what is not there', async () => {
  const { api } = await startCodedCases([]);
  const id = await api.matrices.create({ name: 'M' });
  const refuses = async (view: Parameters<typeof api.matrices.setView>[0], what: string) =>
    expect(api.matrices.setView(view)).rejects.toMatchObject({ code: 'not-found', detail: { what } });
  await refuses({ id, groupBy: 999 }, 'attribute');
  await refuses({ id, sort: { by: 'attribute', attributeId: 999 } }, 'attribute');
  await refuses({ id, sort: { by: 'column', columnId: 999 } }, 'column');
  await refuses({ id, layerId: 999 }, 'coder');
});
