import { create } from 'zustand';
import type { TranscriptId } from '#shared/ids.ts';

interface CuesState {
  /** Where cues are looked for; null: in all transcripts. */
  readonly transcriptIds: readonly TranscriptId[] | null;
  /** What the interviewer says is searched too. */
  readonly interviewer: boolean;
  /** The proposal that is shown; null: the first open one. */
  readonly at: string | null;
  /** What a screen reader says next. */
  readonly announcement: string;
}

export const useCues = create<CuesState>(() => ({
  transcriptIds: null,
  interviewer: false,
  at: null,
  announcement: '',
}));

export function showProposal(at: string | null): void {
  useCues.setState({ at });
}
