import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutMargin } from '#renderer/coding/margin-layout.ts';

test('nested and overlapping brackets stand side by side, the longest nearest to the text', () => {
  const brackets = [
    { top: 28, bottom: 56 },
    { top: 0, bottom: 84 },
    { top: 56, bottom: 112 },
    { top: 84, bottom: 112 },
  ];
  expect(layoutMargin(brackets, 112, 16)).toEqual({
    lanes: [1, 0, 1, 0],
    laneCount: 2,
    labels: [
      { top: 28, lines: 1 },
      { top: 0, lines: 1 },
      { top: 56, lines: 1 },
      { top: 84, lines: 1 },
    ],
  });
});

test('a label for which there is no room is left out', () => {
  const brackets = [
    { top: 0, bottom: 28 },
    { top: 0, bottom: 28 },
  ];
  expect(layoutMargin(brackets, 28, 16).labels).toEqual([{ top: 0, lines: 1 }, null]);
  expect(layoutMargin(brackets, 64, 16).labels).toEqual([
    { top: 0, lines: 1 },
    { top: 16, lines: 3 },
  ]);
});

test('no two brackets share a lane on a line, no two labels a place, and no lane is empty', () => {
  const bracket = fc
    .tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 8 }))
    .map(([line, lines]) => ({ top: line * 28, bottom: (line + lines) * 28 }));
  fc.assert(
    fc.property(fc.array(bracket, { maxLength: 30 }), (brackets) => {
      const { lanes, laneCount, labels } = layoutMargin(brackets, 600, 16);
      expect(lanes).toHaveLength(brackets.length);
      expect(new Set(lanes).size).toBe(laneCount);
      brackets.forEach((a, i) => {
        brackets.slice(i + 1).forEach((b, j) => {
          if (a.top < b.bottom && b.top < a.bottom) expect(lanes[i]).not.toBe(lanes[i + 1 + j]);
        });
      });
      const placed = labels.filter((label) => label !== null).toSorted((a, b) => a.top - b.top);
      placed.slice(1).forEach(({ top }, i) => {
        const above = placed[i]!;
        expect(above.lines).toBeGreaterThanOrEqual(1);
        expect(above.top + above.lines * 16).toBeLessThanOrEqual(top);
      });
    }),
  );
});
