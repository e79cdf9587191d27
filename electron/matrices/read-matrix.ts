import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { MatrixId } from '#shared/ids.ts';
import { caseFilter, type CaseFilter } from '#shared/matrices/case-filter.ts';
import { shownKinds, type ShownKind } from '#shared/matrices/cell-kinds.ts';
import { derivedTexts } from '#shared/matrices/derived-texts.ts';
import type { Matrix, MatrixColumn, MatrixView } from '#shared/matrices/matrices-contract.ts';
import { orderRows } from '#shared/matrices/row-order.ts';
import { sortKeys } from '#shared/matrices/sort-keys.ts';
import { sparseCells } from '#shared/matrices/sparse-cells.ts';
import type { Attribute } from '#shared/participants/participants-contract.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { writtenCells } from './cells-sql.ts';
import { cellScope, countScope, type CellScope } from './cell-scope.ts';
import { codesOfMatrix, columnsOfMatrix, listCodePlaces, sourcesOfMatrix } from './columns-sql.ts';
import { findMatrix, listAttributes, type MatrixRecord } from './matrices-sql.ts';
import { readRows } from './read-rows.ts';
import { rowCodesOf } from './rows-sql.ts';

/** The record of a matrix. Throws `not-found`. */
export function requireMatrix(db: ReadableDb, id: MatrixId): MatrixRecord {
  const matrix = findMatrix(db, id);
  if (matrix === undefined) throw new AppError('not-found', { what: 'matrix' });
  return matrix;
}

export interface MatrixFrame {
  readonly record: MatrixRecord;
  readonly view: MatrixView;
  readonly attributes: readonly Attribute[];
  readonly columns: readonly MatrixColumn[];
  readonly scope: CellScope;
}

/** What the rows and columns of a matrix ask for, before anything is counted. A bounded number of statements. */
export function readFrame(db: ReadableDb, id: MatrixId): MatrixFrame {
  const record = requireMatrix(db, id);
  const view = viewOf(record);
  const attributes = listAttributes(db);
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
  const { record, view, attributes, columns, scope } = readFrame(db, id);
  const { rows, cases, members } = scope.rows;
  const counts = countScope(db, scope, view.layerId, record.rowKind === 'coders');
  const shown = new Set(rows.map(({ key }) => key));
  const cells = sparseCells(
    columns,
    counts,
    // The cells of cases that are filtered out are not sent along.
    writtenCells(db, id).filter(({ rowKey }) => shown.has(rowKey)),
    derivedTexts(columns, rows, members, cases),
  );
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
    rows: orderRows(rows, view, attributes, sortKeys(columns, cells, rows, view.sort)),
    hiddenCases: cases.filter(({ isCounted }) => !isCounted).length,
    cells,
  };
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
  return z.array(caseFilter).parse(JSON.parse(filter));
}

function shownOf({ shows }: MatrixRecord): ShownKind[] {
  const words = new Set(shows.split(' '));
  return shownKinds.filter((kind) => words.has(kind));
}
