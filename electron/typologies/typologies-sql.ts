import type { CoderId, ParticipantId, TypeId, TypologyId } from '#shared/ids.ts';
import type { TypeAssignment, TypeOfCases } from '#shared/typologies/typologies-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

export interface TypologyRow {
  readonly id: TypologyId;
  readonly name: string;
  readonly basis: string;
}

export function listTypologies(db: ReadableDb): TypologyRow[] {
  return db.all<TypologyRow>('SELECT id, name, basis FROM typology ORDER BY position, id');
}

export function findTypology(db: ReadableDb, id: TypologyId): TypologyRow | undefined {
  return db.get<TypologyRow>('SELECT id, name, basis FROM typology WHERE id = ?', id);
}

export function typologyWithName(db: ReadableDb, name: string): TypologyId | undefined {
  return db.column<TypologyId>('SELECT id FROM typology WHERE name = ?', name)[0];
}

export function insertTypology(db: WritableDb, uid: string, name: string): TypologyId {
  return db.insert<TypologyId>(
    `INSERT INTO typology (uid, name, position)
     SELECT ?, ?, coalesce(max(position) + 1, 0) FROM typology`,
    uid,
    name,
  );
}

export function updateTypology(db: WritableDb, { id, name, basis }: TypologyRow): void {
  db.runOne('UPDATE typology SET name = ?, basis = ? WHERE id = ?', name, basis, id);
}

export function deleteTypology(db: WritableDb, id: TypologyId): void {
  db.run('DELETE FROM type_assignment WHERE typology_id = ?', id);
  db.run('DELETE FROM type WHERE typology_id = ?', id);
  db.runOne('DELETE FROM typology WHERE id = ?', id);
}

export type TypeRow = TypeOfCases & { readonly typologyId: TypologyId };

const TYPE = `SELECT type.id, type.typology_id AS typologyId, type.name, type.definition, type.stale,
    (SELECT count(*) FROM type_assignment WHERE type_id = type.id) AS cases
  FROM type`;

export function listTypes(db: ReadableDb): TypeRow[] {
  return db.all<TypeRow>(`${TYPE} ORDER BY position, id`);
}

export function findType(db: ReadableDb, id: TypeId): TypeRow | undefined {
  return db.get<TypeRow>(`${TYPE} WHERE type.id = ?`, id);
}

export function typeWithName(db: ReadableDb, typologyId: TypologyId, name: string): TypeId | undefined {
  return db.column<TypeId>('SELECT id FROM type WHERE typology_id = ? AND name = ?', typologyId, name)[0];
}

export function insertType(db: WritableDb, uid: string, typologyId: TypologyId, name: string): TypeId {
  return db.insert<TypeId>(
    `INSERT INTO type (uid, typology_id, name, position)
     SELECT ?, ?, ?, coalesce(max(position) + 1, 0) FROM type WHERE typology_id = ?`,
    uid,
    typologyId,
    name,
    typologyId,
  );
}

export function updateType(
  db: WritableDb,
  { id, name, definition, stale }: Pick<TypeRow, 'id' | 'name' | 'definition' | 'stale'>,
): void {
  db.runOne('UPDATE type SET name = ?, definition = ?, stale = ? WHERE id = ?', name, definition, stale, id);
}

export function deleteType(db: WritableDb, id: TypeId): void {
  db.run('DELETE FROM type_assignment WHERE type_id = ?', id);
  db.runOne('DELETE FROM type WHERE id = ?', id);
}

export function listAssignments(db: ReadableDb): (TypeAssignment & { readonly typologyId: TypologyId })[] {
  return db.all(
    `SELECT typology_id AS typologyId, participant_id AS participantId, type_id AS typeId, rationale,
            coder.name AS assignedBy, at
     FROM type_assignment JOIN coder ON coder.id = assigned_by ORDER BY type_assignment.id`,
  );
}

export interface NewAssignment {
  readonly uid: string;
  readonly typologyId: TypologyId;
  readonly participantId: ParticipantId;
  readonly typeId: TypeId | null;
  /** Undefined keeps what was said. */
  readonly rationale: string | undefined;
  readonly assignedBy: CoderId;
  readonly at: string;
}

/** What is so already is left as it is. */
export function upsertAssignment(db: WritableDb, place: NewAssignment): void {
  db.run(
    `INSERT INTO type_assignment (uid, typology_id, participant_id, type_id, rationale, assigned_by, at)
     VALUES (?, ?, ?, ?, coalesce(?, ''), ?, ?)
     ON CONFLICT (typology_id, participant_id) DO UPDATE SET
       type_id = excluded.type_id, rationale = coalesce(?, rationale), assigned_by = excluded.assigned_by, at = excluded.at
     WHERE type_id IS NOT excluded.type_id OR rationale IS NOT coalesce(?, rationale)`,
    place.uid,
    place.typologyId,
    place.participantId,
    place.typeId,
    place.rationale ?? null,
    place.assignedBy,
    place.at,
    place.rationale ?? null,
    place.rationale ?? null,
  );
}

export function deleteAssignment(db: WritableDb, typologyId: TypologyId, participantId: ParticipantId): void {
  db.run(
    'DELETE FROM type_assignment WHERE typology_id = ? AND participant_id = ?',
    typologyId,
    participantId,
  );
}

/** For who removes a participant: no type keeps it. */
export function deleteAssignmentsOf(db: WritableDb, participantId: ParticipantId): void {
  db.run('DELETE FROM type_assignment WHERE participant_id = ?', participantId);
}

/** For who withdraws a participant: the types that it was in have to be looked at again. */
export function markTypesOf(db: WritableDb, participantId: ParticipantId): void {
  db.run(
    `UPDATE type SET stale = 'withdrawn'
     WHERE id IN (SELECT type_id FROM type_assignment WHERE participant_id = ?)`,
    participantId,
  );
}
