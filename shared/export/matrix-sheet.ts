import type { Matrix } from '../matrices/matrices-contract.ts';
import { byCell, cellKey } from './cell-lookup.ts';
import type { FragmentPlan } from './fragment-plan.ts';
import { layoutSheetRows, leadingColumns, type MatrixLayout } from './matrix-layout.ts';
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts';

export const MATRIX_SHEET = 'Matrix';

/**
 * Cases × columns with the summaries. After each stands the number of fragments behind it, which leads to them: a link on
 * the summary itself would keep LibreOffice from wrapping it, and would jump away from whoever clicks a cell to read it.
 */
export function matrixSheet(matrix: Matrix, layout: MatrixLayout, plan: FragmentPlan): Sheet {
  const cells = byCell(matrix.cells);
  const columns: SheetColumn[] = [
    ...leadingColumns(layout),
    ...matrix.columns.flatMap(({ title, width }): SheetColumn[] => [
      { title, width: charactersOf(width) },
      { title: `${title} (n)`, shortTitle: 'n', width: 5, numeric: true },
    ]),
  ];
  return {
    name: MATRIX_SHEET,
    columns,
    rows: layoutSheetRows(layout, columns.length, ({ key }) =>
      matrix.columns.flatMap(({ id }): SheetCell[] => {
        const cell = cells.get(cellKey(key, id));
        return [{ value: cell?.summary ?? '' }, { value: cell?.count ?? 0, link: plan.firstOf(key, id) }];
      }),
    ),
    rowCount: layout.rows.length,
    filter: false,
  };
}

/** Of the summary of the matrix column at `index`, counted from 1. */
export function summaryColumn({ firstColumn }: MatrixLayout, index: number): number {
  return firstColumn + 2 * index;
}

/** From CSS pixels to characters; neither so narrow that words break nor so wide that one column fills the page. */
function charactersOf(pixels: number): number {
  return Math.min(60, Math.max(24, Math.round(pixels / 7)));
}
