import type { SessionDifference } from '#shared/comparison/comparison-contract.ts';
import type { TextRange } from '#shared/text/text-range.ts';
import type { Turn } from '#shared/transcripts/transcripts-contract.ts';

/** What of a turn is shown. */
export type ShownTurn = Pick<Turn, 'number' | 'speaker' | 'role' | 'start' | 'end'>;

/** A run of text that all marks treat alike. */
export interface Piece extends TextRange {
  readonly words: string;
  /** Places of the coders who coded it. */
  readonly places: readonly number[];
  readonly isNew: boolean;
}

export interface Mark extends TextRange {
  /** Null: the span that is being made. */
  readonly place: number | null;
}

export function pieceMarks({ sides }: SessionDifference, span: TextRange | null): readonly Mark[] {
  return [
    ...sides.flatMap((side, place) => side.map(({ start, end }) => ({ start, end, place }))),
    ...(span === null ? [] : [{ start: span.start, end: span.end, place: null }]),
  ];
}

export function piecesOf(text: string, { start, end }: TextRange, marks: readonly Mark[]): readonly Piece[] {
  const edges = new Set([start, end]);
  for (const mark of marks)
    for (const edge of [mark.start, mark.end]) if (edge > start && edge < end) edges.add(edge);
  const sorted = [...edges].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index): Piece => {
    const to = sorted[index + 1] ?? end;
    const over = marks.filter((mark) => mark.start < to && mark.end > from);
    return {
      start: from,
      end: to,
      words: text.slice(from, to),
      places: [...new Set(over.flatMap(({ place }) => (place === null ? [] : [place])))],
      isNew: over.some(({ place }) => place === null),
    };
  });
}

const AROUND = 2;

/** The turns that a difference touches, and two before and after: enough to understand it. */
export function turnsAround(
  turns: readonly Turn[],
  { start, end }: TextRange,
  length: number,
): readonly ShownTurn[] {
  if (turns.length === 0) {
    return [{ number: 1, speaker: null, role: 'none', start: 0, end: length }];
  }
  const first = turns.findIndex((turn) => turn.end > start);
  const last = turns.findLastIndex((turn) => turn.start < end);
  return turns.slice(Math.max(0, first - AROUND), Math.max(first, last) + AROUND + 1);
}
