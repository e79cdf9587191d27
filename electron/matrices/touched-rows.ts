import type { ChangedRow } from '#shared/contract/events.ts';
import type { CellId, ColumnId, VersionId } from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { rowsOnceThere, type OnceThere } from '#electron/history/journal-rows.ts';
import { cellOfPart, isPartOfCell, placeOfCell } from './cell-parts-sql.ts';
import type { MatrixFrame } from './read-matrix.ts';

/**
 * The rows of a matrix in which changes can show, where it is cheap to say: rows that are cases, or take cases together,
 * and changes of cells and codings. Null when the whole matrix must be read again: its order or its other rows may have
 * changed too. What is no longer there is known from the journal.
 */
export function touchedRows(
  db: ReadableDb,
  { columns, scope, view }: MatrixFrame,
  changes: readonly ChangedRow[],
): ReadonlySet<RowKey> | null {
  if (scope.rows.members.size === 0) return null;
  const own = new Set(columns.map(({ id }) => id));
  const shown = new Set(scope.rows.rows.flatMap(({ key, isGone }) => (isGone ? [] : [key])));
  const sortedBy = view.sort.by === 'column' ? view.sort.columnId : null;
  const draws = columns.some(({ sources }) => sources.length > 0);
  const touched = new Set<RowKey>();
  for (const change of changes) {
    if (change.table === 'coding') {
      const keys = sortedBy === null && !draws ? rowsOfCoding(db, scope, change.id) : null;
      if (keys === null) return null;
      for (const key of keys) touched.add(key);
      continue;
    }
    const place = placeOfChange(db, change);
    if (place === null || (draws && !own.has(place.columnId))) return null;
    if (!own.has(place.columnId)) continue;
    if (place.columnId === sortedBy || !shown.has(place.rowKey)) return null;
    touched.add(place.rowKey);
  }
  return touched;
}

/** A coding that was moved to another version of its text counted there before. */
function rowsOfCoding(db: ReadableDb, { rows }: MatrixFrame['scope'], id: number): readonly RowKey[] | null {
  const before = rowsOnceThere(db, 'coding', id, 1);
  if (before.length === 0) return null;
  const cases = new Set(
    // Branded: the version of a coding.
    before.flatMap(({ version_id }) => rows.caseOf.get(Number(version_id) as VersionId) ?? []),
  );
  return [...rows.members].flatMap(([key, members]) => (members.some((one) => cases.has(one)) ? [key] : []));
}

interface Place {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
}

function placeOfChange(db: ReadableDb, { table, id }: ChangedRow): Place | null {
  if (table === 'matrix_cell') return placeNowOrBefore(db, id);
  if (!isPartOfCell(table)) return null;
  const cell = cellOfPart(db, table, id) ?? lastOf(db, table, id)?.['cell_id'];
  return typeof cell === 'number' ? placeNowOrBefore(db, cell) : null;
}

function placeNowOrBefore(db: ReadableDb, id: number): Place | null {
  // Branded: the id, and below the column and the key, are those of a row of matrix_cell.
  const place = placeOfCell(db, id as CellId);
  if (place !== undefined) return place;
  const gone = lastOf(db, 'matrix_cell', id);
  return gone === undefined
    ? null
    : { columnId: Number(gone['column_id']) as ColumnId, rowKey: String(gone['row_key']) as RowKey };
}

function lastOf(db: ReadableDb, table: string, id: number): OnceThere | undefined {
  return rowsOnceThere(db, table, id, 1)[0];
}
