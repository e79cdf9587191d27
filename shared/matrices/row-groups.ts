import type { TraitId } from '../ids.ts';
import { traitOrder, type Trait } from './traits.ts';
import type { MatrixRow } from './matrices-contract.ts';
import { valueOf } from './row-order.ts';

export interface RowGroup {
  /** As the first case of the group has it written; null for the cases without a value. */
  readonly value: string | null;
  readonly rows: readonly MatrixRow[];
}

/** Cuts rows that are already in the order of the view into its groups. Without an attribute: one group of all. */
export function groupRows(
  rows: readonly MatrixRow[],
  groupBy: TraitId | null,
  attributes: readonly Trait[],
): RowGroup[] {
  const attribute = attributes.find(({ id }) => id === groupBy);
  if (attribute === undefined) return rows.length === 0 ? [] : [{ value: null, rows }];
  const compare = traitOrder(attribute);
  const groups: { value: string | null; rows: MatrixRow[] }[] = [];
  for (const row of rows) {
    const value = valueOf(row, attribute.id);
    const current = groups.at(-1);
    if (current !== undefined && compare(current.value ?? '', value ?? '') === 0) current.rows.push(row);
    else groups.push({ value, rows: [row] });
  }
  return groups;
}
