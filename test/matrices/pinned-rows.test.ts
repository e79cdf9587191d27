import { expect, test } from 'vitest';
import { HEADER_HEIGHT, stuckRows } from '#renderer/matrices/grid-sizes.ts';
import { matrixModel } from '#renderer/matrices/matrix-model.ts';
import { startCodedCases } from './coded-cases.ts';

test('a pinned row stands above its group and counts in it all the same', async () => {
  const { api, codes, years } = await startCodedCases([
    { at: 0, version: 1, code: 3, layer: 0, start: 0 },
    { at: 3, version: 1, code: 3, layer: 0, start: 0 },
    { at: 3, version: 1, code: 3, layer: 0, start: 20 },
  ]);
  const id = await api.matrices.create({ name: 'Themes', columns: [{ codeIds: [codes[3]!] }] });
  const { participants } = await api.participants.table({});
  for (const { id: participantId, code } of participants)
    await api.participants.setValue({ participantId, attributeId: years, value: code === 'T2' ? '2' : '1' });
  await api.matrices.setView({ id, groupBy: years });
  const matrix = await api.matrices.get({ id });
  const pin = matrix.rows.find(({ code }) => code === 'T3')!.key;
  const { lines, pinned, caseLines, matrix: shown } = matrixModel(matrix, [pin]);
  expect(
    lines.map((line) =>
      line.kind === 'case'
        ? line.row.code
        : [
            line.group.value,
            line.group.rows.length,
            ...[...line.totals.values()].map(({ codings, cases }) => [codings, cases]),
          ],
    ),
  ).toEqual(['T3', ['1', 3, [3, 2]], 'T1', 'T10', ['2', 1], 'T2']);
  expect(pinned).toBe(1);
  expect(caseLines.map((line) => lines[line])).toMatchObject(
    shown.rows.map((row) => ({ kind: 'case', row })),
  );
});

test('pinned rows never take more than half of what the header leaves', () => {
  const rows = 104;
  expect(stuckRows(3, HEADER_HEIGHT + 10 * rows, rows)).toBe(3);
  expect(stuckRows(9, HEADER_HEIGHT + 10 * rows, rows)).toBe(5);
  expect(stuckRows(9, HEADER_HEIGHT + 1.9 * rows, rows)).toBe(0);
  expect(stuckRows(0, HEADER_HEIGHT + 10 * rows, rows)).toBe(0);
  expect(stuckRows(2, 0, rows)).toBe(0);
});
