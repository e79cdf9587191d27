import type { CellId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { rowNameOf } from '#electron/matrices/row-name-sql.ts';

export interface CellName {
  readonly cellId: CellId;
  readonly uid: string;
  readonly row: string;
  readonly column: string;
  readonly matrix: string;
  readonly author: string | null;
}

/** What people call the cells; in the order of matrices, columns and cells. */
export function namesOfCells(db: ReadableDb, ids: readonly CellId[]): CellName[] {
  return db.all<CellName>(
    `SELECT cell.id AS cellId, cell.uid, ${rowNameOf('cell')} AS row, col.title AS "column", matrix.name AS matrix,
            author.name AS author
     FROM matrix_cell AS cell JOIN matrix_column AS col ON col.id = cell.column_id
     JOIN matrix ON matrix.id = col.matrix_id LEFT JOIN coder AS author ON author.id = cell.author_id
     WHERE cell.id IN (SELECT value FROM json_each(?)) ORDER BY matrix.position, matrix.id, col.position, cell.id`,
    JSON.stringify(ids),
  );
}

/** `T01 × Costs`; empty for a cell that is not there. */
export function nameOfCell(db: ReadableDb, id: CellId): string {
  const [cell] = namesOfCells(db, [id]);
  return cell === undefined ? '' : `${cell.row} × ${cell.column}`;
}

export function cellIdOf(db: ReadableDb, uid: string): CellId | undefined {
  return db.column<CellId>('SELECT id FROM matrix_cell WHERE uid = ?', uid)[0];
}
