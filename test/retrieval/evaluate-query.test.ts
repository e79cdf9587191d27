import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodeId, CodingId, LayerId } from '#shared/ids.ts';
import {
  evaluateQuery,
  type CodedText,
  type Mark,
  type ResolvedQuery,
  type ResolvedRelation,
} from '#shared/retrieval/evaluate-query.ts';
import { relationKinds } from '#shared/retrieval/fragment-query.ts';
import type { Turn } from '#shared/transcripts/transcripts-contract.ts';

const LENGTH = 60;
const code = fc.integer({ min: 1, max: 4 }) as unknown as fc.Arbitrary<CodeId>;

const marks = fc
  .array(fc.record({ start: fc.nat(LENGTH - 1), length: fc.integer({ min: 1, max: 15 }), codeId: code }), {
    maxLength: 25,
  })
  .map((list): Mark[] =>
    list.map(({ start, length, codeId }, index) => ({
      id: (index + 1) as CodingId,
      codeId,
      layerId: 1 as LayerId,
      start,
      end: Math.min(LENGTH, start + length),
      weight: null,
    })),
  );

/** Turns with a gap before some of them, as headings leave. */
const turns = fc
  .array(fc.record({ gap: fc.nat(4), length: fc.integer({ min: 2, max: 12 }) }), { maxLength: 8 })
  .map((list): Turn[] => {
    let at = 0;
    return list.map(({ gap, length }, index) => {
      const labelStart = at + gap;
      at = labelStart + length;
      return {
        number: index + 1,
        speaker: index % 2 === 0 ? 'I' : 'T01',
        role: index % 2 === 0 ? 'interviewer' : 'participant',
        labelStart,
        start: labelStart + 1,
        end: at,
        startMs: null,
        endMs: null,
      };
    });
  });

const coded = fc.record({ marks, turns, sections: fc.constant([]) });
const codes = fc.uniqueArray(code, { minLength: 1, maxLength: 3 });
const distance = fc.oneof(
  fc.record({ by: fc.constant('characters' as const), most: fc.nat(20) }),
  fc.constant({ by: 'turn' as const }),
);
const relation = fc.record({
  kind: fc.constantFrom(...relationKinds),
  not: fc.boolean(),
  codes: codes.map((list) => new Set(list)),
  distance,
});

const open: ResolvedQuery = {
  codes: null,
  match: 'any',
  relations: [],
  sections: new Set(),
  speakers: new Set(),
  roles: new Set(),
  poles: new Set(),
};

const ids = (found: readonly Mark[]): readonly number[] => found.map(({ id }) => id);

/** Every pair is looked at, and every rule is written as people say it. */
function standsByHand(
  { turns: all }: CodedText,
  a: Mark,
  b: Mark,
  { kind, distance: far }: ResolvedRelation,
) {
  const gap = Math.max(0, b.start - a.end, a.start - b.end);
  const sameTurn = all.some((turn) =>
    [a, b].every(({ start, end }) => turn.labelStart < end && start < turn.end),
  );
  const close = far.by === 'turn' ? sameTurn : gap <= far.most;
  switch (kind) {
    case 'overlaps':
      return a.start < b.end && b.start < a.end;
    case 'within':
      return b.start <= a.start && a.end <= b.end;
    case 'contains':
      return a.start <= b.start && b.end <= a.end;
    case 'near':
      return close;
    case 'follows':
      return b.end <= a.start && close;
  }
}

test('every relation agrees with looking at every pair', () => {
  fc.assert(
    fc.property(
      coded,
      fc.array(relation, { minLength: 1, maxLength: 2 }),
      codes,
      (text, relations, asked) => {
        const byHand = text.marks.filter(
          (a) =>
            asked.includes(a.codeId) &&
            relations.every(
              (one) =>
                text.marks.some(
                  (b) => b.id !== a.id && one.codes.has(b.codeId) && standsByHand(text, a, b, one),
                ) !== one.not,
            ),
        );
        const found = evaluateQuery(text, { ...open, codes: asked.map((id) => new Set([id])), relations });
        expect(ids(found)).toEqual(ids(byHand));
      },
    ),
    { numRuns: 3000 },
  );
});

test('all of several codes agrees with looking at every position', () => {
  fc.assert(
    fc.property(coded, codes, codes, (text, one, two) => {
      const sets = [new Set(one), new Set(two), new Set([one[0]!])];
      const isShared = (position: number): boolean =>
        sets.every((set) =>
          text.marks.some(({ codeId, start, end }) => set.has(codeId) && start <= position && position < end),
        );
      const shared = Array.from({ length: LENGTH }, (_, position) => isShared(position));
      const byHand = text.marks.filter(
        ({ codeId, start, end }) =>
          sets.some((set) => set.has(codeId)) && shared.slice(start, end).includes(true),
      );
      expect(ids(evaluateQuery(text, { ...open, codes: sets, match: 'all' }))).toEqual(ids(byHand));
    }),
    { numRuns: 1000 },
  );
});

test('a fragment stands in no relation to itself, but one of another coder in the same place is another', () => {
  const one: Mark = {
    id: 1 as CodingId,
    codeId: 1 as CodeId,
    layerId: 1 as LayerId,
    start: 5,
    end: 9,
    weight: null,
  };
  const twin: Mark = { ...one, id: 2 as CodingId, layerId: 2 as LayerId };
  for (const kind of ['overlaps', 'within', 'contains', 'near'] as const) {
    const relations = [
      { kind, not: false, codes: new Set([one.codeId]), distance: { by: 'characters' as const, most: 0 } },
    ];
    const ask = (list: readonly Mark[]) =>
      ids(evaluateQuery({ marks: list, turns: [], sections: [] }, { ...open, relations }));
    expect([kind, ask([one])]).toEqual([kind, []]);
    expect([kind, ask([one, twin])]).toEqual([kind, [1, 2]]);
  }
});

test('sixty thousand overlapping fragments of one transcript are compared without looking at every pair', () => {
  const many: Mark[] = Array.from({ length: 60_000 }, (_, index) => ({
    id: (index + 1) as CodingId,
    codeId: ((index % 2) + 1) as CodeId,
    layerId: 1 as LayerId,
    start: index,
    end: index + 1000,
    weight: null,
  }));
  const relations = relationKinds.map((kind) => ({
    kind,
    not: kind === 'within' || kind === 'contains' || kind === 'follows',
    codes: new Set([2 as CodeId]),
    distance: { by: 'characters' as const, most: 0 },
  }));
  const found = evaluateQuery({ marks: many, turns: [], sections: [] }, { ...open, relations });
  // From 1,001 on, every second one begins exactly where one of the other code ends.
  expect(found.length).toBe(30_500);
});
