import type {
  CellId,
  CodeId,
  CoderId,
  CodingId,
  ColumnId,
  LayerId,
  MatrixId,
  ParticipantId,
  VersionId,
} from '#shared/ids.ts';
import type { Tally } from '#shared/matrices/cell-counts.ts';
import type { CellSymbol, Rating } from '#shared/matrices/cell-kinds.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { WrittenCell } from '#shared/matrices/sparse-cells.ts';
import { withoutConsensus } from '#electron/coding/consensus-layers-sql.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import { thatCount } from './excluded-passages-sql.ts';

/**
 * Answered from the index coding_by_code alone, for a whole matrix at once. The plus before layer_id keeps SQLite from
 * the index of layers, which would read every row of the table. Only rows that are coders need the layers apart.
 */
export function tallyCodings(
  db: ReadableDb,
  codeIds: readonly CodeId[],
  layerId: LayerId | null,
  byLayer: boolean,
  versionIds: readonly VersionId[] | null = null,
): Tally[] {
  const ids = JSON.stringify(codeIds);
  const versions = versionIds === null ? [] : [JSON.stringify(versionIds)];
  const layers = byLayer ? ', layer_id' : '';
  const select = `SELECT code_id, version_id, ${byLayer ? 'layer_id' : '0'}, count(*) FROM coding
    WHERE code_id IN (SELECT value FROM json_each(?))
      ${versionIds === null ? '' : 'AND version_id IN (SELECT value FROM json_each(?))'}
      ${thatCount(db)} ${byLayer ? '' : withoutConsensus(db, layerId)}`;
  const group = `GROUP BY code_id, version_id${layers}`;
  return layerId === null
    ? db.rawRows<[CodeId, VersionId, LayerId, number]>(`${select} ${group}`, ids, ...versions)
    : db.rawRows<[CodeId, VersionId, LayerId, number]>(
        `${select} AND +layer_id = ? ${group}`,
        ids,
        ...versions,
        layerId,
      );
}

/** A coding with its place. A tuple: there may be half a million of them. */
export type PlacedCoding = readonly [
  id: CodingId,
  codeId: CodeId,
  versionId: VersionId,
  layerId: LayerId,
  start: number,
  end: number,
  weight: number | null,
  certainty: number | null,
];

/** The codings of some codes, version by version, from the front of each to its end; of some versions, or of all. */
export function placedCodings(
  db: ReadableDb,
  codeIds: readonly CodeId[],
  layerId: LayerId | null,
  byCoder: boolean,
  versionIds: readonly VersionId[] | null = null,
): PlacedCoding[] {
  const inVersions = versionIds === null ? '' : 'AND version_id IN (SELECT value FROM json_each(?))';
  return db.rawRows<[CodingId, CodeId, VersionId, LayerId, number, number, number | null, number | null]>(
    `SELECT id, code_id, version_id, layer_id, start, "end", weight, certainty FROM coding
     WHERE code_id IN (SELECT value FROM json_each(?)) ${inVersions}
       AND (? IS NULL OR +layer_id = ?) ${thatCount(db)} ${byCoder ? '' : withoutConsensus(db, layerId)}
     ORDER BY version_id, start, "end" DESC, id`,
    JSON.stringify(codeIds),
    ...(versionIds === null ? [] : [JSON.stringify(versionIds)]),
    layerId,
    layerId,
  );
}

/**
 * Cells that somebody filled, of some rows or (null) of all; one whose evidence was removed with its codings and that
 * claims nothing is left out.
 */
export function writtenCells(
  db: ReadableDb,
  matrixId: MatrixId,
  rowKeys: ReadonlySet<RowKey> | null = null,
): WrittenCell[] {
  return db.all<WrittenCell>(
    `SELECT cell.column_id AS columnId, cell.row_key AS rowKey, cell.summary, cell.rating, cell.symbol,
            (SELECT count(*) FROM cell_evidence WHERE cell_id = cell.id) AS evidence
     FROM matrix_column AS col JOIN matrix_cell AS cell ON cell.column_id = col.id
     WHERE col.matrix_id = ? ${rowKeys === null ? '' : 'AND cell.row_key IN (SELECT value FROM json_each(?))'}
       AND (summary <> '' OR rating IS NOT NULL OR symbol IS NOT NULL OR rationale <> '' OR evidence > 0)
     ORDER BY cell.id`,
    matrixId,
    ...(rowKeys === null ? [] : [JSON.stringify([...rowKeys])]),
  );
}

