import { must } from '#shared/assert.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { ColumnId, MatrixId } from '#shared/ids.ts';
import type { matricesContract } from '#shared/matrices/matrices-contract.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { findColumn, type ColumnRecord } from './columns-sql.ts';
import { insertStep, type NewStep } from './reduction-sql.ts';
import { requireMatrix } from './read-matrix.ts';
import { rowCodesOf } from './rows-sql.ts';
import { storeMatrix } from './store-matrix.ts';

type Drawn = InputOf<typeof matricesContract.draw>;

/**
 * A matrix of the same rows (or of groups of them) whose columns are drawn from the cells of another. The cells start
 * empty: people write them, with those they are drawn from beside them. A merge and what is left out need a reason.
 */
export function drawMatrix(context: MutationContext, input: Drawn): MatrixId {
  const source = requireMatrix(context.db, input.sourceId);
  context.label(`Draw matrix “${input.name.trim()}” from “${source.name}”`);
  return storeDrawn(context, input);
}

/** The same as a part of something larger, which names the change. */
export function storeDrawn(
  context: MutationContext,
  { name, sourceId, columns, leftOut, rowAttributeId }: Drawn,
): MatrixId {
  const { db } = context;
  const source = requireMatrix(db, sourceId);
  for (const { sourceIds, title, reason } of columns)
    if (sourceIds.length > 1)
      requireReason(reason, `columns are merged${title === '' ? '' : ` into “${title}”`}`);
  const isGrouped = rowAttributeId !== null;
  const { id, columnIds } = storeMatrix(context, {
    name,
    display: 'second',
    rowKind: isGrouped ? 'groups' : source.rowKind,
    rowAttributeId: isGrouped ? rowAttributeId : source.rowAttributeId,
    rowCodeIds: isGrouped ? [] : rowCodesOf(db, sourceId).map((code) => code.id),
    layerId: source.layerId,
    groupBy: isGrouped ? null : source.groupAttributeId,
    columns: columns.map(({ title, kind, sourceIds }) => ({ title, kind, sourceIds })),
  });
  columns.forEach(({ sourceIds, reason }, index) =>
    logColumn(context, id, must(columnIds[index], 'one id for each column'), sourceIds, reason),
  );
  for (const { columnId, reason } of leftOut) logLeftOut(context, id, columnId, reason);
  return id;
}

/** A step of the reduction log: a column of the first matrix that is not taken over. */
export function logLeftOut(
  context: MutationContext,
  matrixId: MatrixId,
  columnId: ColumnId,
  reason: string,
): void {
  const column = requireSource(context, columnId);
  requireReason(reason, `“${column.title}” is left out`);
  log(context, matrixId, { kind: 'leave out', columnUid: null, columnTitle: column.title, reason }, [column]);
}

/** A step of the reduction log: a column that was drawn from one other, or merged from several. */
export function logColumn(
  context: MutationContext,
  matrixId: MatrixId,
  columnId: ColumnId,
  sourceIds: readonly ColumnId[],
  reason: string,
): void {
  const sources = [...new Set(sourceIds)].map((id) => requireSource(context, id));
  const kind = sources.length > 1 ? 'merge' : 'draw';
  const column = must(findColumn(context.db, columnId), 'the column was just made');
  if (kind === 'merge') requireReason(reason, `columns are merged into “${column.title}”`);
  log(context, matrixId, { kind, columnUid: column.uid, columnTitle: column.title, reason }, sources);
}

function log(
  context: MutationContext,
  matrixId: MatrixId,
  step: Pick<NewStep, 'kind' | 'columnUid' | 'columnTitle' | 'reason'>,
  sources: readonly ColumnRecord[],
): void {
  const named = sources.map((source) => ({
    uid: source.uid,
    matrix: requireMatrix(context.db, source.matrixId).name,
    column: source.title,
  }));
  const coderId = context.requireCoder();
  insertStep(context.db, context.newUid(), { ...step, matrixId, sources: named, coderId }, context.now());
}

function requireSource({ db }: MutationContext, id: ColumnId): ColumnRecord {
  const column = findColumn(db, id);
  if (column === undefined) throw new AppError('not-found', { what: 'source column' });
  return column;
}

function requireReason(reason: string, what: string): void {
  if (reason === '') throw new AppError('reason-missing', { what });
}
