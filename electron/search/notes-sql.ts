import { must } from '#shared/assert.ts';
import type {
  CodeId,
  CoderId,
  CodingId,
  ColumnId,
  MatrixId,
  MemoId,
  ParticipantId,
  TranscriptId,
} from '#shared/ids.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { SqlValue, ReadableDb } from '#electron/database/handles.ts';
import { rowNameOf } from '#electron/matrices/row-name-sql.ts';
import { authorsShown, checksShown } from './check-blindness-sql.ts';
import { COLUMN_ROOM, type NoteColumn } from './note-columns.ts';

/** Which rows of which column answer the question. The statements that follow read their texts one by one. */
const FOUND = (column: SqlValue): string =>
  `note_index MATCH ? AND note_index.rowid % ${COLUMN_ROOM} = ${column}`;
const ROW = `note_index.rowid / ${COLUMN_ROOM}`;

/**
 * How many texts of a column answer. `match` is in the language of FTS5. The index is asked together with the table:
 * it holds the words of every layer, also of those that the coder may not see yet.
 */
export function countNotes(
  db: ReadableDb,
  { table, number }: NoteColumn,
  match: string,
  coderId: CoderId | null,
): number {
  return must(
    db.column<number>(
      `SELECT count(*) FROM note_index JOIN "${table}" AS noted ON noted.id = ${ROW}
       WHERE ${FOUND(number)} AND ${isShown(table, coderId)}`,
      match,
    )[0],
    'a count is one row',
  );
}

function isShown(table: string, coderId: CoderId | null): string {
  switch (table) {
    case 'matrix_cell':
      return authorsShown('noted.id', coderId);
    case 'cell_confirmation':
      return authorsShown('noted.cell_id', coderId);
    case 'cell_check':
      return checksShown('noted.cell_id', 'noted.checker_id', coderId);
    default:
      return 'TRUE';
  }
}

export interface CodingNote {
  readonly codingId: CodingId;
  readonly transcriptId: TranscriptId;
  readonly title: string;
  readonly participantCode: string | null;
  readonly codeName: string;
  readonly coderName: string;
  readonly text: string;
}

export function codingNotes(
  db: ReadableDb,
  number: number,
  column: 'memo' | 'translation',
  match: string,
): Iterable<CodingNote> {
  return db.iterate<CodingNote>(
    `SELECT coding.id AS codingId, transcript.id AS transcriptId, transcript.title,
            participant.code AS participantCode, code.name AS codeName, layer.name AS coderName,
            coding.${column} AS text
     FROM note_index
     JOIN coding ON coding.id = ${ROW}
     JOIN code ON code.id = coding.code_id
     JOIN layer ON layer.id = coding.layer_id
     JOIN transcript_version AS version ON version.id = coding.version_id
     JOIN transcript ON transcript.id = version.transcript_id
     LEFT JOIN participant ON participant.id = transcript.participant_id
     WHERE ${FOUND(number)}
     ORDER BY transcript.position, transcript.id, coding.start, coding.id`,
    match,
  );
}

export interface MemoNote {
  readonly memoId: MemoId;
  readonly title: string;
  readonly text: string;
}

export function memoNotes(
  db: ReadableDb,
  number: number,
  column: 'title' | 'text',
  match: string,
): Iterable<MemoNote> {
  return db.iterate<MemoNote>(
    `SELECT memo.id AS memoId, memo.title, memo.${column} AS text
     FROM note_index JOIN memo ON memo.id = ${ROW}
     WHERE ${FOUND(number)} ORDER BY memo.updated_at DESC, memo.id DESC`,
    match,
  );
}

export interface CodeNote {
  readonly codeId: CodeId;
  readonly name: string;
  readonly text: string;
}

export function codeNotes(
  db: ReadableDb,
  number: number,
  column: 'name' | 'definition' | 'use_when' | 'not_when',
  match: string,
): Iterable<CodeNote> {
  return db.iterate<CodeNote>(
    `SELECT code.id AS codeId, code.name, code.${column} AS text
     FROM note_index JOIN code ON code.id = ${ROW}
     WHERE ${FOUND(number)} ORDER BY code.position, code.id`,
    match,
  );
}

export function cueNotes(db: ReadableDb, number: number, match: string): Iterable<CodeNote> {
  return db.iterate<CodeNote>(
    `SELECT code.id AS codeId, code.name, cue.phrase AS text
     FROM note_index JOIN cue ON cue.id = ${ROW} JOIN code ON code.id = cue.code_id
     WHERE ${FOUND(number)} ORDER BY code.position, code.id, cue.position`,
    match,
  );
}

export interface CellNote {
  readonly matrixId: MatrixId;
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
  readonly matrixName: string;
  readonly columnTitle: string;
  readonly rowName: string;
  /** Who wrote it; null where that is the author of the cell. */
  readonly writer: string | null;
  readonly text: string;
}

/** Which table holds the text, who wrote it and who may read it; each row is about one cell. */
interface CellText {
  readonly from: string;
  readonly text: string;
  readonly writer: string;
  readonly shown: string;
}

export function cellNotes(
  db: ReadableDb,
  { table, column, number }: NoteColumn,
  match: string,
  coderId: CoderId | null,
): Iterable<CellNote> {
  const { from, text, writer, shown } = cellText(table, column, coderId);
  return db.iterate<CellNote>(
    `SELECT matrix.id AS matrixId, col.id AS columnId, cell.row_key AS rowKey, matrix.name AS matrixName,
            col.title AS columnTitle, ${rowNameOf('cell')} AS rowName, ${writer} AS writer, ${text} AS text
     FROM note_index ${from}
     JOIN matrix_column AS col ON col.id = cell.column_id
     JOIN matrix ON matrix.id = col.matrix_id
     LEFT JOIN participant ON participant.id = cell.participant_id
     WHERE ${FOUND(number)} AND ${shown}
     ORDER BY matrix.position, matrix.id, participant.position, participant.id, cell.row_key, col.position,
              note_index.rowid`,
    match,
  );
}

function cellText(table: string, column: string, coderId: CoderId | null): CellText {
  if (table === 'matrix_cell') {
    return {
      from: `JOIN matrix_cell AS cell ON cell.id = ${ROW}`,
      text: `cell.${column}`,
      writer: 'NULL',
      shown: authorsShown('cell.id', coderId),
    };
  }
  const about = `JOIN ${table} AS said ON said.id = ${ROW} JOIN matrix_cell AS cell ON cell.id = said.cell_id`;
  const person = { answer: 'said.answered_by', resolution: 'said.resolved_by' }[column];
  const own = table === 'cell_check' ? 'said.checker_id' : 'said.coder_id';
  return {
    from: about,
    text: `said.${column}`,
    writer: `(SELECT name FROM coder WHERE id = ${person ?? own})`,
    shown:
      table === 'cell_check'
        ? checksShown('cell.id', 'said.checker_id', coderId)
        : authorsShown('cell.id', coderId),
  };
}

export interface NarrativeNote {
  readonly participantId: ParticipantId;
  readonly code: string;
  readonly text: string;
}

export function narrativeNotes(db: ReadableDb, number: number, match: string): Iterable<NarrativeNote> {
  return db.iterate<NarrativeNote>(
    `SELECT participant.id AS participantId, participant.code, case_narrative.text
     FROM note_index
     JOIN case_narrative ON case_narrative.id = ${ROW}
     JOIN participant ON participant.id = case_narrative.participant_id
     WHERE ${FOUND(number)} ORDER BY participant.position, participant.id`,
    match,
  );
}
