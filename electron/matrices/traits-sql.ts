import type { AttributeId, MatrixId, ParticipantId, TraitId, TypologyId } from '#shared/ids.ts';
import { groupRow } from '#shared/matrices/row-keys.ts';
import { NONE_CLEARLY, traitOfTypology, type Trait } from '#shared/matrices/traits.ts';
import type { Attribute } from '#shared/participants/participants-contract.ts';
import type { ReadableDb, WritableDb } from '#electron/database/handles.ts';

/** Attributes, and after them typologies with their types. */
export function listTraits(db: ReadableDb): Trait[] {
  const types = Map.groupBy(
    db.all<{ readonly typologyId: TypologyId; readonly name: string }>(
      'SELECT typology_id AS typologyId, name FROM type ORDER BY position, id',
    ),
    ({ typologyId }) => typologyId,
  );
  return [
    ...db.all<Attribute>('SELECT id, name, type FROM attribute ORDER BY position, id'),
    ...db
      .all<{
        readonly id: TypologyId;
        readonly name: string;
      }>('SELECT id, name FROM typology ORDER BY position, id')
      .map(({ id, name }): Trait => ({
        id: traitOfTypology(id),
        name,
        type: 'one of',
        types: (types.get(id) ?? []).map((type) => type.name),
      })),
  ];
}

/** The word of every case in every trait in which it has one. */
export function listWords(db: ReadableDb): [participantId: ParticipantId, traitId: TraitId, value: string][] {
  return db.rawRows(
    `SELECT participant_id, attribute_id, value FROM attribute_value
     UNION ALL
     SELECT place.participant_id, -place.typology_id, coalesce(type.name, ?)
     FROM type_assignment AS place LEFT JOIN type ON type.id = place.type_id`,
    NONE_CLEARLY,
  );
}

/**
 * For who removes an attribute: matrices that are ordered by it go back to the order of cases, those whose rows are its
 * values keep what was written in them, and so do columns that show it.
 */
export function forgetAttribute(db: WritableDb, id: AttributeId): void {
  forgetTrait(db, 'attribute_id', id);
  dropFilters(db, '$.attributeId', id);
}

/** The same for who removes a typology, before its types are gone: rows keep their names. */
export function forgetTypology(db: WritableDb, id: TypologyId): void {
  for (const name of db.column<string>('SELECT name FROM type WHERE typology_id = ?', id))
    keepCellsOfType(db, id, name);
  forgetTrait(db, 'typology_id', id);
  dropFilters(db, '$.typologyId', id);
}

function forgetTrait(db: WritableDb, column: 'attribute_id' | 'typology_id', id: number): void {
  db.run(`UPDATE matrix SET sort_${column} = NULL, sort_descending = 0 WHERE sort_${column} = ?`, id);
  db.run(`UPDATE matrix SET group_${column} = NULL WHERE group_${column} = ?`, id);
  db.run(`UPDATE matrix SET row_${column} = NULL WHERE row_${column} = ?`, id);
  db.run(`UPDATE matrix_column SET ${column} = NULL WHERE ${column} = ?`, id);
}

function dropFilters(db: WritableDb, path: '$.attributeId' | '$.typologyId', id: number): void {
  db.run(
    `UPDATE matrix SET filter = (
       SELECT json_group_array(json(value)) FROM json_each(matrix.filter)
       WHERE json_extract(value, '${path}') IS NOT ?)
     WHERE EXISTS (SELECT 1 FROM json_each(matrix.filter) WHERE json_extract(value, '${path}') = ?)`,
    id,
    id,
  );
}

/**
 * For who gives a type another name: a matrix knows types by their names, in its rows, its columns and its filters, and all
 * of them follow.
 */
export function renameType(db: WritableDb, typologyId: TypologyId, from: string, to: string): void {
  db.run(
    `UPDATE matrix_column SET title = iif(title = case_value, ?, title), case_value = ?
     WHERE typology_id = ? AND case_value = ? COLLATE NOCASE`,
    to,
    to,
    typologyId,
    from,
  );
  db.run(
    `UPDATE matrix_cell SET row_key = ? WHERE row_key = ? AND ${IN_ROWS} AND NOT EXISTS (
       SELECT 1 FROM matrix_cell AS other WHERE other.column_id = matrix_cell.column_id AND other.row_key = ?)`,
    groupRow(to),
    groupRow(from),
    typologyId,
    groupRow(to),
  );
  changeFilters(db, typologyId, (value) => (groupRow(value) === groupRow(from) ? to : value));
}

/**
 * For who removes a type: rows that are it leave their cells behind under its name, and no filter asks for it any more; a
 * filter that asked for nothing else goes, or it would leave out every case.
 */
export function forgetType(db: WritableDb, typologyId: TypologyId, name: string): void {
  keepCellsOfType(db, typologyId, name);
  changeFilters(db, typologyId, (value) => (groupRow(value) === groupRow(name) ? null : value));
}

function keepCellsOfType(db: WritableDb, typologyId: TypologyId, name: string): void {
  db.run(
    `UPDATE matrix_cell SET row_name = ? WHERE row_key = ? AND ${IN_ROWS}`,
    name,
    groupRow(name),
    typologyId,
  );
}

/** Cells of matrices whose rows are the types of a typology. */
const IN_ROWS = `column_id IN (
  SELECT col.id FROM matrix_column AS col JOIN matrix ON matrix.id = col.matrix_id WHERE matrix.row_typology_id = ?)`;

type StoredFilter = { readonly typologyId?: number; readonly values: readonly string[] };

function changeFilters(
  db: WritableDb,
  typologyId: TypologyId,
  change: (value: string) => string | null,
): void {
  for (const { id, filter } of filtersOn(db, typologyId)) {
    // Written by `storableFilter`.
    const stored = JSON.parse(filter) as readonly StoredFilter[];
    const changed = stored
      .map((one) =>
        one.typologyId === typologyId
          ? { ...one, values: one.values.flatMap((value) => change(value) ?? []) }
          : one,
      )
      .filter(({ values }) => values.length > 0);
    const text = JSON.stringify(changed);
    if (text !== filter) db.runOne('UPDATE matrix SET filter = ? WHERE id = ?', text, id);
  }
}

function filtersOn(
  db: ReadableDb,
  typologyId: TypologyId,
): { readonly id: MatrixId; readonly filter: string }[] {
  return db.all(
    `SELECT id, filter FROM matrix
     WHERE EXISTS (SELECT 1 FROM json_each(filter) WHERE json_extract(value, '$.typologyId') = ?)`,
    typologyId,
  );
}
