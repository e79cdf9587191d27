import type { VersionId } from '#shared/ids.ts';
import { SITE_UID } from '#shared/checking/cell-inputs.ts';
import { NONE_CLEARLY } from '#shared/matrices/traits.ts';
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
    `SELECT participant.code AS participant, coalesce((
       SELECT value FROM attribute_value JOIN attribute ON attribute.id = attribute_value.attribute_id
       WHERE attribute_value.participant_id = participant.id AND attribute.uid = ?), (
       SELECT coalesce(type.name, ?) FROM type_assignment AS place
       JOIN typology ON typology.id = place.typology_id LEFT JOIN type ON type.id = place.type_id
       WHERE place.participant_id = participant.id AND typology.uid = ?), (
       SELECT code FROM site WHERE site.id = participant.site_id AND ? = '${SITE_UID}')) AS value
     FROM participant WHERE uid = ?`,
    attributeUid,
    NONE_CLEARLY,
    attributeUid,
    attributeUid,
    participantUid,
  );
}

export function sitesNow(db: ReadableDb): { readonly uid: string; readonly code: string }[] {
  return db.all('SELECT uid, code FROM site');
}

export function typeById(
  db: ReadableDb,
  id: number,
): { readonly uid: string; readonly name: string; readonly definition: string } | undefined {
  return db.get('SELECT uid, name, definition FROM type WHERE id = ?', id);
}

export function cellWords(db: ReadableDb, uid: string): string | undefined {
  return db.column<string>('SELECT summary FROM matrix_cell WHERE uid = ?', uid)[0];
}
