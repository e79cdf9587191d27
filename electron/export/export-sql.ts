import { must } from '#shared/assert.ts';
import type { CodeId, CodingId, ColumnId, LayerId, MatrixId, ParticipantId, VersionId } from '#shared/ids.ts';
import type { Stance } from '#shared/matrices/matrices-contract.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export interface MatrixEvidence {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly codingId: CodingId;
  readonly stance: Stance;
  readonly codeId: CodeId;
  readonly layerId: LayerId;
  readonly versionId: VersionId;
}

/** All evidence of a matrix, with what is needed to tell whether the matrix counts it. */
export function evidenceOfMatrix(db: ReadableDb, matrixId: MatrixId): MatrixEvidence[] {
  return db.all<MatrixEvidence>(
    `SELECT cell.column_id AS columnId, cell.row_key AS rowKey, evidence.coding_id AS codingId,
            evidence.stance, coding.code_id AS codeId, coding.layer_id AS layerId, coding.version_id AS versionId
     FROM matrix_column AS col
     JOIN matrix_cell AS cell ON cell.column_id = col.id
     JOIN cell_evidence AS evidence ON evidence.cell_id = cell.id
     JOIN coding ON coding.id = evidence.coding_id
     WHERE col.matrix_id = ?`,
    matrixId,
  );
}

export function layerNames(db: ReadableDb): { readonly id: LayerId; readonly name: string }[] {
  return db.all('SELECT id, name FROM layer ORDER BY id');
}

export function countTranscripts(db: ReadableDb): { readonly withCase: number; readonly without: number } {
  const [withCase = 0, without = 0] =
    db.rawRows<[number, number]>(
      'SELECT count(participant_id), count(*) - count(participant_id) FROM transcript',
    )[0] ?? [];
  return { withCase, without };
}

export function countTranscriptsByCase(db: ReadableDb): ReadonlyMap<ParticipantId, number> {
  return new Map(
    db.rawRows<[ParticipantId, number]>(
      'SELECT participant_id, count(*) FROM transcript WHERE participant_id IS NOT NULL GROUP BY participant_id',
    ),
  );
}

export function uidOfMatrix(db: ReadableDb, id: MatrixId): string {
  return must(
    db.column<string>('SELECT uid FROM matrix WHERE id = ?', id)[0],
    'the matrix was read just now',
  );
}

export function uidsOfColumns(db: ReadableDb, id: MatrixId): ReadonlyMap<ColumnId, string> {
  return new Map(db.rawRows<[ColumnId, string]>('SELECT id, uid FROM matrix_column WHERE matrix_id = ?', id));
}
