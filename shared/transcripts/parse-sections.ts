import { findHeadings } from './headings.ts';
import { trimmed } from './text-lines.ts';
import type { Section } from './transcripts-contract.ts';

/** The parts of the interview: from each heading to the next one. */
export function parseSections(text: string): readonly Section[] {
  const { headings } = findHeadings(text);
  return headings.map(({ title, start, end }, index) => {
    const body = trimmed(text, { start: end, end: headings[index + 1]?.start ?? text.length });
    return { number: index + 1, title, headingStart: start, ...body };
  });
}
