import type { TraitId, ColumnId } from '../ids.ts';
import { ratingValue, type CellSymbol } from './cell-kinds.ts';
import type { Matrix, MatrixCell } from './matrices-contract.ts';
import { groupRow, type RowKey } from './row-keys.ts';

export const expectations = ['high', 'low', 'some fragments', 'no fragments'] as const;
/** What is expected of a cell: above or below the middle of the scale, a symbol, or fragments at all. */
export type Expected = (typeof expectations)[number] | CellSymbol;

/** “Cases with this value have that in this column.” */
export interface Pattern {
  readonly attributeId: TraitId;
  readonly value: string;
  readonly columnId: ColumnId;
  readonly expected: Expected;
}

/** fits: in the group, and as expected. contradicts: in the group, and otherwise. also: as expected, without being in it. */
export type PatternMark = 'fits' | 'contradicts' | 'also' | 'not judged';

/** False when the attribute or the column that it is about is not there any more: then nothing can be said. */
export function canBeLookedFor(
  { attributes, columns }: Pick<Matrix, 'attributes' | 'columns'>,
  { attributeId, columnId }: Pattern,
): boolean {
  return attributes.some(({ id }) => id === attributeId) && columns.some(({ id }) => id === columnId);
}

/** How every case stands to the pattern; a case that is neither in the group nor as expected says nothing, and is absent. */
export function patternMarks(
  { rows, cells }: Pick<Matrix, 'rows' | 'cells'>,
  pattern: Pattern,
): ReadonlyMap<RowKey, PatternMark> {
  const cellOf = new Map(
    cells.filter(({ columnId }) => columnId === pattern.columnId).map((cell) => [cell.rowKey, cell]),
  );
  const wanted = groupRow(pattern.value);
  const marks = new Map<RowKey, PatternMark>();
  for (const { key, participantId, values } of rows) {
    if (participantId === null) continue;
    const isInGroup = groupRow(values[pattern.attributeId] ?? '') === wanted;
    const holds = isAsExpected(cellOf.get(key), pattern.expected);
    if (isInGroup) marks.set(key, holds === null ? 'not judged' : holds ? 'fits' : 'contradicts');
    else if (holds === true) marks.set(key, 'also');
  }
  return marks;
}

/** Null when the cell says nothing about it: no rating, no data, or not judged yet. A mixed rating is neither. */
function isAsExpected(cell: MatrixCell | undefined, expected: Expected): boolean | null {
  if (expected === 'some fragments') return (cell?.count ?? 0) > 0;
  if (expected === 'no fragments') return (cell?.count ?? 0) === 0;
  if (expected === 'high' || expected === 'low') {
    if (cell === undefined || cell.rating === null || cell.rating === 'no data') return null;
    const value = ratingValue(cell.rating) ?? 0;
    return expected === 'high' ? value > 0 : value < 0;
  }
  return cell === undefined || cell.symbol === null ? null : cell.symbol === expected;
}
