import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { create } from 'zustand';

/** Which sections of the details are open; the same for every code, so that one can go from code to code. */
const useSections = create<{ readonly open: ReadonlySet<string> }>(() => ({
  open: new Set(['Definition', 'Cues']),
}));

interface CodeSectionProps {
  readonly title: string;
  /** Beside the title: how much there is in it. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** One heading of the details, to open and to close. */
export function CodeSection({ title, note = '', children }: CodeSectionProps) {
  const isOpen = useSections(({ open }) => open.has(title));
  const toggle = (): void =>
    useSections.setState(({ open }) => ({
      open: new Set(isOpen ? [...open].filter((other) => other !== title) : [...open, title]),
    }));
  return (
    <section className="code-section">
      <h2>
        <button type="button" className="code-section-title" aria-expanded={isOpen} onClick={toggle}>
          <ChevronRight aria-hidden />
          {title}
          {note !== '' && <span className="muted">{note}</span>}
        </button>
      </h2>
      {isOpen && <div className="code-section-body">{children}</div>}
    </section>
  );
}
