import type { checkingContract } from '#shared/checking/checking-contract.ts';
import { stateWord } from '#shared/checking/state-words.ts';
import { countChanges } from '#shared/checking/change-sentences.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import type { CellId } from '#shared/ids.ts';
import type { MutationContext } from '#electron/core/handlers.ts';
import { deleteCellIfEmpty, findCell } from '#electron/matrices/cells-sql.ts';
import { ensureCell } from '#electron/matrices/change-cells.ts';
import { cellsByIds, deleteBasis, insertConfirmation, updateMark } from './basis-sql.ts';
import { nameOfCell } from './cell-names-sql.ts';
import { changesOf } from './read-cell-checking.ts';
import { requireCheckedCell } from './read-checking.ts';
import { standBehind } from './stand-behind.ts';

type Contract = typeof checkingContract;

/**
 * Draft and ready are said of what is written, the other two of what is not: throws `mark-needs-claim` and
 * `mark-needs-empty`. Of many cells those that the mark does not fit are left as they are.
 */
export function markCells(context: MutationContext, { places, mark }: InputOf<Contract['mark']>): void {
  const { db } = context;
  const coderId = context.requireCoder();
  const saysWhy = mark === 'not asked' || mark === 'nothing said';
  const ids = places.flatMap(({ columnId, rowKey }) => {
    const known = findCell(db, columnId, rowKey)?.id;
    return known ?? (saysWhy ? ensureCell(context, { columnId, rowKey }) : []);
  });
  const cells = cellsByIds(db, ids);
  const fit = cells.filter((cell) => mark === null || (cell.isClaim === 1) !== saysWhy);
  if (fit.length === 0 && mark !== null)
    throw saysWhy ? new AppError('mark-needs-empty', {}) : new AppError('mark-needs-claim', {});
  const changed = fit.filter((cell) => cell.mark !== mark);
  for (const { cellId, isClaim } of mark === null ? changed : []) {
    if (isClaim === 1) updateMark(db, cellId, 'draft');
    else unmark(context, cellId);
  }
  if (mark !== null) {
    // Readiness says nothing about what changed meanwhile: a stale cell stays stale until somebody confirms it.
    const [stood, fresh] = partition(changed, (cell) => cell.quick !== null && !saysWhy);
    for (const { cellId } of stood) updateMark(db, cellId, mark);
    if (fresh.length > 0)
      standBehind(
        context,
        fresh.map(({ cellId }) => cellId),
        coderId,
        mark,
      );
  }
  const [first] = changed;
  if (first === undefined) return;
  const said = mark === null ? 'Take the mark from' : `Mark as “${stateWord(mark)}”:`;
  context.label(`${said} ${changed.length === 1 ? nameOfCell(db, first.cellId) : `${changed.length} cells`}`);
}

function unmark({ db }: MutationContext, cellId: CellId): void {
  deleteBasis(db, cellId);
  deleteCellIfEmpty(db, cellId);
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): readonly [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** Throws `not-found`, and `not-stale` when nothing changed. */
export function confirmCell(context: MutationContext, input: InputOf<Contract['confirm']>): void {
  const { db, visible } = context;
  const coderId = context.requireCoder();
  const record = findCell(db, input.columnId, input.rowKey);
  if (record === undefined) throw new AppError('not-found', { what: 'cell' });
  // What this person does not see they cannot stand by, and the log would tell of it.
  const { cell, isStale } = requireCheckedCell(visible, record.id);
  if (!isStale) throw new AppError('not-stale', {});
  const what = countChanges(changesOf(visible, cell).map(({ kind }) => kind));
  context.label(`Still right: ${nameOfCell(db, cell.cellId)}`);
  insertConfirmation(db, context.newUid(), cell.cellId, coderId, context.now(), what, input.note.trim());
  standBehind(context, [cell.cellId], coderId, cell.mark);
}
