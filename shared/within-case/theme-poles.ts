import type { CodeId } from '../ids.ts';

/** How the fragments of one code with two poles are spread over them. */
export interface ThemePole {
  readonly codeId: CodeId;
  readonly code: string;
  readonly lowName: string;
  readonly highName: string;
  readonly low: number;
  readonly high: number;
  /** Neither pole was marked. */
  readonly unmarked: number;
}

interface BipolarCode {
  readonly id: CodeId;
  readonly name: string;
  readonly poleLow: string | null;
  readonly poleHigh: string | null;
}

/** The poles of a theme, in the order of the codebook: one entry for each of its codes that has poles and fragments. */
export function themePoles(
  codes: readonly BipolarCode[],
  fragments: readonly { readonly codeId: CodeId; readonly weight: number | null }[],
): ThemePole[] {
  const byCode = Map.groupBy(fragments, ({ codeId }) => codeId);
  return codes.flatMap(({ id, name, poleLow, poleHigh }) => {
    const own = byCode.get(id);
    if (own === undefined || poleLow === null || poleHigh === null) return [];
    const low = own.filter(({ weight }) => weight !== null && weight < 0).length;
    const high = own.filter(({ weight }) => weight !== null && weight > 0).length;
    const unmarked = own.length - low - high;
    return [{ codeId: id, code: name, lowName: poleLow, highName: poleHigh, low, high, unmarked }];
  });
}
