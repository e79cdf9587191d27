import type { VersionId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

export function versionIdOf(db: ReadableDb, uid: string): VersionId | undefined {
  return db.column<VersionId>('SELECT id FROM transcript_version WHERE uid = ?', uid)[0];
}

/** The case, or else the transcript. */
export function sourceOfVersion(db: ReadableDb, id: VersionId): string {
  return (
    db.column<string>(
      `SELECT coalesce(participant.code, transcript.title) FROM transcript_version AS version
       JOIN transcript ON transcript.id = version.transcript_id
       LEFT JOIN participant ON participant.id = transcript.participant_id WHERE version.id = ?`,
      id,
    )[0] ?? ''
  );
}

export function valueOfCase(
  db: ReadableDb,
  participantUid: string,
  attributeUid: string,
): { readonly participant: string; readonly value: string | null } | undefined {
  return db.get(
    `SELECT participant.code AS participant, (
       SELECT value FROM attribute_value JOIN attribute ON attribute.id = attribute_value.attribute_id
       WHERE attribute_value.participant_id = participant.id AND attribute.uid = ?) AS value
     FROM participant WHERE uid = ?`,
    attributeUid,
    participantUid,
  );
}

export function cellWords(db: ReadableDb, uid: string): string | undefined {
  return db.column<string>('SELECT summary FROM matrix_cell WHERE uid = ?', uid)[0];
}
