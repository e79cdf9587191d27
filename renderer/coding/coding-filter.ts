import type { Coding } from '#shared/coding/coding-contract.ts';
import { firstTouched } from '#shared/coding/first-touched.ts';
import { overlaps } from '#shared/text/text-range.ts';
import type { Transcript } from '#shared/transcripts/transcripts-contract.ts';

/** Which codings of a transcript are shown, beside the choice of a code and of layers. Null and false: all. */
export interface CodingFilter {
  /** The number of a section of the transcript. */
  readonly section: number | null;
  readonly speaker: string | null;
  readonly goodQuotations: boolean;
}

export const NO_FILTER: CodingFilter = { section: null, speaker: null, goodQuotations: false };

/** True for a coding that touches the section, begins in a turn of the speaker, and is a good quotation if that was asked. */
export function passesFilter(
  { turns, sections }: Pick<Transcript, 'turns' | 'sections'>,
  { section, speaker, goodQuotations }: CodingFilter,
  coding: Coding,
): boolean {
  if (goodQuotations && !coding.goodQuotation) return false;
  if (
    section !== null &&
    !sections.some(({ number, start, end }) => number === section && overlaps(coding, { start, end }))
  )
    return false;
  if (speaker === null) return true;
  return firstTouched(turns, ({ labelStart }) => labelStart, coding)?.speaker === speaker;
}

/** Each speaker once, in the order in which they begin to speak. */
export function speakersOf({ turns }: Pick<Transcript, 'turns'>): readonly string[] {
  return [...new Set(turns.map(({ speaker }) => speaker).filter((speaker) => speaker !== null))];
}
