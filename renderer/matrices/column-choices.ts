import type { ColumnKind } from '#shared/matrices/cell-kinds.ts';
import type { MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import type { MenuChoice } from '../ui/menu.tsx';
import { changeView, COLUMN_WIDTHS, moveColumn, resizeColumn } from './matrices-actions.ts';
import { openDialog } from './matrices-store.ts';
import type { MatrixModel } from './matrix-model.ts';
import { runSafely } from './run-safely.ts';

const ORDER_LABELS: Readonly<Partial<Record<ColumnKind, readonly [down: string, up: string]>>> = {
  rating: ['Highest rating first', 'Lowest rating first'],
  attribute: ['Sort down by the value', 'Sort up by the value'],
  checklist: ['Absent and unclear first', 'Present first'],
  condition: ['Missed and unknown first', 'Met first'],
  verdict: ['Diverging first', 'Converging first'],
  group: ['Most cases first', 'Fewest cases first'],
};

const hasCodes = ({ kind }: MatrixColumn): boolean => kind !== 'attribute' && kind !== 'group';

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
    ...(hasCodes(column)
      ? [
          {
            id: 'codes',
            label: 'Codes…',
            run: () => openDialog({ kind: 'column', columnId: id, field: 'codes' }),
          },
        ]
      : []),
    ...(column.kind === 'rating'
      ? [
          {
            id: 'poles',
            label: 'Names of the poles…',
            run: () => openDialog({ kind: 'column', columnId: id, field: 'poles' }),
          },
        ]
      : []),
    {
      id: 'rule',
      label: 'Decision rule…',
      run: () => openDialog({ kind: 'column', columnId: id, field: 'rule' }),
    },
    { id: 'most', label: ORDER_LABELS[column.kind]?.[0] ?? 'Most codings first', run: () => sortBy(true) },
    {
      id: 'least',
      label: ORDER_LABELS[column.kind]?.[1] ?? 'Fewest codings first',
      run: () => sortBy(false),
    },
    ...(matrix.rowKind === 'cases' && matrix.attributes.length > 0
      ? [{ id: 'by-group', label: 'By group…', run: () => openDialog({ kind: 'by-group', columnId: id }) }]
      : []),
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
