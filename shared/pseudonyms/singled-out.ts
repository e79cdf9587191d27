export interface CaseValues {
  readonly code: string;
  /** One for each attribute that is exported; empty when not known. */
  readonly values: readonly string[];
}

/**
 * The cases that nobody else is like, on all of these attributes together (k = 1). A value that is not known could be
 * any: it tells nobody apart.
 */
export function singledOut(cases: readonly CaseValues[]): readonly string[] {
  const same = (a: string, b: string): boolean => a === '' || b === '' || a.toLowerCase() === b.toLowerCase();
  return cases
    .filter(
      ({ values }, index) =>
        values.some((value) => value !== '') &&
        !cases.some(
          (other, at) =>
            at !== index && values.every((value, attribute) => same(value, other.values[attribute] ?? '')),
        ),
    )
    .map(({ code }) => code);
}
