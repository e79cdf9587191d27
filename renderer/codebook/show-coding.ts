import type { CodingId, TranscriptId } from '#shared/ids.ts';

/** Shows a coding in its text. */
export type ShowCoding = (place: {
  readonly transcriptId: TranscriptId;
  readonly codingId: CodingId;
}) => void;
