import type { TraitId } from '#shared/ids.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { traitOrder } from '#shared/matrices/traits.ts';

/** The values of an attribute among the rows of a matrix, in their order; '' for rows without one. */
export function valuesIn({ rows, attributes }: Matrix, attributeId: TraitId | null): readonly string[] {
  const attribute = attributes.find(({ id }) => id === attributeId);
  if (attribute === undefined) return [];
  const values = new Set(rows.map((row) => row.values[attribute.id]?.trim() ?? ''));
  return [...values].toSorted(traitOrder(attribute));
}
