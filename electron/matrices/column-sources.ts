import { AppError } from '#shared/contract/errors.ts';
import type { ColumnId, MatrixId } from '#shared/ids.ts';
import { drawsFrom } from '#shared/matrices/draws-from.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { findColumn, listDrawings, type ColumnRecord } from './columns-sql.ts';
import { requireMatrix } from './read-matrix.ts';

/**
 * The columns from which one of this matrix shall be drawn, each once. Throws `not-found`, and `matrix-circular` when their
 * matrix is this one or is itself drawn from it, by however many steps: no cell may rest on itself.
 */
export function requireSources(
  db: ReadableDb,
  matrixId: MatrixId,
  sourceIds: readonly ColumnId[],
): ColumnRecord[] {
  if (sourceIds.length === 0) return [];
  const drawings = listDrawings(db);
  return [...new Set(sourceIds)].map((id) => {
    const source = findColumn(db, id);
    if (source === undefined) throw new AppError('not-found', { what: 'source column' });
    if (drawsFrom(drawings, source.matrixId, matrixId)) {
      throw new AppError('matrix-circular', {
        matrix: requireMatrix(db, matrixId).name,
        source: requireMatrix(db, source.matrixId).name,
      });
    }
    return source;
  });
}
