import { z } from 'zod';
import type { ChangedRow } from '#shared/contract/events.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { MatrixId } from '#shared/ids.ts';
import { storedFilter, type CaseFilter } from '#shared/matrices/case-filter.ts';
import { shownKinds, type ShownKind } from '#shared/matrices/cell-kinds.ts';
import { derivedTexts } from '#shared/matrices/derived-texts.ts';
import type {
  Matrix,
  MatrixCell,
  MatrixColumn,
  MatrixRowsNow,
  MatrixView,
} from '#shared/matrices/matrices-contract.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import { orderRows } from '#shared/matrices/row-order.ts';
import { sortKeys } from '#shared/matrices/sort-keys.ts';
import { sparseCells } from '#shared/matrices/sparse-cells.ts';
import type { Trait } from '#shared/matrices/traits.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { writtenCells } from './cells-sql.ts';
import { cellScope, countScope, versionsOfRows, type CellScope } from './cell-scope.ts';
import { codesOfMatrix, columnsOfMatrix, listCodePlaces, sourcesOfMatrix } from './columns-sql.ts';
import { groupSizes } from './group-sizes.ts';
import { findMatrix, type MatrixRecord } from './matrices-sql.ts';
import { readRows } from './read-rows.ts';
import { rowCodesOf } from './rows-sql.ts';
import { touchedRows } from './touched-rows.ts';
import { listTraits } from './traits-sql.ts';

/** The record of a matrix. Throws `not-found`. */
export function requireMatrix(db: ReadableDb, id: MatrixId): MatrixRecord {
  const matrix = findMatrix(db, id);
  if (matrix === undefined) throw new AppError('not-found', { what: 'matrix' });
  return matrix;
}

export interface MatrixFrame {
  readonly record: MatrixRecord;
  readonly view: MatrixView;
  readonly attributes: readonly Trait[];
  readonly columns: readonly MatrixColumn[];
  readonly scope: CellScope;
}

/** What the rows and columns of a matrix ask for, before anything is counted. A bounded number of statements. */
export function readFrame(db: ReadableDb, id: MatrixId): MatrixFrame {
  const record = requireMatrix(db, id);
  const view = viewOf(record);
  const attributes = listTraits(db);
  const columns = readColumns(db, id);
  const codes = listCodePlaces(db);
  const rows = readRows(db, record, view.filters, attributes, codes);
  return { record, view, attributes, columns, scope: cellScope(rows, columns, codes) };
}

/**
 * A matrix as it is shown and exported: every row, the chosen columns, and the cells that hold something.
 * One statement per kind of thing, whatever the size; the counting is done by `countCells`.
 */
export function readMatrix(db: ReadableDb, id: MatrixId): Matrix {
  const frame = readFrame(db, id);
  const { record, view, attributes, columns, scope } = frame;
  const { rows, cases } = scope.rows;
  const cells = readCells(db, frame, null);
  return {
    id: record.id,
    name: record.name,
    decisionRules: record.decisionRules,
    display: record.display,
    rowKind: record.rowKind,
    rowAttributeId: record.rowAttributeId,
    rowCodeIds: record.rowKind === 'codes' ? rowCodesOf(db, id).map((code) => code.id) : [],
    view,
    attributes,
    columns,
    rows: orderRows(rows, view, attributes, sortKeys(columns, cells, rows, view.sort, attributes)),
    groupSizes: groupSizes(scope.rows, columns),
    hiddenCases: cases.filter(({ isCounted }) => !isCounted).length,
    cells,
  };
}

/**
 * What changes did to the rows of a matrix in which they can show: the cells of these rows as they are now. Null when the
 * whole matrix must be read again.
 */
export function readRowsAfter(
  db: ReadableDb,
  id: MatrixId,
  changes: readonly ChangedRow[],
): MatrixRowsNow | null {
  const frame = readFrame(db, id);
  const touched = touchedRows(db, frame, changes);
  return touched === null ? null : { rowKeys: [...touched], cells: readCells(db, frame, touched) };
}

/** The cells that hold something, of some rows or (null) of all that are shown. */
function readCells(
  db: ReadableDb,
  { record, view, columns, scope }: MatrixFrame,
  keys: ReadonlySet<RowKey> | null,
): MatrixCell[] {
  if (keys?.size === 0) return [];
  const { cases, members } = scope.rows;
  const rows = keys === null ? scope.rows.rows : scope.rows.rows.filter(({ key }) => keys.has(key));
  const versions = keys === null ? null : versionsOfRows(scope, keys);
  // The cells of cases that are filtered out are not sent along.
  const shown = new Set(rows.map(({ key }) => key));
  return sparseCells(
    columns,
    countScope(db, scope, view.layerId, record.rowKind === 'coders', versions),
    writtenCells(db, record.id, keys).filter(({ rowKey }) => shown.has(rowKey)),
    derivedTexts(columns, rows, members, cases),
  );
}

export function readColumns(db: ReadableDb, id: MatrixId): MatrixColumn[] {
  const codes = Map.groupBy(codesOfMatrix(db, id), ({ columnId }) => columnId);
  const sources = Map.groupBy(sourcesOfMatrix(db, id), ({ ofColumn }) => ofColumn);
  return columnsOfMatrix(db, id).map((column) => ({
    id: column.id,
    kind: column.kind,
    title: column.title,
    decisionRule: column.decisionRule,
    width: column.width,
    codeIds: (codes.get(column.id) ?? []).map(({ codeId }) => codeId),
    attributeId: column.attributeId,
    caseValue: column.caseValue,
    poleLow: column.poleLow,
    poleHigh: column.poleHigh,
    sources: (sources.get(column.id) ?? []).map(({ columnId, title, matrixId, matrixName }) => ({
      columnId,
      title,
      matrixId,
      matrixName,
    })),
  }));
}

export function viewOf(record: MatrixRecord): MatrixView {
  return {
    layerId: record.layerId,
    sort: sortOf(record),
    descending: record.sortDescending === 1,
    groupBy: record.groupAttributeId,
    filters: filtersOf(record),
    shows: shownOf(record),
  };
}

function sortOf({ sortAttributeId, sortColumnId }: MatrixRecord): MatrixView['sort'] {
  if (sortColumnId !== null) return { by: 'column', columnId: sortColumnId };
  if (sortAttributeId !== null) return { by: 'attribute', attributeId: sortAttributeId };
  return { by: 'case' };
}

function filtersOf({ filter }: MatrixRecord): CaseFilter[] {
  return z.array(storedFilter).parse(JSON.parse(filter));
}

function shownOf({ shows }: MatrixRecord): ShownKind[] {
  const words = new Set(shows.split(' '));
  return shownKinds.filter((kind) => words.has(kind));
}
