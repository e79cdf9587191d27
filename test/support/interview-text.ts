import * as fc from 'fast-check';
import type { TextRange } from '#shared/text/text-range.ts';

const pieces = [
  'I: ', 'T01: ', 'teacher', 'moeilijkheden', 'café', 'cafe\u0301', 'ñandú', 'n\u0303', 'o\u0308\u0323', ' ', '  ', '\n',
  '\n\n', '. ', '… ', '“yes, but”', '— no', '’', '👩‍👩‍👧‍👦', '👍🏽', '🇳🇱', '🇧🇪', '🇳🇱🇧🇪', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '1️⃣', '❤️', '教師', 'ガ', 'か\u3099', '한국',
  '각', 'हिन्दी', 'ক্ষ', 'กำ', 'שָׁלוֹם', 'مُعَلِّم', '\u200d', '\ufeff', '\u00ad', '\t',
]; // prettier-ignore

/** Texts such as interviews hold: labels, words in many scripts, combined letters, emoji; line ends are \n alone. */
export const interviewText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join('').replaceAll(/\r\n?/g, '\n'))
  .filter((text) => text.length > 0);

/** Any range of a text, also one that cuts a grapheme. */
export function rangeOf(text: string): fc.Arbitrary<TextRange> {
  return fc
    .tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length - 1 }))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
}
