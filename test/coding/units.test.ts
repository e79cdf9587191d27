import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepUnit, unitAt } from '#renderer/coding/unit-steps.ts';

const units = [
  { start: 0, end: 4 },
  { start: 6, end: 9 },
  { start: 9, end: 12 },
];

describe('going from unit to unit', () => {
  test('a caret in a unit selects that one first, then the next; at the ends nothing more', () => {
    expect(stepUnit(units, { start: 7, end: 7 }, 1)).toEqual({ unit: units[1], number: 2 });
    expect(stepUnit(units, { start: 6, end: 9 }, 1)).toEqual({ unit: units[2], number: 3 });
    expect(stepUnit(units, { start: 9, end: 12 }, 1)).toBeUndefined();
    expect(stepUnit(units, { start: 5, end: 5 }, 1)).toEqual({ unit: units[1], number: 2 });
    expect(stepUnit(units, { start: 5, end: 5 }, -1)).toEqual({ unit: units[0], number: 1 });
    expect(stepUnit(units, { start: 0, end: 4 }, -1)).toBeUndefined();
  });

  test('between two units is in none', () => {
    expect(unitAt(units, 4)).toBeUndefined();
    expect(unitAt(units, 9)).toEqual(units[2]);
  });

  test('from the beginning, every unit is met once and in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 5 }))),
        (gaps) => {
          let at = 0;
          const all = gaps.map(([gap, length]) => {
            const start = at + gap;
            at = start + length;
            return { start, end: at };
          });
          const met = [];
          let range = { start: 0, end: 0 };
          for (let next = stepUnit(all, range, 1); next !== undefined; next = stepUnit(all, range, 1)) {
            met.push(next.unit);
            range = next.unit;
          }
          expect(met).toEqual(all);
        },
      ),
    );
  });
});
