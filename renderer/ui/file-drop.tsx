import { useState, type DragEvent, type ReactNode } from 'react';
import './file-drop.css';

interface FileDropProps {
  /** Shown while files hover over the screen. */
  readonly note: string;
  readonly onDrop: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A whole screen that takes files. A button beside it must do the same for those without a pointer. */
export function FileDrop({ note, onDrop, children }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      className="file-drop"
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const into = event.relatedTarget;
        if (!(into instanceof Node) || !event.currentTarget.contains(into)) setOver(false);
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver && <p className="file-drop-note">{note}</p>}
    </div>
  );
}
