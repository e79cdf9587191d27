import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binaryUAlpha } from '#shared/agreement/binary-u-alpha.ts';
import { brennanPrediger } from '#shared/agreement/brennan-prediger.ts';
import { cohenKappa, cohenKappaMax } from '#shared/agreement/cohen-kappa.ts';
import { congerKappa } from '#shared/agreement/conger-kappa.ts';
import { continuumSums, type Segment } from '#shared/agreement/continuum.ts';
import { cuAlpha } from '#shared/agreement/cu-alpha.ts';
import { fleissKappa } from '#shared/agreement/fleiss-kappa.ts';
import { gwetAc1 } from '#shared/agreement/gwet-ac1.ts';
import { krippendorffAlpha, krippendorffAlphaOfCategory } from '#shared/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '#shared/agreement/percent-agreement.ts';
import { tableOf, tallyOf, type Ratings } from '#shared/agreement/ratings.ts';
import { scottPi } from '#shared/agreement/scott-pi.ts';
import { uAlpha } from '#shared/agreement/u-alpha.ts';
import { alphaByEnumeration, uAlphaByEnumeration } from './by-enumeration.ts';

const VALUES = ['a', 'b', 'c'] as const;

const ratingsOf = (missing: boolean) =>
  fc.integer({ min: 2, max: 4 }).chain((coders) =>
    fc.array(
      fc.array(fc.constantFrom(...VALUES, ...(missing ? [null] : [])), {
        minLength: coders,
        maxLength: coders,
      }),
      { minLength: 1, maxLength: 12 },
    ),
  );

const coefficients: Readonly<Record<string, (ratings: Ratings) => number | null>> = {
  percent: (ratings) => percentAgreement(tallyOf(ratings, VALUES)).value,
  fleiss: (ratings) => fleissKappa(tallyOf(ratings, VALUES)).value,
  brennanPrediger: (ratings) => brennanPrediger(tallyOf(ratings, VALUES)).value,
  ac1: (ratings) => gwetAc1(tallyOf(ratings, VALUES)).value,
  alpha: (ratings) => krippendorffAlpha(tallyOf(ratings, VALUES)).value,
  conger: (ratings) => congerKappa(ratings, VALUES).value,
};

const ofTwo: typeof coefficients = {
  cohen: (ratings) => cohenKappa(tableOf(ratings, VALUES)).value,
  cohenMax: (ratings) => cohenKappaMax(tableOf(ratings, VALUES)).value,
  scott: (ratings) => scottPi(tableOf(ratings, VALUES)).value,
};

function same(a: number | null, b: number | null): void {
  if (a === null || b === null) expect(a).toBe(b);
  else expect(a).toBeCloseTo(b, 9);
}

describe.each(Object.entries({ ...coefficients, ...ofTwo }))('%s', (name, coefficient) => {
  const ratings = ratingsOf(name !== 'conger').map((rows) =>
    name in ofTwo ? rows.map((row) => row.slice(0, 2)) : rows,
  );

  test('does not depend on the order of the coders', () => {
    fc.assert(
      fc.property(ratings, (rows) =>
        same(coefficient(rows), coefficient(rows.map((row) => row.toReversed()))),
      ),
    );
  });

  test('does not depend on the order of the units', () => {
    fc.assert(fc.property(ratings, (rows) => same(coefficient(rows), coefficient(rows.toReversed()))));
  });

  test('does not depend on what the categories are called', () => {
    const renamed = { a: 'c', b: 'a', c: 'b' } as const;
    fc.assert(
      fc.property(ratings, (rows) =>
        same(
          coefficient(rows),
          coefficient(rows.map((row) => row.map((value) => (value === null ? null : renamed[value])))),
        ),
      ),
    );
  });

  test('is 1 where all agree, or undefined, and never more', () => {
    fc.assert(
      fc.property(ratings, (rows) => {
        const agreed = rows.map((row) => row.map((value) => (value === null ? null : (row[0] ?? 'a'))));
        const perfect = coefficient(agreed);
        if (perfect !== null) expect(perfect).toBeCloseTo(1, 9);
        expect(coefficient(rows) ?? 0).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

test('α is what counting all pairs one by one gives', () => {
  fc.assert(
    fc.property(ratingsOf(true), (rows) => same(coefficients['alpha']!(rows), alphaByEnumeration(rows))),
  );
});

test('α of one category is α after all others were made one', () => {
  fc.assert(
    fc.property(ratingsOf(true), (rows) => {
      const merged = rows.map((row) =>
        row.map((value) => (value === null ? null : value === 'b' ? 'b' : 'other')),
      );
      same(
        krippendorffAlphaOfCategory(tallyOf(rows, VALUES), 1).value,
        krippendorffAlpha(tallyOf(merged)).value,
      );
    }),
  );
});

test('two coders: Conger’s κ is Cohen’s, Fleiss’ κ is Scott’s π', () => {
  fc.assert(
    fc.property(ratingsOf(false), (rows) => {
      const two = rows.map((row) => row.slice(0, 2));
      same(congerKappa(two, VALUES).value, cohenKappa(tableOf(two, VALUES)).value);
      same(fleissKappa(tallyOf(two, VALUES)).value, scottPi(tableOf(two, VALUES)).value);
    }),
  );
});

const LENGTH = 16;
const coderOfContinuum = fc
  .array(fc.tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: 1, max: 2 })), { maxLength: 8 })
  .map((edges): Segment[] => {
    const sorted = edges.toSorted(([a], [b]) => a - b);
    const segments: Segment[] = [];
    for (let index = 0; index + 1 < sorted.length; index += 2) {
      const [start, value] = sorted[index]!;
      const [end] = sorted[index + 1]!;
      if (end > start) segments.push({ start, end, value });
    }
    return segments;
  });
const continuum = fc.array(coderOfContinuum, { minLength: 2, maxLength: 3 });

describe('a continuum', () => {
  test('uα and |uα are what pairing every piece with every other gives', () => {
    fc.assert(
      fc.property(continuum, (coders) => {
        const sums = continuumSums(coders, LENGTH, 2);
        same(uAlpha(sums).value, uAlphaByEnumeration(coders, LENGTH, 'values'));
        same(binaryUAlpha(sums).value, uAlphaByEnumeration(coders, LENGTH, 'binary'));
      }),
    );
  });

  test('does not depend on the order of the coders, nor on what the values are called', () => {
    const swapped = (segments: readonly Segment[]) =>
      segments.map((each) => ({ ...each, value: 3 - each.value }));
    fc.assert(
      fc.property(continuum, (coders) => {
        const sums = continuumSums(coders, LENGTH, 2);
        const other = continuumSums(coders.toReversed().map(swapped), LENGTH, 2);
        for (const alpha of [uAlpha, binaryUAlpha, cuAlpha]) same(alpha(sums).value, alpha(other).value);
      }),
    );
  });

  test('identical segments agree perfectly, or there is no variation', () => {
    fc.assert(
      fc.property(coderOfContinuum, (segments) => {
        const sums = continuumSums([segments, segments, segments], LENGTH, 2);
        for (const alpha of [uAlpha, binaryUAlpha, cuAlpha]) {
          const { value } = alpha(sums);
          if (value !== null) expect(value).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});
