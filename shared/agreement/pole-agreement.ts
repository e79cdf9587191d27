import type { ComparedTranscript, Variable } from './compared.ts';
import { judge } from './count-variable.ts';
import type { Figure } from './figure.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { tallyOf, type Ratings } from './ratings.ts';
import type { OverlapRule } from './unit-rules.ts';

/**
 * Whether coders who gave a unit the same code also placed it on the same side of its scale: Krippendorff's ordinal α of
 * the poles, low to high, over the units in which two coders or more marked one.
 */
export function poleAgreement(
  variable: Variable,
  transcripts: readonly ComparedTranscript[],
  coders: readonly number[],
  overlap: OverlapRule,
): { readonly figure: Figure; readonly units: number } {
  const codes = variable.values[0] ?? new Set<number>();
  const marked = (coder: number) => (transcript: ComparedTranscript) =>
    (transcript.coders[coder] ?? []).filter(({ code, weight }) => codes.has(code) && weight !== null);
  const weights = [
    ...new Set(
      transcripts.flatMap((each) =>
        coders.flatMap((coder) => marked(coder)(each).map(({ weight }) => weight ?? 0)),
      ),
    ),
  ].toSorted((a, b) => a - b);
  const byWeight: Variable = { ...variable, values: weights.map((_, index) => new Set([index])) };
  const rows: Ratings = transcripts.flatMap((transcript) => {
    const judged = coders.map((coder) =>
      judge(
        byWeight,
        transcript,
        marked(coder)(transcript).map((span) => ({ ...span, code: weights.indexOf(span.weight ?? 0) })),
        overlap,
      ),
    );
    const units = new Set(judged.flatMap(({ values }) => [...values.keys()]));
    return [...units].map((unit) =>
      judged.map(({ values }) => {
        const value = values.get(unit);
        return value === undefined ? null : (weights[value - 1] ?? null);
      }),
    );
  });
  const twice = rows.filter((row) => row.filter((value) => value !== null).length >= 2);
  return { figure: krippendorffAlpha(tallyOf(twice, weights), 'ordinal', weights), units: twice.length };
}
