import { AppError } from '#shared/contract/errors.ts';
import type { AttributeId, ParticipantId } from '#shared/ids.ts';
import type {
  Attribute,
  AttributeDetails,
  AttributeType,
  Participant,
} from '#shared/participants/participants-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export function listAttributes(db: ReadableDb): AttributeDetails[] {
  return db
    .all<AttributeRow>(`SELECT ${ATTRIBUTE} FROM attribute ORDER BY position, id`)
    .map((row) => ({ ...row, choices: linesOf(row.choices) }));
}

const ATTRIBUTE = 'id, name, type, range_min AS rangeMin, range_max AS rangeMax, choices';

type AttributeRow = Omit<AttributeDetails, 'choices'> & { readonly choices: string };

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

export function listParticipants(db: ReadableDb): Omit<Participant, 'values' | 'consent'>[] {
  return db.all(
    `SELECT participant.id, participant.code, site.code AS site, count(transcript.id) AS transcripts
     FROM participant LEFT JOIN site ON site.id = participant.site_id LEFT JOIN transcript ON transcript.participant_id = participant.id
     GROUP BY participant.id ORDER BY participant.position, participant.id`,
  );
}

export function listValues(
  db: ReadableDb,
): [participantId: ParticipantId, attributeId: AttributeId, value: string][] {
  return db.rawRows('SELECT participant_id, attribute_id, value FROM attribute_value');
}

export function listCodes(db: ReadableDb): { readonly id: ParticipantId; readonly code: string }[] {
  return db.all('SELECT id, code FROM participant ORDER BY position, id');
}

/** Codes are compared without regard to capitals: t01 is T01. */
export function participantWithCode(db: ReadableDb, code: string): ParticipantId | undefined {
  return db.column<ParticipantId>('SELECT id FROM participant WHERE code = ?', code)[0];
}

export function requireParticipant(
  db: ReadableDb,
  id: ParticipantId,
): { readonly id: ParticipantId; readonly code: string } {
  const found = db.get<{ readonly id: ParticipantId; readonly code: string }>(
    'SELECT id, code FROM participant WHERE id = ?',
    id,
  );
  if (found === undefined) throw new AppError('not-found', { what: 'participant' });
  return found;
}

export function requireAttribute(db: ReadableDb, id: AttributeId): AttributeDetails {
  const found = db.get<AttributeRow>(`SELECT ${ATTRIBUTE} FROM attribute WHERE id = ?`, id);
  if (found === undefined) throw new AppError('not-found', { what: 'attribute' });
  return { ...found, choices: linesOf(found.choices) };
}

export function attributeNamed(db: ReadableDb, name: string): Attribute | undefined {
  return db.get<Attribute>('SELECT id, name, type FROM attribute WHERE name = ?', name);
}

export function insertParticipant(db: WritableDb, uid: string, code: string): ParticipantId {
  return db.insert<ParticipantId>(
    `INSERT INTO participant (uid, code, position)
     VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM participant))`,
    uid,
    code,
  );
}

export function updateCode(db: WritableDb, id: ParticipantId, code: string): void {
  db.runOne('UPDATE participant SET code = ? WHERE id = ?', code, id);
}

export function insertAttribute(db: WritableDb, uid: string, name: string, type: AttributeType): AttributeId {
  return db.insert<AttributeId>(
    `INSERT INTO attribute (uid, name, type, position)
     VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM attribute))`,
    uid,
    name,
    type,
  );
}

export function updateAttribute(db: WritableDb, id: AttributeId, name: string, type: AttributeType): void {
  db.runOne('UPDATE attribute SET name = ?, type = ? WHERE id = ?', name, type, id);
}

export function updateRules(
  db: WritableDb,
  id: AttributeId,
  { rangeMin, rangeMax, choices }: Pick<AttributeDetails, 'rangeMin' | 'rangeMax' | 'choices'>,
): void {
  db.runOne(
    'UPDATE attribute SET range_min = ?, range_max = ?, choices = ? WHERE id = ?',
    rangeMin,
    rangeMax,
    choices.join('\n'),
    id,
  );
}

export function valueOf(
  db: ReadableDb,
  participantId: ParticipantId,
  attributeId: AttributeId,
): string | undefined {
  return db.column<string>(
    'SELECT value FROM attribute_value WHERE participant_id = ? AND attribute_id = ?',
    participantId,
    attributeId,
  )[0];
}

export function upsertValue(
  db: WritableDb,
  participantId: ParticipantId,
  attributeId: AttributeId,
  value: string,
): boolean {
  const changes = db.run(
    `INSERT INTO attribute_value (participant_id, attribute_id, value) VALUES (?, ?, ?)
     ON CONFLICT (participant_id, attribute_id) DO UPDATE SET value = excluded.value
     WHERE value <> excluded.value`,
    participantId,
    attributeId,
    value,
  );
  return changes > 0;
}

export function deleteValue(db: WritableDb, participantId: ParticipantId, attributeId: AttributeId): void {
  db.run(
    'DELETE FROM attribute_value WHERE participant_id = ? AND attribute_id = ?',
    participantId,
    attributeId,
  );
}

export function countRemoval(
  db: ReadableDb,
  id: ParticipantId,
): { readonly transcripts: number; readonly cells: number } {
  const counts = db.get<{ readonly transcripts: number; readonly cells: number }>(
    `SELECT (SELECT count(*) FROM transcript WHERE participant_id = participant.id) AS transcripts,
            (SELECT count(*) FROM matrix_cell WHERE participant_id = participant.id) AS cells
     FROM participant WHERE id = ?`,
    id,
  );
  if (counts === undefined) throw new AppError('not-found', { what: 'participant' });
  return counts;
}

export function deleteValuesOfParticipant(db: WritableDb, id: ParticipantId): void {
  db.run('DELETE FROM attribute_value WHERE participant_id = ?', id);
}

export function deleteParticipant(db: WritableDb, id: ParticipantId): void {
  db.runOne('DELETE FROM participant WHERE id = ?', id);
}

export function deleteValuesOfAttribute(db: WritableDb, id: AttributeId): void {
  db.run('DELETE FROM attribute_value WHERE attribute_id = ?', id);
}

export function deleteAttribute(db: WritableDb, id: AttributeId): void {
  db.runOne('DELETE FROM attribute WHERE id = ?', id);
}
