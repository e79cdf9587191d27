import type { AttributeType } from '../participants/participants-contract.ts';

/** Below zero, zero, above zero. Zero means the same group of cases. */
export type Compare<Value> = (a: Value, b: Value) => number;

// One locale for everybody: co-authors must see the same order on every machine.
const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'accent' });

/** As people read it: T2 before T10, capitals beside small letters. */
export function compareNaturally(a: string, b: string): number {
  return natural.compare(a, b);
}

/** How values of an attribute follow each other, as they were written. Empty values come last. */
export function valueOrder(type: AttributeType): Compare<string> {
  const compareWritten = writtenOrder(type);
  return (a, b) => emptyLast(a.trim(), b.trim(), compareWritten);
}

function emptyLast(a: string, b: string, compare: Compare<string>): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return compare(a, b);
}

function writtenOrder(type: AttributeType): Compare<string> {
  switch (type) {
    case 'whole number':
    case 'decimal':
      return orderBy(parseNumber);
    case 'date':
      return orderBy(parseDate);
    case 'text':
    case 'yes/no':
    case 'one of':
    case 'many of':
      return compareNaturally;
  }
}

/** By the parsed value; what cannot be parsed follows, in natural order, so that nothing is hidden among the numbers. */
function orderBy(parse: (written: string) => number | null): Compare<string> {
  return (a, b) => {
    const left = parse(a);
    const right = parse(b);
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || compareNaturally(a, b);
    }
    return left - right;
  };
}

/** Reads a decimal comma as well as a point. */
export function parseNumber(written: string): number | null {
  const text = written.trim().replace(',', '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : null;
}

const ISO_DATE = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** A date as a number that sorts: 2024, 2024-03, 2024-03-09, and 9-3-2024 with the day first. */
export function parseDate(written: string): number | null {
  const iso = ISO_DATE.exec(written.trim());
  if (iso !== null) return dateKey(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(written.trim());
  return dayFirst === null ? null : dateKey(dayFirst[3], dayFirst[2], dayFirst[1]);
}

// A year alone sorts before its months, a month before its days.
function dateKey(year = '0', month = '0', day = '0'): number | null {
  return Number(month) > 12 || Number(day) > 31
    ? null
    : Number(year) * 10_000 + Number(month) * 100 + Number(day);
}
