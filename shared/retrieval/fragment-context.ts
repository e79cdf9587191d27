import { z } from 'zod';
import { unitOfHit } from '../search/hit-unit.ts';
import type { TextRange } from '../text/text-range.ts';
import { contextOf } from '../text/words.ts';
import type { Turn } from '../transcripts/transcripts-contract.ts';

/** How much of the text around a fragment is shown with it. */
export const contextSize = z.discriminatedUnion('by', [
  z.object({ by: z.literal('none') }),
  z.object({ by: z.literal('sentence') }),
  z.object({ by: z.literal('turn') }),
  z.object({ by: z.literal('characters'), most: z.int().min(1).max(5000) }),
]);
export type ContextSize = z.infer<typeof contextSize>;

export interface FragmentContext {
  readonly before: string;
  readonly after: string;
}

/** The rest of the sentences or turns that a fragment lies in, or so many characters on both sides, cut at graphemes. */
export function contextAround(
  text: string,
  turns: readonly Turn[],
  range: TextRange,
  size: ContextSize,
): FragmentContext {
  switch (size.by) {
    case 'none':
      return { before: '', after: '' };
    case 'characters':
      return contextOf(text, range, size.most);
    case 'sentence':
    case 'turn': {
      const { start, end } = unitOfHit(text, turns, range, size.by);
      return {
        before: text.slice(Math.min(start, range.start), range.start),
        after: text.slice(range.end, Math.max(end, range.end)),
      };
    }
  }
}

export function describeContext(size: ContextSize): string {
  switch (size.by) {
    case 'none':
      return 'none: the fragments alone';
    case 'sentence':
      return 'the rest of the sentence';
    case 'turn':
      return 'the rest of the turn';
    case 'characters':
      return `${size.most} characters on both sides`;
  }
}
