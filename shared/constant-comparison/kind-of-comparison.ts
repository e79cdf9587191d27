import type { ComparisonKind } from '../memos/memos-contract.ts';

/** Where a fragment stands: its case, and the group that the case is in by the attribute that was chosen. */
export interface Standing {
  /** The participant, or the transcript of nobody. */
  readonly caseKey: string;
  /** The value of the attribute; '' when the case has none, or no attribute was chosen (then all are one group). */
  readonly group: string;
}

/**
 * What a comparison compares (Boeije 2002), the widest step that it takes: with nothing but the definition to hold a
 * fragment against, it is compared with theory.
 */
export function kindOfComparison(subject: Standing, others: readonly Standing[]): ComparisonKind {
  if (others.length === 0) return 'with theory';
  if (others.some(({ group }) => group !== subject.group)) return 'between groups';
  if (others.some(({ caseKey }) => caseKey !== subject.caseKey)) return 'within group';
  return 'within case';
}

export function caseKeyOf(place: {
  readonly participantId: number | null;
  readonly transcriptId: number;
}): string {
  return place.participantId === null
    ? `transcript ${place.transcriptId}`
    : `participant ${place.participantId}`;
}
