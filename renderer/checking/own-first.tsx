import { useState } from 'react';
import type { CellToCheck } from '#shared/checking/checking-contract.ts';
import { ratings, type Rating } from '#shared/matrices/cell-kinds.ts';
import { api } from '../api/api.ts';
import { runSafely } from '../matrices/run-safely.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

/** The checker's own view, from the evidence alone; the author's has not been sent to this screen yet. */
export function OwnFirst({ cell }: { readonly cell: CellToCheck }) {
  const [summary, setSummary] = useState('');
  const [rating, setRating] = useState<Rating | null>(null);
  const wantsRating = cell.mode === 'own rating';
  const isEmpty = wantsRating ? rating === null : summary.trim() === '';
  return (
    <section className="check-section" aria-label="Your own view first">
      <h3>{wantsRating ? 'Your own rating first' : 'Your own summary first'}</h3>
      <p className="muted">
        You were asked to read the evidence without knowing what was made of it. What you write is kept; then
        the author’s is shown.
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
      <p className="check-buttons">
        <Button
          tone="primary"
          isDisabled={isEmpty}
          onPress={() => runSafely(api.checking.writeOwn({ cellUid: cell.cellUid, summary, rating }))}
        >
          Keep it, and show the author’s
        </Button>
      </p>
    </section>
  );
}
