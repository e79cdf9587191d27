import { Pin, PinOff } from 'lucide-react';
import { useMemo } from 'react';
import { canBeLookedFor, patternMarks, type PatternMark } from '#shared/matrices/patterns.ts';
import type { RowKey } from '#shared/matrices/row-keys.ts';
import type { MatrixModel } from './matrix-model.ts';
import { togglePin, useReading } from './reading-store.ts';

/** Takes a row to the top, or back to its place. Alt+P does the same for the focused row. */
export function PinButton({ rowKey, name }: { readonly rowKey: RowKey; readonly name: string }) {
  const isPinned = useReading(({ pins }) => pins.includes(rowKey));
  return (
    <button
      type="button"
      className="matrix-pin"
      tabIndex={-1}
      aria-pressed={isPinned}
      aria-label={isPinned ? `Unpin ${name}` : `Pin ${name} to the top`}
      title={isPinned ? 'Back to its place (Alt+P)' : 'Pin to the top, to compare (Alt+P)'}
      onClick={() => togglePin(rowKey)}
    >
      {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
    </button>
  );
}

const WORDS: Readonly<Record<PatternMark, string>> = {
  fits: 'fits',
  contradicts: 'contradicts',
  also: 'the same, outside the group',
  'not judged': 'not judged',
};

/** How the case stands to the pattern that is being looked for. */
export function PatternNote({ rowKey, model }: { readonly rowKey: RowKey; readonly model: MatrixModel }) {
  const pattern = useReading((state) => state.pattern);
  const marks = useMemo(
    () =>
      pattern === null || !canBeLookedFor(model.matrix, pattern) ? null : patternMarks(model.matrix, pattern),
    [pattern, model.matrix],
  );
  const mark = marks?.get(rowKey);
  return mark === undefined ? null : (
    <span className="matrix-pattern-mark" data-mark={mark}>
      {WORDS[mark]}
    </span>
  );
}
