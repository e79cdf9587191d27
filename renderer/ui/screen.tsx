import type { ReactNode } from 'react';

interface ScreenProps {
  readonly title: string;
  /** Beside the title: a count, a state. */
  readonly note?: ReactNode;
  /** At the right end of the header. */
  readonly toolbar?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every screen: one line of header, and the rest for the work. */
export function Screen({ title, note, toolbar, children }: ScreenProps) {
  return (
    <section className="screen" aria-label={title}>
      <header className="screen-header">
        <h1>{title}</h1>
        {note !== undefined && <span className="screen-note">{note}</span>}
        {toolbar !== undefined && <div className="screen-toolbar">{toolbar}</div>}
      </header>
      <div className="screen-body">{children}</div>
    </section>
  );
}
