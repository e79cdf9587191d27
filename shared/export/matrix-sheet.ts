import type { Matrix, MatrixColumn } from '../matrices/matrices-contract.ts';
import type { ColumnId } from '../ids.ts';
import {
  CASE_COLUMN,
  columnMark,
  HEADER_ROW,
  NOT_READ,
  originMark,
  plainColumnMark,
  rowMark,
  type SheetOrigin,
} from '../read-back/sheet-marks.ts';
import { byCell, cellKey } from './cell-lookup.ts';
import type { FragmentPlan } from './fragment-plan.ts';
import { fieldsOf, isReturned, valueOf, type SheetField } from './matrix-columns.ts';
import { layoutSheetRows, leadingColumns, type MatrixLayout } from './matrix-layout.ts';
import type { Sheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts';

export const MATRIX_SHEET = 'Matrix';

/** What a matrix and its columns are called in every file. */
export interface MatrixIdentity extends SheetOrigin {
  readonly columnUids: ReadonlyMap<ColumnId, string>;
}

/**
 * Rows × columns with the summaries and judgements. After each column stands the number of fragments behind a cell, which
 * leads to them: a link on the summary itself would keep LibreOffice from wrapping it, and would jump away from whoever
 * clicks a cell to read it. A hidden column and a hidden row say which row and column is which when the sheet comes back.
 */
export function matrixSheet(
  matrix: Matrix,
  layout: MatrixLayout,
  plan: FragmentPlan,
  identity: MatrixIdentity,
): Sheet {
  const cells = byCell(matrix.cells);
  const leading = leadingColumns(layout);
  const fields = matrix.columns.flatMap((column) => fieldsOf(column).map((field) => ({ column, field })));
  const columns: SheetColumn[] = [
    ...leading,
    ...fields.map(({ column, field }) => sheetColumn(column, field)),
    { title: rowMark(HEADER_ROW), width: 6, hidden: true },
  ];
  const rows = layoutSheetRows(layout, columns.length - 1, ({ key }) =>
    fields.map(({ column, field }): SheetCell => {
      const value = valueOf(cells.get(cellKey(key, column.id)), field);
      return {
        value,
        link: field === 'count' ? plan.firstOf(key, column.id) : undefined,
        isText: field === 'summary',
      };
    }),
  );
  const marks = [
    plainColumnMark(CASE_COLUMN),
    ...layout.attributes.map(() => plainColumnMark(NOT_READ)),
    ...fields.map(({ column, field }) => fieldMark(column, field, identity)),
    originMark(identity),
  ];
  return {
    name: MATRIX_SHEET,
    columns,
    rows: [
      ...rows.map((row, index) => marked(row, layout, index)),
      // An empty row keeps spreadsheets from sorting the marks in among the cases.
      { kind: 'hidden', cells: [] },
      { kind: 'hidden', cells: marks.map((value) => ({ value })) },
    ],
    rowCount: layout.rows.length + 2,
    filter: false,
  };
}

function sheetColumn({ title, width }: MatrixColumn, field: SheetField): SheetColumn {
  switch (field) {
    case 'summary':
      return { title, width: charactersOf(width) };
    case 'derived':
      return { title: `${title} (cases)`, shortTitle: title, width: 20 };
    case 'rating':
    case 'symbol':
      return { title: `${title} (${field})`, shortTitle: field, width: 10 };
    case 'count':
      return { title: `${title} (n)`, shortTitle: 'n', width: 5, numeric: true };
  }
}

function fieldMark({ id }: MatrixColumn, field: SheetField, { columnUids }: MatrixIdentity): string {
  const uid = columnUids.get(id);
  return uid !== undefined && isReturned(field) ? columnMark(uid, field) : plainColumnMark(NOT_READ);
}

function marked(row: SheetRow, layout: MatrixLayout, index: number): SheetRow {
  const entry = layout.rows[index];
  const key = entry?.kind === 'case' ? entry.row.key : NOT_READ;
  return { ...row, cells: [...row.cells, { value: rowMark(key) }] };
}

/** Where each column of the matrix begins in the sheet, counted from 1. */
export function columnPlaces(
  { columns }: Pick<Matrix, 'columns'>,
  { firstColumn }: MatrixLayout,
): ReadonlyMap<ColumnId, number> {
  const places = new Map<ColumnId, number>();
  let next = firstColumn;
  for (const column of columns) {
    const fields = fieldsOf(column);
    places.set(column.id, next + Math.max(0, fields.indexOf('summary')));
    next += fields.length;
  }
  return places;
}

/** From CSS pixels to characters; neither so narrow that words break nor so wide that one column fills the page. */
function charactersOf(pixels: number): number {
  return Math.min(60, Math.max(24, Math.round(pixels / 7)));
}
