import { useEffect, useState } from 'react';
import type { OutputOf } from '#shared/contract/method.ts';
import type { ColumnId, MatrixId } from '#shared/ids.ts';
import type { MatrixColumn, matricesContract } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { removeColumn, removeMatrix } from './matrices-actions.ts';
import { closeDialog } from './matrices-store.ts';
import type { MatrixModel } from './matrix-model.ts';
import { runSafely } from './run-safely.ts';

type RemovalPreview = OutputOf<(typeof matricesContract)['removalPreview']>;

/** What goes along with a matrix, or with one of its columns; undefined while it is counted. */
function useRemoval(id: MatrixId, columnId?: ColumnId): RemovalPreview | undefined {
  const [count, setCount] = useState<RemovalPreview>();
  useEffect(() => {
    api.matrices
      .removalPreview(columnId === undefined ? { id } : { id, columnId })
      .then(setCount, reportError);
  }, [id, columnId]);
  return count;
}

interface RemoveColumnDialogProps {
  readonly model: MatrixModel;
  readonly column: MatrixColumn;
}

/** Says what goes along with a column before it is removed. */
export function RemoveColumnDialog({ model: { matrix }, column }: RemoveColumnDialogProps) {
  const count = useRemoval(matrix.id, column.id);
  if (count === undefined) return null;
  return (
    <ConfirmDialog
      title={`Remove column “${column.title}”?`}
      isOpen
      confirmLabel="Remove column"
      onConfirm={() => runSafely(removeColumn(column.id, column.title))}
      onClose={closeDialog}
    >
      <p>{goesAlong(count.summaries)} The codings stay as they are.</p>
      <LosesSource drawnInto={count.drawnInto} />
      {column.sources.length > 0 && (
        <p className="muted">The log of the reduction keeps that it was there.</p>
      )}
    </ConfirmDialog>
  );
}

function LosesSource({ drawnInto }: { readonly drawnInto: readonly string[] }) {
  if (drawnInto.length === 0) return null;
  return (
    <p>
      {drawnInto.map((name) => `“${name}”`).join(' and ')}{' '}
      {drawnInto.length === 1 ? 'is drawn from it: its' : 'are drawn from it: their'} summaries stay, become
      stale, and no longer rest on anything here.
    </p>
  );
}

export function RemoveMatrixDialog({ model: { matrix } }: { readonly model: MatrixModel }) {
  const count = useRemoval(matrix.id);
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
      <LosesSource drawnInto={count.drawnInto} />
    </ConfirmDialog>
  );
}

function goesAlong(summaries: number): string {
  if (summaries === 0) return 'No summary has been written in it.';
  return summaries === 1
    ? 'One summary and its evidence go along.'
    : `${summaries} summaries and their evidence go along.`;
}
