import { isOpen, latestVerdicts } from '#shared/checking/cell-state.ts';
import type { QueueItem } from '#shared/checking/checking-contract.ts';
import type { CoderId, MatrixId } from '#shared/ids.ts';
import type { ReadableDb } from '#electron/database/handles.ts';
import { columnsOfMatrix } from '#electron/matrices/columns-sql.ts';
import { namesOfCells } from './cell-names-sql.ts';
import { matricesWithChecks } from './checks-sql.ts';
import { readCheckedMatrix, type CheckedCell } from './read-checking.ts';

const byName = new Intl.Collator('en', { numeric: true });

/** What waits for a coder, matrix by matrix and row by row: a checker reads one case at a time. */
export function readQueue(db: ReadableDb, coderId: CoderId, only: MatrixId | null): readonly QueueItem[] {
  const matrices = matricesWithChecks(db).filter((id) => only === null || id === only);
  return matrices.flatMap((matrixId) => {
    const waiting = readCheckedMatrix(db, matrixId).flatMap((found) => {
      const task = taskOf(found, coderId);
      return task === null ? [] : [{ found, task }];
    });
    const names = new Map(
      namesOfCells(
        db,
        waiting.map(({ found }) => found.cell.cellId),
      ).map((name) => [name.cellId, name]),
    );
    const places = new Map(columnsOfMatrix(db, matrixId).map(({ id, position }) => [id, position]));
    const items = waiting.flatMap(({ found, task }): { item: QueueItem; columnPlace: number }[] => {
      const { cell, state, assignments, checks } = found;
      const name = names.get(cell.cellId);
      if (name === undefined) return [];
      return [
        {
          columnPlace: places.get(cell.columnId) ?? 0,
          item: {
            cellUid: name.uid,
            place: { matrixId, columnId: cell.columnId, rowKey: cell.rowKey },
            matrix: name.matrix,
            column: name.column,
            row: name.row,
            author: name.author,
            mode: assignments.find(({ checkerId }) => checkerId === coderId)?.mode ?? 'open',
            task,
            isWithheld: false,
            isAnswered: false,
            isAgain: checks.some(
              ({ checkerId, verdict, isCurrent }) => checkerId === coderId && verdict !== null && !isCurrent,
            ),
            isStale: state === 'stale',
            isDone: false,
          },
        },
      ];
    });
    return items
      .toSorted((a, b) => byName.compare(a.item.row, b.item.row) || a.columnPlace - b.columnPlace)
      .map(({ item }) => item);
  });
}

/** What this coder is to do about a cell; null for nothing. */
function taskOf(found: CheckedCell, coderId: CoderId): QueueItem['task'] | null {
  const { cell, assignments, checks } = found;
  const latest = latestVerdicts(checks);
  const own = latest.find(({ checkerId }) => checkerId === coderId);
  if (own !== undefined && isOpen(own) && own.answer !== '') return 'settle';
  if (cell.authorId === coderId && latest.some((check) => isOpen(check) && check.answer === ''))
    return 'answer';
  const isAsked = assignments.some(({ checkerId }) => checkerId === coderId);
  return isAsked && own === undefined && cell.isClaim === 1 && cell.authorId !== coderId ? 'check' : null;
}
