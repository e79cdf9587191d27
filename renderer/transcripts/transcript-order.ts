import type { TranscriptSummary } from '#shared/transcripts/transcripts-contract.ts';

export const transcriptColumns = [
  { id: 'title', label: 'Title' },
  { id: 'participantCode', label: 'Participant' },
  { id: 'words', label: 'Words' },
  { id: 'turns', label: 'Turns' },
  { id: 'sections', label: 'Sections' },
  { id: 'ownCodings', label: 'My codings' },
  { id: 'codings', label: 'All codings' },
  { id: 'isCleared', label: 'Consent' },
] as const;

export type TranscriptColumn = (typeof transcriptColumns)[number]['id'];

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'accent' });

/** In the order of a column; equal ones, and all of them when no column is chosen, stay in the order of import. */
export function orderTranscripts(
  transcripts: readonly TranscriptSummary[],
  column: TranscriptColumn | null,
  descending: boolean,
): readonly TranscriptSummary[] {
  if (column === null) return transcripts;
  const direction = descending ? -1 : 1;
  return transcripts.toSorted((a, b) => direction * compare(a[column], b[column]));
}

function compare(a: string | number | boolean | null, b: string | number | boolean | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return natural.compare(String(a ?? ''), String(b ?? ''));
}
