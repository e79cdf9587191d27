import { flushSync } from 'react-dom';
import { settle, useNavigation, type Place } from '../app/navigation.ts';
import type { Spot } from './grid-keys.ts';
import { useMatrices } from './matrices-store.ts';
import type { CellPlace, MatrixModel } from './matrix-model.ts';

export type MatrixPlace = Extract<Place, { screen: 'matrices' }>;

/** Where the person is in the matrices: the trail of places keeps it, so that coming back finds the same cell. */
export function useMatrixPlace(): MatrixPlace {
  return useNavigation(({ place, last }) =>
    place.screen === 'matrices' ? place : (last.matrices ?? NOWHERE),
  );
}

const NOWHERE: MatrixPlace = { screen: 'matrices' };

/** The spot that a place means in this matrix; the first cell when it means none. */
export function spotOf(model: MatrixModel, { columnId, rowKey }: MatrixPlace): Spot {
  const column = model.columns.findIndex(({ id }) => id === columnId);
  const row = rowNumber(model, rowKey);
  // A column without a row is the header of that column.
  const isHeader = rowKey === undefined && column >= 0;
  return { row: isHeader ? -1 : Math.max(0, row), column: Math.max(0, column) };
}

function rowNumber({ matrix }: MatrixModel, rowKey: MatrixPlace['rowKey']): number {
  return matrix.rows.findIndex((row) => row.key === rowKey);
}

export function placeAt({ columns, matrix }: MatrixModel, { row, column }: Spot): CellPlace | null {
  const columnId = columns[column]?.id;
  const rowKey = matrix.rows[row]?.key;
  return columnId === undefined || rowKey === undefined ? null : { columnId, rowKey };
}

/** Stands on a spot, without a step in the trail. */
export function standOn(model: MatrixModel, spot: Spot): void {
  const columnId = model.columns[spot.column]?.id;
  const rowKey = model.matrix.rows[spot.row]?.key;
  settle({
    screen: 'matrices',
    matrixId: model.matrix.id,
    ...(columnId === undefined ? {} : { columnId }),
    ...(rowKey === undefined ? {} : { rowKey }),
  });
}

/** Moves the keys to the fragments beside the matrix; while they are on their way, to the panel, which hands them on. */
export function focusFragments(): void {
  if (document.querySelector('.matrix-panel') === null)
    flushSync(() => useMatrices.setState({ panel: true }));
  const panel = document.querySelector<HTMLElement>('.matrix-panel');
  (panel?.querySelector<HTMLElement>('.matrix-fragment[tabindex="0"]') ?? panel)?.focus();
}

/** Moves the keys back to the focused cell of the matrix. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('.matrix-grid [data-spot][tabindex="0"]')?.focus();
}
