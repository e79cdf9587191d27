import type { CodeId, LayerId, ParticipantId, TranscriptId, VersionId } from '#shared/ids.ts';
import type { Section, Turn } from '#shared/transcripts/transcripts-contract.ts';
import { withoutConsensus } from './consensus-layers-sql.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { CODING_COLUMNS, codingOf, type CodingRow, type Raw } from './coding-sql.ts';

export interface FragmentScope {
  readonly codeIds: readonly CodeId[];
  readonly layerId: LayerId | null;
  readonly participantId: number | null;
  /** For who picks some of them by id: what is in a consensus as well. */
  readonly withConsensus?: boolean;
}

export interface CodedVersion {
  readonly versionId: VersionId;
  readonly transcriptId: TranscriptId;
  readonly transcriptTitle: string;
  readonly participantId: ParticipantId | null;
  readonly participantCode: string | null;
  readonly codings: number;
}

export function withDescendants(db: ReadableDb, codeIds: readonly CodeId[]): CodeId[] {
  return db.column<CodeId>(
    `WITH RECURSIVE below (id) AS (
       SELECT value FROM json_each(?)
       UNION
       SELECT code.id FROM code JOIN below ON code.parent_id = below.id
     ) SELECT id FROM below`,
    JSON.stringify(codeIds),
  );
}

/** What stands in them was lost in a correction, and waits to be placed: it is no fragment of the text as it is now. */
export const OLD_VERSIONS = `SELECT old.id FROM transcript_version AS old JOIN transcript_version AS newer
  ON newer.transcript_id = old.transcript_id AND newer.number = old.number + 1`;

/**
 * How many codings each transcript holds, in the order of cases and transcripts. Answered from the index coding_by_code
 * alone, so that a page of fragments never sorts hundreds of thousands of codings.
 */
export function codedVersions(
  db: ReadableDb,
  { codeIds, layerId, participantId, withConsensus = false }: FragmentScope,
): CodedVersion[] {
  return db.all<CodedVersion>(
    `WITH counted (version_id, codings) AS MATERIALIZED (
       SELECT version_id, count(*) FROM coding
       WHERE code_id IN (SELECT value FROM json_each(?)) AND (? IS NULL OR layer_id = ?) ${withConsensus ? '' : withoutConsensus(db, layerId)}
         AND version_id NOT IN (${OLD_VERSIONS})
       GROUP BY version_id
     )
     SELECT counted.version_id AS versionId, transcript.id AS transcriptId, transcript.title AS transcriptTitle,
            participant.id AS participantId, participant.code AS participantCode, counted.codings
     FROM counted
     JOIN transcript_version ON transcript_version.id = counted.version_id
     JOIN transcript ON transcript.id = transcript_version.transcript_id
     LEFT JOIN participant ON participant.id = transcript.participant_id
     WHERE ? IS NULL OR participant.id = ?
     ORDER BY participant.position IS NULL, participant.position, participant.id, transcript.position, transcript.id,
              transcript_version.number`,
    JSON.stringify(codeIds),
    layerId,
    layerId,
    participantId,
    participantId,
  );
}

export function codingsOfVersion(
  db: ReadableDb,
  versionId: VersionId,
  { codeIds, layerId, withConsensus = false }: FragmentScope,
): (CodingRow & { readonly coderName: string })[] {
  return db
    .all<Raw<CodingRow & { readonly coderName: string }>>(
      `SELECT ${CODING_COLUMNS}, layer.name AS coderName
       FROM coding JOIN layer ON layer.id = coding.layer_id
       WHERE coding.version_id = ? AND coding.code_id IN (SELECT value FROM json_each(?))
         AND (? IS NULL OR coding.layer_id = ?) ${withConsensus ? '' : withoutConsensus(db, layerId)}
       ORDER BY coding.start, coding."end" DESC, coding.code_id, coding.layer_id`,
      versionId,
      JSON.stringify(codeIds),
      layerId,
      layerId,
    )
    .map(codingOf);
}

export function turnsOfVersion(db: ReadableDb, versionId: VersionId): Turn[] {
  return db.all<Turn>(
    `SELECT number, speaker, role, label_start AS labelStart, start, "end"
     FROM turn WHERE version_id = ? ORDER BY number`,
    versionId,
  );
}

export function sectionsOfVersion(db: ReadableDb, versionId: VersionId): Section[] {
  return db.all<Section>(
    `SELECT number, title, heading_start AS headingStart, start, "end"
     FROM section WHERE version_id = ? AND kind = 'part' ORDER BY number`,
    versionId,
  );
}
