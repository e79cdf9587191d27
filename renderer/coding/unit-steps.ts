import type { TextRange } from '#shared/text/text-range.ts';

/** The unit in which a position stands; a position between two units is in none. */
export function unitAt(units: readonly TextRange[], position: number): TextRange | undefined {
  return units.find(({ start, end }) => start <= position && position < end);
}

/** The unit that is selected next, going on from what is selected now. Undefined at the ends. */
export function stepUnit(
  units: readonly TextRange[],
  range: TextRange,
  step: 1 | -1,
): { readonly unit: TextRange; readonly number: number } | undefined {
  const isCaret = range.start === range.end;
  const here = units.findIndex(({ start, end }) => start <= range.start && range.start < end);
  const after = units.findIndex(({ start }) => start > range.start);
  const behind = after === -1 ? units.length : after;
  const next = step === 1 ? (isCaret && here !== -1 ? here : behind) : (here === -1 ? behind : here) - 1;
  const unit = units[next];
  return unit === undefined ? undefined : { unit, number: next + 1 };
}
