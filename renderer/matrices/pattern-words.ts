import { symbolsOf } from '#shared/matrices/cell-kinds.ts';
import { patternMarks, type Expected, type Pattern, type PatternMark } from '#shared/matrices/patterns.ts';
import type { Matrix, MatrixColumn } from '#shared/matrices/matrices-contract.ts';
import { withoutTrait } from '#shared/matrices/traits.ts';

/** What can be expected of the cells of a column, in the words of a sentence. */
export function expectations(column: MatrixColumn | undefined): { value: Expected; label: string }[] {
  if (column === undefined) return [];
  if (column.kind === 'rating')
    return [
      { value: 'high', label: column.poleHigh === '' ? 'a rating above 0' : `above 0: ${column.poleHigh}` },
      { value: 'low', label: column.poleLow === '' ? 'a rating below 0' : `below 0: ${column.poleLow}` },
    ];
  const symbols = symbolsOf(column.kind);
  if (symbols.length > 0) return symbols.map((symbol) => ({ value: symbol, label: symbol }));
  return [
    { value: 'some fragments', label: 'fragments' },
    { value: 'no fragments', label: 'no fragments' },
  ];
}

/** The pattern as a sentence, with how many cases fit it and how many do not. */
export function patternSentence(matrix: Matrix, pattern: Pattern): string {
  const column = matrix.columns.find(({ id }) => id === pattern.columnId);
  const trait = matrix.attributes.find(({ id }) => id === pattern.attributeId);
  if (column === undefined || trait === undefined) return '';
  const group = pattern.value === '' ? withoutTrait(trait) : `${trait.name}: ${pattern.value}`;
  const expected = expectations(column).find(({ value }) => value === pattern.expected)?.label ?? '';
  const marks = [...patternMarks(matrix, pattern).values()];
  const many = (mark: PatternMark): number => marks.filter((one) => one === mark).length;
  return [
    `${group} → ${column.title}: ${expected}`,
    `${many('fits')} fit`,
    `${many('contradicts')} contradict`,
    ...(many('not judged') === 0 ? [] : [`${many('not judged')} not judged`]),
    `${many('also')} the same outside the group`,
  ].join(' · ');
}
