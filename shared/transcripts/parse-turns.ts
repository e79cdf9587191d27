import { parseTranscript } from './parse-transcript.ts';
import type { Turn } from './transcripts-contract.ts';

/** The turns of a text of which nothing is known but its characters. */
export function parseTurns(text: string, participantCode: string | null): readonly Turn[] {
  return parseTranscript({ text, hints: [] }, { participantCode }).turns;
}
