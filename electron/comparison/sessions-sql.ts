import type { OverlapRule, UnitKind } from '#shared/agreement/unit-rules.ts';
import type { SessionKind } from '#shared/comparison/comparison-contract.ts';
import type { CodebookVersionId, CoderId, LayerId, SessionId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface SessionRow {
  readonly id: SessionId;
  readonly uid: string;
  readonly name: string;
  readonly kind: SessionKind;
  readonly round: number;
  readonly unitKind: UnitKind;
  readonly overlap: OverlapRule;
  readonly unitCoderId: CoderId | null;
  readonly withInterviewer: number;
  readonly codes: string | null;
  readonly seed: number;
  readonly draw: string | null;
  readonly codebookVersionId: CodebookVersionId | null;
  readonly layerId: LayerId | null;
  readonly note: string;
  readonly createdAt: string;
  readonly frozenAt: string | null;
}

const COLUMNS = `id, uid, name, kind, round, unit_kind AS unitKind, overlap, unit_coder_id AS unitCoderId,
  with_interviewer AS withInterviewer, codes, seed, draw, codebook_version_id AS codebookVersionId,
  layer_id AS layerId, note, created_at AS createdAt, frozen_at AS frozenAt`;

export function listSessionRows(db: ReadableDb): SessionRow[] {
  return db.all(`SELECT ${COLUMNS} FROM comparison_session ORDER BY created_at, id`);
}

export function findSession(db: ReadableDb, id: SessionId): SessionRow | undefined {
  return db.get(`SELECT ${COLUMNS} FROM comparison_session WHERE id = ?`, id);
}

export function sessionNamed(db: ReadableDb, name: string): SessionId | undefined {
  return db.column<SessionId>('SELECT id FROM comparison_session WHERE name = ? COLLATE NOCASE', name)[0];
}

export function insertSession(
  db: WritableDb,
  session: Omit<SessionRow, 'id' | 'layerId' | 'frozenAt'>,
): SessionId {
  return db.insert(
    `INSERT INTO comparison_session (uid, name, kind, round, unit_kind, overlap, unit_coder_id, with_interviewer, codes,
       seed, draw, codebook_version_id, note, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    session.uid,
    session.name,
    session.kind,
    session.round,
    session.unitKind,
    session.overlap,
    session.unitCoderId,
    session.withInterviewer,
    session.codes,
    session.seed,
    session.draw,
    session.codebookVersionId,
    session.note,
    session.createdAt,
  );
}

export function updateSession(db: WritableDb, id: SessionId, name: string, note: string): void {
  db.runOne('UPDATE comparison_session SET name = ?, note = ? WHERE id = ?', name, note, id);
}

export function beginComparing(
  db: WritableDb,
  id: SessionId,
  begun: { readonly layerId: LayerId; readonly codebookVersionId: CodebookVersionId; readonly at: string },
): void {
  db.runOne(
    'UPDATE comparison_session SET layer_id = ?, codebook_version_id = ?, frozen_at = ? WHERE id = ?',
    begun.layerId,
    begun.codebookVersionId,
    begun.at,
    id,
  );
}

export interface SessionCoderRow {
  readonly position: number;
  readonly coderId: CoderId;
  readonly name: string;
  readonly layerId: LayerId;
  readonly earlierId: SessionId | null;
  readonly earlierName: string | null;
  readonly earlierPosition: number | null;
}

export function codersOfSession(db: ReadableDb, id: SessionId): SessionCoderRow[] {
  return db.all(
    `SELECT comparison_coder.position, comparison_coder.coder_id AS coderId, coder.name, layer.id AS layerId,
            comparison_coder.earlier_id AS earlierId, earlier.name AS earlierName, then_coder.position AS earlierPosition
     FROM comparison_coder
     JOIN coder ON coder.id = comparison_coder.coder_id
     JOIN layer ON layer.coder_id = coder.id
     LEFT JOIN comparison_session AS earlier ON earlier.id = comparison_coder.earlier_id
     LEFT JOIN comparison_coder AS then_coder ON then_coder.session_id = comparison_coder.earlier_id
       AND then_coder.coder_id = comparison_coder.coder_id
     WHERE comparison_coder.session_id = ? ORDER BY comparison_coder.position`,
    id,
  );
}

export function insertSessionCoder(
  db: WritableDb,
  sessionId: SessionId,
  coder: { readonly coderId: CoderId; readonly earlierId: SessionId | null; readonly position: number },
): void {
  db.runOne(
    'INSERT INTO comparison_coder (session_id, coder_id, earlier_id, position) VALUES (?, ?, ?, ?)',
    sessionId,
    coder.coderId,
    coder.earlierId,
    coder.position,
  );
}

export interface SessionTranscriptRow {
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly title: string;
  readonly scope: string;
  readonly units: string;
}

export function transcriptsOfSession(db: ReadableDb, id: SessionId): SessionTranscriptRow[] {
  return db.all(
    `SELECT comparison_transcript.transcript_id AS transcriptId, comparison_transcript.version_id AS versionId,
            transcript.title, scope, units
     FROM comparison_transcript JOIN transcript ON transcript.id = comparison_transcript.transcript_id
     WHERE comparison_transcript.session_id = ? ORDER BY transcript.position, transcript.id`,
    id,
  );
}

export function insertSessionTranscript(
  db: WritableDb,
  sessionId: SessionId,
  transcript: Omit<SessionTranscriptRow, 'title'>,
): void {
  db.runOne(
    `INSERT INTO comparison_transcript (session_id, transcript_id, version_id, scope, units) VALUES (?, ?, ?, ?, ?)`,
    sessionId,
    transcript.transcriptId,
    transcript.versionId,
    transcript.scope,
    transcript.units,
  );
}

export function updateSessionTranscript(
  db: WritableDb,
  sessionId: SessionId,
  transcript: Omit<SessionTranscriptRow, 'title'>,
): void {
  db.runOne(
    `UPDATE comparison_transcript SET version_id = ?, scope = ?, units = ? WHERE session_id = ? AND transcript_id = ?`,
    transcript.versionId,
    transcript.scope,
    transcript.units,
    sessionId,
    transcript.transcriptId,
  );
}

/** In which session's comparison each transcript was discussed: it can be used for no new round. */
export function discussedTranscripts(
  db: ReadableDb,
): { readonly transcriptId: TranscriptId; readonly session: string }[] {
  return db.all(
    `SELECT comparison_transcript.transcript_id AS transcriptId, min(comparison_session.name) AS session
     FROM comparison_transcript JOIN comparison_session ON comparison_session.id = comparison_transcript.session_id
     WHERE comparison_session.frozen_at IS NOT NULL
       -- One that somebody had not finished by then was looked at by nobody.
       AND EXISTS (SELECT 1 FROM main.comparison_frozen AS frozen
         WHERE frozen.session_id = comparison_session.id AND frozen.version_id = comparison_transcript.version_id)
     GROUP BY comparison_transcript.transcript_id`,
  );
}

export interface FrozenRow {
  readonly position: number;
  readonly versionId: VersionId;
  readonly codings: string;
}

export function frozenOfSession(db: ReadableDb, id: SessionId): FrozenRow[] {
  return db.all(
    'SELECT position, version_id AS versionId, codings FROM comparison_frozen WHERE session_id = ? ORDER BY id',
    id,
  );
}

export function frozenCodings(
  db: ReadableDb,
  id: SessionId,
  position: number,
  versionId: VersionId,
): string | undefined {
  return db.column<string>(
    'SELECT codings FROM comparison_frozen WHERE session_id = ? AND position = ? AND version_id = ?',
    id,
    position,
    versionId,
  )[0];
}

export function insertFrozen(db: WritableDb, sessionId: SessionId, row: FrozenRow): void {
  db.runOne(
    'INSERT INTO comparison_frozen (session_id, position, version_id, codings) VALUES (?, ?, ?, ?)',
    sessionId,
    row.position,
    row.versionId,
    row.codings,
  );
}

export function storedResult(db: ReadableDb, id: SessionId): string | undefined {
  return db.column<string>('SELECT result FROM comparison_result WHERE session_id = ?', id)[0];
}

export function insertResult(db: WritableDb, id: SessionId, at: string, result: string): void {
  db.run('DELETE FROM comparison_result WHERE session_id = ?', id);
  db.runOne('INSERT INTO comparison_result (session_id, at, result) VALUES (?, ?, ?)', id, at, result);
}

/** The session and all that hangs on it, apart from its layer. */
export function deleteSession(db: WritableDb, id: SessionId): void {
  db.run('DELETE FROM comparison_result WHERE session_id = ?', id);
  db.run('DELETE FROM comparison_codebook_change WHERE session_id = ?', id);
  db.run('DELETE FROM comparison_decision WHERE session_id = ?', id);
  db.run('DELETE FROM comparison_frozen WHERE session_id = ?', id);
  db.run('DELETE FROM comparison_transcript WHERE session_id = ?', id);
  db.run('DELETE FROM comparison_coder WHERE session_id = ?', id);
  db.runOne('DELETE FROM comparison_session WHERE id = ?', id);
}

/** Sessions that take codings of this one as earlier ones. */
export function sessionsAfter(db: ReadableDb, id: SessionId): string[] {
  return db.column(
    `SELECT comparison_session.name FROM comparison_coder
     JOIN comparison_session ON comparison_session.id = comparison_coder.session_id
     WHERE comparison_coder.earlier_id = ?`,
    id,
  );
}

/** For who removes a transcript. Results that were found stay: they were true of what was compared. */
export function forgetComparedTranscript(db: WritableDb, id: TranscriptId): void {
  db.run(
    'DELETE FROM comparison_frozen WHERE version_id IN (SELECT id FROM transcript_version WHERE transcript_id = ?)',
    id,
  );
  db.run('DELETE FROM comparison_transcript WHERE transcript_id = ?', id);
}
