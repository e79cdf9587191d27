import type { TraitId } from '../ids.ts';
import { traitOrder, type Trait } from './traits.ts';
import type { MatrixRow, MatrixView } from './matrices-contract.ts';
import type { RowKey } from './row-keys.ts';
import type { SortKeys } from './sort-keys.ts';
import { compareNaturally, type Compare } from './value-order.ts';

export type RowCompare = Compare<MatrixRow>;

/**
 * The rows in the order of the view: groups follow each other, inside a group the chosen order, and cases that are
 * equal by their code; rows that are no cases keep the order they come in. A row without a value comes last in either
 * direction, and after all of them those that are gone.
 */
export function orderRows(
  rows: readonly MatrixRow[],
  view: MatrixView,
  attributes: readonly Trait[],
  keys: SortKeys,
): MatrixRow[] {
  const places = new Map(rows.map(({ key }, index) => [key, index]));
  const byCase = caseCompare(places);
  const byGroup = groupCompare(view, attributes);
  const bySort = sortCompare(view, attributes, keys, byCase);
  return rows.toSorted(
    (a, b) => Number(a.isGone) - Number(b.isGone) || byGroup(a, b) || bySort(a, b) || byCase(a, b),
  );
}

function caseCompare(places: ReadonlyMap<RowKey, number>): RowCompare {
  const byPlace: RowCompare = (a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0);
  return (a, b) => {
    if (a.participantId === null || b.participantId === null) return byPlace(a, b);
    return compareNaturally(a.code, b.code) || a.participantId - b.participantId;
  };
}

/** Zero for cases of one group. Groups go up, unless the rows are sorted down by the same attribute. */
function groupCompare({ groupBy, sort, descending }: MatrixView, attributes: readonly Trait[]): RowCompare {
  if (groupBy === null) return () => 0;
  const sameAttribute = sort.by === 'attribute' && sort.attributeId === groupBy;
  return attributeCompare(attributes, groupBy, descending && sameAttribute);
}

function sortCompare(
  { sort, descending }: MatrixView,
  attributes: readonly Trait[],
  keys: SortKeys,
  byCase: RowCompare,
): RowCompare {
  switch (sort.by) {
    case 'case':
      return descending ? (a, b) => byCase(b, a) : byCase;
    case 'attribute':
      return attributeCompare(attributes, sort.attributeId, descending);
    case 'column':
      return keyCompare(
        ({ key }) => keys.get(key) ?? null,
        (a, b) => a - b,
        descending,
      );
  }
}

function attributeCompare(
  attributes: readonly Trait[],
  attributeId: TraitId,
  descending: boolean,
): RowCompare {
  const attribute = attributes.find(({ id }) => id === attributeId);
  if (attribute === undefined) return () => 0;
  return keyCompare((row) => valueOf(row, attributeId), traitOrder(attribute), descending);
}

/** The value as written, or null where there is none. */
export function valueOf(row: MatrixRow, attributeId: TraitId): string | null {
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
