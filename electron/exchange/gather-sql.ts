import type { LayerId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { rowNameOf } from '#electron/matrices/row-name-sql.ts';

// Everything that a project file of the standard can hold, in the order in which it is written.

export function studyRow(db: ReadableDb): {
  readonly uid: string;
  readonly title: string;
  readonly question: string;
} {
  return (
    db.get('SELECT uid, title, research_question AS question FROM project') ?? {
      uid: '',
      title: '',
      question: '',
    }
  );
}

export function coderRows(db: ReadableDb): { readonly uid: string; readonly name: string }[] {
  return db.all('SELECT uid, name FROM coder ORDER BY id');
}

export function attributeRows(
  db: ReadableDb,
): { readonly id: number; readonly uid: string; readonly name: string; readonly type: string }[] {
  return db.all('SELECT id, uid, name, type FROM attribute ORDER BY position, id');
}

export function participantRows(
  db: ReadableDb,
): { readonly id: number; readonly uid: string; readonly code: string }[] {
  return db.all('SELECT id, uid, code FROM participant ORDER BY position, id');
}

export function valueRows(db: ReadableDb): [participantId: number, attributeId: number, value: string][] {
  return db.rawRows(
    'SELECT participant_id, attribute_id, value FROM attribute_value ORDER BY participant_id, id',
  );
}

export interface TranscriptRow {
  readonly id: TranscriptId;
  readonly uid: string;
  readonly title: string;
  readonly participantId: number | null;
  readonly versionId: VersionId;
  readonly versionUid: string;
  readonly text: string;
}

export function transcriptRows(db: ReadableDb): TranscriptRow[] {
  return db.all(
    `SELECT transcript.id, transcript.uid, transcript.title, transcript.participant_id AS participantId,
            version.id AS versionId, version.uid AS versionUid, version.text
     FROM transcript JOIN transcript_version AS version ON version.transcript_id = transcript.id
     WHERE version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = transcript.id)
     ORDER BY transcript.position, transcript.id`,
  );
}

export function countOlderVersions(db: ReadableDb): number {
  return db.column<number>('SELECT count(*) - count(DISTINCT transcript_id) FROM transcript_version')[0] ?? 0;
}

export interface GatheredCoding {
  readonly uid: string;
  readonly start: number;
  readonly end: number;
  readonly codeId: number;
  readonly layerId: LayerId;
  readonly coderUid: string | null;
  readonly layer: string;
  readonly weight: number | null;
  readonly certainty: number | null;
  readonly goodQuotation: number;
  readonly memo: string;
  readonly translation: string;
  readonly createdAt: string;
}

export function codingRows(db: ReadableDb, versionId: VersionId): GatheredCoding[] {
  return db.all(
    `SELECT coding.uid, coding.start, coding."end" AS "end", coding.code_id AS codeId, coding.layer_id AS layerId,
            coder.uid AS coderUid, layer.name AS layer, coding.weight, coding.certainty,
            coding.good_quotation AS goodQuotation, coding.memo, coding.translation, coding.created_at AS createdAt
     FROM coding JOIN layer ON layer.id = coding.layer_id LEFT JOIN coder ON coder.id = layer.coder_id
     WHERE coding.version_id = ? ORDER BY coding.start, coding."end", coding.id`,
    versionId,
  );
}

export function memoRows(db: ReadableDb): {
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  readonly authorUid: string;
  readonly createdAt: string;
  readonly aboutUid: string | null;
  readonly isOnCell: number;
}[] {
  return db.all(
    `SELECT memo.uid, memo.title, memo.text, coder.uid AS authorUid, memo.created_at AS createdAt,
            coalesce(participant.uid, transcript.uid, code.uid, coding.uid) AS aboutUid,
            memo.cell_id IS NOT NULL AS isOnCell
     FROM memo JOIN coder ON coder.id = memo.author_id
     LEFT JOIN participant ON participant.id = memo.participant_id
     LEFT JOIN transcript ON transcript.id = memo.transcript_id
     LEFT JOIN code ON code.id = memo.code_id
     LEFT JOIN coding ON coding.id = memo.coding_id
     ORDER BY memo.id`,
  );
}

export function codeUids(db: ReadableDb): ReadonlyMap<number, string> {
  return new Map(db.rawRows<[number, string]>('SELECT id, uid FROM code'));
}

export function domainUids(db: ReadableDb): ReadonlyMap<number, string> {
  return new Map(db.rawRows<[number, string]>('SELECT id, uid FROM exclusive_domain'));
}

export function cellRows(db: ReadableDb): {
  readonly id: number;
  readonly uid: string;
  readonly matrix: string;
  readonly column: string;
  readonly row: string;
  readonly summary: string;
  readonly rating: string | null;
  readonly symbol: string | null;
  readonly rationale: string;
  readonly evidence: number;
}[] {
  return db.all(
    `SELECT cell.id, cell.uid, matrix.name AS matrix, matrix_column.title AS "column",
            ${rowNameOf('cell')} AS "row",
            cell.summary, cell.rating, cell.symbol, cell.rationale,
            (SELECT count(*) FROM cell_evidence WHERE cell_id = cell.id) AS evidence
     FROM matrix_cell AS cell
     JOIN matrix_column ON matrix_column.id = cell.column_id
     JOIN matrix ON matrix.id = matrix_column.matrix_id
     ORDER BY matrix.position, matrix_column.position, cell.id`,
  );
}

export function checkRows(db: ReadableDb): {
  readonly cellId: number;
  readonly checker: string;
  readonly verdict: string;
  readonly note: string;
  readonly answer: string;
}[] {
  return db.all(
    `SELECT cell_check.cell_id AS cellId, coder.name AS checker, cell_check.verdict, cell_check.note, cell_check.answer
     FROM cell_check JOIN coder ON coder.id = cell_check.checker_id
     WHERE cell_check.verdict IS NOT NULL ORDER BY cell_check.id`,
  );
}

export function decisionRows(db: ReadableDb): {
  readonly uid: string;
  readonly outcome: string;
  readonly reason: string;
  readonly coder: string;
  readonly at: string;
}[] {
  return db.all(
    `SELECT decision.uid, decision.outcome, decision.reason, coder.name AS coder, decision.at
     FROM comparison_decision AS decision JOIN coder ON coder.id = decision.decided_by ORDER BY decision.id`,
  );
}
