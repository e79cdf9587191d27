import type { MatrixView, matricesContract } from '#shared/matrices/matrices-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { MatrixId } from '#shared/ids.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { countSummaries } from './cells-sql.ts';
import { setEvidence, writeSummary } from './change-cells.ts';
import { changeColumn, dropColumn, moveColumn, removeColumn } from './change-columns.ts';
import { columnsOfMatrix } from './columns-sql.ts';
import {
  deleteMatrix,
  layerExists,
  listAttributes,
  listMatrices,
  updateMatrix,
  updateView,
  type StoredView,
} from './matrices-sql.ts';
import { readCell } from './read-cell.ts';
import { readMatrix, requireMatrix, viewOf } from './read-matrix.ts';
import { freeName, storeColumn, storeMatrix } from './store-matrix.ts';

export const matricesHandlers: HandlersOf<typeof matricesContract> = {
  list: ({ db }) => listMatrices(db),

  get: ({ db }, { id }) => readMatrix(db, id),

  cell: ({ db }, place) => readCell(db, place),

  create(context, input) {
    context.label(`Make matrix “${input.name.trim()}”`);
    return storeMatrix(context, input).id;
  },

  change({ db, label }, { id, name, decisionRules }) {
    const matrix = requireMatrix(db, id);
    const newName = name === undefined ? matrix.name : freeName(db, name, id);
    label(
      newName === matrix.name
        ? `Change the decision rules of “${matrix.name}”`
        : `Rename matrix “${matrix.name}” to “${newName}”`,
    );
    updateMatrix(db, id, newName, decisionRules?.trim() ?? matrix.decisionRules);
  },

  setView({ db, label }, { id, layerId, sort, descending, groupBy }) {
    const matrix = requireMatrix(db, id);
    const current = viewOf(matrix);
    const view: MatrixView = {
      layerId: layerId === undefined ? current.layerId : layerId,
      sort: sort ?? current.sort,
      descending: descending ?? current.descending,
      groupBy: groupBy === undefined ? current.groupBy : groupBy,
    };
    label(`Order matrix “${matrix.name}”`);
    updateView(db, id, storable(db, id, view));
  },

  removalPreview({ db }, { id }) {
    requireMatrix(db, id);
    const columns = columnsOfMatrix(db, id);
    return {
      columns: columns.length,
      summaries: columns.reduce((sum, column) => sum + countSummaries(db, column.id), 0),
    };
  },

  remove(context, { id }) {
    const { db } = context;
    const matrix = requireMatrix(db, id);
    context.label(`Remove matrix “${matrix.name}”`);
    for (const column of columnsOfMatrix(db, id)) dropColumn(context, column.id);
    deleteMatrix(db, id);
  },

  addColumn(context, { matrixId, index, ...column }) {
    const matrix = requireMatrix(context.db, matrixId);
    context.label(`Add a column to “${matrix.name}”`);
    return storeColumn(context, matrixId, column, index);
  },

  changeColumn,

  moveColumn,

  removeColumn: (context, { id }) => removeColumn(context, id),

  writeSummary,

  setEvidence,
};

const missing = (what: string): AppError => new AppError('not-found', { what });

/** The view as the table keeps it, when all that it names exists. */
function storable(
  db: ReadableDb,
  id: MatrixId,
  { layerId, sort, descending, groupBy }: MatrixView,
): StoredView {
  const sortAttributeId = sort.by === 'attribute' ? sort.attributeId : null;
  const sortColumnId = sort.by === 'column' ? sort.columnId : null;
  const attributes = new Set(listAttributes(db).map((attribute) => attribute.id));
  const columns = new Set(columnsOfMatrix(db, id).map((column) => column.id));
  if (layerId !== null && !layerExists(db, layerId)) throw missing('coder');
  if (sortColumnId !== null && !columns.has(sortColumnId)) throw missing('column');
  for (const attribute of [sortAttributeId, groupBy]) {
    if (attribute !== null && !attributes.has(attribute)) throw missing('attribute');
  }
  return {
    layerId,
    sortAttributeId,
    sortColumnId,
    sortDescending: descending ? 1 : 0,
    groupAttributeId: groupBy,
  };
}
