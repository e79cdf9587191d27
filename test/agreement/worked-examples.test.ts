import { describe, expect, test } from 'vitest';
import { must } from '#shared/assert.ts';
import { binaryUAlpha } from '#shared/agreement/binary-u-alpha.ts';
import { brennanPrediger } from '#shared/agreement/brennan-prediger.ts';
import { cohenExpected, cohenKappa, cohenKappaMax } from '#shared/agreement/cohen-kappa.ts';
import { congerExpected, congerKappa } from '#shared/agreement/conger-kappa.ts';
import { continuumSums, type ContinuumSums } from '#shared/agreement/continuum.ts';
import { cuAlpha } from '#shared/agreement/cu-alpha.ts';
import { fleissExpected, fleissKappa, fleissKappaOfCategory } from '#shared/agreement/fleiss-kappa.ts';
import { gwetAc1, gwetExpected } from '#shared/agreement/gwet-ac1.ts';
import { coverage, kUAlpha } from '#shared/agreement/k-u-alpha.ts';
import { disagreement, krippendorffAlpha, type Metric } from '#shared/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '#shared/agreement/percent-agreement.ts';
import {
  tableOf,
  tallyOf,
  tallyOfCounts,
  tallyOfTable,
  valuesOf,
  type Ratings,
  type Table,
  type Tally,
} from '#shared/agreement/ratings.ts';
import { jackknife } from '#shared/agreement/jackknife.ts';
import { scottExpected, scottPi } from '#shared/agreement/scott-pi.ts';
import { uAlpha, uAlphaParts } from '#shared/agreement/u-alpha.ts';
import { wholeMargins } from '#shared/agreement/continuum-margins.ts';
import { casesOf, type Expected } from './agreement-cases.ts';
import { bestAlignmentDisorder, olderAlphaU } from './superseded.ts';

type Calculations = Readonly<Record<string, () => number | null>>;

/** Every expected value of every case has a calculation: one that nobody computes is a failure too. */
function check(expected: readonly Expected[], calculations: Calculations): void {
  for (const { coefficient, value } of expected) {
    const calculate = calculations[coefficient];
    expect(calculate, coefficient).toBeDefined();
    const result = calculate?.() ?? null;
    if (value === null || result === null) expect(result, coefficient).toBe(value);
    else expect(Math.abs(result - value), `${coefficient}: ${result} and ${value}`).toBeLessThan(1e-6);
  }
}

const ofTally = (tally: Tally): Calculations => ({
  percent_agreement: () => percentAgreement(tally).value,
  percent_agreement_gwet_pa: () => percentAgreement(tally).value,
  P_bar_observed: () => percentAgreement(tally).value,
  fleiss_kappa: () => fleissKappa(tally).value,
  fleiss_kappa_generalised: () => fleissKappa(tally).value,
  fleiss_pe: () => fleissExpected(tally),
  P_bar_expected: () => fleissExpected(tally),
  brennan_prediger: () => brennanPrediger(tally).value,
  brennan_prediger_free_marginal: () => brennanPrediger(tally).value,
  gwet_ac1: () => gwetAc1(tally).value,
  gwet_ac1_pe: () => gwetExpected(tally),
  ac1_pe: () => gwetExpected(tally),
  krippendorff_alpha_nominal: () => krippendorffAlpha(tally).value,
  D_o: () => disagreement(tally)?.observed ?? null,
  D_e: () => disagreement(tally)?.expected ?? null,
  expected_agreement_alpha_model: () => 1 - (disagreement(tally)?.expected ?? Number.NaN),
  ...Object.fromEntries(
    Array.from({ length: tally.categories }, (_, category) => [
      `fleiss_kappa_category_${category + 1}`,
      () => fleissKappaOfCategory(tally, category).value,
    ]),
  ),
});

const ofTable = (table: Table): Calculations => ({
  cohen_kappa: () => cohenKappa(table).value,
  cohen_pe: () => cohenExpected(table),
  cohen_kappa_max: () => cohenKappaMax(table).value,
  scott_pi: () => scottPi(table).value,
  scott_pe: () => scottExpected(table),
});

function ofRatings(ratings: Ratings): Calculations {
  const tally = tallyOf(ratings);
  const values = valuesOf(ratings).map(Number);
  const alpha = (metric: Metric) => () => krippendorffAlpha(tally, metric, values).value;
  return {
    ...ofTally(tally),
    ...ofTable(tableOf(ratings)),
    krippendorff_alpha_ordinal: alpha('ordinal'),
    krippendorff_alpha_interval: alpha('interval'),
    krippendorff_alpha_ratio: alpha('ratio'),
    conger_kappa: () => congerKappa(ratings).value,
    conger_pe: () => congerExpected(ratings),
  };
}

