import type { CoderId, CodingId, ParticipantId, SpanId, TranscriptId, VersionId } from '#shared/ids.ts';
import type {
  Section,
  AskedQuestion,
  InterviewFacts,
  Span,
  SpanKind,
  SpeakerRole,
  TranscriptSummary,
  Turn,
} from '#shared/transcripts/transcripts-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

/** A transcript with its newest version: what every screen shows. */
const NEWEST = `transcript_version AS version ON version.transcript_id = transcript.id
  AND version.number = (SELECT max(number) FROM transcript_version AS any_version
                        WHERE any_version.transcript_id = transcript.id)`;

export function listTranscripts(db: ReadableDb, coderId: CoderId | null): TranscriptSummary[] {
  const rows = db.all<
    Omit<TranscriptSummary, 'finishedBy' | 'isCleared'> & {
      readonly finishedBy: string | null;
      readonly isCleared: number;
    }
  >(
    `SELECT transcript.id, version.id AS versionId, transcript.title, transcript.file_name AS fileName,
            transcript.participant_id AS participantId, participant.code AS participantCode,
            version.words, version.length AS characters,
            coalesce(turns.amount, 0) AS turns, coalesce(sections.amount, 0) AS sections,
            coalesce(codings.own, 0) AS ownCodings, coalesce(codings.amount, 0) AS codings,
            transcript.language, transcript.held_on AS heldOn, transcript.place, transcript.minutes,
            transcript.interviewer, transcript.mode,
            coalesce(consent.principal_approved_on <> '' AND consent.information_given_on <> '', 0) AS isCleared,
            finished.names AS finishedBy
     FROM transcript
     JOIN ${NEWEST}
     LEFT JOIN participant ON participant.id = transcript.participant_id
     LEFT JOIN consent ON consent.participant_id = transcript.participant_id
     LEFT JOIN (SELECT version_id, count(*) AS amount FROM turn GROUP BY version_id) AS turns
       ON turns.version_id = version.id
     LEFT JOIN (SELECT version_id, count(*) AS amount FROM section WHERE kind = 'part' GROUP BY version_id) AS sections
       ON sections.version_id = version.id
     LEFT JOIN (SELECT version_id, count(*) AS amount,
                       sum(layer_id IN (SELECT id FROM layer WHERE coder_id = ?)) AS own
                FROM coding GROUP BY version_id) AS codings
       ON codings.version_id = version.id
     LEFT JOIN (SELECT transcript_id, json_group_array(coder.name ORDER BY coder.name) AS names
                FROM finished_mark JOIN coder ON coder.id = finished_mark.coder_id GROUP BY transcript_id) AS finished
       ON finished.transcript_id = transcript.id
     ORDER BY transcript.position, transcript.id`,
    coderId,
  );
  // SQLite made the list itself, of names.
  return rows.map((row) => ({
    ...row,
    finishedBy: JSON.parse(row.finishedBy ?? '[]') as string[],
    isCleared: row.isCleared === 1,
  }));
}

export interface TranscriptRow {
  readonly id: TranscriptId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly participantId: ParticipantId | null;
  readonly participantCode: string | null;
  readonly text: string;
}

export function findTranscript(db: ReadableDb, id: TranscriptId): TranscriptRow | undefined {
  return db.get<TranscriptRow>(
    `SELECT transcript.id, version.id AS versionId, transcript.title,
            transcript.participant_id AS participantId, participant.code AS participantCode, version.text
     FROM transcript
     JOIN ${NEWEST}
     LEFT JOIN participant ON participant.id = transcript.participant_id
     WHERE transcript.id = ?`,
    id,
  );
}

export function listTurns(db: ReadableDb, versionId: VersionId): Turn[] {
  return db.all<Turn>(
    `SELECT number, speaker, role, label_start AS labelStart, start, "end", start_ms AS startMs, end_ms AS endMs
     FROM turn WHERE version_id = ? ORDER BY number`,
    versionId,
  );
}

export function listSections(db: ReadableDb, versionId: VersionId): Section[] {
  return db.all<Section>(
    `SELECT number, title, heading_start AS headingStart, start, "end"
     FROM section WHERE version_id = ? AND kind = 'part' ORDER BY number`,
    versionId,
  );
}

