import type { Matrix, ReductionStep } from '#shared/matrices/matrices-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { closeDialog } from './matrices-store.ts';

/** How a matrix was made from others, for whoever asks how one got from the first to the second. */
export function ReductionLogDialog({ matrix }: { readonly matrix: Matrix }) {
  const { value: steps } = useLive(
    () => api.matrices.reductionLog({ id: matrix.id }),
    ['reduction_step', 'coder'],
    [matrix.id],
  );
  return (
    <Dialog
      title={`Reduction log of “${matrix.name}”`}
      isOpen
      size="medium"
      isText
      onClose={closeDialog}
      footer={
        <Button tone="primary" onPress={closeDialog}>
          Close
        </Button>
      }
    >
      {steps?.length === 0 && <p className="muted">No column of this matrix was drawn from another one.</p>}
      <ol className="matrix-log">
        {steps?.map((step, index) => (
          <li key={index}>
            <p>{sentenceOf(step)}</p>
            {step.reason !== '' && <p className="matrix-log-reason">{step.reason}</p>}
            <p className="muted">
              {step.coderName},{' '}
              {new Date(step.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
            </p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function sentenceOf({ kind, columnTitle, sources }: ReductionStep): string {
  const names = sources.map(({ matrix, column }) => `“${column}” of “${matrix}”`).join(', ');
  switch (kind) {
    case 'draw':
      return `“${columnTitle}” is drawn from ${names}.`;
    case 'merge':
      return `“${columnTitle}” is merged from ${names}.`;
    case 'leave out':
      return `“${columnTitle}” is left out.`;
    case 'remove':
      return `“${columnTitle}” was removed again.`;
  }
}
