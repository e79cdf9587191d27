import type { CellId, ColumnId, MatrixId, ParticipantId } from '#shared/ids.ts';
import type { CellSymbol, Rating } from '#shared/matrices/cell-kinds.ts';
import type { RowKey, RowKind } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { rowNameOf } from './row-name-sql.ts';

export interface SourceCell {
  readonly cellId: CellId;
  readonly cellUid: string;
  readonly matrixId: MatrixId;
  readonly matrixName: string;
  readonly matrixRowKind: RowKind;
  readonly columnId: ColumnId;
  readonly columnTitle: string;
  readonly rowKey: RowKey;
  readonly rowName: string;
  readonly participantId: ParticipantId | null;
  readonly summary: string;
  readonly rating: Rating | null;
  readonly symbol: CellSymbol | null;
  readonly rationale: string;
  readonly updatedAt: string;
}

/** Every cell of the given columns in which something is written, in the order of the columns. */
export function cellsOfColumns(db: ReadableDb, columnIds: readonly ColumnId[]): SourceCell[] {
  return db.all<SourceCell>(
    `SELECT cell.id AS cellId, cell.uid AS cellUid, matrix.id AS matrixId, matrix.name AS matrixName,
            matrix.row_kind AS matrixRowKind, col.id AS columnId, col.title AS columnTitle, cell.row_key AS rowKey,
            ${rowNameOf('cell')} AS rowName, cell.participant_id AS participantId, cell.summary, cell.rating,
            cell.symbol, cell.rationale, cell.updated_at AS updatedAt
     FROM json_each(?) AS wanted
     JOIN matrix_column AS col ON col.id = wanted.value
     JOIN matrix ON matrix.id = col.matrix_id
     JOIN matrix_cell AS cell ON cell.column_id = col.id
     WHERE cell.summary <> '' OR cell.rating IS NOT NULL OR cell.symbol IS NOT NULL
     ORDER BY wanted.key, cell.id`,
    JSON.stringify(columnIds),
  );
}
