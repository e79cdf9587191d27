import { valueOrder } from '../matrices/value-order.ts';
import { parseDate, parseNumber } from '../matrices/value-order.ts';
import { manyValues } from '../participants/attribute-values.ts';
import type { AttributeType } from '../participants/participants-contract.ts';
import type { AttributeTest } from './fragment-query.ts';

/** Whether a value as it was written (undefined: there is none) passes. */
export function passesTest(
  type: AttributeType,
  { test }: Pick<AttributeTest, 'test'>,
  written: string | undefined,
): boolean {
  const value = written?.trim() ?? '';
  switch (test.kind) {
    case 'missing':
      return value === '';
    case 'is':
      return (
        value !== '' && test.values.some((wanted) => given(type, value).some((one) => sameValue(wanted, one)))
      );
    case 'range':
      return value !== '' && isComparable(type, value) && liesBetween(type, value, test.from, test.to);
  }
}

/** Of an attribute that takes several values, each of them counts. */
function given(type: AttributeType, value: string): readonly string[] {
  return type === 'many of' ? [value, ...manyValues(value)] : [value];
}

function sameValue(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.toLowerCase();
}

/** A value that is no number or date although its attribute holds such lies in no range. */
function isComparable(type: AttributeType, value: string): boolean {
  if (type === 'date') return parseDate(value) !== null;
  return type === 'whole number' || type === 'decimal' ? parseNumber(value) !== null : true;
}

function liesBetween(type: AttributeType, value: string, from: string | null, to: string | null): boolean {
  const compare = valueOrder(type);
  const isOpen = (end: string | null): end is null => end === null || end.trim() === '';
  // An end that cannot be read (yet) does not narrow.
  const leaves = (end: string | null): boolean => isOpen(end) || !isComparable(type, end.trim());
  const aboveFrom = leaves(from) || compare(value, from ?? '') >= 0;
  return aboveFrom && (leaves(to) || compare(value, to ?? '') <= 0);
}
