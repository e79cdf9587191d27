import type { ReadableDb } from '#electron/database/handles.ts';

export interface QuotedCoding {
  readonly codeId: number;
  readonly participantId: number | null;
  readonly participant: string | null;
  readonly transcript: string;
  readonly transcriptId: number;
  readonly versionId: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly translation: string;
  readonly memo: string;
  readonly coder: string;
  readonly speaker: string | null;
  readonly turn: number | null;
}

/** Every coding in the newest version of a transcript with its words, in the order of cases and of the text. */
export function quotedCodings(db: ReadableDb): QuotedCoding[] {
  return db.all(
    `SELECT coding.code_id AS codeId, participant.id AS participantId, participant.code AS participant,
            transcript.title AS transcript, transcript.id AS transcriptId, version.id AS versionId,
            coding.start, coding."end" AS "end",
            '' AS words, coding.translation, coding.memo, layer.name AS coder, turn.speaker, turn.number AS turn
     FROM coding
     JOIN transcript_version AS version ON version.id = coding.version_id
     JOIN transcript ON transcript.id = version.transcript_id
     JOIN layer ON layer.id = coding.layer_id
     LEFT JOIN participant ON participant.id = transcript.participant_id
     LEFT JOIN turn ON turn.version_id = version.id AND turn.number = (
       SELECT max(number) FROM turn AS before WHERE before.version_id = version.id AND before.label_start <= coding.start
     )
     WHERE version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = transcript.id)
     ORDER BY participant.position IS NULL, participant.position, transcript.position, coding.start, coding."end", coding.id`,
  );
}

export function textsOfVersions(db: ReadableDb): ReadonlyMap<number, string> {
  return new Map(db.rawRows<[number, string]>('SELECT id, text FROM transcript_version'));
}

export interface TrailEntry {
  readonly at: string;
  readonly coder: string;
  readonly label: string;
  readonly method: string;
  readonly state: 'done' | 'undone' | 'dropped';
}

export function auditTrail(db: ReadableDb): TrailEntry[] {
  return db.all('SELECT at, coder_name AS coder, label, method, state FROM change_group ORDER BY id');
}

export interface MemoEntry {
  readonly title: string;
  readonly text: string;
  readonly class: string;
  readonly author: string;
  readonly updatedAt: string;
  readonly about: string;
}

export function memoBook(db: ReadableDb): MemoEntry[] {
  return db.all(
    `SELECT memo.title, memo.text, memo.class, coder.name AS author, memo.updated_at AS updatedAt,
            CASE
              WHEN participant.id IS NOT NULL THEN 'Participant ' || participant.code
              WHEN transcript.id IS NOT NULL THEN 'Transcript ' || transcript.title
              WHEN code.id IS NOT NULL THEN 'Code ' || code.name
              WHEN memo.coding_id IS NOT NULL THEN 'Codings'
              WHEN memo.cell_id IS NOT NULL THEN 'Cells of matrices'
              WHEN type.id IS NOT NULL THEN 'Type ' || type.name
              WHEN memo.was_name IS NOT NULL THEN 'Removed: ' || memo.was_name
              ELSE 'The study'
            END AS about
     FROM memo JOIN coder ON coder.id = memo.author_id
     LEFT JOIN participant ON participant.id = memo.participant_id
     LEFT JOIN transcript ON transcript.id = memo.transcript_id
     LEFT JOIN code ON code.id = memo.code_id
     LEFT JOIN type ON type.id = memo.type_id
     ORDER BY about, memo.created_at, memo.id`,
  );
}

/** Tables of the study: not those of the search index, whose words are the texts' own. */
export function studyTables(db: ReadableDb): string[] {
  return db.column<string>(
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_index%' ESCAPE '\\'
     ORDER BY name`,
  );
}

export function columnNames(db: ReadableDb, table: string): string[] {
  return db.column<string>('SELECT name FROM pragma_table_info(?)', table);
}

/** `table` comes from `studyTables`; names of our own schema need no more than quotes. */
export function tableRows(
  db: ReadableDb,
  table: string,
): IterableIterator<Record<string, string | number | null>> {
  return db.iterate(`SELECT * FROM "${table}" ORDER BY id`);
}
