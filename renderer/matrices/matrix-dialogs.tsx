import { useEffect, useState } from 'react';
import { assertNever } from '#shared/assert.ts';
import { api } from '../api/api.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { ColumnDialog } from './column-dialog.tsx';
import { MatrixDialog } from './matrix-dialog.tsx';
import { removeColumn, removeMatrix } from './matrices-actions.ts';
import { closeDialog, useMatrices } from './matrices-store.ts';
import type { MatrixModel } from './matrix-model.ts';
import { AddColumnDialog } from './add-column-dialog.tsx';
import { ByGroupDialog } from './by-group-dialog.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import { PatternDialog } from './pattern-dialog.tsx';
import { DrawMatrixDialog } from './draw-matrix-dialog.tsx';
import { ReductionLogDialog } from './reduction-log-dialog.tsx';
import { NewMatrixDialog } from './new-matrix-dialog.tsx';
import { runSafely } from './run-safely.ts';

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
        <ConfirmDialog
          title={`Remove column “${column.title}”?`}
          isOpen
          confirmLabel="Remove column"
          onConfirm={() => runSafely(removeColumn(column.id, column.title))}
          onClose={closeDialog}
        >
          <p>{goesAlong(model.totals.get(column.id)?.summaries ?? 0)} The codings stay as they are.</p>
          {column.sources.length > 0 && (
            <p className="muted">The log of the reduction keeps that it was there.</p>
          )}
        </ConfirmDialog>
      );
    }
    default:
      return assertNever(dialog);
  }
}

function RemoveMatrixDialog({ model: { matrix } }: { readonly model: MatrixModel }) {
  const [count, setCount] = useState<{ readonly columns: number; readonly summaries: number }>();
  useEffect(() => {
    api.matrices.removalPreview({ id: matrix.id }).then(setCount, reportError);
  }, [matrix.id]);
  if (count === undefined) return null;
  return (
    <ConfirmDialog
      title={`Remove matrix “${matrix.name}”?`}
      isOpen
      confirmLabel="Remove matrix"
      onConfirm={() => runSafely(removeMatrix(matrix.id, matrix.name))}
      onClose={closeDialog}
    >
      <p>
        {count.columns === 1 ? 'Its one column goes' : `Its ${count.columns} columns go`} along.{' '}
        {goesAlong(count.summaries)} The codings stay as they are.
      </p>
    </ConfirmDialog>
  );
}

function goesAlong(summaries: number): string {
  if (summaries === 0) return 'No summary has been written in it.';
  return summaries === 1
    ? 'One summary and its evidence go along.'
    : `${summaries} summaries and their evidence go along.`;
}
