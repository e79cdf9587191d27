import type { CellId, CodingId, ColumnId, MatrixId, VersionId } from '#shared/ids.ts';
import type { SourceCoding } from '#shared/matrices/cell-source.ts';
import type { Stance } from '#shared/matrices/matrices-contract.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export function storedCells(
  db: ReadableDb,
  matrixId: MatrixId,
): { readonly cellId: CellId; readonly columnId: ColumnId; readonly rowKey: RowKey }[] {
  return db.all(
    `SELECT cell.id AS cellId, cell.column_id AS columnId, cell.row_key AS rowKey
     FROM matrix_column AS col JOIN matrix_cell AS cell ON cell.column_id = col.id WHERE col.matrix_id = ?`,
    matrixId,
  );
}

export interface EvidenceFact {
  readonly cellId: CellId;
  /** Null for a cell of another matrix. */
  readonly codingId: CodingId | null;
  readonly sourceCellId: CellId | null;
  readonly stance: Stance;
}

export function evidenceFacts(db: ReadableDb, matrixId: MatrixId): EvidenceFact[] {
  return db.all<EvidenceFact>(
    `SELECT evidence.cell_id AS cellId, evidence.coding_id AS codingId,
            evidence.source_cell_id AS sourceCellId, evidence.stance
     FROM matrix_column AS col
     JOIN matrix_cell AS cell ON cell.column_id = col.id
     JOIN cell_evidence AS evidence ON evidence.cell_id = cell.id
     WHERE col.matrix_id = ? ORDER BY evidence.id`,
    matrixId,
  );
}

export type CodingFact = Omit<SourceCoding, 'stance' | 'isAsked'>;

export function codingFacts(db: ReadableDb, ids: readonly CodingId[]): CodingFact[] {
  return db.all<CodingFact>(
    `SELECT coding.id, coding.uid, coding.code_id AS codeId, coding.layer_id AS layerId,
            coding.version_id AS versionId, coding.start, coding."end", coding.weight
     FROM json_each(?) AS wanted JOIN coding ON coding.id = wanted.value`,
    JSON.stringify(ids),
  );
}

export interface QuotedCoding {
  readonly id: CodingId;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  readonly translation: string;
}

/** In the order of their versions, so that each text is opened once. */
export function quotedCodings(db: ReadableDb, ids: readonly CodingId[]): QuotedCoding[] {
  return db.all<QuotedCoding>(
    `SELECT coding.id, coding.version_id AS versionId, coding.start, coding."end", coding.translation
     FROM json_each(?) AS wanted JOIN coding ON coding.id = wanted.value ORDER BY coding.version_id`,
    JSON.stringify(ids),
  );
}
