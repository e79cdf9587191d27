import { expect, test } from 'vitest';
import { fitsType, inferType } from '#shared/participants/attribute-values.ts';
import type { AttributeType } from '#shared/participants/participants-contract.ts';

test.each<[AttributeType, string[]]>([
  ['whole number', ['34', '56', '', '-7', '0']],
  ['whole number', ['1', '0', '1']],
  ['decimal', ['3,5', '4', '7.25']],
  ['date', ['2024-03-09', '2024-12-1']],
  ['date', ['09-03-2024', '31/12/2023', '1.2.2024']],
  ['yes/no', ['ja', 'Nee', '', 'ja']],
  ['yes/no', ['yes', 'NO', 'n']],
  ['one of', ['active', 'passive', 'active', 'active']],
  ['text', ['007', '012']],
  ['text', ['English', 'Physics', 'Maths', 'English']],
  ['text', ['2024-13-09', '2024-12-40']],
  ['text', ['', '']],
  ['text', []],
  ['whole number', ['34', 'n/a', '-', '?', '56']],
])('finds that a column is %s: %j', (type, values) => {
  expect(inferType(values)).toBe(type);
});

test.each<[string, AttributeType, boolean]>([
  ['34', 'whole number', true],
  ['thirty', 'whole number', false],
  ['3,5', 'whole number', false],
  ['3,5', 'decimal', true],
  ['1.000,5', 'decimal', false],
  ['9-3-2024', 'date', true],
  ['spring', 'date', false],
  ['misschien', 'yes/no', false],
  ['Waar', 'yes/no', true],
  ['', 'date', true],
  ['anything', 'one of', true],
])('says whether “%s” is a %s', (value, type, fits) => {
  expect(fitsType(value, type)).toBe(fits);
});
