import type { AttributeId, CodingId, LayerId, TranscriptId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';

/** The value of an attribute of the participant of each transcript, where there is one. */
export function valuesByTranscript(
  db: ReadableDb,
  attributeId: AttributeId,
): ReadonlyMap<TranscriptId, string> {
  const rows = db.all<{ readonly id: TranscriptId; readonly value: string }>(
    `SELECT transcript.id, attribute_value.value FROM transcript
     JOIN attribute_value ON attribute_value.participant_id = transcript.participant_id
       AND attribute_value.attribute_id = ?`,
    attributeId,
  );
  return new Map(rows.map(({ id, value }) => [id, value]));
}

/** What was coded in a consensus layer. */
export function codingsOfLayer(db: ReadableDb, layerId: LayerId): CodingId[] {
  return db.column('SELECT id FROM coding WHERE layer_id = ?', layerId);
}
