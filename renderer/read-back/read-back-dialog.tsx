import { useState } from 'react';
import type { ReturnedPreview } from '#shared/read-back/read-back-contract.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sentenceOf } from '../ui/toasts-store.ts';
import { takeTicked } from './read-back-actions.ts';
import { closeReadBack, useReadBack } from './read-back-store.ts';
import { ReturnedCellRow } from './returned-cell-row.tsx';
import { StrayParts } from './stray-parts.tsx';
import './read-back.css';

/** What a workbook that came back would change, before any of it is stored. */
export function ReadBackDialog() {
  const preview = useReadBack((state) => state.preview);
  return preview === null ? null : <PreviewDialog preview={preview} />;
}

function PreviewDialog({ preview }: { readonly preview: ReturnedPreview }) {
  const ticked = useReadBack((state) => state.ticked.size);
  const [problem, setProblem] = useState<string>();
  const take = (): void => {
    takeTicked(preview).catch((error: unknown) => {
      const { title, advice } = sentenceOf(error);
      setProblem(`${title} ${advice}`);
    });
  };
  return (
    <Dialog
      title={`Take back ${preview.fileName}`}
      size="large"
      isOpen
      onClose={closeReadBack}
      footer={
        <>
          {problem !== undefined && (
            <p className="field-error" role="alert">
              {problem}
            </p>
          )}
          <Button onPress={closeReadBack}>{preview.cells.length === 0 ? 'Close' : 'Cancel'}</Button>
          {preview.cells.length > 0 && (
            <Button tone="primary" autoFocus isDisabled={ticked === 0} onPress={take}>
              Take {ticked === 1 ? '1 cell' : `${ticked} cells`}
            </Button>
          )}
        </>
      }
    >
      <p className="muted">{inShort(preview)}</p>
      {preview.cells.length > 0 && (
        <ul className="returned-cells" aria-label="Cells that would change">
          {preview.cells.map((cell) => (
            <ReturnedCellRow key={`${cell.columnUid} ${cell.field} ${cell.rowKey}`} cell={cell} />
          ))}
        </ul>
      )}
      <StrayParts preview={preview} />
    </Dialog>
  );
}

function inShort({ matrixName, exportedAt, cells, problems, unchanged }: ReturnedPreview): string {
  const when = new Date(exportedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const open = cells.filter(({ isSuggested }) => !isSuggested).length;
  const none = problems.length === 0 ? 'nothing was edited' : 'nothing can be taken';
  const parts = [
    `“${matrixName}”, exported ${when}`,
    cells.length === 0 ? none : `${cells.length} edited`,
    ...(open === 0 ? [] : [`${open} to decide`]),
    `${unchanged} unchanged`,
  ];
  return `${parts.join(' · ')}.`;
}
