import type { InputCode } from '#shared/checking/cell-inputs.ts';
import type { TraitId } from '#shared/ids.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { groupRow } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import type { MatrixFrame } from '#electron/matrices/read-matrix.ts';
import type { CellBasis } from './basis-sql.ts';
import { attributesUsed } from './cell-scope-of.ts';
import { shortFingerprint } from './fingerprint.ts';
import { listTypeWordings, type TypeWording } from './inputs-sql.ts';

/** The type that a word of a case stands for; undefined for “none clearly”, and for values of attributes. */
export type FindType = (traitId: TraitId, word: string) => TypeWording | undefined;

export function typeFinder(db: ReadableDb): FindType {
  const types = new Map(listTypeWordings(db).map((type) => [`${type.traitId} ${groupRow(type.name)}`, type]));
  return (traitId, word) => types.get(`${traitId} ${groupRow(word)}`);
}

/** The types that put cases into a cell: it rests on what they mean, as it does on the definitions of its codes. */
export function typeReader(
  db: ReadableDb,
  frame: MatrixFrame,
): (column: MatrixColumn, cell: Pick<CellBasis, 'rowKey'>) => readonly InputCode[] {
  const find = typeFinder(db);
  const valuesOf = new Map(frame.scope.rows.cases.map((one) => [one.participantId, one.values]));
  return (column, { rowKey }) => {
    const found = attributesUsed(frame, column, rowKey).flatMap(({ attributeId, cases }) =>
      cases.flatMap((id) => find(attributeId, valuesOf.get(id)?.[attributeId] ?? '') ?? []),
    );
    return [...new Set(found)].map(({ uid, id, name, definition }) => ({
      uid,
      id,
      name,
      wording: shortFingerprint(definition.trim()),
    }));
  };
}
