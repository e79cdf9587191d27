import { parseTranscript } from './parse-transcript.ts';
import type { Section } from './transcripts-contract.ts';

/** The parts of a text of which nothing is known but its characters. */
export function parseSections(text: string): readonly Section[] {
  return parseTranscript({ text, hints: [] }).sections;
}
