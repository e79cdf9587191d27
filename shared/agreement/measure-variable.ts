import { percentileInterval } from './bootstrap.ts';
import { resampleBinary } from './binary-resampling.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { cohenKappaMax } from './cohen-kappa.ts';
import type { Compared, ComparedTranscript, Variable } from './compared.ts';
import { judge, type Judged } from './count-variable.ts';
import { explainFigures } from './explain-figures.ts';
import { undefinedBecause } from './figure.ts';
import { FEWEST_TRANSCRIPTS } from './intervals.ts';
import { holsti } from './holsti.ts';
import { jackknife } from './jackknife.ts';
import { coverage, kUAlpha } from './k-u-alpha.ts';
import { poleAgreement } from './pole-agreement.ts';
import { sum } from './ratings.ts';
import type { Estimate, VariableAgreement } from './agreement-result.ts';
import { scottPi } from './scott-pi.ts';
import {
  countVariable,
  sumsFrom,
  tableFrom,
  tallyFrom,
  patternsOf,
  weightedSum,
  type VariableCounts,
} from './variable-counts.ts';
import { figuresOf, mainFigures, type MainFigures } from './variable-figures.ts';

export interface Group {
  readonly coders: readonly number[];
  readonly transcripts: readonly ComparedTranscript[];
  readonly resamples: readonly Uint16Array[];
  readonly coderNames: readonly string[];
}

export interface MeasuredVariable {
  readonly agreement: VariableAgreement;
  readonly counts: VariableCounts;
}

/** Everything about one variable, for one group of coders. */
export function measureVariable(
  { hasUnits, overlap }: Pick<Compared, 'hasUnits' | 'overlap'>,
  group: Group,
  variable: Variable,
  code: { readonly place: number | null; readonly hasPoles: boolean },
): MeasuredVariable {
  const { coders, transcripts } = group;
  const judged = transcripts.map((transcript) =>
    coders.map((coder) => {
      const spans = transcript.coders[coder] ?? null;
      return spans === null ? null : judge(variable, transcript, spans, overlap);
    }),
  );
  const counts = countVariable(transcripts, judged, variable.values.length);
  const overlapping = judged.flat().some((each) => each?.overlapping === true);
  const figures = figuresOf(counts, { hasUnits, overlapping });
  const totals = weightedSum(counts, new Uint8Array(transcripts.length).fill(1));
  const estimates = withIntervals(counts, figures, figures(totals), group);
  const table = tableFrom(counts, totals);
  const sums = sumsFrom(counts, totals);
  const isBinary = variable.values.length === 1;
  const use = useOf(judged, transcripts, coders.length, hasUnits);
  const agreement = {
    kind: variable.kind,
    name: variable.name,
    code: code.place,
    ...use,
    table: isBinary && hasUnits ? table : null,
    ...countsOfUnits(counts, totals),
    ...estimates,
    u: isBinary ? null : estimates.u,
    cu: isBinary ? null : estimates.cu,
    kU:
      isBinary || overlapping
        ? []
        : variable.values.map((_, index) => ({
            name: String(index),
            figure: kUAlpha(sums, index + 1),
            coverage: coverage(sums, index + 1),
          })),
    kappaMax: hasUnits && table !== null ? cohenKappaMax(table) : undefinedBecause('two coders only'),
    pi: hasUnits && table !== null ? scottPi(table) : undefinedBecause('two coders only'),
    brennanPrediger: hasUnits
      ? brennanPrediger(tallyFrom(counts, patternsOf(counts), totals))
      : undefinedBecause('no units'),
    holsti: hasUnits && isBinary && table !== null ? holsti(table) : undefinedBecause('two coders only'),
    poles: code.hasPoles && hasUnits ? poleAgreement(variable, transcripts, coders, overlap) : null,
    jackknife:
      transcripts.length < FEWEST_TRANSCRIPTS || !hasUnits
        ? null
        : jackknife(transcripts.length, (weights) => figures(weightedSum(counts, weights)).alpha.value),
    contested: sum(judged.flat().map((each) => each?.contested ?? 0)),
  };
  return { agreement: { ...agreement, explanation: explainFigures(agreement, group.coderNames) }, counts };
}

type Estimates = { readonly [Name in keyof MainFigures]: Estimate };

export function withIntervals(
  counts: VariableCounts,
  figures: (totals: Float64Array) => MainFigures,
  whole: MainFigures,
  { resamples, transcripts }: Pick<Group, 'resamples' | 'transcripts'>,
): Estimates {
  const enough = transcripts.length >= FEWEST_TRANSCRIPTS;
  const resampled = enough ? resample(counts, figures, resamples) : {};
  const estimate = (name: keyof MainFigures): Estimate => ({
    figure: whole[name],
    interval: percentileInterval(resampled[name] ?? [], transcripts.length, whole[name].value),
  });
  // Built from the list of all names, so every name is there.
  return Object.fromEntries(mainFigures.map((name) => [name, estimate(name)])) as Estimates;
}

function resample(
  counts: VariableCounts,
  figures: (totals: Float64Array) => MainFigures,
  resamples: readonly ArrayLike<number>[],
): { readonly [Name in keyof MainFigures]?: ArrayLike<number> } {
  if (counts.values === 1) return resampleBinary(counts, resamples);
  const each = resamples.map((weights) => figures(weightedSum(counts, weights)));
  return Object.fromEntries(
    mainFigures.map((name) => [name, each.map((one) => one[name].value ?? Number.NaN)]),
  );
}

function useOf(
  judged: readonly (readonly (Judged | null)[])[],
  transcripts: readonly ComparedTranscript[],
  coders: number,
  hasUnits: boolean,
): Pick<VariableAgreement, 'unitsCoded' | 'spansCoded' | 'textCoded' | 'prevalence'> {
  const byCoder = (count: (each: Judged) => number): readonly number[] =>
    Array.from({ length: coders }, (_, coder) =>
      sum(judged.map((row) => (row[coder] ? count(row[coder]) : 0))),
    );
  const unitsCoded = byCoder(({ values }) => values.size);
  const textCoded = byCoder(({ segments }) => sum(segments.map(({ start, end }) => end - start)));
  const judgements = sum(
    judged.map((row, index) => {
      const present = row.filter((each) => each !== null).length;
      return (
        present * (hasUnits ? (transcripts[index]?.units.length ?? 0) : (transcripts[index]?.length ?? 0))
      );
    }),
  );
  return {
    unitsCoded,
    spansCoded: byCoder(({ segments }) => segments.length),
    textCoded,
    prevalence: judgements === 0 ? null : sum(hasUnits ? unitsCoded : textCoded) / judgements,
  };
}

function countsOfUnits(
  { vectors }: VariableCounts,
  totals: Float64Array,
): Pick<VariableAgreement, 'unitsAll' | 'unitsSome'> {
  let unitsAll = 0;
  let unitsSome = 0;
  vectors.forEach((vector, place) => {
    const said = vector.filter((value) => value >= 0);
    const [first] = said;
    const often = totals[place] ?? 0;
    if (said.every((value) => value === 0)) return;
    if (said.every((value) => value === first)) unitsAll += often;
    else unitsSome += often;
  });
  return { unitsAll, unitsSome };
}
