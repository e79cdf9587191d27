import type { AttributeId } from '#shared/ids.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { valueOrder } from '#shared/matrices/value-order.ts';

/** The values of an attribute among the rows of a matrix, in their order; '' for rows without one. */
export function valuesIn({ rows, attributes }: Matrix, attributeId: AttributeId | null): readonly string[] {
  const attribute = attributes.find(({ id }) => id === attributeId);
  if (attribute === undefined) return [];
  const values = new Set(rows.map((row) => row.values[attribute.id]?.trim() ?? ''));
  return [...values].toSorted(valueOrder(attribute.type));
}
