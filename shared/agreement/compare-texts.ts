import type { FrozenCoding } from '../comparison/frozen-codings.ts';
import type { TextRange } from '../text/text-range.ts';
import { trimRange } from '../text/text-range.ts';
import type { ComparedSpan, ComparedTranscript } from './compared.ts';
import { FlatText, type TextScope } from './text-scope.ts';

export interface CodedText {
  readonly text: string;
  readonly scope: TextScope;
  readonly units: readonly TextRange[];
  /** By coder; null for one who has not finished it. */
  readonly coders: readonly (readonly FrozenCoding[] | null)[];
}

/** Codings on the flat text, without white space at their ends. `codes` gives the place of a code, by uid. */
export function flatten(
  { text, scope, units, coders }: CodedText,
  codes: ReadonlyMap<string, number>,
): ComparedTranscript {
  const flat = new FlatText(scope);
  const spansOf = (codings: readonly FrozenCoding[]): readonly ComparedSpan[] =>
    codings.flatMap((coding) => {
      const code = codes.get(coding.codeUid);
      const range = code === undefined ? null : flat.rangeOf(trimRange(text, coding));
      return code === undefined || range === null ? [] : [{ ...range, code, weight: coding.weight }];
    });
  return {
    length: flat.length,
    units: units.map((unit) => flat.rangeOf(unit)).filter((unit) => unit !== null),
    coders: coders.map((codings) => (codings === null ? null : spansOf(codings))),
  };
}
