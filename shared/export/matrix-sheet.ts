import type { Matrix } from '../matrices/matrices-contract.ts';
import { byCell, cellKey } from './cell-lookup.ts';
import type { FragmentPlan } from './fragment-plan.ts';
import { layoutSheetRows, leadingColumns, type MatrixLayout } from './matrix-layout.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

export const MATRIX_SHEET = 'Matrix';

/** Cases × columns with the summaries; each leads to the fragments of its cell. */
export function matrixSheet(matrix: Matrix, layout: MatrixLayout, plan: FragmentPlan): Sheet {
  const cells = byCell(matrix.cells);
  const columns: SheetColumn[] = [
    ...leadingColumns(layout),
    ...matrix.columns.map(({ title, width }) => ({ title, width: charactersOf(width) })),
  ];
  return {
    name: MATRIX_SHEET,
    columns,
    rows: layoutSheetRows(layout, columns.length, ({ participantId }) =>
      matrix.columns.map(({ id }) => {
        const summary = cells.get(cellKey(participantId, id))?.summary ?? '';
        return summary === '' ? { value: null } : { value: summary, link: plan.firstOf(participantId, id) };
      }),
    ),
    rowCount: layout.rows.length,
    filter: false,
  };
}

/** From CSS pixels to characters; neither so narrow that words break nor so wide that one column fills the page. */
function charactersOf(pixels: number): number {
  return Math.min(60, Math.max(24, Math.round(pixels / 7)));
}
