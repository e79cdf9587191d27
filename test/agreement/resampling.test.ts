import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { resampleBinary } from '#shared/agreement/binary-resampling.ts';
import { judge } from '#shared/agreement/count-variable.ts';
import { countVariable, weightedSum } from '#shared/agreement/variable-counts.ts';
import { figuresOf } from '#shared/agreement/variable-figures.ts';

const LENGTH = 60;
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: Math.min(LENGTH, start + length), code: 0, weight: null })),
  { maxLength: 6 },
);
const study = fc.integer({ min: 2, max: 3 }).chain((coders) =>
  fc.array(fc.array(fc.option(spans, { freq: 6 }), { minLength: coders, maxLength: coders }), {
    minLength: 1,
    maxLength: 5,
  }),
);

test('the figures of a resample are those of the coefficients themselves', () => {
  fc.assert(
    fc.property(
      study,
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
      (coded, weights) => {
        const variable = { kind: 'code', name: 'a', values: [new Set([0])] } as const;
        const transcripts = coded.map((coders) => ({
          length: LENGTH,
          units: Array.from({ length: 6 }, (_, unit) => ({ start: unit * 10, end: unit * 10 + 8 })),
          coders,
        }));
        const judged = transcripts.map((transcript) =>
          transcript.coders.map((of) =>
            of === null ? null : judge(variable, transcript, of, 'any overlap'),
          ),
        );
        const counts = countVariable(transcripts, judged, 1);
        const slow = figuresOf(counts, { hasUnits: true, overlapping: false })(weightedSum(counts, weights));
        const fast = resampleBinary(counts, [weights]);
        for (const name of ['percent', 'alpha', 'ac1', 'kappa', 'binaryU'] as const) {
          const [one, other] = [slow[name].value, fast[name][0] ?? Number.NaN];
          if (one === null) expect(other, name).toBeNaN();
          else expect(other, name).toBeCloseTo(one, 9);
        }
      },
    ),
  );
});
