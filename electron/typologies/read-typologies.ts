import type { Typology } from '#shared/typologies/typologies-contract.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { listAssignments, listTypes, listTypologies } from './typologies-sql.ts';

/** Every typology with its types, and the places of the cases in it. */
export function readTypologies(db: ReadableDb): Typology[] {
  const [types, assignments] = [listTypes(db), listAssignments(db)];
  return listTypologies(db).map((typology) => ({
    ...typology,
    types: types
      .filter(({ typologyId }) => typologyId === typology.id)
      .map(({ typologyId: _of, ...type }) => type),
    assignments: assignments
      .filter(({ typologyId }) => typologyId === typology.id)
      .map(({ typologyId: _of, ...assignment }) => assignment),
  }));
}
