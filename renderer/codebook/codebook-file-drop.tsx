import { useState, type DragEvent, type ReactNode } from 'react';
import { reportError } from '../ui/toasts-store.ts';
import { previewCodebookFile } from './codebook-actions.ts';

/** The whole screen takes a codebook file that is dropped on it. The button does the same for those without a pointer. */
export function CodebookFileDrop({ children }: { readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const holdsFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      className="codebook-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const into = event.relatedTarget;
        if (!(into instanceof Node) || !event.currentTarget.contains(into)) setOver(false);
      }}
      onDrop={(event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) previewCodebookFile(file).catch(reportError);
      }}
    >
      {children}
      {isOver && <p className="codebook-drop-note">Drop a codebook file (.json) to import it</p>}
    </div>
  );
}
