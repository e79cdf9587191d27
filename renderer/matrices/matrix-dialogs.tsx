import { assertNever } from '#shared/assert.ts';
import { ColumnDialog } from './column-dialog.tsx';
import { MatrixDialog } from './matrix-dialog.tsx';
import { useMatrices } from './matrices-store.ts';
import { AddColumnDialog } from './add-column-dialog.tsx';
import { ByGroupDialog } from './by-group-dialog.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import { PatternDialog } from './pattern-dialog.tsx';
import { DrawMatrixDialog } from './draw-matrix-dialog.tsx';
import { ReductionLogDialog } from './reduction-log-dialog.tsx';
import { NewMatrixDialog } from './new-matrix-dialog.tsx';
import { RemoveColumnDialog, RemoveMatrixDialog } from './removal-dialogs.tsx';

/** Mounted for as long as they are open, so that each opening starts afresh. */
export function MatrixDialogs() {
  const dialog = useMatrices((state) => state.dialog);
  const model = useMatrices((state) => state.model);
  if (dialog === null) return null;
  if (dialog.kind === 'new') return <NewMatrixDialog />;
  if (model === null) return null;
  switch (dialog.kind) {
    case 'matrix':
      return <MatrixDialog matrix={model.matrix} />;
    case 'remove-matrix':
      return <RemoveMatrixDialog model={model} />;
    case 'add-column':
      return <AddColumnDialog matrix={model.matrix} />;
    case 'filter':
      return <FilterDialog matrix={model.matrix} />;
    case 'pattern':
      return <PatternDialog matrix={model.matrix} />;
    case 'by-group':
      return <ByGroupDialog matrix={model.stored} columnId={dialog.columnId} />;
    case 'draw':
      return <DrawMatrixDialog source={model.matrix} />;
    case 'reduction-log':
      return <ReductionLogDialog matrix={model.matrix} />;
    case 'column':
    case 'remove-column': {
      const column = model.columns.find(({ id }) => id === dialog.columnId);
      if (column === undefined) return null;
      return dialog.kind === 'column' ? (
        <ColumnDialog column={column} field={dialog.field} />
      ) : (
        <RemoveColumnDialog model={model} column={column} />
      );
    }
    default:
      return assertNever(dialog);
  }
}
