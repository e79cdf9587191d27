import type { MatrixView, matricesContract } from '#shared/matrices/matrices-contract.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { MatrixId } from '#shared/ids.ts';
import { storableFilter } from '#shared/matrices/case-filter.ts';
import { packCells } from '#shared/matrices/packed-cells.ts';
import type { HandlersOf } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { countSummaries } from './cells-sql.ts';
import { judge, setEvidence, writeSummary } from './change-cells.ts';
import { changeColumn, dropColumn, moveColumn, removeColumn } from './change-columns.ts';
import { columnsOfMatrix, matricesDrawnFrom } from './columns-sql.ts';
import { noteOnCells } from './note-on-cells.ts';
import { drawMatrix, logColumn } from './draw-matrix.ts';
import {
  deleteMatrix,
  layerExists,
  listMatrices,
  updateMatrix,
  updateView,
  type StoredView,
} from './matrices-sql.ts';
import { readingHandlers } from './reading-handlers.ts';
import { stepsOfMatrix } from './reduction-sql.ts';
import { readCell } from './read-cell.ts';
import { readQuotations } from './read-quotations.ts';
import { readMatrix, readRowsAfter, requireMatrix, viewOf } from './read-matrix.ts';
import { freeName, requireTraits, storeColumn, storeMatrix } from './store-matrix.ts';

export const matricesHandlers: HandlersOf<typeof matricesContract> = {
  list: ({ db }) => listMatrices(db),

  get: ({ db }, { id }) => readMatrix(db, id),

  getPacked({ db }, { id }) {
    const matrix = readMatrix(db, id);
    return { ...matrix, cells: packCells(matrix.cells) };
  },

  rowsAfter: ({ db }, { id, changes }) => readRowsAfter(db, id, changes),

  cell: ({ db }, { most, ...place }) => readCell(db, place, most),

  quotations: ({ db }, input) => readQuotations(db, input),

  create(context, input) {
    context.label(`Make matrix “${input.name.trim()}”`);
    return storeMatrix(context, input).id;
  },

  ...readingHandlers,

  noteOnCells,

  draw: drawMatrix,

  reductionLog({ db }, { id }) {
    requireMatrix(db, id);
    return stepsOfMatrix(db, id);
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

  setView({ db, label }, { id, ...changes }) {
    const matrix = requireMatrix(db, id);
    label(`Order matrix “${matrix.name}”`);
    updateView(db, id, storable(db, id, { ...viewOf(matrix), ...given(changes) }));
  },

  removalPreview({ db }, { id, columnId }) {
    requireMatrix(db, id);
    const all = columnsOfMatrix(db, id);
    const columns = columnId === undefined ? all : all.filter((column) => column.id === columnId);
    return {
      columns: columns.length,
      summaries: columns.reduce((sum, column) => sum + countSummaries(db, column.id), 0),
      drawnInto: matricesDrawnFrom(
        db,
        columns.map((column) => column.id),
      ),
    };
  },

  remove(context, { id }) {
    const { db } = context;
    const matrix = requireMatrix(db, id);
    context.label(`Remove matrix “${matrix.name}”`);
    for (const column of columnsOfMatrix(db, id)) dropColumn(context, column.id);
    deleteMatrix(db, id);
  },

  addColumn(context, { matrixId, index, reason, ...column }) {
    const matrix = requireMatrix(context.db, matrixId);
    context.label(`Add a column to “${matrix.name}”`);
    const id = storeColumn(context, matrixId, column, index);
    if (column.sourceIds.length > 0) logColumn(context, matrixId, id, column.sourceIds, reason);
    return id;
  },

  changeColumn,

  moveColumn,

  removeColumn: (context, { id }) => removeColumn(context, id),

  writeSummary,

  judge,

  setEvidence,
};

/** Without what was left out. */
function given(changes: Omit<InputOf<typeof matricesContract.setView>, 'id'>): Partial<MatrixView> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

const missing = (what: string): AppError => new AppError('not-found', { what });

/** The view as the table keeps it, when all that it names exists. */
function storable(db: ReadableDb, id: MatrixId, view: MatrixView): StoredView {
  const { layerId, sort, descending, groupBy, filters, shows } = view;
  const sortAttributeId = sort.by === 'attribute' ? sort.attributeId : null;
  const sortColumnId = sort.by === 'column' ? sort.columnId : null;
  const columns = new Set(columnsOfMatrix(db, id).map((column) => column.id));
  if (layerId !== null && !layerExists(db, layerId)) throw missing('coder');
  if (sortColumnId !== null && !columns.has(sortColumnId)) throw missing('column');
  requireTraits(db, [sortAttributeId, groupBy, ...filters.map(({ attributeId }) => attributeId)]);
  return {
    layerId,
    sortAttributeId,
    sortColumnId,
    sortDescending: descending ? 1 : 0,
    groupAttributeId: groupBy,
    filter: JSON.stringify(filters.map(storableFilter)),
    shows: shows.join(' '),
  };
}
