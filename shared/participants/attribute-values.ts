import { parseDate, parseNumber } from '../matrices/value-order.ts';
import type { AttributeType } from './participants-contract.ts';

const YES_NO = new Set(['yes', 'no', 'y', 'n', 'ja', 'nee', 'j', 'true', 'false', 'waar', 'onwaar']);
/** What people write where they know nothing. It says nothing about the type of a column. */
const MISSING = new Set([
  '',
  '-',
  '–',
  '?',
  '.',
  'na',
  'n/a',
  'n.a.',
  'nvt',
  'n.v.t.',
  'unknown',
  'onbekend',
]);
const WHOLE = /^[+-]?(?:0|[1-9]\d{0,14})$/;
const FULL_DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$/;
/** More different values than this are an open answer, not a choice. */
const MOST_CHOICES = 12;
const LONGEST_CHOICE = 60;

/** Whether a value can be read as its attribute's type. A value that cannot is kept as written, and marked. */
export function fitsType(value: string, type: AttributeType): boolean {
  const written = value.trim();
  if (written === '') return true;
  switch (type) {
    case 'text':
    case 'one of':
    case 'many of':
      return true;
    case 'whole number':
      return /^[+-]?\d+$/.test(written);
    case 'decimal':
      return parseNumber(written) !== null;
    case 'date':
      return parseDate(written) !== null;
    case 'yes/no':
      return YES_NO.has(written.toLowerCase());
  }
}

/** The narrowest type that all values of a column fit: guessed, to be shown and changed. */
export function inferType(values: readonly string[]): AttributeType {
  const written = values.map((value) => value.trim()).filter((value) => !MISSING.has(value.toLowerCase()));
  if (written.length === 0) return 'text';
  if (written.every((value) => fitsType(value, 'yes/no'))) return 'yes/no';
  // A number with a zero before it is a label: 007 is not 7.
  if (written.every((value) => WHOLE.test(value))) return 'whole number';
  if (written.every((value) => parseNumber(value) !== null && !/^[+-]?0\d/.test(value))) return 'decimal';
  if (written.every((value) => FULL_DATE.test(value) && parseDate(value) !== null)) return 'date';
  if (isMany(written)) return 'many of';
  return isChoice(written) ? 'one of' : 'text';
}

/** The values of an attribute that takes several: they are written with semicolons between them. */
export function manyValues(value: string): readonly string[] {
  return value
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Several short values in a good part of the cells, and the same ones in others. */
function isMany(written: readonly string[]): boolean {
  const several = written.filter((value) => manyValues(value).length > 1);
  const all = written.flatMap(manyValues);
  return (
    several.length * 4 >= written.length &&
    new Set(all).size < all.length &&
    all.every((value) => value.length <= LONGEST_CHOICE)
  );
}

/** What an attribute's values are held against. */
export interface ValueRules {
  readonly type: AttributeType;
  /** As written; empty for no limit. */
  readonly rangeMin: string;
  readonly rangeMax: string;
  /** Empty when anything may be chosen. */
  readonly choices: readonly string[];
}

/** Why a value is marked: it is kept as it was written all the same. Null when nothing is wrong with it. */
export function valueWarning(value: string, rules: ValueRules): string | null {
  const written = value.trim();
  if (written === '') return null;
  if (!fitsType(written, rules.type))
    return `“${written}” is not a ${rules.type}. It is kept as it was written.`;
  const { type, rangeMin, rangeMax, choices } = rules;
  if (type === 'one of' || type === 'many of') {
    const given = type === 'many of' ? manyValues(written) : [written];
    const strange = given.find(
      (one) => !choices.some((choice) => choice.toLowerCase() === one.toLowerCase()),
    );
    return choices.length === 0 || strange === undefined
      ? null
      : `“${strange}” is not among the choices: ${choices.join(', ')}.`;
  }
  const read =
    type === 'date' ? parseDate : type === 'whole number' || type === 'decimal' ? parseNumber : null;
  const [number, least, most] = [written, rangeMin, rangeMax].map((text) => read?.(text) ?? null);
  const isBelow =
    number !== null && least !== null && number !== undefined && least !== undefined && number < least;
  const isAbove =
    number !== null && most !== null && number !== undefined && most !== undefined && number > most;
  if (!isBelow && !isAbove) return null;
  return `“${written}” lies ${isBelow ? `below ${rangeMin}` : `above ${rangeMax}`}, where values are not expected.`;
}

function isChoice(written: readonly string[]): boolean {
  const different = new Set(written);
  return (
    different.size <= Math.min(MOST_CHOICES, written.length / 2) &&
    written.every((value) => value.length <= LONGEST_CHOICE)
  );
}
