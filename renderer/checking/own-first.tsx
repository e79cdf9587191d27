import { useState, type KeyboardEvent } from 'react';
import type { CellToCheck } from '#shared/checking/checking-contract.ts';
import { ratings, type Rating } from '#shared/matrices/cell-kinds.ts';
import { api } from '../api/api.ts';
import { useProblem } from '../matrices/use-problem.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

interface OwnFirstProps {
  readonly cell: CellToCheck;
  readonly onNext: (() => void) | null;
}

/** The checker's own view, from the evidence alone; the author's has not been sent to this screen yet. */
export function OwnFirst({ cell, onNext }: OwnFirstProps) {
  const { cellUid, own, isWithheld } = cell;
  const [summary, setSummary] = useState(own?.summary ?? '');
  const [rating, setRating] = useState<Rating | null>(own?.rating ?? null);
  const { problem, attempt } = useProblem();
  const wantsRating = cell.mode === 'own rating';
  const isEmpty = wantsRating ? rating === null : summary.trim() === '';
  const isKept = own !== null && own.summary === summary.trim() && own.rating === rating;
  function keep(): void {
    // Where the author's comes in another file there is nothing more to see here.
    attempt(api.checking.writeOwn({ cellUid, summary, rating }), () => isWithheld && onNext?.());
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isEmpty) return;
    event.preventDefault();
    keep();
  }
  return (
    // The key is that of the button below.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="check-section" aria-label="Your own view first" onKeyDown={onKeyDown}>
      <h3>{wantsRating ? 'Your own rating first' : 'Your own summary first'}</h3>
      <p className="muted">
        You were asked to read the evidence without knowing what was made of it.{' '}
        {isWithheld
          ? 'The author’s words are not in this file. When you have written your own for every cell, send them back; the author then sends a second file with theirs, for your verdict.'
          : 'What you write is kept; then the author’s is shown.'}
      </p>
      {wantsRating ? (
        <Select
          label="Your rating"
          choices={ratings.map((value) => ({ value, label: value }))}
          value={rating}
          onChange={setRating}
        />
      ) : (
        <TextField label="Your summary" rows={4} value={summary} onChange={setSummary} />
      )}
      {problem !== undefined && (
        <p className="checking-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="check-buttons">
        <Button tone="primary" isDisabled={isEmpty || isKept} onPress={keep}>
          {isWithheld ? (isKept ? 'Kept' : 'Keep it') : 'Keep it, and show the author’s'}{' '}
          <kbd>Ctrl+Enter</kbd>
        </Button>
      </p>
    </section>
  );
}
