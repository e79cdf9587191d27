import { binaryUAlpha } from './binary-u-alpha.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { cuAlpha } from './cu-alpha.ts';
import { undefinedBecause, type Figure } from './figure.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc1 } from './gwet-ac1.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { percentAgreement } from './percent-agreement.ts';
import { uAlpha } from './u-alpha.ts';
import { patternsOf, sumsFrom, tableFrom, tallyFrom, type VariableCounts } from './variable-counts.ts';

export interface MainFigures {
  readonly percent: Figure;
  readonly alpha: Figure;
  readonly ac1: Figure;
  readonly kappa: Figure;
  readonly binaryU: Figure;
  readonly u: Figure;
  readonly cu: Figure;
}

export const mainFigures = ['percent', 'alpha', 'ac1', 'kappa', 'binaryU', 'u', 'cu'] as const;

/** The figures that get an interval, as a function of the summed rows of the transcripts. */
export function figuresOf(
  counts: VariableCounts,
  { hasUnits, overlapping }: { readonly hasUnits: boolean; readonly overlapping: boolean },
): (totals: Float64Array) => MainFigures {
  const patterns = patternsOf(counts);
  const overlap = undefinedBecause('codes overlap');
  const none = undefinedBecause('no units');
  return (totals) => {
    const tally = tallyFrom(counts, patterns, totals);
    const table = tableFrom(counts, totals);
    const sums = overlapping ? null : sumsFrom(counts, totals);
    return {
      percent: hasUnits ? percentAgreement(tally) : none,
      alpha: hasUnits ? krippendorffAlpha(tally) : none,
      ac1: hasUnits ? gwetAc1(tally) : none,
      kappa: hasUnits ? (table === null ? fleissKappa(tally) : cohenKappa(table)) : none,
      binaryU: sums === null ? overlap : binaryUAlpha(sums),
      u: sums === null ? overlap : uAlpha(sums),
      cu: sums === null ? overlap : cuAlpha(sums),
    };
  };
}
