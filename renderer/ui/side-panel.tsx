import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { IconButton } from './button.tsx';

interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Buttons at the bottom right. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Work that goes on beside what one reads: unlike a dialog it blocks nothing. Escape in it closes it. */
export function SidePanel({ title, onClose, footer, children }: SidePanelProps) {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const panel = frame.current;
    const before = document.activeElement;
    // Whoever asked for it goes on in it, and afterwards where they were.
    if (panel !== null && !panel.contains(before)) panel.querySelector('input')?.focus();
    return () => {
      const isLost = document.activeElement === document.body || document.activeElement === null;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape has a button too
    <section ref={frame} className="side-panel" aria-label={title} onKeyDown={onKeyDown}>
      <header className="side-panel-header">
        <h2>{title}</h2>
        <IconButton label="Close" icon={<X />} onPress={onClose} />
      </header>
      <div className="side-panel-body">{children}</div>
      {footer !== undefined && <footer className="side-panel-footer">{footer}</footer>}
    </section>
  );
}
