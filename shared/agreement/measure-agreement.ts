import { drawResamples } from './bootstrap.ts';
import type { Compared, ComparedTranscript } from './compared.ts';
import { undefinedBecause } from './figure.ts';
import { measureVariable, withIntervals, type Group, type MeasuredVariable } from './measure-variable.ts';
import { RESAMPLES } from './intervals.ts';
import { sum } from './ratings.ts';
import type { AgreementResult, GroupAgreement, TranscriptAgreement } from './agreement-result.ts';
import { pooledCounts } from './pooled-counts.ts';
import { weightedSum, type VariableCounts } from './variable-counts.ts';
import { figuresOf } from './variable-figures.ts';

export interface Labels {
  readonly coderNames: readonly string[];
  /** By variable: the code that it is, and whether that has poles; and what its values are called. */
  readonly variables: readonly {
    readonly code: number | null;
    readonly hasPoles: boolean;
    readonly valueNames: readonly string[];
  }[];
}

/** Agreement of all coders and of each pair, on every variable. `report` hears of each variable that is done. */
export function measureAgreement(
  compared: Compared,
  labels: Labels,
  report: (done: number, total: number) => void = () => {},
  resamples = RESAMPLES,
): AgreementResult {
  const groups = groupsOf(compared.coders);
  const total = groups.length * compared.variables.length;
  let done = 0;
  return {
    groups: groups.map((coders) =>
      measureGroup(compared, labels, coders, resamples, () => report((done += 1), total)),
    ),
    resamples,
    seed: compared.seed,
  };
}

/** All coders, then each pair. */
export function groupsOf(coders: number): readonly (readonly number[])[] {
  const all = Array.from({ length: coders }, (_, coder) => coder);
  if (coders <= 2) return [all];
  return [
    all,
    ...all.flatMap((first) => all.filter((second) => second > first).map((second) => [first, second])),
  ];
}

function measureGroup(
  compared: Compared,
  { coderNames, variables }: Labels,
  coders: readonly number[],
  resamples: number,
  onVariable: () => void,
): GroupAgreement {
  const places = compared.transcripts.flatMap((transcript, place) =>
    finishedBy(transcript, coders) >= (compared.allowMissing ? 2 : coders.length) ? [place] : [],
  );
  const transcripts = places.flatMap((place) => compared.transcripts[place] ?? []);
  const group: Group = {
    coders,
    transcripts,
    resamples: drawResamples(transcripts.length, compared.seed, resamples),
    coderNames: coders.map((coder) => coderNames[coder] ?? ''),
  };
  const measured = compared.variables.map((variable, index) => {
    const label = variables[index];
    const result = measureVariable(compared, group, variable, {
      place: label?.code ?? null,
      hasPoles: label?.hasPoles ?? false,
    });
    onVariable();
    return named(result, label?.valueNames ?? []);
  });
  const ofCodes = measured.filter(({ agreement }) => agreement.kind === 'code');
  const pooled = pooledCounts(
    ofCodes.map(({ counts }) => counts),
    coders.length,
    transcripts.length,
  );
  const figures = figuresOf(pooled, { hasUnits: compared.hasUnits, overlapping: true });
  const { percent, alpha, ac1, kappa } = withIntervals(
    pooled,
    figures,
    figures(weightedSum(pooled, ones(transcripts))),
    group,
  );
  const alphas = ofCodes
    .map(({ agreement }) => agreement.alpha.figure.value)
    .filter((value) => value !== null);
  const codeFigures = ofCodes.map(({ agreement, counts }) => ({
    code: agreement.code ?? -1,
    counts,
    figures: figuresOf(counts, { hasUnits: compared.hasUnits, overlapping: false }),
  }));
  const anyCode = measured.find(({ agreement }) => agreement.kind === 'any code');
  return {
    coders,
    transcripts: places,
    units: sum(transcripts.map(({ units }) => units.length)),
    characters: sum(transcripts.map(({ length }) => length)),
    variables: measured.map(({ agreement }) => agreement),
    pooled: {
      percent,
      alpha,
      ac1,
      kappa,
      meanAlpha: alphas.length === 0 ? null : sum(alphas) / alphas.length,
      codesWithAlpha: alphas.length,
    },
    byTranscript: places.map((transcript, index): TranscriptAgreement => {
      const alone = transcripts.map((_, other) => (other === index ? 1 : 0));
      const ofAll = figures(weightedSum(pooled, alone));
      return {
        transcript,
        units: transcripts[index]?.units.length ?? 0,
        percent: ofAll.percent,
        alpha: ofAll.alpha,
        ac1: ofAll.ac1,
        binaryU:
          anyCode === undefined
            ? undefinedBecause('no text')
            : figuresOf(anyCode.counts, { hasUnits: false, overlapping: false })(
                weightedSum(anyCode.counts, alone),
              ).binaryU,
        codes: codeFigures.flatMap(({ code, counts, figures: ofCode }) => {
          const row = counts.rows[index];
          if (row === undefined || !isGiven(counts, row)) return [];
          const { percent: share, alpha: ofAlpha, ac1: ofAc1, binaryU } = ofCode(weightedSum(counts, alone));
          return [{ code, percent: share, alpha: ofAlpha, ac1: ofAc1, binaryU }];
        }),
      };
    }),
  };
}

/** Whether somebody gave the code: to a unit, or where there are none, to a stretch of text. */
function isGiven({ vectors, values }: VariableCounts, row: Float64Array): boolean {
  const ofUnits = vectors.some((vector, place) => vector.some((said) => said > 0) && (row[place] ?? 0) > 0);
  // Behind the vectors: how long one coder has one value where another has another (variable-counts.ts).
  const size = values + 1;
  const lengths = row.subarray(vectors.length, vectors.length + size * size);
  return ofUnits || lengths.some((length, place) => place > 0 && length > 0);
}

function finishedBy(transcript: ComparedTranscript, coders: readonly number[]): number {
  return coders.filter((coder) => (transcript.coders[coder] ?? null) !== null).length;
}

const ones = (transcripts: readonly ComparedTranscript[]): readonly number[] => transcripts.map(() => 1);

function named(measured: MeasuredVariable, names: readonly string[]): MeasuredVariable {
  const { agreement } = measured;
  return {
    ...measured,
    agreement: {
      ...agreement,
      kU: agreement.kU.map((each, index) => ({ ...each, name: names[index] ?? each.name })),
    },
  };
}
