import type { CellId, CoderId, ColumnId, MatrixId } from '#shared/ids.ts';
import type { CellMark } from '#shared/checking/cell-state.ts';
import type { Rating } from '#shared/matrices/cell-kinds.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

/** A cell, and what is kept of the last time that somebody stood by it. Without its words: a large matrix has many. */
export interface CellBasis {
  readonly cellId: CellId;
  readonly matrixId: MatrixId;
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly authorId: CoderId | null;
  /** 1 when the cell says anything. */
  readonly isClaim: 0 | 1;
  /** Null when nobody stood by it yet. */
  readonly mark: CellMark | null;
  readonly quick: string | null;
}

const CELL = `SELECT cell.id AS cellId, col.matrix_id AS matrixId, cell.column_id AS columnId, cell.row_key AS rowKey,
    cell.author_id AS authorId,
    cell.summary <> '' OR cell.rating IS NOT NULL OR cell.symbol IS NOT NULL OR cell.rationale <> '' AS isClaim,
    basis.mark, basis.quick
  FROM matrix_cell AS cell JOIN matrix_column AS col ON col.id = cell.column_id
  LEFT JOIN cell_basis AS basis INDEXED BY cell_basis_quick ON basis.cell_id = cell.id`;

/** By cell; a cell that nobody stood by is absent. */
export function inputHashesOf(db: ReadableDb, ids: readonly CellId[]): ReadonlyMap<CellId, string> {
  return new Map(
    db.rawRows<[CellId, string]>(
      'SELECT cell_id, input_hash FROM cell_basis WHERE cell_id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    ),
  );
}

/** What a cell claims. */
export interface ClaimRecord {
  readonly cellId: CellId;
  readonly uid: string;
  readonly summary: string;
  readonly rating: Rating | null;
  readonly symbol: string | null;
  readonly rationale: string;
}

export function claimsOfCells(db: ReadableDb, ids: readonly CellId[]): ClaimRecord[] {
  return db.all<ClaimRecord>(
    `SELECT id AS cellId, uid, summary, rating, symbol, rationale FROM matrix_cell
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  );
}

export function cellsOfMatrix(db: ReadableDb, matrixId: MatrixId): CellBasis[] {
  return db.all<CellBasis>(`${CELL} WHERE col.matrix_id = ?`, matrixId);
}

/** The cells of some rows. */
export function cellsOfRows(
  db: ReadableDb,
  matrixId: MatrixId,
  rowKeys: ReadonlySet<RowKey>,
): readonly CellId[] {
  return db.column<CellId>(
    `SELECT cell.id FROM matrix_column AS col JOIN matrix_cell AS cell ON cell.column_id = col.id
     WHERE col.matrix_id = ? AND cell.row_key IN (SELECT value FROM json_each(?))`,
    matrixId,
    JSON.stringify([...rowKeys]),
  );
}

export function cellsByIds(db: ReadableDb, ids: readonly CellId[]): CellBasis[] {
  return db.all<CellBasis>(
    `${CELL} WHERE cell.id IN (SELECT value FROM json_each(?)) ORDER BY cell.id`,
    JSON.stringify(ids),
  );
}

/** What the cells rested on, as `packInputs` wrote it. */
export function inputsOfCells(
  db: ReadableDb,
  ids: readonly CellId[],
): { readonly cellId: CellId; readonly inputs: string }[] {
  return db.all(
    `SELECT cell_id AS cellId, inputs FROM cell_basis WHERE cell_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
}

/** The row that keeps what a cell rests on, for the journal. */
export function basisId(db: ReadableDb, cellId: CellId): number | undefined {
  return db.column<number>('SELECT id FROM cell_basis WHERE cell_id = ?', cellId)[0];
}

export interface StoodBehind {
  readonly coderId: CoderId;
  readonly coder: string;
  readonly at: string;
}

export function whoStandsBehind(db: ReadableDb, cellId: CellId): StoodBehind | undefined {
  return db.get<StoodBehind>(
    `SELECT basis.coder_id AS coderId, coder.name AS coder, basis.at
     FROM cell_basis AS basis JOIN coder ON coder.id = basis.coder_id WHERE basis.cell_id = ?`,
    cellId,
  );
}

export interface NewBasis {
  readonly cellId: CellId;
  readonly mark: CellMark;
  readonly quick: string;
  readonly inputHash: string;
  readonly inputs: string;
  readonly coderId: CoderId;
  readonly at: string;
}

export function upsertBasis(db: WritableDb, basis: NewBasis): void {
  db.runOne(
    `INSERT INTO cell_basis (cell_id, mark, quick, input_hash, inputs, coder_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (cell_id) DO UPDATE SET mark = excluded.mark, quick = excluded.quick,
       input_hash = excluded.input_hash, inputs = excluded.inputs, coder_id = excluded.coder_id, at = excluded.at`,
    basis.cellId,
    basis.mark,
    basis.quick,
    basis.inputHash,
    basis.inputs,
    basis.coderId,
    basis.at,
  );
}

export function updateMark(db: WritableDb, cellId: CellId, mark: CellMark): void {
  db.run('UPDATE cell_basis SET mark = ? WHERE cell_id = ?', mark, cellId);
}

export function deleteBasis(db: WritableDb, cellId: CellId): void {
  db.run('DELETE FROM cell_basis WHERE cell_id = ?', cellId);
}

export interface ConfirmationRecord {
  readonly cellId: CellId;
  readonly coder: string;
  readonly at: string;
  readonly what: string;
  readonly note: string;
}

export function confirmationsOf(db: ReadableDb, cellId: CellId): ConfirmationRecord[] {
  return db.all<ConfirmationRecord>(
    `SELECT log.cell_id AS cellId, coder.name AS coder, log.at, log.what, log.note
     FROM cell_confirmation AS log JOIN coder ON coder.id = log.coder_id WHERE log.cell_id = ? ORDER BY log.id`,
    cellId,
  );
}

export function insertConfirmation(
  db: WritableDb,
  uid: string,
  cellId: CellId,
  coderId: CoderId,
  at: string,
  what: string,
  note: string,
): void {
  db.runOne(
    'INSERT INTO cell_confirmation (uid, cell_id, coder_id, at, what, note) VALUES (?, ?, ?, ?, ?, ?)',
    uid,
    cellId,
    coderId,
    at,
    what,
    note,
  );
}

/** How the fragments that cells rest on stand to what the cells say; of some cells, or (null) of all. */
export function stancesOfMatrix(
  db: ReadableDb,
  matrixId: MatrixId,
  ids: readonly CellId[] | null = null,
): { readonly cellId: CellId; readonly stance: string; readonly count: number }[] {
  return db.all(
    `SELECT evidence.cell_id AS cellId, evidence.stance, count(*) AS count
     FROM matrix_column AS col JOIN matrix_cell AS cell ON cell.column_id = col.id
     JOIN cell_evidence AS evidence ON evidence.cell_id = cell.id
     WHERE col.matrix_id = ? ${ids === null ? '' : 'AND cell.id IN (SELECT value FROM json_each(?))'}
     GROUP BY evidence.cell_id, evidence.stance`,
    matrixId,
    ...(ids === null ? [] : [JSON.stringify(ids)]),
  );
}

/** The evidence of cells, by names that travel between files. */
export function evidenceNames(
  db: ReadableDb,
  ids: readonly CellId[],
): { readonly cellId: CellId; readonly uid: string; readonly stance: string }[] {
  return db.all(
    `SELECT evidence.cell_id AS cellId, coalesce(coding.uid, source.uid) AS uid, evidence.stance
     FROM cell_evidence AS evidence LEFT JOIN coding ON coding.id = evidence.coding_id
     LEFT JOIN matrix_cell AS source ON source.id = evidence.source_cell_id
     WHERE evidence.cell_id IN (SELECT value FROM json_each(?)) ORDER BY evidence.cell_id, uid`,
    JSON.stringify(ids),
  );
}
