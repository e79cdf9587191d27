import type { ColumnId } from '#shared/ids.ts';
import { rowsDrawnFrom } from '#shared/matrices/drawn-rows.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { MatrixFrame } from './read-matrix.ts';
import { cellsOfColumns, type SourceCell } from './upstream-sql.ts';

/** A cell of another matrix, and the place that is drawn from it. */
export interface DrawnCell extends SourceCell {
  readonly ofColumn: ColumnId;
  readonly ofRow: RowKey;
}

/**
 * The cells from which those of a matrix are drawn, column by column. A row draws from the row of the same key; one that
 * takes cases together also from the rows of these cases. One statement, whatever the size.
 */
export function upstreamOfMatrix(db: ReadableDb, { columns, scope }: MatrixFrame): DrawnCell[] {
  const sources = new Map<ColumnId, ColumnId[]>();
  for (const { id, sources: from } of columns) {
    for (const { columnId } of from) {
      const known = sources.get(columnId);
      if (known === undefined) sources.set(columnId, [id]);
      else known.push(id);
    }
  }
  if (sources.size === 0) return [];
  const drawing = rowsDrawnFrom(scope.rows.rows, scope.rows.members);
  return cellsOfColumns(db, [...sources.keys()]).flatMap((cell) =>
    drawing(cell).flatMap((ofRow) =>
      (sources.get(cell.columnId) ?? []).map((ofColumn) => ({ ...cell, ofColumn, ofRow })),
    ),
  );
}
