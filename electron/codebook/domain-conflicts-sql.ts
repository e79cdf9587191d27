import type { CodeId, CodingId, CoderId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface OverlapRow {
  readonly codingId: CodingId;
  readonly codeId: CodeId;
  readonly otherCodeId: CodeId;
  readonly transcriptId: TranscriptId;
  readonly title: string;
  readonly participantCode: string | null;
  readonly versionId: VersionId;
  /** The words that both cover. */
  readonly start: number;
  readonly end: number;
  /** Null: a layer that is nobody's own. */
  readonly coderId: CoderId | null;
}

/** Codings of one side that share words with one of the other side, in the same layer; each pair once. */
export function overlapsBetween(
  db: ReadableDb,
  side: readonly CodeId[],
  otherSide: readonly CodeId[],
): OverlapRow[] {
  return db.all<OverlapRow>(
    `SELECT one.id AS codingId, one.code_id AS codeId, other.code_id AS otherCodeId, transcript.id AS transcriptId,
            transcript.title, participant.code AS participantCode, one.version_id AS versionId,
            max(one.start, other.start) AS start, min(one."end", other."end") AS "end", layer.coder_id AS coderId
     FROM coding AS one
     JOIN coding AS other ON other.version_id = one.version_id AND other.layer_id = one.layer_id
       AND other.start < one."end" AND other."end" > one.start
     JOIN layer ON layer.id = one.layer_id
     JOIN transcript_version AS version ON version.id = one.version_id
     JOIN transcript ON transcript.id = version.transcript_id
     LEFT JOIN participant ON participant.id = transcript.participant_id
     WHERE one.code_id IN (SELECT value FROM json_each(?)) AND other.code_id IN (SELECT value FROM json_each(?))
       AND one.code_id <> other.code_id
     ORDER BY transcript.position, transcript.id, max(one.start, other.start), one.id, other.id`,
    JSON.stringify(side),
    JSON.stringify(otherSide),
  );
}

/** The domains of one code go to another; where that is a member already, it stays one. */
export function moveDomainsOfCode(db: WritableDb, from: CodeId, into: CodeId): void {
  db.run(
    `UPDATE exclusive_domain_code SET code_id = ?
     WHERE code_id = ? AND domain_id NOT IN (SELECT domain_id FROM exclusive_domain_code WHERE code_id = ?)`,
    into,
    from,
    into,
  );
}
