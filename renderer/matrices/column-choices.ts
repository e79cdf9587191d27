import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import type { MenuChoice } from '../ui/menu.tsx';
import { changeView, COLUMN_WIDTHS, moveColumn, resizeColumn } from './matrices-actions.ts';
import { openDialog } from './matrices-store.ts';
import type { MatrixModel } from './matrix-model.ts';
import { runSafely } from './run-safely.ts';

/** The menu of a column header. */
export function columnChoices({ matrix, columns }: MatrixModel, column: MatrixColumn): MenuChoice[] {
  const { id } = column;
  const index = columns.indexOf(column);
  const sortBy = (descending: boolean): void =>
    runSafely(changeView(matrix.id, { sort: { by: 'column', columnId: id }, descending }));
  return [
    {
      id: 'title',
      label: 'Rename…',
      run: () => openDialog({ kind: 'column', columnId: id, field: 'title' }),
    },
    { id: 'codes', label: 'Codes…', run: () => openDialog({ kind: 'column', columnId: id, field: 'codes' }) },
    {
      id: 'rule',
      label: 'Decision rule…',
      run: () => openDialog({ kind: 'column', columnId: id, field: 'rule' }),
    },
    { id: 'most', label: 'Most codings first', run: () => sortBy(true) },
    { id: 'least', label: 'Fewest codings first', run: () => sortBy(false) },
    {
      id: 'left',
      label: 'Move left',
      shortcut: 'Alt+Shift+←',
      isDisabled: index === 0,
      run: () => runSafely(moveColumn(id, -1)),
    },
    {
      id: 'right',
      label: 'Move right',
      shortcut: 'Alt+Shift+→',
      isDisabled: index === columns.length - 1,
      run: () => runSafely(moveColumn(id, 1)),
    },
    {
      id: 'width',
      label: 'Usual width',
      run: () => runSafely(resizeColumn(id, COLUMN_WIDTHS.usual)),
    },
    {
      id: 'remove',
      label: 'Remove…',
      tone: 'danger',
      run: () => openDialog({ kind: 'remove-column', columnId: id }),
    },
  ];
}
