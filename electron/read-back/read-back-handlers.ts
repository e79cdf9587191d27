import { AppError } from '#shared/contract/errors.ts';
import type { InputOf } from '#shared/contract/method.ts';
import { cellSymbols, ratings, type CellSymbol, type Rating } from '#shared/matrices/cell-kinds.ts';
import type { readBackContract } from '#shared/read-back/read-back-contract.ts';
import type { HandlersOf, MutationContext } from '#electron/core/handlers.ts';
import { findCell } from '#electron/matrices/cells-sql.ts';
import { judge, writeSummary } from '#electron/matrices/change-cells.ts';
import { requireColumn } from '#electron/matrices/change-columns.ts';
import { nameOfPlace } from '#electron/matrices/find-row.ts';
import { requireMatrix } from '#electron/matrices/read-matrix.ts';
import { previewReturned } from './preview-returned.ts';

type Contract = typeof readBackContract;
type TakenCell = InputOf<Contract['take']>['cells'][number];

export const readBackHandlers: HandlersOf<Contract> = {
  async preview({ session, files, tasks }, { file, matrixId }) {
    const stored = files.resolve(file);
    const sheets = await tasks.run('readReturnedWorkbook', `Read “${stored.name}”`, stored);
    return previewReturned(session.requireProject().readable, stored.name, sheets, matrixId);
  },

  take,
};

/** Every cell must still say what was shown: what was decided was decided about that. */
function take(
  context: MutationContext,
  { matrixId, fileName, cells }: InputOf<Contract['take']>,
): { cells: number } {
  const matrix = requireMatrix(context.db, matrixId);
  for (const cell of cells) {
    if (requireColumn(context.db, cell.columnId).matrixId !== matrix.id)
      throw new AppError('not-found', { what: 'column' });
    if (currentText(context, cell) !== cell.before)
      throw new AppError('cell-changed-meanwhile', { cell: nameOfPlace(context.db, cell) });
    write(context, cell);
  }
  const what = cells.length === 1 ? '1 cell' : `${cells.length} cells`;
  context.label(`Take back ${what} of “${matrix.name}” from “${fileName}”`);
  return { cells: cells.length };
}

function currentText({ db }: MutationContext, { columnId, rowKey, field }: TakenCell): string {
  const cell = findCell(db, columnId, rowKey);
  return cell?.[field] ?? '';
}

function write(context: MutationContext, { columnId, rowKey, field, text }: TakenCell): void {
  const place = { columnId, rowKey };
  switch (field) {
    case 'summary':
      return writeSummary(context, { ...place, summary: text });
    case 'rating':
      return judge(context, { ...place, rating: text === '' ? null : oneOf<Rating>(ratings, text) });
    case 'symbol':
      return judge(context, { ...place, symbol: text === '' ? null : oneOf<CellSymbol>(cellSymbols, text) });
  }
}

function oneOf<Value extends string>(allowed: readonly Value[], text: string): Value {
  const found = allowed.find((value) => value === text);
  if (found === undefined)
    throw new AppError('bad-input', { problems: [`“${text}” is none of: ${allowed.join(', ')}.`] });
  return found;
}