export interface CellRecord {
  readonly id: CellId;
  readonly summary: string;
  readonly rating: Rating | null;
  readonly symbol: CellSymbol | null;
  readonly rationale: string;
  readonly authorName: string | null;
  readonly updatedAt: string;
}

export function findCell(db: ReadableDb, columnId: ColumnId, key: RowKey): CellRecord | undefined {
  return db.get<CellRecord>(
    `SELECT cell.id, cell.summary, cell.rating, cell.symbol, cell.rationale, coder.name AS authorName,
            cell.updated_at AS updatedAt
     FROM matrix_cell AS cell LEFT JOIN coder ON coder.id = cell.author_id
     WHERE cell.column_id = ? AND cell.row_key = ?`,
    columnId,
    key,
  );
}

export function cellUid(db: ReadableDb, id: CellId): string | undefined {
  return db.column<string>('SELECT uid FROM matrix_cell WHERE id = ?', id)[0];
}

export interface NewCellRow {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  /** Of a row that is a case. */
  readonly participantId: ParticipantId | null;
  readonly summary: string;
  readonly authorId: CoderId | null;
}

export function insertCell(db: WritableDb, uid: string, cell: NewCellRow, at: string): CellId {
  return db.insert<CellId>(
    `INSERT INTO matrix_cell (uid, column_id, row_key, participant_id, summary, author_id, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    uid,
    cell.columnId,
    cell.rowKey,
    cell.participantId,
    cell.summary,
    cell.authorId,
    at,
  );
}

export function updateSummary(
  db: WritableDb,
  id: CellId,
  summary: string,
  authorId: CoderId,
  at: string,
): void {
  db.runOne(
    'UPDATE matrix_cell SET summary = ?, author_id = ?, updated_at = ? WHERE id = ?',
    summary,
    authorId,
    at,
    id,
  );
}

export function updateJudgement(
  db: WritableDb,
  id: CellId,
  judgement: Pick<CellRecord, 'rating' | 'symbol' | 'rationale'>,
  authorId: CoderId,
  at: string,
): void {
  db.runOne(
    `UPDATE matrix_cell SET rating = ?, symbol = ?, rationale = ?, author_id = ?, updated_at = ? WHERE id = ?`,
    judgement.rating,
    judgement.symbol,
    judgement.rationale,
    authorId,
    at,
    id,
  );
}

/**
 * A cell without anything written and without evidence claims nothing: it goes, unless there are memos on it or cells of
 * another matrix rest on it.
 */
export function deleteCellIfEmpty(db: WritableDb, id: CellId): void {
  db.run(
    `DELETE FROM matrix_cell WHERE id = ? AND summary = '' AND rating IS NULL AND symbol IS NULL AND rationale = ''
       AND NOT EXISTS (SELECT 1 FROM cell_evidence WHERE cell_id = matrix_cell.id)
       AND NOT EXISTS (SELECT 1 FROM cell_evidence WHERE source_cell_id = matrix_cell.id)
       AND NOT EXISTS (SELECT 1 FROM memo WHERE cell_id = matrix_cell.id)
       AND NOT EXISTS (SELECT 1 FROM cell_check WHERE cell_id = matrix_cell.id)
       AND NOT EXISTS (
         SELECT 1 FROM cell_basis WHERE cell_id = matrix_cell.id AND mark IN ('not asked', 'nothing said'))`,
    id,
  );
}

export function countSummaries(db: ReadableDb, columnId: ColumnId): number {
  return (
    db.column<number>(
      `SELECT count(*) FROM matrix_cell WHERE column_id = ? AND summary <> ''`,
      columnId,
    )[0] ?? 0
  );
}

export function deleteCellsOfColumn(db: WritableDb, columnId: ColumnId): void {
  deleteCells(db, 'column_id', columnId);
}

/** For who withdraws a participant: the cells of the case go, with their evidence. */
export function deleteCellsOfCase(db: WritableDb, participantId: ParticipantId): void {
  deleteCells(db, 'participant_id', participantId);
}

/** Cells of other matrices that rested on them rest on less. */
function deleteCells(db: WritableDb, column: 'column_id' | 'participant_id', id: number): void {
  const cells = `(SELECT id FROM matrix_cell WHERE ${column} = ?)`;
  const resting = db.column<CellId>(
    `SELECT DISTINCT cell_id FROM cell_evidence WHERE source_cell_id IN ${cells}`,
    id,
  );
  db.run(`DELETE FROM cell_evidence WHERE cell_id IN ${cells} OR source_cell_id IN ${cells}`, id, id);
  db.run(`DELETE FROM matrix_cell WHERE ${column} = ?`, id);
  for (const cell of resting) deleteCellIfEmpty(db, cell);
}
