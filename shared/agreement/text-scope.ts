import type { TextRange } from '../text/text-range.ts';
import { trimRange } from '../text/text-range.ts';
import type { SpeakerRole } from '../transcripts/transcripts-contract.ts';

/** The parts of a text that count, in order, apart from each other. */
export type TextScope = readonly TextRange[];

export interface ScopedTurn extends TextRange {
  readonly role: SpeakerRole;
}

/**
 * What was said by those who are studied: turns without their labels, without the interviewer (unless asked), without
 * stretches that were excluded. A text without turns counts as a whole.
 */
export function scopeOf(
  text: string,
  turns: readonly ScopedTurn[],
  excluded: readonly TextRange[],
  withInterviewer: boolean,
): TextScope {
  const spoken: readonly TextRange[] =
    turns.length === 0
      ? [{ start: 0, end: text.length }]
      : turns.filter(({ role }) => withInterviewer || role !== 'interviewer');
  return spoken
    .flatMap((turn) => without(trimRange(text, turn), excluded))
    .filter(({ start, end }) => end > start);
}

function without(range: TextRange, excluded: readonly TextRange[]): readonly TextRange[] {
  let rest: readonly TextRange[] = [range];
  for (const cut of excluded) {
    rest = rest.flatMap(({ start, end }) =>
      cut.end <= start || cut.start >= end
        ? [{ start, end }]
        : [
            { start, end: Math.min(end, cut.start) },
            { start: Math.max(start, cut.end), end },
          ].filter((part) => part.end > part.start),
    );
  }
  return rest;
}

/** Positions as if the text were nothing but its scope: the continuum that agreement is measured on. */
export class FlatText {
  readonly length: number;
  readonly #scope: TextScope;
  readonly #before: readonly number[];

  constructor(scope: TextScope) {
    this.#scope = scope;
    let total = 0;
    this.#before = scope.map(({ start, end }) => (total += end - start) - (end - start));
    this.length = total;
  }

  /** How much of the scope lies before a position of the text. */
  positionOf(position: number): number {
    let low = 0;
    let high = this.#scope.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#scope[middle]?.start ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    const range = this.#scope[low - 1];
    if (range === undefined) return 0;
    return (this.#before[low - 1] ?? 0) + Math.min(position, range.end) - range.start;
  }

  /** What of a range lies in scope; null when nothing does. */
  rangeOf({ start, end }: TextRange): TextRange | null {
    const flat = { start: this.positionOf(start), end: this.positionOf(end) };
    return flat.end > flat.start ? flat : null;
  }
}
