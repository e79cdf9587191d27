import type { Matrix } from '../matrices/matrices-contract.ts';
import { byCell, cellKey } from './cell-lookup.ts';
import type { FragmentPlan } from './fragment-plan.ts';
import { layoutSheetRows, leadingColumns, type MatrixLayout } from './matrix-layout.ts';
import type { CellValue, Sheet, SheetColumn, SheetRow } from './sheet.ts';

/**
 * Cases × columns with the number of fragments; each leads to them. There is no total over the columns of a case: a
 * fragment that two columns ask for counts in both, so their sum would be a number of nothing.
 */
export function countsSheet(matrix: Matrix, layout: MatrixLayout, plan: FragmentPlan): Sheet {
  const cells = byCell(matrix.cells);
  const columns: SheetColumn[] = [
    ...leadingColumns(layout),
    ...matrix.columns.map(({ title }) => ({
      title,
      width: Math.min(24, Math.max(12, title.length + 2)),
      numeric: true as const,
    })),
  ];
  const rows = layoutSheetRows(layout, columns.length, ({ key }) =>
    matrix.columns.map(({ id }) => {
      const count = cells.get(cellKey(key, id))?.count ?? 0;
      return { value: count, link: plan.firstOf(key, id) };
    }),
  );
  const countsOf = matrix.columns.map(({ id }) =>
    matrix.cells.filter(({ columnId }) => columnId === id).map(({ count }) => count),
  );
  const totals = [
    totalRow(
      'All cases',
      layout,
      countsOf.map((counts) => counts.reduce((sum, count) => sum + count, 0)),
    ),
    totalRow(
      'Cases with any',
      layout,
      countsOf.map((counts) => counts.filter((count) => count > 0).length),
    ),
  ];
  return {
    name: 'Counts',
    columns,
    rows: [...rows, ...totals],
    rowCount: rows.length + totals.length,
    filter: false,
  };
}

function totalRow(title: string, { attributes }: MatrixLayout, values: readonly CellValue[]): SheetRow {
  const leading = [title, ...attributes.map(() => null)];
  return { kind: 'total', cells: [...leading, ...values].map((value) => ({ value })) };
}
