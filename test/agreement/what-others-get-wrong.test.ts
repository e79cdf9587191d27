import { describe, expect, test } from 'vitest';
import { cohenKappa } from '#shared/agreement/cohen-kappa.ts';
import type { Compared, ComparedSpan } from '#shared/agreement/compared.ts';
import { krippendorffAlpha } from '#shared/agreement/krippendorff-alpha.ts';
import { measureAgreement } from '#shared/agreement/measure-agreement.ts';
import { tallyOf } from '#shared/agreement/ratings.ts';

/** Two coders on a text whose every character is a unit, as some programs count. */
function measured(length: number, coders: readonly (readonly (readonly [number, number])[])[]) {
  const spans = (of: readonly (readonly [number, number])[]): readonly ComparedSpan[] =>
    of.map(([start, end]) => ({ start, end, code: 0, weight: null }));
  const compared: Compared = {
    coders: coders.length,
    transcripts: [
      {
        length,
        units: Array.from({ length }, (_, start) => ({ start, end: start + 1 })),
        coders: coders.map(spans),
      },
    ],
    variables: [{ kind: 'code', name: 'a', values: [new Set([0])] }],
    hasUnits: true,
    overlap: 'any overlap',
    seed: 1,
    allowMissing: false,
  };
  const labels = { coderNames: ['A', 'B', 'C'], variables: [{ code: 0, hasPoles: false, valueNames: [] }] };
  return measureAgreement(compared, labels, undefined, 10).groups[0]!.variables[0]!;
}

describe('cases in which the strongest free program reports agreement that is not there, or hides what is', () => {
  test.each([
    [
      'independent coders, often',
      10_000,
      [
        [8100, 900],
        [900, 100],
      ],
      0,
    ],
    [
      'independent coders, half',
      10_000,
      [
        [2500, 2500],
        [2500, 2500],
      ],
      0,
    ],
    [
      'real agreement on little',
      10_000,
      [
        [9800, 50],
        [50, 100],
      ],
      0.66159,
    ],
  ])('%s', (_, __, table, kappa) => {
    expect(cohenKappa(table).value).toBeCloseTo(kappa, 5);
  });

  test('half and half, moved by a quarter: exactly chance', () => {
    expect(measured(1000, [[[0, 500]], [[250, 750]]]).kappa.figure.value).toBeCloseTo(0, 9);
    expect(measured(1000, [[[100, 200]], [[150, 250]]]).kappa.figure.value).toBeCloseTo(0.4444, 4);
  });

  test('overlapping codings of one coder are no agreement with anybody', () => {
    const alone = measured(1000, [
      [
        [100, 200],
        [100, 150],
        [150, 160],
      ],
      [],
    ]);
    expect(alone.table).toEqual([
      [900, 0],
      [100, 0],
    ]);
    expect(alone.kappa.figure.value).toBeCloseTo(0, 9);
  });

  test('a passage that one coded twice over agrees with the one that the other coded once', () => {
    const same = measured(1000, [
      [
        [100, 200],
        [120, 160],
      ],
      [[100, 200]],
    ]);
    expect(same.kappa.figure.value).toBe(1);
    expect(same.binaryU.figure.value).toBe(1);
    expect(same.spansCoded).toEqual([1, 1]);
  });

  test('a code that nobody used has no figure, and a sentence that says so', () => {
    const unused = measured(100, [[], []]);
    for (const name of ['alpha', 'ac1', 'kappa', 'binaryU'] as const) {
      expect(unused[name].figure).toEqual({ value: null, why: 'no variation' });
    }
    expect(unused.explanation).toContain('Nobody used this code');
  });

  test('a rare code: percent and AC1 are high, α is low, and the reason is given', () => {
    const rare = measured(1000, [[[0, 50]], [[35, 85]]]);
    expect(rare.percent.figure.value).toBeCloseTo(0.93, 9);
    expect(rare.alpha.figure.value).toBeCloseTo(0.263526, 6);
    expect(rare.explanation).toMatch(
      /^The code is rare: it is 5 % of all judgements\..*Of the 85 units.*in 15\.$/s,
    );
  });

  test('unequal use raises κ above π, and the reason is given', () => {
    const unequal = measured(100, [[[0, 60]], [[30, 45]]]);
    expect(unequal.kappa.figure.value!).toBeGreaterThan(unequal.pi.value! + 0.02);
    expect(unequal.explanation).toContain('unequally often (A 60, B 15)');
  });
});

test('with missing coders, α is what it is without them in the units that they did not judge', () => {
  const judged = [
    [[[0, 3]], [[0, 3]], null],
    [[[2, 5]], null, [[1, 5]]],
    [[], [[4, 6]], [[4, 6]]],
  ] as const;
  const compared: Compared = {
    coders: 3,
    transcripts: judged.map((coders) => ({
      length: 8,
      units: Array.from({ length: 8 }, (_, start) => ({ start, end: start + 1 })),
      coders: coders.map((of) =>
        of === null ? null : of.map(([start, end]) => ({ start, end, code: 0, weight: null })),
      ),
    })),
    variables: [{ kind: 'code', name: 'a', values: [new Set([0])] }],
    hasUnits: true,
    overlap: 'any overlap',
    seed: 1,
    allowMissing: true,
  };
  const labels = { coderNames: ['A', 'B', 'C'], variables: [{ code: 0, hasPoles: false, valueNames: [] }] };
  const rows = judged.flatMap((coders) =>
    Array.from({ length: 8 }, (_, at) =>
      coders.map((of) => (of === null ? null : of.some(([start, end]) => start <= at && at < end) ? 1 : 0)),
    ),
  );
  const [all] = measureAgreement(compared, labels, undefined, 10).groups;
  expect(all!.transcripts).toEqual([0, 1, 2]);
  expect(all!.variables[0]!.alpha.figure.value).toBeCloseTo(
    krippendorffAlpha(tallyOf(rows, [0, 1])).value!,
    12,
  );
  const without = measureAgreement({ ...compared, allowMissing: false }, labels, undefined, 10).groups[0];
  expect(without!.transcripts).toEqual([2]);
});
