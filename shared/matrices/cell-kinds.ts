/** What a column asks of its rows; the sentences are in column-kind-names.ts. */
export const columnKinds = [
  'codes',
  'group',
  'attribute',
  'rating',
  'checklist',
  'condition',
  'verdict',
  'cells',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** What a cell can show; a matrix shows some of them. */
export const shownKinds = ['summary', 'quotations', 'count', 'rating', 'symbol'] as const;
export type ShownKind = (typeof shownKinds)[number];

/** A judgement between two poles, and the two ways in which there is none to give. */
export const ratings = ['-2', '-1', '0', '1', '2', 'mixed', 'no data'] as const;
export type Rating = (typeof ratings)[number];

export const checklistSymbols = ['present', 'absent', 'unclear'] as const;
export const conditionSymbols = ['met', 'missed', 'unknown'] as const;
export const verdictSymbols = ['converge', 'partly', 'diverge'] as const;
export const cellSymbols = [...checklistSymbols, ...conditionSymbols, ...verdictSymbols] as const;
export type CellSymbol = (typeof cellSymbols)[number];

/** The symbols that a cell of such a column can have. */
export function symbolsOf(kind: ColumnKind): readonly CellSymbol[] {
  switch (kind) {
    case 'checklist':
      return checklistSymbols;
    case 'condition':
      return conditionSymbols;
    case 'verdict':
      return verdictSymbols;
    default:
      return [];
  }
}

/** Where a rating stands on its scale; null for the two that are not on it. */
export function ratingValue(rating: Rating): number | null {
  return rating === 'mixed' || rating === 'no data' ? null : Number(rating);
}
