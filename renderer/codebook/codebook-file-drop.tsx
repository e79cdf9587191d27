import type { ReactNode } from 'react';
import { FileDrop } from '../ui/file-drop.tsx';
import { reportError } from '../ui/toasts-store.ts';
import { previewCodebookFile } from './codebook-actions.ts';

/** The whole screen takes a codebook file that is dropped on it. */
export function CodebookFileDrop({ children }: { readonly children: ReactNode }) {
  return (
    <FileDrop
      note="Drop a codebook file (.json) to import it"
      onDrop={([file]) => {
        if (file !== undefined) previewCodebookFile(file).catch(reportError);
      }}
    >
      {children}
    </FileDrop>
  );
}
