import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { IconButton } from '../ui/button.tsx';

interface QueryRowProps {
  /** Left out: this part of the question cannot be taken out. */
  readonly onRemove?: () => void;
  /** What is taken out, read out. */
  readonly what: string;
  readonly children: ReactNode;
}

/** One part of the question: words and the choices between them. */
export function QueryRow({ onRemove, what, children }: QueryRowProps) {
  return (
    <div className="query-row" role="group" aria-label={what}>
      <div className="query-words">{children}</div>
      {onRemove !== undefined && <IconButton label={`Leave out: ${what}`} icon={<X />} onPress={onRemove} />}
    </div>
  );
}
