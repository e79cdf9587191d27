import type { TraitId, MatrixId, ParticipantId } from '#shared/ids.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { casesOfGroup, cellScope } from '#electron/matrices/cell-scope.ts';
import { listCodePlaces } from '#electron/matrices/columns-sql.ts';
import { listTraits } from '#electron/matrices/traits-sql.ts';
import { readColumns, requireMatrix, viewOf, type MatrixFrame } from '#electron/matrices/read-matrix.ts';
import { readRows } from '#electron/matrices/read-rows.ts';

/**
 * What the cells of a matrix ask for. Where each case has a row of its own, a filter only hides rows, and nothing of what a
 * cell rests on changes when it is hidden; where rows take cases together, the filter says which of them count.
 */
export function frameOfClaims(db: ReadableDb, id: MatrixId): MatrixFrame {
  const record = requireMatrix(db, id);
  const view = viewOf(record);
  const attributes = listTraits(db);
  const columns = readColumns(db, id);
  const codes = listCodePlaces(db);
  const filters = record.rowKind === 'cases' ? [] : view.filters;
  const rows = readRows(db, record, filters, attributes, codes);
  return { record, view, attributes, columns, scope: cellScope(rows, columns, codes) };
}

/** The site of a case, as if it were an attribute: none has this number. */
// Branded: it is compared with the numbers of traits and never looked up.
export const SITE = 0 as TraitId;

/** The attributes whose values decide what a cell says: its column shows one, or a value puts cases into it. */
export function attributesUsed(
  { record, scope }: MatrixFrame,
  column: MatrixColumn,
  key: RowKey,
): readonly { readonly attributeId: TraitId; readonly cases: readonly ParticipantId[] }[] {
  const members = scope.rows.members.get(key) ?? [];
  const used: { attributeId: TraitId; cases: readonly ParticipantId[] }[] = [];
  if (column.kind === 'attribute' && column.attributeId !== null)
    used.push({ attributeId: column.attributeId, cases: members });
  if (column.kind === 'group' && column.attributeId !== null) {
    const inside = new Set(casesOfGroup(scope.rows.cases, column));
    const cases = scope.rows.members.size === 0 ? [...inside] : members.filter((id) => inside.has(id));
    used.push({ attributeId: column.attributeId, cases });
  }
  if (record.rowKind === 'groups' && record.rowAttributeId !== null)
    used.push({ attributeId: record.rowAttributeId, cases: members });
  if (record.rowKind === 'sites') used.push({ attributeId: SITE, cases: members });
  return used;
}
