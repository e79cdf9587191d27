import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ColumnId, ParticipantId } from '#shared/ids.ts';
import { cellKey } from '#shared/export/cell-lookup.ts';
import { planFragments } from '#shared/export/fragment-plan.ts';
import { caseRow } from '#shared/matrices/row-keys.ts';
import type { MatrixColumn, MatrixRow } from '#shared/matrices/matrices-contract.ts';

const row = (id: number): MatrixRow => ({
  key: caseRow(`uid-${id}`),
  participantId: id as ParticipantId,
  code: `T${id}`,
  values: {},
  cases: 1,
  isGone: false,
});
const column = (id: number): MatrixColumn => ({
  id: id as ColumnId,
  kind: 'codes',
  title: `C${id}`,
  decisionRule: '',
  width: 200,
  codeIds: [],
  attributeId: null,
  caseValue: null,
  poleLow: '',
  poleHigh: '',
  sources: [],
});

test('every cell leads to the row where the first of its fragments is written, over several sheets too', () => {
  const grid = fc.array(
    fc.array(fc.record({ count: fc.nat(4), extra: fc.nat(2) }), { minLength: 2, maxLength: 2 }),
    {
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(grid, fc.integer({ min: 1, max: 7 }), (cells, mostRows) => {
      const rows = cells.map((_, index) => row(index + 1));
      const columns = [column(1), column(2)];
      const places = rows.flatMap(({ key: rowKey }, at) =>
        columns.map(({ id: columnId }, of) => ({ rowKey, columnId, ...cells[at]![of]! })),
      );
      const plan = planFragments(
        {
          rows,
          columns,
          cells: places.map(({ rowKey, columnId, count }) => ({
            rowKey,
            columnId,
            count,
            cases: Number(count > 0),
            summary: '',
            rating: null,
            symbol: null,
            evidence: 0,
            derived: '',
          })),
        },
        new Map(places.map(({ rowKey, columnId, extra }) => [cellKey(rowKey, columnId), extra])),
        mostRows,
      );
      // Written out the slow way: one line per fragment, cut into sheets.
      const lines = places.flatMap((place) => Array.from({ length: place.count + place.extra }, () => place));
      expect(plan.total).toBe(lines.length);
      expect(plan.sheets.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(lines.length);
      for (const { rowCount } of plan.sheets) expect(rowCount).toBeLessThanOrEqual(mostRows);
      for (const place of places) {
        const index = lines.indexOf(place);
        const sheet = Math.floor(index / mostRows);
        expect(plan.firstOf(place.rowKey, place.columnId)).toEqual(
          index === -1
            ? undefined
            : {
                sheet: sheet === 0 ? 'Fragments' : `Fragments ${sheet + 1}`,
                row: (index % mostRows) + 2,
                column: 1,
              },
        );
      }
    }),
  );
});
