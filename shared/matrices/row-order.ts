import type { AttributeId, ParticipantId } from '../ids.ts';
import type { Attribute } from '../participants/participants-contract.ts';
import type { MatrixRow, MatrixView } from './matrices-contract.ts';
import { compareNaturally, valueOrder, type Compare } from './value-order.ts';

export type RowCompare = Compare<MatrixRow>;

/** The counts of the column that the view sorts by; a case whose cell holds nothing at all is absent. */
export type SortCounts = ReadonlyMap<ParticipantId, number>;

/**
 * The rows in the order of the view: groups follow each other, inside a group the chosen order, and cases that are
 * equal by their code. A case without a value comes last in either direction.
 */
export function orderRows(
  rows: readonly MatrixRow[],
  view: MatrixView,
  attributes: readonly Attribute[],
  sortCounts: SortCounts,
): MatrixRow[] {
  const byGroup = groupCompare(view, attributes);
  const bySort = sortCompare(view, attributes, sortCounts);
  return rows.toSorted((a, b) => byGroup(a, b) || bySort(a, b) || byCase(a, b));
}

function byCase(a: MatrixRow, b: MatrixRow): number {
  return compareNaturally(a.code, b.code) || a.participantId - b.participantId;
}

/** Zero for cases of one group. Groups go up, unless the rows are sorted down by the same attribute. */
function groupCompare(
  { groupBy, sort, descending }: MatrixView,
  attributes: readonly Attribute[],
): RowCompare {
  if (groupBy === null) return () => 0;
  const sameAttribute = sort.by === 'attribute' && sort.attributeId === groupBy;
  return attributeCompare(attributes, groupBy, descending && sameAttribute);
}

function sortCompare(
  { sort, descending }: MatrixView,
  attributes: readonly Attribute[],
  sortCounts: SortCounts,
): RowCompare {
  switch (sort.by) {
    case 'case':
      return descending ? (a, b) => byCase(b, a) : byCase;
    case 'attribute':
      return attributeCompare(attributes, sort.attributeId, descending);
    case 'column':
      return keyCompare(
        ({ participantId }) => sortCounts.get(participantId) ?? null,
        (a, b) => a - b,
        descending,
      );
  }
}

function attributeCompare(
  attributes: readonly Attribute[],
  attributeId: AttributeId,
  descending: boolean,
): RowCompare {
  const attribute = attributes.find(({ id }) => id === attributeId);
  if (attribute === undefined) return () => 0;
  return keyCompare((row) => valueOf(row, attributeId), valueOrder(attribute.type), descending);
}

/** The value as written, or null where there is none. */
export function valueOf(row: MatrixRow, attributeId: AttributeId): string | null {
  const value = row.values[attributeId]?.trim();
  return value === undefined || value === '' ? null : value;
}

function keyCompare<Key>(
  keyOf: (row: MatrixRow) => Key | null,
  compare: Compare<Key>,
  descending: boolean,
): RowCompare {
  return (a, b) => {
    const left = keyOf(a);
    const right = keyOf(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return descending ? compare(right, left) : compare(left, right);
  };
}