/** The title of a transcript that is, or was before it was edited, exactly this text. */
export function titleOfText(db: ReadableDb, sha256: string): string | undefined {
  return db.column<string>(
    `SELECT transcript.title FROM transcript
     JOIN transcript_version AS version ON version.transcript_id = transcript.id WHERE version.sha256 = ?`,
    sha256,
  )[0];
}

export function listQuestionsAsked(db: ReadableDb, versionId: VersionId): AskedQuestion[] {
  return db.all<AskedQuestion>(
    `SELECT guide_question_id AS questionId, title, start, "end"
     FROM section WHERE version_id = ? AND kind = 'question' ORDER BY start`,
    versionId,
  );
}

export function listSpans(db: ReadableDb, versionId: VersionId): Span[] {
  return db.all<Span>(
    'SELECT id, kind, note, start, "end" FROM span WHERE version_id = ? ORDER BY start, id',
    versionId,
  );
}

export function deleteSpan(db: WritableDb, id: SpanId): void {
  db.runOne('DELETE FROM span WHERE id = ?', id);
}

export function spanKind(db: ReadableDb, id: SpanId): SpanKind | undefined {
  return db.column<SpanKind>('SELECT kind FROM span WHERE id = ?', id)[0];
}

export function updateFacts(db: WritableDb, id: TranscriptId, facts: InterviewFacts): void {
  const { language, heldOn, place, minutes, interviewer, mode } = facts;
  db.runOne(
    `UPDATE transcript SET language = ?, held_on = ?, place = ?, minutes = ?, interviewer = ?, mode = ? WHERE id = ?`,
    language,
    heldOn,
    place,
    minutes,
    interviewer,
    mode,
    id,
  );
}

export function findFacts(db: ReadableDb, id: TranscriptId): InterviewFacts | undefined {
  return db.get<InterviewFacts>(
    `SELECT language, held_on AS heldOn, place, minutes, interviewer, mode FROM transcript WHERE id = ?`,
    id,
  );
}

/** In the newest version; null: of every transcript. */
export function updateSpeaker(
  db: WritableDb,
  id: TranscriptId | null,
  before: string,
  after: string,
): number {
  return db.run(
    `UPDATE turn SET speaker = ? WHERE speaker = ? AND version_id IN
       (SELECT version.id FROM transcript JOIN ${NEWEST} WHERE transcript.id = coalesce(?, transcript.id))`,
    after,
    before,
    id,
  );
}

export function deletePartsOfVersion(db: WritableDb, versionId: VersionId): void {
  db.run(`DELETE FROM section WHERE version_id = ? AND kind = 'part'`, versionId);
}

export function nextPosition(db: ReadableDb): number {
  return db.column<number>('SELECT coalesce(max(position), 0) + 1 FROM transcript')[0] ?? 1;
}

