import type {
  CellId,
  CodeId,
  CodingId,
  ColumnId,
  MatrixId,
  MemoId,
  ParticipantId,
  TranscriptId,
  TypeId,
  TypologyId,
  VersionId,
} from '#shared/ids.ts';
import type { MemoTarget } from '#shared/memos/linked-things.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { rowNameOf } from '#electron/matrices/row-name-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

// Each kind of thing that memos are about and link to, by the uids asked for: null asks for all of them.

const WANTED = '(? IS NULL OR uid IN (SELECT value FROM json_each(?)))';

interface Row<Id> {
  readonly id: Id;
  readonly uid: string;
  readonly name: string;
}

export function participants(db: ReadableDb, uids: string | null): Row<ParticipantId>[] {
  return db.all(
    `SELECT id, uid, code AS name FROM participant WHERE ${WANTED} ORDER BY position, id`,
    uids,
    uids,
  );
}

export function transcripts(db: ReadableDb, uids: string | null): Row<TranscriptId>[] {
  return db.all(
    `SELECT id, uid, title AS name FROM transcript WHERE ${WANTED} ORDER BY position, id`,
    uids,
    uids,
  );
}

export function codes(db: ReadableDb, uids: string | null): Row<CodeId>[] {
  return db.all(`SELECT id, uid, name FROM code WHERE ${WANTED} ORDER BY position, id`, uids, uids);
}

export interface CodingPlace {
  readonly id: CodingId;
  readonly uid: string;
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  readonly codeName: string;
}

const CODING = `SELECT coding.id, coding.uid, version.transcript_id AS transcriptId, version.id AS versionId,
    coding.start, coding."end" AS "end", code.name AS codeName
  FROM coding
  JOIN transcript_version AS version ON version.id = coding.version_id
  JOIN code ON code.id = coding.code_id`;

export function codings(db: ReadableDb, uids: string): CodingPlace[] {
  return db.all(`${CODING} WHERE coding.uid IN (SELECT value FROM json_each(?))`, uids);
}

/** The last ones that were made, in whatever layer the coder works. */
export function latestCodings(db: ReadableDb, coderId: number, limit: number): CodingPlace[] {
  return db.all(
    `${CODING} WHERE coding.id IN (
       SELECT coding.id FROM coding JOIN layer ON layer.id = coding.layer_id
       WHERE layer.coder_id = ? ORDER BY coding.id DESC LIMIT ?
     ) ORDER BY coding.id DESC`,
    coderId,
    limit,
  );
}

export function textOfVersion(db: ReadableDb, id: VersionId): string | undefined {
  return db.column<string>('SELECT text FROM transcript_version WHERE id = ?', id)[0];
}

export interface CellRow extends Row<CellId> {
  readonly matrixId: MatrixId;
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
}

const CELL = `SELECT cell.id, cell.uid, ${rowNameOf('cell')} || ' × ' || col.title AS name,
    col.matrix_id AS matrixId, col.id AS columnId, cell.row_key AS rowKey
  FROM matrix_cell AS cell
  JOIN matrix_column AS col ON col.id = cell.column_id`;

export function cells(db: ReadableDb, uids: string): CellRow[] {
  return db.all(`${CELL} WHERE cell.uid IN (SELECT value FROM json_each(?))`, uids);
}

export function latestCells(db: ReadableDb, limit: number): CellRow[] {
  return db.all(
    `${CELL} WHERE cell.id IN (SELECT id FROM matrix_cell ORDER BY updated_at DESC LIMIT ?)
     ORDER BY cell.updated_at DESC`,
    limit,
  );
}

export interface MemoNameRow {
  readonly id: MemoId;
  readonly uid: string;
  readonly title: string;
  readonly text: string;
}

/** The beginning of the text is enough for a name. */
export function memos(db: ReadableDb, uids: string | null): MemoNameRow[] {
  return db.all(
    `SELECT id, uid, title, substr(text, 1, 400) AS text FROM memo WHERE ${WANTED} ORDER BY updated_at DESC, id DESC`,
    uids,
    uids,
  );
}

export function types(
  db: ReadableDb,
  uids: string | null,
): (Row<TypeId> & { readonly typologyId: TypologyId })[] {
  return db.all(
    `SELECT type.id, type.uid, type.name || ' (' || typology.name || ')' AS name, typology.id AS typologyId
     FROM type JOIN typology ON typology.id = type.typology_id
     WHERE (? IS NULL OR type.uid IN (SELECT value FROM json_each(?)))
     ORDER BY typology.position, type.position, type.id`,
    uids,
    uids,
  );
}

const TABLE: Readonly<Record<MemoTarget['kind'], string>> = {
  participant: 'participant',
  transcript: 'transcript',
  code: 'code',
  coding: 'coding',
  cell: 'matrix_cell',
  type: 'type',
};

/** Undefined when it is not there. */
export function uidOf(db: ReadableDb, { kind, id }: MemoTarget): string | undefined {
  return db.column<string>(`SELECT uid FROM ${TABLE[kind]} WHERE id = ?`, id)[0];
}
