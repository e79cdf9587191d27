import { must } from '#shared/assert.ts';
import type { CodeId, CodingId, CoderId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export type ReviewReason = 'definition' | 'split';

export interface CodingPlaceRow {
  readonly codingId: CodingId;
  readonly codeId: CodeId;
  readonly transcriptId: TranscriptId;
  readonly title: string;
  readonly participantCode: string | null;
  readonly versionId: VersionId;
  readonly start: number;
  readonly end: number;
  readonly createdAt: string;
}

const PLACE = `SELECT coding.id AS codingId, coding.code_id AS codeId, transcript.id AS transcriptId, transcript.title,
    participant.code AS participantCode, coding.version_id AS versionId, coding.start, coding."end" AS "end",
    coding.created_at AS createdAt
  FROM coding
  JOIN code ON code.id = coding.code_id
  JOIN layer ON layer.id = coding.layer_id
  JOIN transcript_version AS version ON version.id = coding.version_id
  JOIN transcript ON transcript.id = version.transcript_id
  LEFT JOIN participant ON participant.id = transcript.participant_id
  LEFT JOIN coding_review AS review ON review.coding_uid = coding.uid AND review.reason = `;

const IN_ORDER = 'ORDER BY transcript.position, transcript.id, coding.start, coding.id';

const OUTDATED = `${PLACE} 'definition'
  WHERE layer.coder_id = ? AND code.defined_at > coding.created_at
    AND (review.at IS NULL OR review.at < code.defined_at)`;

export function outdatedCodings(db: ReadableDb, coderId: CoderId, limit: number): CodingPlaceRow[] {
  return db.all<CodingPlaceRow>(`${OUTDATED} ${IN_ORDER} LIMIT ?`, coderId, limit);
}

export function countOutdated(db: ReadableDb, coderId: CoderId): number {
  return must(db.column<number>(`SELECT count(*) FROM (${OUTDATED})`, coderId)[0], 'a count returns one row');
}

/** The own codings of a code that were not kept in it while it was split. */
export function codingsToSort(db: ReadableDb, codeId: CodeId, coderId: CoderId): CodingPlaceRow[] {
  return db.all<CodingPlaceRow>(
    `${PLACE} 'split' WHERE layer.coder_id = ? AND coding.code_id = ? AND review.id IS NULL ${IN_ORDER} LIMIT 2000`,
    coderId,
    codeId,
  );
}

export function countKept(db: ReadableDb, codeId: CodeId, coderId: CoderId): number {
  const found = db.column<number>(
    `SELECT count(*) FROM coding JOIN layer ON layer.id = coding.layer_id
     JOIN coding_review AS review ON review.coding_uid = coding.uid AND review.reason = 'split'
     WHERE coding.code_id = ? AND layer.coder_id = ?`,
    codeId,
    coderId,
  );
  return must(found[0], 'a count returns one row');
}

export function codingPlace(db: ReadableDb, id: CodingId): CodingPlaceRow | undefined {
  return db.get<CodingPlaceRow>(`${PLACE} 'split' WHERE coding.id = ?`, id);
}

export function saveReview(
  db: WritableDb,
  codingUid: string,
  reason: ReviewReason,
  coderId: CoderId,
  at: string,
): void {
  db.run(
    `INSERT INTO coding_review (coding_uid, reason, coder_id, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (coding_uid, reason) DO UPDATE SET coder_id = excluded.coder_id, at = excluded.at`,
    codingUid,
    reason,
    coderId,
    at,
  );
}

export function deleteReview(db: WritableDb, codingUid: string, reason: ReviewReason): void {
  db.run('DELETE FROM coding_review WHERE coding_uid = ? AND reason = ?', codingUid, reason);
}

export function splitTargets(db: ReadableDb, codeId: CodeId): CodeId[] {
  return db.column<CodeId>('SELECT target_id FROM split_target WHERE code_id = ? ORDER BY position', codeId);
}

export function deleteSplitTargets(db: WritableDb, codeId: CodeId): void {
  db.run('DELETE FROM split_target WHERE code_id = ?', codeId);
}

export function insertSplitTarget(db: WritableDb, codeId: CodeId, target: CodeId, position: number): void {
  db.runOne(
    'INSERT INTO split_target (code_id, target_id, position) VALUES (?, ?, ?)',
    codeId,
    target,
    position,
  );
}

/** What moves when the code is merged into another. */
export function countMerge(
  db: ReadableDb,
  id: CodeId,
): {
  readonly codings: number;
  readonly cues: number;
  readonly columns: number;
  readonly memos: number;
  readonly examples: number;
} {
  const counts = db.get<ReturnType<typeof countMerge>>(
    `SELECT (SELECT count(*) FROM coding WHERE code_id = ?) AS codings,
            (SELECT count(*) FROM cue WHERE code_id = ?) AS cues,
            (SELECT count(*) FROM matrix_column_code WHERE code_id = ?) AS columns,
            (SELECT count(*) FROM memo WHERE code_id = ?) AS memos,
            (SELECT count(*) FROM code_example WHERE code_id = ?) AS examples`,
    id,
    id,
    id,
    id,
    id,
  );
  return must(counts, 'a select of counts returns one row');
}
