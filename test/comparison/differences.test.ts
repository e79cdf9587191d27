import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confusionOf } from '#shared/comparison/confusion.ts';
import { findDifferences } from '#shared/comparison/differences.ts';
import type { FrozenCoding } from '#shared/comparison/frozen-codings.ts';
import { consensusOf, yieldedBy } from '#shared/comparison/settle.ts';
import { stratifiedDraw } from '#shared/comparison/stratified-draw.ts';

const TEXT = 'The quick brown fox jumps over the lazy dog, and the dog does not mind it at all today.';

let made = 0;
const coding = (code: string, start: number, end: number): FrozenCoding => ({
  uid: `u${String((made += 1)).padStart(5, '0')}`,
  codeUid: code,
  start,
  end,
  weight: null,
});

const coder = fc
  .array(
    fc.tuple(
      fc.constantFrom('x', 'y', 'z'),
      fc.integer({ min: 0, max: 70 }),
      fc.integer({ min: 1, max: 15 }),
    ),
    {
      maxLength: 8,
    },
  )
  .map((spans) => spans.map(([code, start, length]) => coding(code, start, start + length)));
const coders = fc.array(coder, { minLength: 2, maxLength: 3 });

const shape = ({ codeUid, start, end }: Omit<FrozenCoding, 'uid' | 'weight'>) => `${codeUid} ${start} ${end}`;

describe('differences', () => {
  test('every coding is agreed on, or stands in exactly one difference', () => {
    fc.assert(
      fc.property(coders, (all) => {
        const { differences, agreed } = findDifferences(TEXT, all);
        const inDifferences = differences.flatMap(({ sides }) => sides.flat().map(({ uid }) => uid));
        expect(new Set(inDifferences).size).toBe(inDifferences.length);
        const settled = new Set(inDifferences);
        const common = new Set(agreed.map(shape));
        for (const each of all.flat()) {
          const trimmed = TEXT.slice(each.start, each.end);
          if (trimmed.trim() === '') continue;
          const start = each.start + (trimmed.length - trimmed.trimStart().length);
          const range = {
            codeUid: each.codeUid,
            start,
            end: Math.max(start, each.start + trimmed.trimEnd().length),
          };
          expect(settled.has(each.uid) || common.has(shape(range))).toBe(true);
        }
        expect(new Set(differences.map(({ key }) => key)).size).toBe(differences.length);
      }),
    );
  });

  test('somebody compared with themselves differs in nothing', () => {
    fc.assert(
      fc.property(coder, (codings) => {
        expect(findDifferences(TEXT, [codings, codings.map((each) => ({ ...each }))]).differences).toEqual(
          [],
        );
      }),
    );
  });

  test('the order of the coders changes the sides and nothing else', () => {
    fc.assert(
      fc.property(coder, coder, (a, b) => {
        const one = findDifferences(TEXT, [a, b]);
        const other = findDifferences(TEXT, [b, a]);
        expect(other.agreed.map(shape).toSorted()).toEqual(one.agreed.map(shape).toSorted());
        expect(other.differences).toHaveLength(one.differences.length);
      }),
    );
  });

  test('spaces at the ends are no difference', () => {
    expect(findDifferences(TEXT, [[coding('x', 3, 10)], [coding('x', 4, 9)]])).toMatchObject({
      differences: [],
      agreed: [{ codeUid: 'x', start: 4, end: 9 }],
    });
  });

  test('one piece or several', () => {
    const { differences } = findDifferences(TEXT, [
      [coding('x', 4, 25)],
      [coding('x', 4, 9), coding('x', 16, 25)],
    ]);
    expect(differences.map(({ kind }) => kind)).toEqual(['split or lump']);
    expect(consensusOf(differences[0]!, { outcome: 'all', position: null, span: null })).toMatchObject([
      { start: 4, end: 25 },
    ]);
    expect(consensusOf(differences[0]!, { outcome: 'one coder', position: 1, span: null })).toHaveLength(2);
    expect(yieldedBy(differences[0]!, { outcome: 'one coder', position: 1 })).toEqual([0]);
  });

  test('of three coders, who has the same reading as the one that stands does not yield', () => {
    const { differences } = findDifferences(TEXT, [[coding('x', 4, 9)], [coding('x', 4, 9)], []]);
    expect(differences.map(({ kind }) => kind)).toEqual(['only some']);
    expect(yieldedBy(differences[0]!, { outcome: 'one coder', position: 0 })).toEqual([2]);
    expect(yieldedBy(differences[0]!, { outcome: 'neither', position: null })).toEqual([0, 1]);
  });

  test('codes that stand against each other are counted by row and column', () => {
    const { differences } = findDifferences(TEXT, [
      [coding('x', 4, 9), coding('x', 20, 25)],
      [coding('y', 4, 9), coding('z', 40, 44)],
    ]);
    const { codeUids, counts, most } = confusionOf(differences, { x: 3 }, ['x', 'y', 'z'], 0, 1);
    expect(codeUids).toEqual(['x', 'y', 'z']);
    expect(counts).toEqual([
      [3, 1, 0, 1],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
    ]);
    expect(most).toBe(1);
  });
});

describe('a stratified draw', () => {
  const items = Array.from({ length: 30 }, (_, index) => ({ id: index, group: index % 3 === 0 ? 'a' : 'b' }));
  const draw = (count: number, seed: number) => stratifiedDraw(items, ({ group }) => group, count, seed);

  test('is the same for the same seed, and takes from each group in proportion', () => {
    expect(draw(9, 42)).toEqual(draw(9, 42));
    expect(draw(9, 42)).not.toEqual(draw(9, 43));
    expect(draw(9, 42).filter(({ group }) => group === 'a')).toHaveLength(3);
    expect(draw(99, 1)).toHaveLength(30);
  });

  test('gives everybody the same chance', () => {
    const times = items.map(() => 0);
    for (let seed = 0; seed < 2000; seed += 1)
      for (const { id } of draw(6, seed)) times[id] = (times[id] ?? 0) + 1;
    // 6 of 30: 400 times each, with a standard deviation of about 18.
    for (const often of times) expect(Math.abs(often - 400)).toBeLessThan(100);
  });
});
