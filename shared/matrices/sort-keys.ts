import { cellSymbols, ratingValue } from './cell-kinds.ts';
import type { MatrixCell, MatrixColumn, MatrixRow, MatrixView } from './matrices-contract.ts';
import type { RowKey } from './row-keys.ts';
import { isTypology, traitOrder, type Trait } from './traits.ts';
import { compareNaturally, parseNumber } from './value-order.ts';

/** What the rows are sorted by when that is a column; a row that has nothing there is absent, and comes last. */
export type SortKeys = ReadonlyMap<RowKey, number>;

/**
 * By the rating, the symbol or the value that the column is about; by the number of codings in any other. “Mixed” and “no
 * data” stand on no scale: rows with these come last, like those without a rating.
 */
export function sortKeys(
  columns: readonly MatrixColumn[],
  cells: readonly MatrixCell[],
  rows: readonly MatrixRow[],
  sort: MatrixView['sort'],
  traits: readonly Trait[],
): SortKeys {
  if (sort.by !== 'column') return new Map();
  const column = columns.find(({ id }) => id === sort.columnId);
  const ofColumn = cells.filter(({ columnId }) => columnId === sort.columnId);
  if (column?.kind === 'attribute')
    return valueKeys(
      ofColumn,
      rows,
      traits.find(({ id }) => id === column.attributeId),
    );
  const keys = new Map<RowKey, number>();
  for (const cell of ofColumn) {
    const key = keyOf(cell, column);
    if (key !== null) keys.set(cell.rowKey, key);
  }
  return keys;
}

function keyOf(cell: MatrixCell, column: MatrixColumn | undefined): number | null {
  switch (column?.kind) {
    case 'rating':
      return cell.rating === null ? null : ratingValue(cell.rating);
    case 'checklist':
    case 'condition':
    case 'verdict':
      return cell.symbol === null ? null : cellSymbols.indexOf(cell.symbol);
    case 'group':
      return cell.cases;
    default:
      return cell.count;
  }
}

/** Types in their own order, values in their natural one, numbers as numbers: the place of each among all of them. */
function valueKeys(
  cells: readonly MatrixCell[],
  rows: readonly MatrixRow[],
  trait: Trait | undefined,
): SortKeys {
  const shown = new Set(rows.map(({ key }) => key));
  const values = cells.filter(({ rowKey, derived }) => shown.has(rowKey) && derived !== '');
  const isNumber = values.every(({ derived }) => parseNumber(derived) !== null);
  if (isNumber) return new Map(values.map(({ rowKey, derived }) => [rowKey, parseNumber(derived) ?? 0]));
  const distinct = [...new Set(values.map(({ derived }) => derived))].toSorted(
    trait !== undefined && isTypology(trait) ? traitOrder(trait) : compareNaturally,
  );
  const place = new Map(distinct.map((value, index) => [value, index]));
  return new Map(values.map(({ rowKey, derived }) => [rowKey, place.get(derived) ?? 0]));
}
