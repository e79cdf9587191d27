import type { CodingId, ColumnId, MatrixId } from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReportedReason, ReportedSource, ReportedStep } from '#shared/export/claims.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { rowNameOf } from '#electron/matrices/row-name-sql.ts';

type SourceRow = Omit<ReportedSource, 'judgement'> & {
  readonly rating: string | null;
  readonly symbol: string | null;
};

/** The cells of other matrices that the cells of this one rest on. */
export function sourcesOfCells(db: ReadableDb, matrixId: MatrixId): SourceRow[] {
  return db.all<SourceRow>(
    `SELECT own.row_key AS rowKey, own.column_id AS columnId, evidence.stance, matrix.name AS matrix,
            ${rowNameOf('cell')} AS row, col.title AS "column", cell.summary, cell.rating, cell.symbol
     FROM matrix_column AS own_column
     JOIN matrix_cell AS own ON own.column_id = own_column.id
     JOIN cell_evidence AS evidence ON evidence.cell_id = own.id
     JOIN matrix_cell AS cell ON cell.id = evidence.source_cell_id
     JOIN matrix_column AS col ON col.id = cell.column_id
     JOIN matrix ON matrix.id = col.matrix_id
     WHERE own_column.matrix_id = ? ORDER BY own.row_key, own_column.position, evidence.id`,
    matrixId,
  );
}

export function reasonsOfCells(db: ReadableDb, matrixId: MatrixId): ReportedReason[] {
  return db.all<ReportedReason>(
    `SELECT cell.row_key AS rowKey, cell.column_id AS columnId, coalesce(cell.rating, cell.symbol, '') AS judgement,
            cell.rationale
     FROM matrix_column AS col JOIN matrix_cell AS cell ON cell.column_id = col.id
     WHERE col.matrix_id = ? AND cell.rationale <> '' ORDER BY cell.row_key, col.position`,
    matrixId,
  );
}

export interface SentenceLink {
  readonly rowKey: RowKey;
  readonly columnId: ColumnId;
  readonly summary: string;
  readonly sentence: string;
  readonly codingId: CodingId | null;
  /** The cell of another matrix, with what it says. */
  readonly source: string | null;
}

/** What the sentences of the summaries are linked to, as far as it is there. */
export function sentenceLinks(db: ReadableDb, matrixId: MatrixId): SentenceLink[] {
  return db.all<SentenceLink>(
    `SELECT own.row_key AS rowKey, own.column_id AS columnId, own.summary, link.sentence, coding.id AS codingId,
            NULL AS source, own_column.position AS position, link.id AS id
     FROM matrix_column AS own_column
     JOIN matrix_cell AS own ON own.column_id = own_column.id
     JOIN cell_sentence AS link ON link.cell_id = own.id
     JOIN coding ON coding.uid = link.coding_uid
     WHERE own_column.matrix_id = ?
     UNION ALL
     SELECT own.row_key, own.column_id, own.summary, link.sentence, NULL,
            '“' || matrix.name || '”, ' || ${rowNameOf('cell')} || ' × ' || col.title || ': ' || cell.summary,
            own_column.position, link.id
     FROM matrix_column AS own_column
     JOIN matrix_cell AS own ON own.column_id = own_column.id
     JOIN cell_sentence_source AS link ON link.cell_id = own.id
     JOIN matrix_cell AS cell ON cell.uid = link.source_uid
     JOIN matrix_column AS col ON col.id = cell.column_id
     JOIN matrix ON matrix.id = col.matrix_id
     WHERE own_column.matrix_id = ?
     ORDER BY rowKey, position, sentence, id`,
    matrixId,
    matrixId,
  );
}

/** The names of the sources are kept in the log itself: it outlives what it tells of. */
export function reductionSteps(db: ReadableDb, matrixId: MatrixId): ReportedStep[] {
  return db.all<ReportedStep>(
    `SELECT step.kind, step.column_title AS "column",
            coalesce((SELECT group_concat(value ->> 'column', ' + ') FROM json_each(step.sources)), '') AS sources,
            step.reason, coder.name AS coderName, step.at
     FROM reduction_step AS step JOIN coder ON coder.id = step.coder_id
     WHERE step.matrix_id = ? ORDER BY step.id`,
    matrixId,
  );
}
