import type { CodeId, LayerId, MatrixId, ParticipantId, SiteId, VersionId } from '#shared/ids.ts';
import { must } from '#shared/assert.ts';
import { caseRow, type RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';
import { NAMELESS, rowNameOf } from './row-name-sql.ts';

export interface CaseRecord {
  readonly participantId: ParticipantId;
  readonly uid: string;
  readonly code: string;
  readonly siteId: number | null;
}

export function listCases(db: ReadableDb): CaseRecord[] {
  return db.all<CaseRecord>(
    'SELECT id AS participantId, uid, code, site_id AS siteId FROM participant ORDER BY position, id',
  );
}

export function listSites(
  db: ReadableDb,
): { readonly id: number; readonly uid: string; readonly code: string }[] {
  return db.all('SELECT id, uid, code FROM site ORDER BY position, id');
}

/** Only the newest version of a transcript counts: older ones are its history. */
export function versionsOfCases(
  db: ReadableDb,
): { readonly versionId: VersionId; readonly participantId: ParticipantId }[] {
  return db.all(
    `SELECT version.id AS versionId, transcript.participant_id AS participantId
     FROM transcript JOIN transcript_version AS version ON version.transcript_id = transcript.id
     WHERE transcript.participant_id IS NOT NULL
       AND version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = transcript.id)`,
  );
}

export interface RowCode {
  readonly id: CodeId;
  readonly uid: string;
  readonly name: string;
}

export function rowCodesOf(db: ReadableDb, matrixId: MatrixId): RowCode[] {
  return db.all<RowCode>(
    `SELECT code.id, code.uid, code.name FROM matrix_row_code AS chosen JOIN code ON code.id = chosen.code_id
     WHERE chosen.matrix_id = ? ORDER BY chosen.position, chosen.id`,
    matrixId,
  );
}

export function insertRowCode(db: WritableDb, matrixId: MatrixId, codeId: CodeId, position: number): void {
  db.runOne(
    'INSERT INTO matrix_row_code (matrix_id, code_id, position) VALUES (?, ?, ?)',
    matrixId,
    codeId,
    position,
  );
}

/** Whose codings a layer holds; a consensus layer is nobody's and stands for itself. */
export function listLayerRows(
  db: ReadableDb,
): { readonly layerId: LayerId; readonly uid: string; readonly name: string }[] {
  return db.all(
    `SELECT layer.id AS layerId, coalesce(coder.uid, layer.uid) AS uid, coalesce(coder.name, layer.name) AS name
     FROM layer LEFT JOIN coder ON coder.id = layer.coder_id ORDER BY layer.id`,
  );
}

export interface Stretch {
  readonly versionId: VersionId;
  readonly name: string;
  /** UTF-16 code units of the version's text: where the label or heading begins. */
  readonly start: number;
}

/** Who speaks from where on, in the newest versions. */
export function listSpeakingTurns(db: ReadableDb, versions: readonly VersionId[]): Stretch[] {
  return db.all<Stretch>(
    `SELECT version_id AS versionId, role AS name, label_start AS start FROM turn
     WHERE version_id IN (SELECT value FROM json_each(?)) ORDER BY version_id, label_start`,
    JSON.stringify(versions),
  );
}

export function listSections(db: ReadableDb, versions: readonly VersionId[]): Stretch[] {
  return db.all<Stretch>(
    `SELECT version_id AS versionId, title AS name, heading_start AS start FROM section
     WHERE kind = 'part' AND version_id IN (SELECT value FROM json_each(?)) ORDER BY version_id, heading_start`,
    JSON.stringify(versions),
  );
}

/** Rows that somebody wrote in and that are none of the known ones, with the last name of what they were about. */
export function otherWrittenRows(
  db: ReadableDb,
  matrixId: MatrixId,
  known: ReadonlySet<RowKey>,
): { readonly rowKey: RowKey; readonly rowName: string }[] {
  return db.all(
    `SELECT cell.row_key AS rowKey, max(cell.row_name) AS rowName
     FROM matrix_column AS col JOIN matrix_cell AS cell ON cell.column_id = col.id
     WHERE col.matrix_id = ? AND cell.row_key NOT IN (SELECT value FROM json_each(?))
     GROUP BY cell.row_key ORDER BY min(cell.id)`,
    matrixId,
    JSON.stringify([...known]),
  );
}

/** The case that a key names, when it is there. */
export function caseOfRow(
  db: ReadableDb,
  key: RowKey,
): { readonly participantId: ParticipantId; readonly code: string } | undefined {
  return db.get(
    `SELECT id AS participantId, code FROM participant WHERE 'case:' || uid = ? AND uid = substr(?, 6)`,
    key,
    key,
  );
}

export function caseCode(db: ReadableDb, id: ParticipantId): string | undefined {
  return db.column<string>('SELECT code FROM participant WHERE id = ?', id)[0];
}

/** A case as the row of a cell. */
export function caseRowOf(
  db: ReadableDb,
  participantId: ParticipantId,
): { readonly rowKey: RowKey; readonly participantId: ParticipantId } {
  const uid = db.column<string>('SELECT uid FROM participant WHERE id = ?', participantId)[0];
  return { rowKey: caseRow(must(uid, 'a case has a uid')), participantId };
}

/** The name of a row that is no case; null when what its key names is not there. */
export function rowIsNamed(db: ReadableDb, key: RowKey): string | null {
  const name = db.column<string>(`SELECT ${rowNameOf('cell')} FROM ${AS_CELL}`, key)[0] ?? '';
  return name === '' || name === NAMELESS ? null : name;
}

/** The name of a row that somebody wrote in. */
export function storedRowName(db: ReadableDb, matrixId: MatrixId, key: RowKey): string | undefined {
  return db.column<string>(
    `SELECT ${rowNameOf('cell')} FROM matrix_column AS col JOIN matrix_cell AS cell ON cell.column_id = col.id
     WHERE col.matrix_id = ? AND cell.row_key = ? LIMIT 1`,
    matrixId,
    key,
  )[0];
}

/** The key alone, in the shape of a cell, for `rowNameOf`. */
const AS_CELL = `(SELECT ? AS row_key, NULL AS participant_id, '' AS row_name) AS cell`;

/** For who removes a participant: what was written about the case stays, under the name that it had. */
export function keepCellsOfCase(db: WritableDb, participantId: ParticipantId, name: string): void {
  db.run(
    'UPDATE matrix_cell SET participant_id = NULL, row_name = ? WHERE participant_id = ?',
    name,
    participantId,
  );
}

/** For who removes a site: what was written about it stays, under the name that it had. */
export function keepCellsOfSite(db: WritableDb, siteId: SiteId, name: string): void {
  db.run(
    `UPDATE matrix_cell SET row_name = ? WHERE row_key = (SELECT 'site:' || uid FROM site WHERE id = ?)`,
    name,
    siteId,
  );
}

/** For who removes codes: rows that are one of them leave their cells behind, under the name that the code had. */
export function forgetRowCodes(db: WritableDb, codeIds: readonly CodeId[]): void {
  keepCellsOfCodes(db, codeIds);
  db.run(
    'DELETE FROM matrix_row_code WHERE code_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(codeIds),
  );
}

export function replaceRowCode(db: WritableDb, from: CodeId, into: CodeId): void {
  keepCellsOfCodes(db, [from]);
  db.run(
    `DELETE FROM matrix_row_code WHERE code_id = ?
       AND matrix_id IN (SELECT matrix_id FROM matrix_row_code WHERE code_id = ?)`,
    from,
    into,
  );
  db.run('UPDATE matrix_row_code SET code_id = ? WHERE code_id = ?', into, from);
}

function keepCellsOfCodes(db: WritableDb, codeIds: readonly CodeId[]): void {
  db.run(
    `UPDATE matrix_cell SET row_name = (SELECT name FROM code WHERE uid = substr(matrix_cell.row_key, 6))
     WHERE row_key IN (SELECT 'code:' || uid FROM code WHERE id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(codeIds),
  );
}
