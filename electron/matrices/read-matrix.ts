import { AppError } from '#shared/contract/errors.ts';
import type { AttributeId, MatrixId } from '#shared/ids.ts';
import { countCells, type CellCounts } from '#shared/matrices/cell-counts.ts';
import { columnsByCode } from '#shared/matrices/column-codes.ts';
import type {
  Matrix,
  MatrixCell,
  MatrixColumn,
  MatrixRow,
  MatrixView,
} from '#shared/matrices/matrices-contract.ts';
import { orderRows, type SortCounts } from '#shared/matrices/row-order.ts';
import { sparseCells } from '#shared/matrices/sparse-cells.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { tallyCodings, versionsOfCases, writtenCells } from './cells-sql.ts';
import { codesOfMatrix, columnsOfMatrix, listCodePlaces } from './columns-sql.ts';
import { findMatrix, listAttributes, listCases, listValues, type MatrixRecord } from './matrices-sql.ts';

/** The record of a matrix. Throws `not-found`. */
export function requireMatrix(db: ReadableDb, id: MatrixId): MatrixRecord {
  const matrix = findMatrix(db, id);
  if (matrix === undefined) throw new AppError('not-found', { what: 'matrix' });
  return matrix;
}

/**
 * A matrix as it is shown and exported: every case, the chosen columns, and the cells that hold something.
 * One statement per kind of row, whatever the size; the counting is done by `countCells`.
 */
export function readMatrix(db: ReadableDb, id: MatrixId): Matrix {
  const record = requireMatrix(db, id);
  const view = viewOf(record);
  const attributes = listAttributes(db);
  const columns = readColumns(db, id);
  const cells = sparseCells(columns, countMatrix(db, columns, view), writtenCells(db, id));
  return {
    id: record.id,
    name: record.name,
    decisionRules: record.decisionRules,
    view,
    attributes,
    columns,
    rows: orderRows(readRows(db), view, attributes, sortCounts(cells, view)),
    cells,
  };
}

/** The counts of the one column that the cases are sorted by. */
function sortCounts(cells: readonly MatrixCell[], { sort }: MatrixView): SortCounts {
  if (sort.by !== 'column') return new Map();
  const sorting = cells.filter(({ columnId }) => columnId === sort.columnId);
  return new Map(sorting.map(({ participantId, count }) => [participantId, count]));
}

export function readColumns(db: ReadableDb, id: MatrixId): MatrixColumn[] {
  const codes = Map.groupBy(codesOfMatrix(db, id), ({ columnId }) => columnId);
  return columnsOfMatrix(db, id).map((column) => ({
    id: column.id,
    title: column.title,
    decisionRule: column.decisionRule,
    width: column.width,
    codeIds: (codes.get(column.id) ?? []).map(({ codeId }) => codeId),
  }));
}

function countMatrix(db: ReadableDb, columns: readonly MatrixColumn[], { layerId }: MatrixView): CellCounts {
  const columnsOf = columnsByCode(listCodePlaces(db), columns);
  const participantOf = new Map(
    versionsOfCases(db).map(({ versionId, participantId }) => [versionId, participantId]),
  );
  return countCells(tallyCodings(db, [...columnsOf.keys()], layerId), participantOf, columnsOf);
}

function readRows(db: ReadableDb): MatrixRow[] {
  const values = new Map<number, Record<AttributeId, string>>();
  for (const [participantId, attributeId, value] of listValues(db)) {
    const known = values.get(participantId);
    if (known === undefined) values.set(participantId, { [attributeId]: value });
    else Object.assign(known, { [attributeId]: value });
  }
  return listCases(db).map((row) => ({ ...row, values: values.get(row.participantId) ?? {} }));
}

export function viewOf(record: MatrixRecord): MatrixView {
  return {
    layerId: record.layerId,
    sort: sortOf(record),
    descending: record.sortDescending === 1,
    groupBy: record.groupAttributeId,
  };
}

function sortOf({ sortAttributeId, sortColumnId }: MatrixRecord): MatrixView['sort'] {
  if (sortColumnId !== null) return { by: 'column', columnId: sortColumnId };
  if (sortAttributeId !== null) return { by: 'attribute', attributeId: sortAttributeId };
  return { by: 'case' };
}
