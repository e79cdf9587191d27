import type { CodeId, CodingId, LayerId, ParticipantId, SavedQueryId, VersionId } from '#shared/ids.ts';
import type { SpeakerRole } from '#shared/transcripts/transcripts-contract.ts';
import type { CodedVersion } from '#electron/coding/fragments-sql.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

/** The newest version of every transcript, in the order of cases and transcripts. */
export function newestVersions(db: ReadableDb): Omit<CodedVersion, 'codings'>[] {
  return db.all(
    `SELECT version.id AS versionId, transcript.id AS transcriptId, transcript.title AS transcriptTitle,
            participant.id AS participantId, participant.code AS participantCode
     FROM transcript
     JOIN transcript_version AS version ON version.transcript_id = transcript.id
       AND version.number = (SELECT max(number) FROM transcript_version WHERE transcript_id = transcript.id)
     LEFT JOIN participant ON participant.id = transcript.participant_id
     ORDER BY participant.position IS NULL, participant.position, participant.id, transcript.position, transcript.id`,
  );
}

export type MarkRow = [
  id: CodingId,
  versionId: VersionId,
  codeId: CodeId,
  layerId: LayerId,
  start: number,
  end: number,
  weight: number | null,
];

/** Every coding of these codes and layers, in the order of versions and text. */
export function listMarks(
  db: ReadableDb,
  codeIds: readonly CodeId[],
  layerIds: readonly LayerId[],
): MarkRow[] {
  return db.rawRows<MarkRow>(
    `SELECT id, version_id, code_id, layer_id, start, "end", weight FROM coding
     WHERE code_id IN (SELECT value FROM json_each(?)) AND layer_id IN (SELECT value FROM json_each(?))
     ORDER BY version_id, start, "end" DESC, code_id, layer_id`,
    JSON.stringify(codeIds),
    JSON.stringify(layerIds),
  );
}

export function sectionTitles(db: ReadableDb): string[] {
  return db.column<string>('SELECT title FROM section GROUP BY title ORDER BY min(number), min(id)');
}

export function listSpeakers(db: ReadableDb): { readonly name: string; readonly role: SpeakerRole }[] {
  return db.all(
    'SELECT speaker AS name, min(role) AS role FROM turn WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY role, name',
  );
}

/** The cases that have a transcript, in their order. */
export function casesWithTranscript(db: ReadableDb): { readonly id: ParticipantId; readonly code: string }[] {
  return db.all(
    `SELECT id, code FROM participant
     WHERE EXISTS (SELECT 1 FROM transcript WHERE transcript.participant_id = participant.id)
     ORDER BY position, id`,
  );
}

export interface SavedQueryRow {
  readonly id: SavedQueryId;
  readonly name: string;
  readonly definition: string;
}

export function listSavedQueries(db: ReadableDb): SavedQueryRow[] {
  return db.all('SELECT id, name, definition FROM saved_query ORDER BY position, id');
}

export function findSavedQuery(db: ReadableDb, id: SavedQueryId): SavedQueryRow | undefined {
  return db.get('SELECT id, name, definition FROM saved_query WHERE id = ?', id);
}

export function savedQueryNamed(db: ReadableDb, name: string): SavedQueryId | undefined {
  return db.column<SavedQueryId>('SELECT id FROM saved_query WHERE name = ?', name)[0];
}

export function insertSavedQuery(
  db: WritableDb,
  uid: string,
  name: string,
  definition: string,
  createdAt: string,
): SavedQueryId {
  return db.insert<SavedQueryId>(
    `INSERT INTO saved_query (uid, name, definition, created_at, position)
     VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), -1) + 1 FROM saved_query))`,
    uid,
    name,
    definition,
    createdAt,
  );
}

export function updateSavedQuery(db: WritableDb, id: SavedQueryId, name: string, definition: string): void {
  db.runOne('UPDATE saved_query SET name = ?, definition = ? WHERE id = ?', name, definition, id);
}

export function deleteSavedQuery(db: WritableDb, id: SavedQueryId): void {
  db.runOne('DELETE FROM saved_query WHERE id = ?', id);
}
