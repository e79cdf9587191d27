import type { CodedPlace, CueDecision, CueOutcome } from '#shared/cues/cues-contract.ts';
import type { CodeId, CoderId, LayerId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

const ASKED = '(SELECT value FROM json_each(?))';

export interface CueRow {
  readonly codeId: CodeId;
  readonly phrase: string;
  readonly language: string;
}

export function cuesOfCodes(db: ReadableDb, codeIds: readonly CodeId[]): CueRow[] {
  return db.all(
    `SELECT code_id AS codeId, phrase, language FROM cue WHERE code_id IN ${ASKED} ORDER BY code_id, position`,
    JSON.stringify(codeIds),
  );
}

export interface SearchedText {
  readonly transcriptId: TranscriptId;
  readonly versionId: VersionId;
  readonly text: string;
}

/** The newest version of each transcript; null asks for all of them. */
export function textsOf(db: ReadableDb, transcriptIds: readonly TranscriptId[] | null): SearchedText[] {
  const wanted = transcriptIds === null ? null : JSON.stringify(transcriptIds);
  return db.all(
    `SELECT transcript.id AS transcriptId, version.id AS versionId, version.text
     FROM transcript
     JOIN transcript_version AS version ON version.transcript_id = transcript.id
       AND version.number = (SELECT max(number) FROM transcript_version AS any_version
                             WHERE any_version.transcript_id = transcript.id)
     WHERE ? IS NULL OR transcript.id IN ${ASKED}
     ORDER BY transcript.position, transcript.id`,
    wanted,
    wanted,
  );
}

export function decisionsOf(db: ReadableDb, coderId: CoderId, codeIds: readonly CodeId[]): CueDecision[] {
  return db.all(
    `SELECT code_id AS codeId, version_id AS versionId, start, "end", outcome FROM cue_decision
     WHERE coder_id = ? AND code_id IN ${ASKED} ORDER BY id`,
    coderId,
    JSON.stringify(codeIds),
  );
}

export function codedPlaces(db: ReadableDb, layerId: LayerId, codeIds: readonly CodeId[]): CodedPlace[] {
  return db.all(
    `SELECT code_id AS codeId, version_id AS versionId, start, "end" FROM coding
     WHERE layer_id = ? AND code_id IN ${ASKED}`,
    layerId,
    JSON.stringify(codeIds),
  );
}

/** What was decided before about words of this place gives way. */
export function deleteDecisionsAt(
  db: WritableDb,
  coderId: CoderId,
  { codeId, versionId, start, end }: Omit<CueDecision, 'outcome'>,
): void {
  db.run(
    'DELETE FROM cue_decision WHERE coder_id = ? AND code_id = ? AND version_id = ? AND start < ? AND "end" > ?',
    coderId,
    codeId,
    versionId,
    end,
    start,
  );
}

export function insertDecision(
  db: WritableDb,
  coderId: CoderId,
  decision: CueDecision & { readonly outcome: CueOutcome; readonly at: string },
): void {
  db.runOne(
    `INSERT INTO cue_decision (coder_id, code_id, version_id, start, "end", outcome, at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    coderId,
    decision.codeId,
    decision.versionId,
    decision.start,
    decision.end,
    decision.outcome,
    decision.at,
  );
}

/** For who corrects a transcript. */
export function decisionsOfVersion(
  db: ReadableDb,
  versionId: VersionId,
): (TextRange & { readonly id: number })[] {
  return db.all('SELECT id, start, "end" FROM cue_decision WHERE version_id = ? ORDER BY id', versionId);
}

/** Two that fall together say the same thing once: the second stays where it was. */
export function moveDecision(
  db: WritableDb,
  id: number,
  versionId: VersionId,
  { start, end }: TextRange,
): void {
  db.run(
    'UPDATE OR IGNORE cue_decision SET version_id = ?, start = ?, "end" = ? WHERE id = ?',
    versionId,
    start,
    end,
    id,
  );
}

/** For who removes codes. */
export function forgetCueDecisionsOfCodes(db: WritableDb, codeIds: readonly CodeId[]): void {
  db.run(`DELETE FROM cue_decision WHERE code_id IN ${ASKED}`, JSON.stringify(codeIds));
}

/** For who removes a transcript. */
export function forgetCueDecisionsOfTranscript(db: WritableDb, transcriptId: TranscriptId): void {
  db.run(
    'DELETE FROM cue_decision WHERE version_id IN (SELECT id FROM transcript_version WHERE transcript_id = ?)',
    transcriptId,
  );
}

/** For who merges codes. */
export function moveCueDecisionsOfCode(db: WritableDb, from: CodeId, into: CodeId): void {
  db.run(
    `DELETE FROM cue_decision WHERE code_id = ? AND EXISTS (
       SELECT 1 FROM cue_decision AS kept WHERE kept.code_id = ? AND kept.version_id = cue_decision.version_id
         AND kept.start = cue_decision.start AND kept."end" = cue_decision."end"
         AND kept.coder_id = cue_decision.coder_id)`,
    from,
    into,
  );
  db.run('UPDATE cue_decision SET code_id = ? WHERE code_id = ?', into, from);
}