export function insertTranscript(
  db: WritableDb,
  transcript: {
    readonly uid: string;
    readonly participantId: ParticipantId | null;
    readonly title: string;
    readonly fileName: string;
    readonly position: number;
    readonly at: string;
    readonly format: string;
    readonly encoding: string;
  },
): TranscriptId {
  const { uid, participantId, title, fileName, position, at, format, encoding } = transcript;
  return db.insert<TranscriptId>(
    `INSERT INTO transcript (uid, participant_id, title, file_name, position, created_at, source_format, source_encoding)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    participantId,
    title,
    fileName,
    position,
    at,
    format,
    encoding,
  );
}

export function insertSpan(
  db: WritableDb,
  span: {
    readonly uid: string;
    readonly versionId: VersionId;
    readonly kind: SpanKind;
    readonly note: string;
    readonly start: number;
    readonly end: number;
  },
): SpanId {
  const { uid, versionId, kind, note, start, end } = span;
  return db.insert<SpanId>(
    'INSERT INTO span (uid, version_id, kind, note, start, "end") VALUES (?, ?, ?, ?, ?, ?)',
    uid,
    versionId,
    kind,
    note,
    start,
    end,
  );
}

export function insertVersion(
  db: WritableDb,
  version: {
    readonly uid: string;
    readonly transcriptId: TranscriptId;
    /** Left out: the first. */
    readonly number?: number;
    readonly text: string;
    readonly words: number;
    readonly sha256: string;
    readonly at: string;
  },
): VersionId {
  const { uid, transcriptId, number = 1, text, words, sha256, at } = version;
  return db.insert<VersionId>(
    `INSERT INTO transcript_version (uid, transcript_id, number, text, length, words, sha256, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    transcriptId,
    number,
    text,
    text.length,
    words,
    sha256,
    at,
  );
}

export function insertTurn(db: WritableDb, versionId: VersionId, turn: Turn): void {
  db.runOne(
    `INSERT INTO turn (version_id, number, speaker, role, label_start, start, "end", start_ms, end_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    versionId,
    turn.number,
    turn.speaker,
    turn.role,
    turn.labelStart,
    turn.start,
    turn.end,
    turn.startMs,
    turn.endMs,
  );
}

export function insertSection(db: WritableDb, versionId: VersionId, section: Section): void {
  db.runOne(
    `INSERT INTO section (version_id, number, title, heading_start, start, "end") VALUES (?, ?, ?, ?, ?, ?)`,
    versionId,
    section.number,
    section.title,
    section.headingStart,
    section.start,
    section.end,
  );
}

export function updateTitle(db: WritableDb, id: TranscriptId, title: string): void {
  db.runOne('UPDATE transcript SET title = ? WHERE id = ?', title, id);
}

export function updateParticipant(
  db: WritableDb,
  id: TranscriptId,
  participantId: ParticipantId | null,
): void {
  db.runOne('UPDATE transcript SET participant_id = ? WHERE id = ?', participantId, id);
}

/** Keeps the transcripts of a participant who goes. */
export function forgetParticipant(db: WritableDb, participantId: ParticipantId): void {
  db.run('UPDATE transcript SET participant_id = NULL WHERE participant_id = ?', participantId);
}

export function updateRole(db: WritableDb, versionId: VersionId, speaker: string, role: SpeakerRole): void {
  db.run('UPDATE turn SET role = ? WHERE version_id = ? AND speaker = ?', role, versionId, speaker);
}

export function codingsOfAllVersions(db: ReadableDb, id: TranscriptId): CodingId[] {
  return db.column<CodingId>(
    `SELECT coding.id FROM coding JOIN transcript_version ON transcript_version.id = coding.version_id
     WHERE transcript_version.transcript_id = ?`,
    id,
  );
}

export function countRemoval(
  db: ReadableDb,
  id: TranscriptId,
): { readonly codings: number; readonly evidence: number } {
  const counts = db.get<{ readonly codings: number; readonly evidence: number }>(
    `SELECT count(DISTINCT coding.id) AS codings, count(cell_evidence.id) AS evidence
     FROM coding JOIN transcript_version ON transcript_version.id = coding.version_id
     LEFT JOIN cell_evidence ON cell_evidence.coding_id = coding.id
     WHERE transcript_version.transcript_id = ?`,
    id,
  );
  return counts ?? { codings: 0, evidence: 0 };
}

export function deleteTurnsOf(db: WritableDb, id: TranscriptId): void {
  db.run(
    'DELETE FROM turn WHERE version_id IN (SELECT id FROM transcript_version WHERE transcript_id = ?)',
    id,
  );
}

export function deleteSectionsOf(db: WritableDb, id: TranscriptId): void {
  db.run(
    'DELETE FROM section WHERE version_id IN (SELECT id FROM transcript_version WHERE transcript_id = ?)',
    id,
  );
}

export function deleteSpansOf(db: WritableDb, id: TranscriptId): void {
  db.run(
    'DELETE FROM span WHERE version_id IN (SELECT id FROM transcript_version WHERE transcript_id = ?)',
    id,
  );
}

export function deleteVersionsOf(db: WritableDb, id: TranscriptId): void {
  db.run('DELETE FROM transcript_version WHERE transcript_id = ?', id);
}

export function deleteTranscript(db: WritableDb, id: TranscriptId): void {
  db.runOne('DELETE FROM transcript WHERE id = ?', id);
}
