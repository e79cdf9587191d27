import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CodeId, ColumnId } from '#shared/ids.ts';
import type { matricesContract } from '#shared/matrices/matrices-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { deleteCellsOfColumn } from './cells-sql.ts';
import {
  codesOfColumn,
  columnsOfMatrix,
  deleteCodesOfColumn,
  deleteColumn,
  deleteSourcesOfColumn,
  findColumn,
  updateColumn,
  type ColumnRecord,
  sourcesOfMatrix,
} from './columns-sql.ts';
import { forgetSortColumn } from './matrices-sql.ts';
import { insertStep } from './reduction-sql.ts';
import { namesOfCodes, placeInOrder, storeColumnCodes } from './store-matrix.ts';

type Contract = typeof matricesContract;

/** Throws `not-found`. */
export function requireColumn(db: ReadableDb, id: ColumnId): ColumnRecord {
  const column = findColumn(db, id);
  if (column === undefined) throw new AppError('not-found', { what: 'column' });
  return column;
}

export function changeColumn(context: MutationContext, input: InputOf<Contract['changeColumn']>): void {
  const column = requireColumn(context.db, input.id);
  const title = input.title?.trim() ?? column.title;
  if (title === '') throw new AppError('name-empty', { what: 'column' });
  const decisionRule = input.decisionRule?.trim() ?? column.decisionRule;
  const width = input.width ?? column.width;
  const poleLow = input.poleLow?.trim() ?? column.poleLow;
  const poleHigh = input.poleHigh?.trim() ?? column.poleHigh;
  if (column.kind === 'codes' && input.codeIds?.length === 0)
    throw new AppError('bad-input', { problems: ['Choose at least one code for the column.'] });
  context.label(labelOf(column, { ...input, title }));
  updateColumn(context.db, column.id, { title, decisionRule, width, poleLow, poleHigh });
  if (input.codeIds !== undefined) replaceCodes(context, column.id, input.codeIds);
}

function labelOf(column: ColumnRecord, input: InputOf<Contract['changeColumn']> & { title: string }): string {
  if (input.title !== column.title) return `Rename column “${column.title}” to “${input.title}”`;
  if (input.codeIds !== undefined) return `Choose the codes of column “${column.title}”`;
  if (input.decisionRule !== undefined) return `Change the decision rule of “${column.title}”`;
  if (input.poleLow !== undefined || input.poleHigh !== undefined)
    return `Name the poles of “${column.title}”`;
  return `Resize column “${column.title}”`;
}

function replaceCodes(context: MutationContext, id: ColumnId, codeIds: readonly CodeId[]): void {
  // Rows that would come back the same are left alone: the history tells what changed, not what was written again.
  if (codesOfColumn(context.db, id).join() === [...new Set(codeIds)].join()) return;
  namesOfCodes(context.db, codeIds);
  deleteCodesOfColumn(context.db, id);
  storeColumnCodes(context, id, codeIds);
}

export function moveColumn(context: MutationContext, { id, index }: InputOf<Contract['moveColumn']>): void {
  const column = requireColumn(context.db, id);
  const order = columnsOfMatrix(context.db, column.matrixId).map((other) => other.id);
  const others = order.filter((other) => other !== id);
  placeInOrder(context, column.matrixId, others.toSpliced(Math.min(index, others.length), 0, id));
  context.label(`Move column “${column.title}”`);
}

/** With its cells and their evidence. That a drawn column was taken away again stays in the log of the reduction. */
export function removeColumn(context: MutationContext, id: ColumnId): void {
  const { db } = context;
  const column = requireColumn(db, id);
  context.label(`Remove column “${column.title}”`);
  const sources = sourcesOfMatrix(db, column.matrixId).filter(({ ofColumn }) => ofColumn === id);
  if (sources.length > 0) {
    const step = {
      kind: 'remove' as const,
      matrixId: column.matrixId,
      columnUid: column.uid,
      columnTitle: column.title,
      reason: '',
      sources: sources.map((source) => ({
        uid: requireColumn(db, source.columnId).uid,
        matrix: source.matrixName,
        column: source.title,
      })),
      coderId: context.requireCoder(),
    };
    insertStep(db, context.newUid(), step, context.now());
  }
  dropColumn(context, id);
  const left = columnsOfMatrix(context.db, column.matrixId).map((other) => other.id);
  placeInOrder(context, column.matrixId, left);
}

export function dropColumn({ db }: MutationContext, id: ColumnId): void {
  deleteCellsOfColumn(db, id);
  deleteCodesOfColumn(db, id);
  deleteSourcesOfColumn(db, id);
  forgetSortColumn(db, id);
  deleteColumn(db, id);
}
