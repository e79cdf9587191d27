import type {
  AttributeId,
  CodeId,
  CoderId,
  CodingId,
  LayerId,
  MemoId,
  ParticipantId,
  TranscriptId,
  VersionId,
} from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

/** What is here already, by the identity that travels between files. */
export interface KnownUids {
  readonly coders: ReadonlyMap<string, CoderId>;
  readonly codes: ReadonlyMap<string, CodeId>;
  readonly attributes: ReadonlyMap<string, AttributeId>;
  readonly participants: ReadonlyMap<string, ParticipantId>;
  readonly codings: ReadonlyMap<string, CodingId>;
  readonly memos: ReadonlyMap<string, MemoId>;
}

export function knownUids(db: ReadableDb): KnownUids {
  return {
    coders: new Map(db.rawRows<[string, CoderId]>('SELECT lower(uid), id FROM coder')),
    codes: new Map(db.rawRows<[string, CodeId]>('SELECT lower(uid), id FROM code')),
    attributes: new Map(db.rawRows<[string, AttributeId]>('SELECT lower(uid), id FROM attribute')),
    participants: new Map(db.rawRows<[string, ParticipantId]>('SELECT lower(uid), id FROM participant')),
    codings: new Map(db.rawRows<[string, CodingId]>('SELECT lower(uid), id FROM coding')),
    memos: new Map(db.rawRows<[string, MemoId]>('SELECT lower(uid), id FROM memo')),
  };
}

export interface PresentTranscript {
  readonly id: TranscriptId;
  readonly uid: string;
  readonly title: string;
  readonly participantId: ParticipantId | null;
  readonly versionId: VersionId;
  readonly sha256: string;
}

/** Every transcript with its newest version. */
export function presentTranscripts(db: ReadableDb): PresentTranscript[] {
  return db.all(
    `SELECT transcript.id, lower(transcript.uid) AS uid, transcript.title, transcript.participant_id AS participantId,
            version.id AS versionId, version.sha256
     FROM transcript JOIN transcript_version AS version ON version.transcript_id = transcript.id
     WHERE version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = transcript.id)
     ORDER BY transcript.position, transcript.id`,
  );
}

export function layersOfCoders(db: ReadableDb): ReadonlyMap<CoderId, LayerId> {
  return new Map(
    db.rawRows<[CoderId, LayerId]>(
      'SELECT coder_id, min(id) FROM layer WHERE coder_id IS NOT NULL GROUP BY coder_id',
    ),
  );
}

/** Whose range, code and layer a coding has: what makes two codings one. */
export function codingKeys(db: ReadableDb, versionId: VersionId): ReadonlyMap<string, CodingId> {
  const rows = db.rawRows<[number, number, number, number, CodingId]>(
    'SELECT start, "end", code_id, layer_id, id FROM coding WHERE version_id = ?',
    versionId,
  );
  return new Map(
    rows.map(([start, end, codeId, layerId, id]) => [`${start} ${end} ${codeId} ${layerId}`, id]),
  );
}