/** Leaving out one pairable unit at a time. */
function jackknifeOverUnits(counts: readonly (readonly number[])[], metric: Metric, values?: number[]) {
  const pairable = counts.filter((row) => row.reduce((a, b) => a + b, 0) >= 2);
  return jackknife(
    pairable.length,
    (weights) =>
      krippendorffAlpha(
        { categories: pairable[0]?.length ?? 0, patterns: pairable, times: weights },
        metric,
        values,
      ).value,
  )?.standardError;
}

describe('units judged by coders', () => {
  test.each(casesOf('units').map((item) => [item.id, item] as const))('%s', (_, { data, expected }) => {
    const ratings = 'rows' in data ? data.rows : null;
    const values = ratings === null ? [] : valuesOf(ratings);
    const counts =
      'rows' in data
        ? data.rows.map((row) => values.map((value) => row.filter((said) => said === value).length))
        : data.counts_units_by_category;
    check(expected, {
      ...(ratings === null ? ofTally(tallyOfCounts(counts)) : ofRatings(ratings)),
      krippendorff_alpha_nominal_jackknife_se_over_units: () => jackknifeOverUnits(counts, 'nominal') ?? null,
      krippendorff_alpha_ordinal_jackknife_se_over_units: () =>
        jackknifeOverUnits(counts, 'ordinal', values.map(Number)) ?? null,
    });
  });
});

describe('two coders against each other', () => {
  test.each(casesOf('contingency').map((item) => [item.id, item] as const))('%s', (_, { data, expected }) => {
    const table = data.table_rows_coder1_cols_coder2;
    check(expected, { ...ofTally(tallyOfTable(table)), ...ofTable(table) });
  });
});

function sumsOf(
  coders: readonly (readonly (readonly [number, number, string])[])[],
  length: number,
): { readonly sums: ContinuumSums; readonly codes: readonly string[] } {
  const codes = [...new Set(coders.flatMap((spans) => spans.map(([, , code]) => code)))].toSorted();
  const segments = coders.map((spans) =>
    spans
      .map(([start, end, code]) => ({ start, end, value: codes.indexOf(code) + 1 }))
      .toSorted((a, b) => a.start - b.start),
  );
  return { sums: continuumSums(segments, length, codes.length), codes };
}

describe('a continuum', () => {
  test.each(casesOf('unitizing-2016').map((item) => [item.id, item] as const))(
    '%s',
    (_, { data, expected }) => {
      const { sums, codes } = sumsOf(Object.values(data.coders), data.length);
      const { all } = wholeMargins(sums);
      check(expected, {
        u_alpha_nominal: () => uAlpha(sums).value,
        u_alpha_binary: () => binaryUAlpha(sums).value,
        cu_alpha_nominal: () => cuAlpha(sums).value,
        u_D_o: () => uAlphaParts(sums).observed / all,
        u_D_e: () => uAlphaParts(sums).expected / all,
        ...Object.fromEntries(
          codes.flatMap((code, index) => [
            [`(k)u_alpha[${code}]`, () => kUAlpha(sums, index + 1).value],
            [`coverage[${code}]`, () => coverage(sums, index + 1).value],
          ]),
        ),
      });
    },
  );

  test.each(casesOf('unitizing-2004').map((item) => [item.id, item] as const))(
    '%s',
    (_, { data, expected }) => {
      const spansOf = (code: string | undefined) =>
        Object.values(data.coders).map((spans) =>
          spans
            .filter(([, , of]) => of === code)
            .map(([start, length]) => [start - data.begin, start - data.begin + length, code ?? ''] as const)
            .toSorted((a, b) => a[0] - b[0]),
        );
      const binary = (code: string | undefined) => () =>
        binaryUAlpha(sumsOf(spansOf(code), data.length).sums).value;
      const older = (...codes: (string | undefined)[]) => olderAlphaU(codes.map(spansOf), data.length);
      check(expected, {
        u_alpha_binary_2016: binary(undefined),
        'u_alpha_binary_2016[c]': binary('c'),
        'u_alpha_binary_2016[k]': binary('k'),
        alphaU: () => older(undefined).alpha,
        alphaU_D_o: () => older(undefined).observed,
        alphaU_D_e: () => older(undefined).expected,
        alphaU_c: () => older('c').alpha,
        alphaU_k: () => older('k').alpha,
        D_o_c: () => older('c').observed,
        D_e_c: () => older('c').expected,
        D_e_k: () => older('k').expected,
        alphaU_overall: () => older('c', 'k').alpha,
      });
    },
  );

  test.each(casesOf('gamma').map((item) => [item.id, item] as const))('%s', (_, { data, expected }) => {
    check(
      // γ itself is stochastic and depends on the sampler: it has no value to compute.
      expected.filter(({ coefficient }) => coefficient !== 'gamma'),
      {
        best_alignment_disorder: () =>
          bestAlignmentDisorder(Object.values(data.coders), must(data, 'a case has data')),
      },
    );
  });
});
