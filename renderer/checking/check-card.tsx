import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Scale } from 'lucide-react';
import type { CellToCheck, QueueItem } from '#shared/checking/checking-contract.ts';
import { api } from '../api/api.ts';
import { useLive } from '../api/use-live.ts';
import { useSession } from '../app/session-store.ts';
import { navigate } from '../app/navigation.ts';
import { Button } from '../ui/button.tsx';
import { CheckOfCell } from './cell-checks.tsx';
import { CheckEvidenceList } from './check-evidence-list.tsx';
import { CHECKING_TABLES } from './checking-tables.ts';
import { OwnFirst } from './own-first.tsx';
import { VerdictForm } from './verdict-form.tsx';

interface CheckCardProps {
  readonly cellUid: string;
  readonly task: QueueItem['task'] | null;
  /** Null at the end of the queue. */
  readonly onNext: (() => void) | null;
  /** A number that is another asks for the focus, so that its keys work at once; 0 leaves it where it is. */
  readonly focusAsked: number;
}

/** One cell as its checker reads it: the rules, the evidence, then what the author made of it, then the verdict. */
export function CheckCard({ cellUid, task, onNext, focusAsked }: CheckCardProps) {
  const { value: cell } = useLive(() => api.checking.toCheck({ cellUid }), CHECKING_TABLES, [cellUid]);
  const coderId = useSession(({ project }) => project?.coderId ?? null);
  const card = useRef<HTMLDivElement>(null);
  const isThere = cell !== undefined;
  useEffect(() => {
    if (isThere && focusAsked > 0) card.current?.focus({ preventScroll: true });
  }, [isThere, focusAsked]);
  if (cell === undefined) return <div className="check-card" />;
  function onKeyDown(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === 'n' && onNext !== null) onNext();
    else return;
    event.preventDefault();
  }
  const past = cell.checks.filter(
    (check) => check.verdict !== null && (check.checkerId !== coderId || task !== 'check'),
  );
  return (
    // The card listens to keys for all that is in it; everything in it can be reached and pressed by itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={card}
      className="check-card"
      tabIndex={-1}
      aria-label={`Check ${cell.row}, ${cell.column}`}
      onKeyDown={onKeyDown}
    >
      <header className="check-card-header">
        <h2>
          {cell.row} <span className="muted">×</span> {cell.column}
        </h2>
        <p className="muted">
          {cell.matrix}
          {cell.author !== null && ` · written by ${cell.author}`}
          {cell.isStale && ' · stale: what it rests on changed since it was written'}
        </p>
        <InMatrix cell={cell} />
        {onNext !== null && (
          <Button tone="quiet" onPress={onNext}>
            Next <kbd>N</kbd>
          </Button>
        )}
      </header>
      {cell.decisionRules.map((rule) => (
        <p key={rule} className="check-rule">
          <Scale aria-label="Decision rule" />
          {rule}
        </p>
      ))}
      <CheckEvidenceList evidence={cell.evidence} fragments={cell.fragments} />
      {cell.claim === null ? (
        <OwnFirst cell={cell} onNext={onNext} />
      ) : (
        <>
          {cell.own !== null && (
            <Said title="Your own view" summary={cell.own.summary} rating={cell.own.rating} />
          )}
          <Said
            title={cell.author === null ? 'The summary' : `What ${cell.author} wrote`}
            summary={cell.claim.summary}
            rating={cell.claim.rating}
          />
          {past.length > 0 && (
            <section className="check-section" aria-label="Checks">
              {past.map((check) => (
                <CheckOfCell
                  key={check.id}
                  check={check}
                  coderId={coderId}
                  isAuthor={cell.refusal === 'author'}
                />
              ))}
            </section>
          )}
          {cell.place === null && past.some(({ isCurrent, answer }) => isCurrent && answer !== '') && (
            <p className="muted">
              The author answered you: agree when that settles it, or say what still differs.
            </p>
          )}
          {task !== 'settle' && <VerdictForm cell={cell} card={card} onNext={onNext} />}
        </>
      )}
    </article>
  );
}

function InMatrix({ cell: { place } }: { readonly cell: CellToCheck }) {
  if (place === null) return null;
  return (
    <Button tone="quiet" onPress={() => navigate({ screen: 'matrices', ...place })}>
      In the matrix
    </Button>
  );
}

interface SaidProps {
  readonly title: string;
  readonly summary: string;
  readonly rating: string | null;
}

function Said({ title, summary, rating }: SaidProps) {
  return (
    <section className="check-section" aria-label={title}>
      <h3>{title}</h3>
      {summary !== '' && <p className="check-summary">{summary}</p>}
      {rating !== null && <p>Rating: {rating}</p>}
    </section>
  );
}
