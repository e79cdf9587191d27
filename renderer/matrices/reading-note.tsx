import { filtersInWords } from '#shared/matrices/case-filter.ts';
import { canBeLookedFor } from '#shared/matrices/patterns.ts';
import type { Matrix } from '#shared/matrices/matrices-contract.ts';
import { patternSentence } from './pattern-words.ts';
import { useReading } from './reading-store.ts';

/** Which cases count, and what the shading and the marks of the grid mean, for as long as there are any. */
export function ReadingNote({ matrix }: { readonly matrix: Matrix }) {
  const heat = useReading((state) => state.heat);
  const pattern = useReading((state) => state.pattern);
  const isSought = pattern !== null && canBeLookedFor(matrix, pattern);
  const notes = [
    ...(matrix.view.filters.length === 0
      ? []
      : [`Only cases in which ${filtersInWords(matrix.view.filters, matrix.attributes)}`]),
    ...(isSought ? [patternSentence(matrix, pattern)] : []),
  ];
  if (!heat && notes.length === 0) return null;
  return (
    <div className="matrix-reading-note" role="note" aria-label="How the matrix is read">
      {notes.map((note) => (
        <span key={note} title={note}>
          {note}
        </span>
      ))}
      {heat && (
        <span className="matrix-heat-legend">
          no fragments
          <span className="matrix-heat-scale" aria-hidden />
          {matrix.rowKind === 'cases' ? 'the most of its column' : 'all of its cases'}
        </span>
      )}
    </div>
  );
}
