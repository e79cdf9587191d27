import type { ColumnId } from '#shared/ids.ts';
import { columnTotals, type ColumnTotal } from '#shared/matrices/column-totals.ts';
import type { Matrix, MatrixCell, MatrixColumn, MatrixRow } from '#shared/matrices/matrices-contract.ts';
import { casesOfCells, heatOf, type CasesOfCell } from '#shared/matrices/heat.ts';
import { groupRows, type RowGroup } from '#shared/matrices/row-groups.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';

export interface CellPlace {
  readonly columnId: ColumnId;
  readonly rowKey: RowKey;
}

/** A cell's name among all cells of a project. */
export type CellKey = `${ColumnId}-${RowKey}`;

export function cellKey({ columnId, rowKey }: CellPlace): CellKey {
  return `${columnId}-${rowKey}`;
}

export interface GroupLine {
  readonly kind: 'group';
  readonly group: RowGroup;
  readonly totals: ReadonlyMap<ColumnId, ColumnTotal>;
}

export interface CaseLine {
  readonly kind: 'case';
  readonly row: MatrixRow;
  /** Among the cases, from 0. */
  readonly number: number;
}

export type MatrixLine = GroupLine | CaseLine;

/** A matrix made ready for drawing: its lines from top to bottom, and every cell one look-up away. */
export interface MatrixModel {
  /** With the pinned rows first. */
  readonly matrix: Matrix;
  /** In its own order. */
  readonly stored: Matrix;
  readonly columns: readonly MatrixColumn[];
  readonly lines: readonly MatrixLine[];
  /** How many of the lines, from the top, are pinned rows. */
  readonly pinned: number;
  /** The line of each case, in the order of the cases. */
  readonly caseLines: readonly number[];
  readonly cells: ReadonlyMap<CellKey, MatrixCell>;
  readonly totals: ReadonlyMap<ColumnId, ColumnTotal>;
  /** Of how many cases a cell speaks. */
  readonly casesOf: CasesOfCell;
  /** From 0 to 1: how strongly a cell is shaded by its count. */
  readonly heat: (cell: MatrixCell | undefined, row: MatrixRow) => number;
}

/** Pinned rows stand above all others, in the order in which they were pinned. */
export function matrixModel(stored: Matrix, pins: readonly RowKey[] = []): MatrixModel {
  const pinned = pins.flatMap((key) => stored.rows.find((row) => row.key === key) ?? []);
  const others = pinned.length === 0 ? stored.rows : stored.rows.filter((row) => !pins.includes(row.key));
  const matrix = { ...stored, rows: [...pinned, ...others] };
  const lines = linesOf(stored, pinned);
  const heat = heatOf(matrix);
  return {
    matrix,
    stored,
    columns: matrix.columns,
    lines,
    pinned: pinned.length,
    caseLines: lines.flatMap((line, index) => (line.kind === 'case' ? [index] : [])),
    cells: new Map(matrix.cells.map((cell) => [cellKey(cell), cell])),
    totals: columnTotals(matrix.cells, matrix.rows),
    casesOf: casesOfCells(matrix),
    heat: (cell, row) => (cell === undefined ? 0 : heat(cell, row)),
  };
}

/** A row that is pinned stands above its group, and counts in it all the same. */
function linesOf({ rows, view, attributes, cells }: Matrix, pinned: readonly MatrixRow[]): MatrixLine[] {
  let number = 0;
  const asLine = (row: MatrixRow): MatrixLine => ({ kind: 'case', row, number: number++ });
  const above = new Set(pinned);
  const below = (some: readonly MatrixRow[]): MatrixLine[] =>
    some.filter((row) => !above.has(row)).map(asLine);
  const first = pinned.map(asLine);
  if (view.groupBy === null) return [...first, ...below(rows)];
  return [
    ...first,
    ...groupRows(rows, view.groupBy, attributes).flatMap((group): MatrixLine[] => [
      { kind: 'group', group, totals: columnTotals(cells, group.rows) },
      ...below(group.rows),
    ]),
  ];
}
